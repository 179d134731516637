using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Requests;
using MoroccoCT.Web.Addresses;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Pages;

/// <summary>Handing a finished briefing on, from its page.</summary>
public sealed class HandingOn(
    Handovers handovers, RelatedRequests related, PublicAddress address, Catalogue catalogue, IOptions<DeskOptions> desk, Caller caller, Words words)
{
    /// <summary>Digits of the hash in a citation: as many as tell two documents apart.</summary>
    private const int HashDigits = 16;

    /// <returns>Null for what is not finished. What was sent to whoever looks counts as opened from now on.</returns>
    public async Task<HandOnView?> ViewAsync(BriefingRequest request, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.State != RequestState.Completed)
            return null;
        var link = address.Request(context, request.Number);
        var languages = await related.InOtherLanguagesAsync(request, caller.Viewer, cancellationToken);
        var view = new HandOnView(link, Citation(request, link), null, languages, AllLanguages(request, languages, context), [], []);
        if (caller.Person is not { } person)
            return view;
        return view with
        {
            Colleagues = await handovers.ColleaguesAsync(request, person, cancellationToken),
            Received = HttpMethods.IsHead(context.Request.Method) ? [] : await handovers.OpenAsync(request, person, cancellationToken),
            Sent = await handovers.SentAsync(request, person, cancellationToken),
        };
    }

    /// <returns>Why nothing was sent; null when it was.</returns>
    public async Task<string?> SendAsync(
        BriefingRequest request, IReadOnlyCollection<Guid> to, string? note, HttpContext context, CancellationToken cancellationToken)
    {
        if (Handovers.Faults(note).FirstOrDefault() is { } fault)
            return fault.Fault == OrderFault.TooLong ? words.HandingOn.NoteTooLong(Handovers.LongestNote) : words.HandingOn.NoteNotPlain;
        if (to.Count == 0)
            return words.HandingOn.ChooseSomebody;
        var isSent = await handovers.SendAsync(request, caller.Person!, to, note, context.Actor(Doors.Form), cancellationToken);
        return isSent ? null : words.HandingOn.CannotSend;
    }

    private string Citation(BriefingRequest request, string link)
    {
        var author = string.Join(" · ", new[] { request.PreparedBy, desk.Value.Name ?? catalogue.Author(request.Order.Language) }.OfType<string>());
        return words.HandingOn.Cite(
            author, catalogue.Title(request), request.PrintedNumber ?? request.Reference ?? request.Number, words.Day(request.IssueDate),
            request.Order.Marking ?? "", request.Sha256![..HashDigits], link);
    }

    private static string? AllLanguages(BriefingRequest request, IReadOnlyList<BriefingRequest> languages, HttpContext context) => languages.Count == 0
        ? null
        : ApiAddress.Archive(languages.Prepend(request).Select(one => one.Id), context.Request.PathBase);
}
