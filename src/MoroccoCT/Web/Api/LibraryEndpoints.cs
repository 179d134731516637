using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Library;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Errors;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

internal static class LibraryEndpoints
{
    public static void MapLibrary(this IEndpointRouteBuilder api) =>
        api.MapRead("/library", Show).WithTags(EndpointTags.Library).WithName("showLibrary").WithSummary("List what can be ordered")
            .WithDescription(
                "Sections with their topics, and the values each member of an order may have. Titles are in `language`, the original language without it.")
            .Refuses(400);

    private static Results<Ok<LibraryBody>, ProblemHttpResult> Show(
        CurrentLibrary library, Caller caller, [Description("Language of the titles.")] string language = ContentLibrary.Original)
    {
        var languages = library.Snapshot.Library.Languages;
        return languages.Contains(language)
            ? TypedResults.Ok(LibraryBody.Of(library, language, caller.Viewer.Clearance))
            : TypedResults.Problem(
                ProblemMap.OfParameter("language", $"The library is offered in these languages: {string.Join(", ", languages)}.").ToDetails());
    }
}
