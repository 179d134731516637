using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Searching, choosing several and deleting, with and without scripts, on a wide and on a narrow screen.</summary>
[Collection(nameof(Desk))]
public sealed class FindingTests(Desk desk)
{
    public static TheoryData<bool, int> Visitors => new() { { true, 1280 }, { false, 1280 }, { false, 400 } };

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task What_is_sought_is_found_shared_by_its_address_and_left_again(bool scripts, int width)
    {
        var word = $"Word{Guid.CreateVersion7():N}"[..20];
        var (english, french) = (await MadeAsync(word, "en"), await MadeAsync(word, "fr"));

        await VisitAsync(scripts, width, async page =>
        {
            await page.GotoAsync("/requests");
            await page.SearchAsync(word);
            await Expect(Rows(page)).ToHaveCountAsync(2);
            await page.Locator("summary", new() { HasText = "Filters" }).ClickAsync();
            await page.GetByLabel("Language", new() { Exact = true }).SelectOptionAsync("fr");
            await page.Box("Ready").CheckAsync();
            await page.Button("Search").ClickAsync();
            await Expect(Rows(page)).ToHaveCountAsync(1);
            await Expect(Rows(page)).ToContainTextAsync(french.Number);

            var shared = page.Url;
            await page.GoBackAsync();
            await Expect(Rows(page)).ToHaveCountAsync(2);
            await page.GoForwardAsync();
            await Expect(Rows(page)).ToHaveCountAsync(1);
            await page.GotoAsync("/");
            await page.GotoAsync(shared);
            await Expect(Rows(page)).ToHaveCountAsync(1);
            await Expect(page.GetByLabel("Language", new() { Exact = true })).ToHaveValueAsync("fr");

            await page.SearchAsync("nobody wrote this");
            await Expect(page.GetByText("No request matches.")).ToBeVisibleAsync();
            await SuitAsync(page, scripts, width);
            await page.Link("Show all requests").First.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/requests$"));

            await page.SearchAsync(english.Number.ToLowerInvariant());
            await Expect(page).ToHaveURLAsync(new Regex($"/requests/{english.Id}$"));
        });
    }

