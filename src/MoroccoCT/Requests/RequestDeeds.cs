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

    public static AuditEvent Changed(BriefingRequest request, Deed deed, Actor by) => new(by, deed, request.Number);
}
