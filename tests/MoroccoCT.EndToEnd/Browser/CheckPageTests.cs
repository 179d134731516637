using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MoroccoCT.EndToEnd.Processes;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

[Collection(nameof(Desk))]
public sealed class CheckPageTests(Desk desk)
{
    [Fact]
    public Task The_file_as_it_was_issued_is_genuine() => desk.VisitAsync(async page =>
    {
        await CheckAsync(page, await IssuedAsync());
        await Expect(Verdict(page)).ToContainTextAsync("Genuine: issued here and unchanged");
        await Expect(Verdict(page)).ToContainTextAsync((await desk.Service.FindAsync(desk.FinishedId)).GetProperty("number").GetString()!);
        await Expect(page.GetByText("Nothing it was made from has changed since.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the file says of itself" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_file_with_a_few_bytes_more_is_altered() => desk.VisitAsync(async page =>
    {
        // A comment behind the end of the file: every reader shows the same pages.
        await CheckAsync(page, [.. await IssuedAsync(), .. "\n%\n"u8]);
        await Expect(Verdict(page)).ToContainTextAsync("Altered: not the file that was issued");
        await ExpectOnlyTheClaimAsync(page);
    });

    [Fact]
    public Task A_briefing_made_elsewhere_is_not_issued_here() => desk.VisitAsync(async page =>
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("elsewhere.pdf");
        (await BuiltProgram.RunAsync("render", "--sections", "domestic", "--title", "Made elsewhere", "--output", file)).ExitCode.ShouldBe(0);
        await CheckAsync(page, await File.ReadAllBytesAsync(file));
        await Expect(Verdict(page)).ToContainTextAsync("Not issued here");
        await ExpectOnlyTheClaimAsync(page);
    });

    [Fact]
    public Task A_file_of_another_kind_is_no_pdf() => desk.VisitAsync(async page =>
    {
        await CheckAsync(page, "A letter."u8.ToArray());
        await Expect(Verdict(page)).ToContainTextAsync("No PDF");
    });

    [Fact]
    public Task A_file_that_was_cut_short_is_damaged() => desk.VisitAsync(async page =>
    {
        var issued = await IssuedAsync();
        await CheckAsync(page, issued[..(issued.Length / 2)]);
        await Expect(Verdict(page)).ToContainTextAsync("Damaged or cut short");
    });

    [Fact]
    public Task Without_a_file_nothing_is_sent() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/check");
        await page.Button("Check the file").ClickAsync();
        await Expect(page.GetByLabel("PDF file")).ToBeFocusedAsync();
        (await page.GetByLabel("PDF file").EvaluateAsync<bool>("input => input.validity.valueMissing")).ShouldBeTrue();
        await Expect(Verdict(page)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task An_empty_file_is_an_error_next_to_the_field() => desk.VisitAsync(async page =>
    {
        await CheckAsync(page, []);
        await Expect(page.GetByLabel("PDF file")).ToHaveAccessibleDescriptionAsync(new Regex("Choose a PDF file first."));
        await Expect(page.GetByLabel("PDF file")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("PDF file")).ToBeFocusedAsync();
        await Expect(page).ToHaveTitleAsync("Error: Check a briefing – MoroccoCT Briefings");
    });

    private static async Task CheckAsync(IPage page, byte[] content)
    {
        await page.GotoAsync("/check");
        await page.GetByLabel("PDF file").SetInputFilesAsync(new FilePayload { Name = "briefing.pdf", MimeType = "application/pdf", Buffer = content });
        await page.Button("Check the file").ClickAsync();
    }

    private static async Task ExpectOnlyTheClaimAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the file claims of itself – not confirmed" })).ToBeVisibleAsync();
        await Expect(page.GetByText("has changed since")).ToHaveCountAsync(0);
    }

    private static ILocator Verdict(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Result" }).GetByRole(AriaRole.Status);

    private Task<byte[]> IssuedAsync() => desk.Service.Http.GetByteArrayAsync($"/api/v1/requests/{desk.FinishedId}/document");
}
