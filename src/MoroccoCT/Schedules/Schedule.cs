using System.Text.RegularExpressions;
using MoroccoCT.People;

namespace MoroccoCT.Schedules;

/// <summary>An order that repeats.</summary>
/// <param name="Name">Small letters, digits and hyphens; part of keys, addresses and commands.</param>
public sealed partial record Schedule(string Name, ScheduleDefinition Definition)
{
    /// <summary>Stands where names stand in addresses.</summary>
    private const string Reserved = "new";

    /// <summary>When its editions are due.</summary>
    public ScheduleTimes Times { get; } = Definition.Times();

    /// <summary>Whose it is, whoever of the desk made it.</summary>
    public string Desk { get; init; } = NewPerson.FirstDesk;

    /// <summary>Whether nothing is made until somebody has it go on.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Counts its changes; null for one of the settings, which is changed there.</summary>
    public int? Revision { get; init; }

    public bool IsInSettings => Revision is null;

    /// <summary>Level of the marking its editions would have by the present library.</summary>
    public int MarkingLevel { get; init; }

    /// <summary>Whether the present library can tell the marking.</summary>
    public bool IsMarkingKnown { get; init; }

    /// <summary>Those of the settings are the house's.</summary>
    public bool IsVisibleTo(Viewer viewer) => MarkingLevel <= viewer.Clearance && (IsInSettings || viewer.Desk is null || Desk == viewer.Desk);

    public bool MayBeChangedBy(Viewer viewer) => !IsInSettings && IsVisibleTo(viewer);

    public static bool IsName(string text) => text != Reserved && NameForm().IsMatch(text);

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex NameForm();
}
