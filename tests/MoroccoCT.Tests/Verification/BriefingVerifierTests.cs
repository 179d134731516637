using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using MoroccoCT.Audit;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Library;
using MoroccoCT.Tests.Rendering;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Typesetting;
using MoroccoCT.Verification;

namespace MoroccoCT.Tests.Verification;

/// <summary>A real ledger, the library that ships, and the real process that reads files.</summary>
public sealed class BriefingVerifierTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verifier-");
    private readonly Errands errands =
        new(ManifestReader.Limits with { Deadline = TimeSpan.FromMinutes(2) }, NullLogger<Errands>.Instance, TimeProvider.System);
    private readonly LedgerProcess process;

    public BriefingVerifierTests() => process = LedgerProcess.Create(new() { ["Ledger:DataFolder"] = folder.FullName });

    public Task InitializeAsync() => process.Database.PrepareAsync(default);

    public async Task DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_file_as_it_was_issued_is_genuine_and_up_to_date()
    {
        var pdf = Manifests.Pdf();
        var issued = await IssueAsync(pdf);

        var report = await VerifyAsync(pdf);

        (report.Verdict, report.Number, report.IssuedAt, report.IsSuperseded).ShouldBe((Verdict.Genuine, issued.Number, issued.FinishedAt, false));
        report.Sha256.ShouldBe(issued.Sha256);
        report.Manifest!.Order.Title.ShouldBe("For a test");
        report.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_bears_the_fingerprint_of_an_issued_one_and_differs_from_it_is_altered()
    {
        var pdf = Manifests.Pdf();
        var issued = await IssueAsync(pdf);

        var report = await VerifyAsync([.. pdf, .. "%\n"u8]);

        (report.Verdict, report.Number, report.Changes, report.IsSuperseded).ShouldBe((Verdict.Altered, issued.Number, null, null));
    }

    [Fact]
    public async Task A_file_that_bears_a_number_issued_here_is_altered_whatever_its_fingerprint()
    {
        var issued = await IssueAsync(Manifests.Pdf());
        var forged = Manifests.Json(issued.Number);
        forged["fingerprint"] = "0";

        (await VerifyAsync(Manifests.Pdf(forged))).Verdict.ShouldBe(Verdict.Altered);
    }

    [Fact]
    public async Task A_file_of_another_desk_is_not_issued_here()
    {
        await IssueAsync(Manifests.Pdf(Manifests.Json("MCT-1999-0001")), fingerprint: "another");

        var report = await VerifyAsync(Manifests.Pdf());

        (report.Verdict, report.Number, report.Changes).ShouldBe((Verdict.NotIssuedHere, null, null));
        report.Manifest!.Reference.ShouldBe("MCT-7F3A9C21");
    }

    [Fact]
    public async Task A_later_edition_supersedes_an_earlier_one_and_not_the_other_way_round()
    {
        var (earlier, later) = (Manifests.Pdf(Manifests.Json("MCT-W-2026-46")), Manifests.Pdf(Manifests.Json("MCT-W-2026-47")));
        await IssueAsync(earlier, Edition("weekly", "MCT-W-2026-46", new(2026, 11, 9)));
        await IssueAsync(Manifests.Pdf(Manifests.Json("MCT-M-2026-12")), Edition("monthly", "MCT-M-2026-12", new(2026, 12, 1)));
        (await VerifyAsync(earlier)).Changes.ShouldBeEmpty();

        await IssueAsync(later, Edition("weekly", "MCT-W-2026-47", new(2026, 11, 16)));

        (await VerifyAsync(earlier)).Changes.ShouldBe([new(ChangeKind.NewerEdition, "MCT-W-2026-47")]);
        (await VerifyAsync(later)).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edition_that_was_corrected_names_the_correction_and_the_correction_names_nothing()
    {
        var (wrong, right) = (Manifests.Pdf(Manifests.Json("MCT-W-2026-46")), Manifests.Pdf(Manifests.Json("MCT-W-2026-46-2")));
        await IssueAsync(wrong, Edition("weekly", "MCT-W-2026-46", new(2026, 11, 9)));

        await IssueAsync(right, Edition("weekly", "MCT-W-2026-46-2", new(2026, 11, 9)) with { Supersedes = "MCT-W-2026-46" });

        (await VerifyAsync(wrong)).Changes.ShouldBe([new(ChangeKind.Superseded, "MCT-W-2026-46-2")]);
        (await VerifyAsync(right)).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_data_file_that_was_changed_since_is_named()
    {
        using var library = new LibraryCopy();
        library.Append("glossary.yaml", "# Looked through.");
        var pdf = Manifests.Pdf();
        await IssueAsync(pdf);

        var report = await VerifyAsync(pdf, library.Load());

        report.Changes.ShouldBe([new(ChangeKind.LibraryFile, "glossary.yaml")]);
        report.IsSuperseded.ShouldBe(true);
    }

    [Fact]
    public async Task A_data_file_that_is_gone_since_is_named()
    {
        var manifest = Manifests.Json();
        manifest["library"]!["files"]!["gone.yaml"] = new string('0', 64);
        var pdf = Manifests.Pdf(manifest);
        await IssueAsync(pdf);

        (await VerifyAsync(pdf)).Changes.ShouldBe([new(ChangeKind.LibraryFile, "gone.yaml")]);
    }

    [Fact]
    public async Task A_section_that_was_rewritten_since_is_named_by_the_title_it_had()
    {
        using var library = new LibraryCopy();
        library.Replace("sections/regional/en.md", "title: Regional cooperation", "title: Cooperation in the region");
        // Not in the order, and not in its language.
        library.Replace("sections/us-cooperation/en.md", "drafted-with-model: true", "drafted-with-model: true # still");
        library.Replace("sections/regional/fr.md", "drafted-with-model: true", "drafted-with-model: true # still");
        var pdf = Manifests.Pdf();
        await IssueAsync(pdf);

        (await VerifyAsync(pdf, library.Load())).Changes.ShouldBe([new(ChangeKind.SectionText, "Regional cooperation")]);
    }

    [Fact]
    public async Task New_information_and_a_review_are_told_with_their_dates()
    {
        using var library = new LibraryCopy();
        foreach (var language in (string[])["en", "fr", "ar"])
            library.Replace($"sections/regional/{language}.md", "information-as-of: 2016-04", "information-as-of: 2016-05");
        library.Replace("sections/regional/en.md", "last-reviewed: null\nreviewer: null", "last-reviewed: 2026-11-20\nreviewer: Ada Example");
        var pdf = Manifests.Pdf();
        await IssueAsync(pdf);

        (await VerifyAsync(pdf, library.Load())).Changes.ShouldBe(
        [
            new(ChangeKind.SectionText, "Regional cooperation"),
            new(ChangeKind.SectionInformation, "Regional cooperation", "2016-04", "2016-05"),
            new(ChangeKind.SectionReview, "Regional cooperation", "", "2026-11-20"),
        ]);
    }

    [Fact]
    public async Task A_section_that_was_taken_out_since_is_named()
    {
        var manifest = Manifests.Json();
        manifest["sections"]!.AsArray().Add(JsonNode.Parse("""{"id":"gone","title":"A section of old","sha256":"0","informationAsOf":"2015"}"""));
        var pdf = Manifests.Pdf(manifest);
        await IssueAsync(pdf);

        (await VerifyAsync(pdf)).Changes.ShouldBe([new(ChangeKind.SectionRemoved, "A section of old")]);
    }

    [Fact]
    public async Task A_file_whose_request_was_deleted_since_is_told_to_be_so_and_one_that_differs_from_it_is_altered()
    {
        var pdf = Manifests.Pdf();
        var issued = await IssueAsync(pdf);
        await process.Get<RequestRemoval>().DeleteAsync(issued.Id, Actor.CommandLine, default);

        var report = await VerifyAsync(pdf);
        (report.Verdict, report.Number, report.IsGenuine, report.IsSuperseded).ShouldBe((Verdict.Deleted, issued.Number, false, null));
        report.DeletedAt.ShouldBe(process.Time.GetUtcNow());
        report.Manifest.ShouldNotBeNull();

        var differing = await VerifyAsync([.. pdf, .. "%\n"u8]);
        (differing.Verdict, differing.Number).ShouldBe((Verdict.Altered, issued.Number));

        await IssueAsync(pdf);
        (await VerifyAsync(pdf)).Verdict.ShouldBe(Verdict.Genuine, "the same document was issued again");
    }

    [Theory]
    [InlineData("a name tree that is its own child")]
    [InlineData("an encrypted file")]
    public async Task A_genuine_file_is_genuine_also_when_it_cannot_be_read(string name)
    {
        var pdf = HostileFiles.Make(name);
        await IssueAsync(pdf);

        var report = await VerifyAsync(pdf);

        (report.Verdict, report.Manifest, report.Changes, report.IsSuperseded).ShouldBe((Verdict.Genuine, null, null, null));
    }

    [Fact]
    public async Task Where_no_reader_starts_a_genuine_file_is_still_genuine_and_another_is_not_called_hostile()
    {
        // Less than any runtime needs.
        var crippled = new Errands(ManifestReader.Limits with { MemoryMiB = 1 }, NullLogger<Errands>.Instance, TimeProvider.System);
        var pdf = Manifests.Pdf();
        await IssueAsync(pdf);

        var report = await VerifyAsync(pdf, errands: crippled);
        var failure = await Should.ThrowAsync<ErrandFailedException>(() => VerifyAsync([.. pdf, .. "%\n"u8], errands: crippled));

        (report.Verdict, report.Changes).ShouldBe((Verdict.Genuine, null));
        failure.Fault.ShouldBe(ErrandFault.Unavailable);
    }

    [Fact]
    public async Task When_too_many_files_wait_the_next_one_is_turned_away()
    {
        var full = new Errands(ManifestReader.Limits with { AtOnce = 1, QueueLimit = 0 }, NullLogger<Errands>.Instance, TimeProvider.System);
        using var end = new CancellationTokenSource();
        var running = full.RunAsync(new("/bin/sleep", ["1000"], new Dictionary<string, string>()), Stream.Null, end.Token);

        var busy = await Should.ThrowAsync<ErrandsBusyException>(() => VerifyAsync(Manifests.Pdf(), errands: full));

        busy.RetryAfter.ShouldBeGreaterThan(TimeSpan.Zero);
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    private static Edition Edition(string schedule, string number, DateOnly issued) =>
        new(schedule, number, issued, new(issued.AddDays(-7), issued.AddDays(-1)));

    private Task<VerificationReport> VerifyAsync(byte[] pdf, CurrentLibrary? library = null, Errands? errands = null) =>
        new BriefingVerifier(
            process.Get<RequestQueries>(), process.Get<Tombstones>(), library ?? RenderingFixture.Shipped, new(errands ?? this.errands),
            process.Get<AuditTrail>())
            .VerifyAsync(new MemoryStream(pdf), Viewer.Everything, Actor.CommandLine, default);

    private async Task<BriefingRequest> IssueAsync(byte[] pdf, Edition? edition = null, string? fingerprint = null)
    {
        var submission = edition is null ? new Submission(new(Doors.Api)) : new(Actor.Schedule, edition.Number, edition);
        var taken = (await process.Ledger.TakeAsync(await process.Ledger.SubmitAsync(Manifests.Order, submission))).ShouldNotBeNull();
        var document = new FinishedDocument(pdf, 1, Convert.ToHexStringLower(SHA256.HashData(pdf)), fingerprint ?? Manifests.Of().Fingerprint);
        (await process.Ledger.CompleteAsync(taken, document)).ShouldBeTrue();
        return await process.Ledger.FindAsync(taken);
    }
}
