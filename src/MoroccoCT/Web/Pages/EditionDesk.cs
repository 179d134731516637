using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Releasing, renewing and correcting an edition by its page.</summary>
public sealed class EditionDesk(EditionApproval approval, EditionRenewal renewal, Caller caller, Words words)
{
    /// <summary>Null for a single briefing.</summary>
    public async Task<EditionView?> ViewAsync(BriefingRequest request, CancellationToken cancellationToken) => request.Schedule is null
        ? null
        : new(
            await approval.ContentAsync(request, cancellationToken),
            caller.Person is { } person && request.AwaitsRelease && await approval.IsOnlyEditorAsync(request, person.Id, cancellationToken));

    /// <returns>Why it could not be; null once it is done.</returns>
    public Task<string?> ReleaseAsync(Guid id, string sha256, HttpContext context, CancellationToken cancellationToken) =>
        TryAsync(() => approval.ReleaseAsync(id, sha256, caller.Viewer, context.Actor(Doors.Form), cancellationToken));

    /// <returns>Why it could not be; null once it is begun.</returns>
    public Task<string?> MakeAnewAsync(Guid id, HttpContext context, CancellationToken cancellationToken) =>
        TryAsync(() => renewal.MakeAnewAsync(id, caller.Viewer, context.Actor(Doors.Form), cancellationToken));

    /// <returns>The first of the correction's requests, or why it could not be made.</returns>
    public async Task<(BriefingRequest? Made, string? Problem)> CorrectAsync(
        Guid id, string reason, HttpContext context, CancellationToken cancellationToken)
    {
        BriefingRequest? made = null;
        var problem = await TryAsync(async () =>
            made = (await renewal.CorrectAsync(id, reason, caller.Viewer, context.Actor(Doors.Form), cancellationToken))?[0].Request);
        return (made, problem);
    }

    private async Task<string?> TryAsync(Func<Task<BriefingRequest?>> act)
    {
        try
        {
            return await act() is null ? words.Edition.Refusal(EditionRefusal.ChangedMeanwhile) : null;
        }
        catch (EditionRefusedException refused)
        {
            return words.Edition.Refusal(refused.Why);
        }
        catch (OrderRejectedException)
        {
            return words.Edition.BadReason(EditionRenewal.ReasonLength);
        }
    }
}