    [Theory]
    [MemberData(nameof(Visitors))]
    public Task A_number_that_does_not_exist_offers_the_search(bool scripts, int width) => VisitAsync(scripts, width, async page =>
    {
        (await page.GotoAsync("/requests/MCT-2026-9999"))!.Status.ShouldBe(404);
        await Expect(page.SearchBox()).ToHaveValueAsync("MCT-2026-9999");
        await SuitAsync(page, scripts, width);
        await page.SearchBox().FillAsync("The first briefing");
        await page.Button("Search").ClickAsync();
        await Expect(Rows(page).First).ToContainTextAsync("The first briefing of the desk");
    });

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task Several_are_chosen_and_come_in_one_file_with_speaking_names(bool scripts, int width)
    {
        var word = $"Word{Guid.CreateVersion7():N}"[..20];
        var english = await MadeAsync(word, "en");
        var arabic = await MadeAsync($"{word} إصلاح السجون", "ar");

        await VisitAsync(scripts, width, async page =>
        {
            await page.GotoAsync($"/requests?q={word}");
            await page.Button("Download the chosen").ClickAsync();
            await Expect(page.GetByText("Choose at least one briefing first.")).ToBeVisibleAsync();
            await SuitAsync(page, scripts, width);

            await page.Box($"Choose {english.Number}").CheckAsync();
            await page.Box($"Choose {arabic.Number}").CheckAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => page.Button("Download the chosen").ClickAsync());
            download.SuggestedFilename.ShouldMatch(@"^briefings-\d{4}-\d\d-\d\d\.zip$");
            await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync());
            archive.Entries.Select(entry => entry.FullName).ShouldBe(
                [$"{english.Number}_{word}_en_TLP-CLEAR.pdf", $"{arabic.Number}_{word}-إصلاح-السجون_ar_TLP-CLEAR.pdf"], ignoreOrder: true);
            archive.Entries.ShouldAllBe(entry => entry.Length > 10_000);
        });
    }

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task A_request_is_deleted_after_a_second_question_and_its_file_is_known_as_deleted(bool scripts, int width)
    {
        var made = await MadeAsync($"To be deleted {Guid.CreateVersion7():N}", "en");
        var pdf = await desk.Service.Http.GetByteArrayAsync($"/api/v1/requests/{made.Id}/document");

        await VisitAsync(scripts, width, async page =>
        {
            await page.GotoAsync($"/requests?q={made.Title[^32..]}");
            await page.Link($"Delete {made.Number}").ClickAsync();
            await SuitAsync(page, scripts, width);
            await page.Link("Keep it").ClickAsync();
            await Expect(page.Link("Download PDF")).ToBeVisibleAsync();
            await page.Link("Delete").ClickAsync();
            await page.Button("Delete for good").ClickAsync();
            await Expect(page.GetByText($"{made.Number} was deleted.")).ToBeVisibleAsync();
            (await page.GotoAsync($"/requests/{made.Id}"))!.Status.ShouldBe(404);

            await page.GotoAsync("/check");
            await page.GetByLabel("PDF file").SetInputFilesAsync(new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = pdf });
            await page.Button("Check the file").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Result" })).ToContainTextAsync("Issued here, but deleted since");
            await SuitAsync(page, scripts, width);
        });
    }

    [Fact]
    public Task A_file_that_was_checked_leads_to_its_request() => VisitAsync(scripts: false, 1280, async page =>
    {
        var pdf = await desk.Service.Http.GetByteArrayAsync($"/api/v1/requests/{desk.FinishedId}/document");
        await page.GotoAsync("/check");
        await page.GetByLabel("PDF file").SetInputFilesAsync(new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = pdf });
        await page.Button("Check the file").ClickAsync();
        await page.Link("Open the request").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"{desk.FinishedPage}$"));
    });

    [Fact]
    public async Task A_request_is_cancelled_and_begun_again_from_the_list()
    {
        await using var held = await desk.HoldEngineAsync();
        var word = $"Word{Guid.CreateVersion7():N}"[..20];
        await desk.Service.SubmitAsync(new { sections = new[] { "regional" }, title = "Before the one that is looked at" });
        var waiting = await desk.Service.SubmitAsync(new { sections = new[] { "regional" }, title = word });
        var number = waiting.GetProperty("number").GetString()!;

        await VisitAsync(scripts: false, 1280, async page =>
        {
            await page.GotoAsync($"/requests?q={word}");
            await page.Button($"Cancel {number}").ClickAsync();
            await Expect(Rows(page)).ToContainTextAsync("Cancelled");
            await page.Button($"Try again {number}").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"/requests\\?q={word}$"));
            await Expect(page.Button($"Cancel {number}")).ToBeVisibleAsync();
            await page.Button($"Cancel {number}").ClickAsync();
        });
    }

    private Task VisitAsync(bool scripts, int width, Func<IPage, Task> visit) =>
        desk.VisitAsync(visit, new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 900 } });

    /// <summary>Once for each state of a page: the colours are chosen by a script.</summary>
    private static async Task SuitAsync(IPage page, bool scripts, int width)
    {
        if (!scripts)
            return;
        await page.ShouldSuitEverybodyAsync();
        await page.SetViewportSizeAsync(width, 900);
    }

    private async Task<(string Id, string Number, string Title)> MadeAsync(string title, string language)
    {
        var request = await desk.Service.SubmitAsync(new { sections = new[] { "regional" }, title, language });
        var id = request.GetProperty("id").GetString()!;
        (await desk.Service.FinishedAsync(id)).GetProperty("state").GetString().ShouldBe("completed");
        return (id, request.GetProperty("number").GetString()!, title);
    }

    private static ILocator Rows(IPage page) => page.Locator(".found tbody tr");
}
