using Microsoft.Net.Http.Headers;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>Answers a call with the pages of an order, or with nothing where the caller has them already.</summary>
public sealed class PreviewPages(BriefingPreviews previews, PageEstimates estimates, Caller caller)
{
    /// <exception cref="OrderRejectedException">It cannot be ordered like that.</exception>
    /// <exception cref="SummaryTooLongException">It would be refused.</exception>
    public async Task<IResult> OfAsync(BriefingOrder order, HttpContext context, CancellationToken cancellationToken)
    {
        var prepared = await previews.PrepareAsync(order, caller.Viewer, caller.Person?.DisplayName, cancellationToken);
        var tag = new EntityTagHeaderValue($"\"{prepared.Fingerprint}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        context.Response.Headers.ContentDisposition = DocumentName.Header("preview", prepared.Briefing.Title, prepared.Order.Language, prepared.Order.Marking!);
        if (HttpMethods.IsHead(context.Request.Method))
            return TypedResults.Bytes([], "application/pdf");
        try
        {
            var document = await previews.TypesetAsync(prepared, cancellationToken);
            estimates.Learn(prepared.Order, document.Pages);
            return TypedResults.Bytes(document.Content, "application/pdf");
        }
        catch (SummaryTooLongException summary)
        {
            estimates.Learn(prepared.Order, summary.Pages);
            throw;
        }
    }
}
