using MoroccoCT.Audit;

namespace MoroccoCT.Requests;

/// <summary>What the audit is told of requests. What a briefing says, and to whom it goes, stays out of it: that is in the request, under its number.</summary>
internal static class RequestDeeds
{
    public static AuditEvent Ordered(BriefingRequest request, Actor by) => new(by, Deed.Order, request.Number, new Dictionary<string, string?>
    {
        ["sections"] = string.Join(' ', request.Order.Sections),
        ["language"] = request.Order.Language,
        ["marking"] = request.Order.Marking,
        ["schedule"] = request.Schedule,
    });

    /// <param name="isAlone">Whether nobody else than who wrote its news has seen it.</param>
    public static AuditEvent Released(BriefingRequest edition, bool isAlone, Actor by) => new(by, Deed.Released, edition.Number, new Dictionary<string, string?>
    {
        ["language"] = edition.Language,
        ["sha256"] = edition.Sha256,
        ["onePerson"] = isAlone ? "true" : null,
    });

    /// <param name="number">Of the edition that takes its place.</param>
    public static AuditEvent Superseded(string old, string number, Actor by) => new(by, Deed.Superseded, old, new Dictionary<string, string?>
    {
        ["by"] = number,
    });

    public static AuditEvent Changed(BriefingRequest request, Deed deed, Actor by) => new(by, deed, request.Number);
}
