using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoroccoCT.Tests.Library;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>What the order form says beside a depth and a language.</summary>
[Collection(WebCollection.Name)]
public sealed class ChoiceNoteTests(TestService service) : IDisposable
{
    private readonly HttpClient browser = service.Browser();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task Each_depth_says_about_how_many_pages_it_makes_of_the_whole_library_or_of_what_is_ticked()
    {
        var everything = await FormPage.OpenAsync(browser);
        var request = await service.SubmitAsync(new() { Sections = ["regional"], Topics = ["tsctp"] });
        var one = await FormPage.OpenAsync(browser, $"/?from={request.Id}");

        Extent(everything, "summary").ShouldBe("1 page");
        Extent(everything, "short").ShouldBe("about 4 pages");
        Extent(everything, "standard").ShouldMatch("about 1[0-9] pages");
        Extent(one, "full").ShouldMatch("about [2-4] pages");
    }

    [Fact]
    public async Task A_depth_that_nobody_can_tell_of_says_nothing()
    {
        var request = await service.SubmitAsync(new() { Sections = ["us-cooperation"], Topics = ["border"] });

        Extent(await FormPage.OpenAsync(browser, $"/?from={request.Id}"), "summary").ShouldBe("");
    }

    [Fact]
    public async Task Beside_a_language_stands_what_of_its_translation_is_behind()
    {
        using var copy = new LibraryCopy();
        copy.Replace("sections/domestic/en.md", "Morocco set up the Central Bureau", "Morocco created the Central Bureau");
        copy.Replace("sections/domestic/en.md", "Alongside the operations", "Besides the operations");
        copy.Replace("sections/domestic/ar.md", "  bcij: ", "  # bcij: ");
        var behind = new TestService([], services => services.Replace(ServiceDescriptor.Singleton(copy.Load())));
        await behind.InitializeAsync();
        try
        {
            var page = await behind.Client.GetStringAsync("/");

            Regex.Matches(page, "Behind the English text: [^<]*").Select(match => match.Value).ShouldBe(
            [
                "Behind the English text: Français",
                "Behind the English text: Français, \u2068العربية\u2069",
                "Behind the English text: Domestic security initiatives (2 parts).",
                "Behind the English text: Domestic security initiatives (1 part).",
            ]);
        }
        finally
        {
            await behind.DisposeAsync();
        }
    }

    private static string Extent(FormPage page, string depth) =>
        Regex.Match(page.Html, $"data-pages=\"{depth}\">(?<extent>[^<]*)<").Groups["extent"].Value;
}
