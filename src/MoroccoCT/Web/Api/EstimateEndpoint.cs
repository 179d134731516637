using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>How many pages an order makes, before it is sent.</summary>
internal static class EstimateEndpoint
{
    public static void MapEstimate(this IEndpointRouteBuilder api) =>
        api.MapRead("/estimate", ShowAsync).WithTags(EndpointTags.Library).WithName("estimatePages")
            .WithSummary("Tell about how many pages a choice makes at each depth")
            .WithDescription("Takes sections and topics as an order does, without either the whole library: "
                + "`/api/v1/estimate?sections=us-cooperation&topics=training,prisons&language=fr`. Nothing is stored.")
            .Refuses(400);

    private static async Task<Results<Ok<EstimateBody>, ProblemHttpResult>> ShowAsync(
        [Description("Section ids, separated by commas or given several times.")] string[]? sections,
        [Description("Topic ids. A chosen section of which no topic is named is taken whole.")] string[]? topics,
        PageEstimates estimates,
        Caller caller,
        CancellationToken cancellationToken,
        [Description("Language of the briefing.")] string language = ContentLibrary.Original,
        [Description("Paper size."), ReadAs(typeof(Paper))] string paper = "a4")
    {
        var problems = new Dictionary<string, string>();
        var size = EnumParameter.Read("paper", paper, Paper.A4, problems);
        if (problems.Count > 0)
            return TypedResults.Problem(ProblemMap.OfParameters(problems).ToDetails());

        var order = new BriefingOrder { Sections = ListParameter.Read(sections), Topics = ListParameter.Read(topics), Language = language, Paper = size };
        return TypedResults.Ok(EstimateBody.Of(await estimates.OfAsync(order, caller.Viewer, cancellationToken)));
    }
}
