using System.IO.Compression;
using System.Net;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Web.Pages;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Api;

/// <summary>Several documents in one file, by the API and by the list.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    private readonly TestService service = new();
    private int documents;

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task It_holds_each_document_under_a_name_that_tells_what_is_inside_dated_by_its_issue()
    {
        var plain = await DoneAsync("Cabinet: <b>note</b> ../../etc", "en");
        var arabic = await DoneAsync("إصلاح السجون وتدريب الشرطة (BCIJ)", "ar");
        var again = await DoneAsync("Cabinet: <b>note</b> ../../etc", "en");

        var answer = await service.Client.GetAsync(Address(arabic, plain, again));

        (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()).ShouldBe((HttpStatusCode.OK, "application/zip"));
        answer.Content.Headers.ContentDisposition!.ToString().ShouldBe("attachment; filename=\"briefings-2026-11-22.zip\"");
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        archive.Entries.Select(entry => entry.FullName).ShouldBe(
        [
            $"{arabic.Number}_إصلاح-السجون-وتدريب-الشرطة-BCIJ_ar_TLP-CLEAR.pdf", $"{plain.Number}_Cabinet-b-note-b-etc_en_TLP-CLEAR.pdf",
            $"{again.Number}_Cabinet-b-note-b-etc_en_TLP-CLEAR.pdf",
        ]);
        archive.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == new DateTime(2026, 11, 22));
        foreach (var (entry, request) in archive.Entries.Zip([arabic, plain, again]))
        {
            using var text = new StreamReader(entry.Open());
            TestLedger.Finished(await text.ReadToEndAsync()).Sha256.ShouldBe(request.Sha256);
        }
    }

    [Fact]
    public async Task The_same_choice_gives_the_same_bytes()
    {
        var (one, two) = (await DoneAsync("One"), await DoneAsync("Two"));

        var first = await service.Client.GetByteArrayAsync(Address(one, two));

        (await service.Client.GetByteArrayAsync(Address(one, two))).ShouldBe(first);
    }

    [Fact]
    public async Task Each_document_is_entered_before_it_is_sent_and_none_where_only_the_head_is_asked_for()
    {
        var (one, two) = (await DoneAsync("One"), await DoneAsync("Two"));
        var before = (await service.AuditAsync()).Count;

        (await service.Client.SendAsync(new(HttpMethod.Head, Address(one, two)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.AuditAsync()).Count.ShouldBe(before);
        await service.Client.GetByteArrayAsync(Address(one, two));

        (await service.AuditAsync()).Skip(before).Select(entry => (entry.What, entry.Subject, entry.Door, entry.Details)).ShouldBe(
        [
            ("download", one.Number, "api", $$"""{"format":"zip","sha256":"{{one.Sha256}}"}"""),
            ("download", two.Number, "api", $$"""{"format":"zip","sha256":"{{two.Sha256}}"}"""),
        ]);
    }

    [Fact]
    public async Task What_cannot_be_entered_is_not_sent()
    {
        var done = await DoneAsync("One");
        await service.ExecuteAsync("DROP TABLE audit");

        await (await service.Client.GetAsync(Address(done))).ProblemAsync(503);
    }

    [Fact]
    public async Task What_is_not_finished_or_not_there_is_named_and_nothing_is_sent()
    {
        var (done, waiting) = (await DoneAsync("One"), await service.SubmitAsync());
        var unknown = Guid.CreateVersion7();

        var unfinished = await (await service.Client.GetAsync(Address(done, waiting))).ProblemAsync(409);
        unfinished.Text("detail").ShouldBe($"Not completed: {waiting.Number}.");
        var gone = await (await service.Client.GetAsync($"{Address(done)}&ids={unknown}")).ProblemAsync(404);
        gone.Text("detail").ShouldContain($"{unknown}");
        gone.Text("detail").ShouldNotContain($"{done.Id}");
        (await service.AuditAsync()).ShouldNotContain(entry => entry.What == "download");
    }

    [Fact]
    public async Task It_holds_no_more_than_can_be_asked_for_in_one_address()
    {
        var ids = string.Join('&', Enumerable.Range(0, 51).Select(_ => $"ids={Guid.CreateVersion7()}"));

        (await (await service.Client.GetAsync($"/api/v1/requests/archive?{ids}")).ProblemAsync(400)).Error("ids").ShouldContain("50");
        (await (await service.Client.GetAsync("/api/v1/requests/archive")).ProblemAsync(400)).Error("ids").ShouldContain("1 to 50");
        await (await service.Client.GetAsync("/api/v1/requests/archive?ids=nonsense")).ProblemAsync(400);
    }

    [Fact]
    public async Task Many_large_documents_are_sent_as_they_are_read()
    {
        var random = new Random(1);
        var requests = new List<BriefingRequest>();
        for (var i = 0; i < 20; i++)
        {
            var content = new byte[300_000];
            random.NextBytes(content);
            requests.Add(await FinishAsync(await service.SubmitAsync(), Convert.ToBase64String(content)));
        }

        using var archive = new ZipArchive(new MemoryStream(await service.Client.GetByteArrayAsync(Address([.. requests]))));

        archive.Entries.Select(entry => entry.Length).ShouldAllBe(length => length == 400_000);
        archive.Entries.Count.ShouldBe(20);
    }

    [Fact]
    public async Task The_list_sends_what_was_chosen_and_says_on_itself_what_stands_in_the_way()
    {
        using var browser = service.Browser();
        var (done, waiting) = (await DoneAsync("Wanted"), await service.SubmitAsync(new() { Sections = ["domestic"], Title = "Wanted too" }));
        var list = await FormPage.OpenAsync(browser, "/requests?q=wanted");

        var sent = await list.PressAsync("/requests?q=wanted&handler=Archive", ("ids", $"{done.Id}"));
        using (var archive = new ZipArchive(await sent.Content.ReadAsStreamAsync()))
            archive.Entries.ShouldHaveSingleItem().FullName.ShouldStartWith(done.Number);
        (await service.AuditAsync())[^1].Door.ShouldBe("form");

        foreach (var (ids, told) in new[]
        {
            (Array.Empty<Guid>(), "Choose at least one briefing first."), ([waiting.Id], $"Not ready, so that nothing was downloaded: {waiting.Number}."),
            ([done.Id, Guid.CreateVersion7()], "Some of what was chosen is not here any more."),
            ([.. Enumerable.Range(0, 51).Select(_ => Guid.CreateVersion7())], "at most 50"),
        })
        {
            var refused = await browser.PostAsync("/requests?q=wanted&handler=Archive", new FormUrlEncodedContent(
                [.. ids.Select(id => KeyValuePair.Create("ids", $"{id}")), new("__RequestVerificationToken", list.Token)]));
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var page = await refused.Content.ReadAsStringAsync();
            page.ShouldContain(told);
            page.ShouldContain("value=\"wanted\"");
            page.ShouldContain(waiting.Number);
        }
    }

    [Fact]
    public async Task What_lies_above_the_clearance_is_not_there()
    {
        var shared = new SharedService();
        await shared.InitializeAsync();
        try
        {
            var hidden = await shared.FinishedAsync(await shared.AddAsync(Role.Administrator, clearance: 4), marking: 4);
            using var browser = await shared.BrowserAsync(await shared.AddAsync());

            (await (await browser.GetAsync(Address(hidden))).ProblemAsync(404)).Text("detail").ShouldNotContain(hidden.Number);
        }
        finally
        {
            await shared.DisposeAsync();
        }
    }

    private static string Address(params BriefingRequest[] requests) =>
        $"/api/v1/requests/archive?{string.Join('&', requests.Select(request => $"ids={request.Id}"))}";

    private async Task<BriefingRequest> DoneAsync(string title, string language = "en") => await FinishAsync(
        await service.SubmitAsync(new() { Sections = ["domestic"], Title = title, Language = language }), $"%PDF {++documents}");

    private async Task<BriefingRequest> FinishAsync(BriefingRequest request, string content)
    {
        (await service.Ledger.CompleteAsync(await service.TakeAsync(request), TestLedger.Finished(content, content[..6]))).ShouldBeTrue();
        return await service.Ledger.FindAsync(request);
    }
}
