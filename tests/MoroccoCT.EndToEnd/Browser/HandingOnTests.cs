using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Handing a briefing on by somebody who is alone with the service.</summary>
[Collection(nameof(Desk))]
public sealed class HandingOnTests(Desk desk)
{
    [Fact]
    public Task Link_and_citation_are_copied_at_the_press_of_a_button() => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync(desk.FinishedPage);
            var link = await page.GetByLabel("Link").InputValueAsync();
            link.ShouldStartWith(desk.Service.Http.BaseAddress!.ToString());

            await page.Button("Copy the link").ClickAsync();
            await Expect(page.GetByText("Copied.", new() { Exact = true })).ToBeVisibleAsync();
            (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(link);
            await page.Button("Copy the citation").ClickAsync();
            await Expect(page.GetByText("Copied.", new() { Exact = true })).ToBeVisibleAsync();
            var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
            copied.ShouldContain("The first briefing of the desk");
            copied.ShouldEndWith(link);

            await page.GotoAsync(link);
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{desk.FinishedPage}$"));
        },
        new() { Permissions = ["clipboard-read", "clipboard-write"] });

    [Fact]
    public Task Without_scripts_the_texts_can_be_selected_and_no_button_is_in_vain() => desk.VisitAsync(
        async page =>
        {
            await page.GotoAsync(desk.FinishedPage);
            await Expect(page.GetByLabel("Citation")).ToBeVisibleAsync();
            await Expect(page.Button("Copy the link")).ToBeHiddenAsync();
            await Expect(page.GetByText("Send to a colleague")).ToHaveCountAsync(0);
        },
        new() { JavaScriptEnabled = false });

    [Fact]
    public async Task All_languages_of_a_briefing_come_in_one_file()
    {
        foreach (var language in new[] { "en", "fr", "ar" })
        {
            var request = await desk.Service.SubmitAsync(new { sections = new[] { "us-cooperation" }, topics = new[] { "prisons" }, depth = "full", language });
            await desk.Service.FinishedAsync(request.GetProperty("id").GetString()!);
        }

        await desk.VisitAsync(async page =>
        {
            await page.GotoAsync("/requests?language=fr&state=completed");
            await page.Locator(".found .title").First.ClickAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => page.Link("Download all languages").ClickAsync());
            await using var archive = await System.IO.Compression.ZipFile.OpenReadAsync(await download.PathAsync());
            archive.Entries.Count.ShouldBe(3);
        });
    }
}
