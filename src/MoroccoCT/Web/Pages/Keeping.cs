using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Requests;
using MoroccoCT.Retention;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>How long a request is kept, and holding it, from its page.</summary>
public sealed class Keeping(RequestHolds holds, IOptions<RetentionOptions> retention, DeskTime desk, PersonNames names, Caller caller, Words words)
{
    public async Task<KeepingView> ViewAsync(BriefingRequest request, CancellationToken cancellationToken) =>
        new(await SentenceAsync(request, cancellationToken), caller.MayHold(request));

    /// <returns>Why it is not held; null when it is.</returns>
    public async Task<string?> HoldAsync(BriefingRequest request, string? reason, HttpContext context, CancellationToken cancellationToken)
    {
        if (RequestHolds.Fault(reason) is { } fault)
            return words.Problem.Sentence(fault, _ => words.Keeping.Reason);
        await holds.HoldAsync(request, reason!, context.Actor(Doors.Form), cancellationToken);
        return null;
    }

    public Task LiftAsync(BriefingRequest request, HttpContext context, CancellationToken cancellationToken) =>
        holds.LiftAsync(request, context.Actor(Doors.Form), cancellationToken);

    private async Task<string> SentenceAsync(BriefingRequest request, CancellationToken cancellationToken)
    {
        if (request.HeldAt is { } since)
            return words.Keeping.HeldBy(await names.OfAsync(request.HeldById, cancellationToken), Day(since), request.HoldReason ?? "");
        if (!request.IsFinal)
            return words.Keeping.Unfinished;
        return retention.Value.KeptUntil(request) is { } until ? words.Keeping.Until(Day(until)) : words.Keeping.ForGood;
    }

    private string Day(DateTimeOffset moment) => words.Day(DateOnly.FromDateTime(desk.Local(moment).DateTime));
}

/// <summary>How long a request is kept.</summary>
/// <param name="Sentence">Until when, or what holds it.</param>
/// <param name="MayHold">Whether whoever looks may hold it and let it go.</param>
public sealed record KeepingView(string Sentence, bool MayHold)
{
    /// <summary>Why it was not held.</summary>
    public string? Refusal { get; init; }

    /// <summary>What was typed when it was refused.</summary>
    public string? Reason { get; init; }
}
