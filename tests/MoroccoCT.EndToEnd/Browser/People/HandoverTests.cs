using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser.People;

/// <summary>A briefing that goes from one person of the desk to another.</summary>
[Collection(nameof(Desk))]
public sealed class HandoverTests(Desk desk)
{
    [Fact]
    public async Task A_colleague_is_shown_what_was_sent_and_by_whom()
    {
        var id = "";
        await using var house = await SharedHouse.OpenAsync(desk, async service =>
        {
            id = (await service.SubmitAsync(new { sections = new[] { "regional" }, title = "For a colleague" })).GetProperty("id").GetString()!;
            await service.FinishedAsync(id);
        });
        await house.AddWithPasswordAsync("root", "administrator");
        await house.AddWithPasswordAsync("youssef", "reader");

        await house.VisitAsync(async page =>
        {
            await page.SignInAsync("root");
            await Expect(page.Button("Create briefing")).ToBeVisibleAsync();
            await page.GotoAsync($"/requests/{id}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Choose at least one colleague.")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
            await page.Box("youssef").CheckAsync();
            await page.GetByLabel("Note").FillAsync("ملاحظة before three o’clock");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
            await Expect(page.GetByText("not opened yet")).ToBeVisibleAsync();
            await page.ShouldSuitEverybodyAsync();
        });

        await house.VisitAsync(async page =>
        {
            await page.SignInAsync("youssef");
            await page.GotoAsync("/requests");
            var received = page.GetByRole(AriaRole.Region, new() { Name = "Sent to you" });
            await Expect(received).ToContainTextAsync("New");
            await Expect(received).ToContainTextAsync("ملاحظة before three o’clock");
            await page.ShouldSuitEverybodyAsync();
            await received.GetByRole(AriaRole.Link).ClickAsync();
            await Expect(page.GetByText("root sent this to you")).ToBeVisibleAsync();
            await Expect(page.Link("Delete")).ToHaveCountAsync(0);
            await page.ShouldSuitEverybodyAsync();
            await page.GotoAsync("/requests");
            await Expect(received).Not.ToContainTextAsync("New");
        });
    }
}
