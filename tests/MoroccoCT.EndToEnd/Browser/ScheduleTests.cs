using System.Net.Http.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Making a schedule of what the order form has, and looking after it.</summary>
[Collection(nameof(Desk))]
public sealed class ScheduleTests(Desk desk)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_the_form_to_the_edition_in_two_languages(bool withScripts) => desk.VisitAsync(
        async page =>
        {
            var (name, series) = withScripts ? ("with-scripts", "BS") : ("without", "BW");
            await page.GotoAsync("/new?topics=prisons&depth=short&language=en&alsoIn=ar");
            await page.Button("Every week…").ClickAsync();
            await Expect(page.GetByText("Prison reform")).ToBeVisibleAsync();
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
            await page.GetByLabel("Series", new() { Exact = true }).FillAsync(series);
            await page.Box("Monday").UncheckAsync();
            await page.Box("Tuesday").CheckAsync();
            await page.Button("Show the next dates").ClickAsync();
            await Expect(page.GetByText("Tuesday, ").First).ToBeVisibleAsync();
            await page.Button("Keep the schedule").ClickAsync();

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
            await Expect(page.GetByText("Tuesday at 07:00")).ToBeVisibleAsync();
            await page.Button("Make the current edition now").ClickAsync();
            await Expect(page.GetByText($"MCT-{series}-").First).ToBeVisibleAsync();
            await page.GotoAsync($"/schedules/{name}");
            await Expect(page.Locator("section", new() { HasText = "Editions" }).Locator("a[lang=ar]")).ToBeVisibleAsync();
        },
        new() { JavaScriptEnabled = withScripts });

    [Fact]
    public Task What_it_covers_is_chosen_anew_on_the_order_form_and_each_change_is_shown() => desk.VisitAsync(async page =>
    {
        await MakeAsync("changed", "BC");
        await page.GotoAsync("/schedules/changed");
        await page.Link("Change").ClickAsync();
        await page.Link("Choose something else").ClickAsync();
        await Expect(page.Box("Prison reform")).ToBeCheckedAsync();
        await page.Box("Criminal investigation").CheckAsync();
        await page.Button("Take this choice for the schedule").ClickAsync();
        await page.Button("Keep the schedule").ClickAsync();

        var changes = page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Changes" }) });
        await Expect(changes).ToContainTextAsync("Topics:");
        await page.Button("Pause").ClickAsync();
        await Expect(page.Button("Resume")).ToBeVisibleAsync();
        await Expect(changes).ToContainTextAsync("Paused");
    });

    [Fact]
    public Task Whoever_changes_what_somebody_changed_meanwhile_is_told_and_keeps_what_was_typed() => desk.VisitAsync(async page =>
    {
        await MakeAsync("raced", "BR");
        await page.GotoAsync("/schedules/raced/edit");
        await desk.Service.Http.PostAsync("/api/v1/schedules/raced/pause", null);
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("09:30");
        await page.Button("Keep the schedule").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody changed this schedule meanwhile.");
        await Expect(page.GetByLabel("Time", new() { Exact = true })).ToHaveValueAsync("09:30");
    });

    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr-MA")]
    [InlineData("ar-MA")]
    public Task Its_pages_suit_everybody(string locale) => desk.VisitAsync(
        async page =>
        {
            var name = $"suits-{locale[..2]}";
            await MakeAsync(name, $"S{locale[..2].ToUpperInvariant()}");
            foreach (var address in new[] { "/schedules/new?topics=prisons", $"/schedules/{name}", $"/schedules/{name}/edit", "/schedules" })
            {
                await page.GotoAsync(address);
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(closed => closed.open = true)");
                await page.ShouldSpeakAsync(locale);
                await page.ShouldSuitEverybodyAsync();
            }
        },
        new() { Locale = locale });

    [Fact]
    public Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() => desk.VisitAsync(async page =>
    {
        await page.GotoAsync("/schedules/new?topics=prisons");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Weekly Brief");
        await page.GetByLabel("Series", new() { Exact = true }).FillAsync("W");
        await page.GetByLabel("Time zone").FillAsync("Mars/Olympus");
        await page.Button("Keep the schedule").ClickAsync();

        await Expect(page.Locator("#name-error")).ToContainTextAsync("cannot be a name");
        await Expect(page.Locator("#series-error")).ToContainTextAsync("belongs to the schedule");
        await Expect(page.Locator("#timeZone-error")).ToContainTextAsync("is no time zone");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Weekly Brief");
        await page.GetByText("More options").ClickAsync();
        await page.GetByLabel("Calendar file").SetInputFilesAsync(
            new FilePayload { Name = "a.ics", MimeType = "text/calendar", Buffer = "nothing"u8.ToArray() });
        await page.Button("Show the next dates").ClickAsync();
        await Expect(page.Locator("#holidays-error")).ToContainTextAsync("no calendar that can be read");
    });

    [Fact]
    public Task A_large_calendar_is_read_and_its_days_are_kept() => desk.VisitAsync(async page =>
    {
        var today = TimeProvider.System.GetUtcNow();
        var days = Enumerable.Range(0, 999).Select(day =>
            $"BEGIN:VEVENT\nUID:{day}\nDTSTART;VALUE=DATE:{today.AddDays(day + 1):yyyyMMdd}\n"
            + $"SUMMARY:Day {day} {new string('x', 90)}\nDESCRIPTION:{new string('y', 200)}\nEND:VEVENT\n");
        var calendar = $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{string.Concat(days)}END:VCALENDAR\n";
        await page.GotoAsync("/schedules/new?topics=prisons");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("closed");
        await page.GetByLabel("Series", new() { Exact = true }).FillAsync("BL");
        await page.GetByText("More options").ClickAsync();
        await page.GetByLabel("Calendar file").SetInputFilesAsync(
            new FilePayload { Name = "a.ics", MimeType = "text/calendar", Buffer = System.Text.Encoding.UTF8.GetBytes(calendar) });
        await page.Button("Show the next dates").ClickAsync();
        await Expect(page.GetByText("999 holidays")).ToBeVisibleAsync();

        await page.Button("Keep the schedule").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "closed" })).ToBeVisibleAsync();
        await page.Link("Change").ClickAsync();
        await Expect(page.GetByText("999 holidays")).ToBeVisibleAsync();
    });

    private async Task MakeAsync(string name, string series)
    {
        using var made = await desk.Service.Http.PostAsJsonAsync("/api/v1/schedules", new
        {
            name,
            series,
            order = new { sections = new[] { "us-cooperation" }, topics = new[] { "prisons" } },
            cron = "0 7 * * 1",
            timeZone = "Africa/Casablanca",
        });
        made.EnsureSuccessStatusCode();
    }
}
