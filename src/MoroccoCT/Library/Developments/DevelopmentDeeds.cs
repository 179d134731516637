using System.Globalization;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Library.Developments;

/// <summary>What the audit is told of developments. What one says, and why it was sent back or withdrawn, stays with its changes.</summary>
internal static class DevelopmentDeeds
{
    public static AuditEvent Of(DevelopmentRow row, DevelopmentChange change, Actor by)
    {
        var details = new Dictionary<string, string?>
        {
            ["revision"] = change.Revision.ToString(CultureInfo.InvariantCulture),
            ["section"] = row.Content.Section,
            ["marking"] = Marking.All[row.MarkingLevel].Label,
            ["languages"] = string.Join(' ', row.Content.Texts.Keys),
            ["onePerson"] = change.IsAlone ? "true" : null,
        };
        return new(by, DeedOf(change.What), row.Number, details);
    }

    private static Deed DeedOf(DevelopmentDeed what) => what switch
    {
        DevelopmentDeed.Recorded => Deed.DevelopmentRecorded,
        DevelopmentDeed.Edited => Deed.DevelopmentEdited,
        DevelopmentDeed.Proposed => Deed.DevelopmentProposed,
        DevelopmentDeed.SentBack => Deed.DevelopmentSentBack,
        DevelopmentDeed.Published => Deed.DevelopmentPublished,
        _ => Deed.DevelopmentWithdrawn,
    };
}
