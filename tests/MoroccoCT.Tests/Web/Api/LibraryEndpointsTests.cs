using System.Text.Json;

namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class LibraryEndpointsTests(TestService service)
{
    [Fact]
    public async Task It_lists_all_that_an_order_can_name()
    {
        var library = await (await service.Client.GetAsync("/api/v1/library")).JsonAsync();

        library.GetProperty("sections").EnumerateArray().Select(section => section.Text("id")).ShouldBe(["domestic", "us-cooperation", "regional"]);
        library.GetProperty("sections")[0].GetProperty("topics").EnumerateArray().Select(topic => topic.Text("id")).ShouldContain("bcij");
        Texts(library, "languages").ShouldBe(["en", "fr", "ar"]);
        Texts(library, "papers").ShouldBe(["a4", "letter"]);
        Texts(library, "depths").ShouldBe(["summary", "short", "standard", "full"]);
        Texts(library, "markings").ShouldBe(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]);
        Texts(library, "profiles").ShouldBe(["accessible", "archive"]);
        library.GetProperty("warning").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Titles_come_in_the_language_asked_for()
    {
        var library = await (await service.Client.GetAsync("/api/v1/library?language=fr")).JsonAsync();

        library.GetProperty("sections")[1].Text("title").ShouldBe("Coopération avec les États-Unis");
    }

    [Fact]
    public async Task A_language_that_is_not_offered_is_refused_naming_those_that_are() =>
        (await (await service.Client.GetAsync("/api/v1/library?language=de")).ProblemAsync(400)).Error("language").ShouldContain("en, fr, ar");

    private static IEnumerable<string?> Texts(JsonElement library, string member) =>
        library.GetProperty(member).EnumerateArray().Select(item => item.GetString());
}
