using System.Reflection;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Briefings.Composition;
using MoroccoCT.Tests.Library;
using MoroccoCT.Tests.Typesetting;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Rendering;

/// <summary>Documents are shared by fingerprint: it must change with whatever changes the bytes, and should change with nothing else.</summary>
[Collection(RenderingCollection.Name)]
public sealed class FingerprintTests(RenderingFixture documents)
{
    private static readonly BriefingOrder order = new() { Sections = ["domestic", "us-cooperation"] };

    [Fact]
    public void Every_member_of_an_order_counts()
    {
        BriefingOrder[] others =
        [
            order with { Sections = ["domestic"] },
            order with { Sections = ["us-cooperation", "domestic"] },
            order with { Topics = ["bcij"] },
            order with { Language = "fr" },
            order with { Title = "Another title" },
            order with { PreparedFor = "A visitor" },
            order with { Paper = Paper.Letter },
            order with { Depth = Depth.Full },
            order with { Marking = "TLP:RED" },
            order with { Profile = Profile.Archive },
            order with { Numbered = true },
        ];

        // A member that is added to the order has to be added here.
        Members().Where(member => others.All(other => Equals(member.GetValue(other), member.GetValue(order)))).ShouldBeEmpty();
        others.Select(other => Of(other)).Append(Of(order)).ShouldBeUnique();
    }

    [Fact]
    public void Date_number_period_and_who_prepared_it_count()
    {
        var issue = new Issue(RenderingFixture.Date);

        new[]
        {
            issue,
            issue with { Date = RenderingFixture.Date.AddDays(1) },
            issue with { Number = "MCT-2026-0001" },
            issue with { Number = "MCT-2026-0002" },
            issue with { Period = new(new(2026, 11, 16), new(2026, 11, 22)) },
            issue with { Period = new(new(2026, 11, 16), new(2026, 11, 21)) },
            issue with { PreparedBy = "Amina Benali" },
        }.Select(one => Of(order, issue: one)).ShouldBeUnique();
    }

    [Theory]
    [InlineData("fonts")]
    [InlineData("host")]
    public async Task What_engines_are_made_of_counts(string part)
    {
        var folder = Directory.CreateTempSubdirectory("setup-").FullName;
        var shipped = new TypesettingOptions();
        File.Copy(shipped.HostScript, Path.Combine(folder, "host.mjs"));
        File.WriteAllText(Path.Combine(folder, "package-lock.json"), "{}");
        File.Copy(Directory.EnumerateFiles(shipped.FontsFolder, "*.ttf", SearchOption.AllDirectories).First(),
            Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "fonts")).FullName, "one.ttf"));

        var before = await WithSetupAsync(folder);
        (await WithSetupAsync(folder)).ShouldBe(before);
        File.AppendAllText(Path.Combine(folder, part == "fonts" ? "fonts/one.ttf" : "package-lock.json"), " ");

        (await WithSetupAsync(folder)).ShouldNotBe(before);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_program_counts_by_every_module_that_has_a_hand_in_a_document() =>
        ProgramVersion.Modules.ShouldBe(
            new[] { typeof(BriefingOrder), typeof(EnginePool), typeof(BriefingRenderer) }.Select(type => type.Module.ModuleVersionId), ignoreOrder: true);

    [Fact]
    public void What_the_desk_prints_of_itself_counts_and_its_time_zone_does_not()
    {
        var desk = new DeskOptions { Name = "Desk", Contact = "desk@example.org" };

        new[] { desk, new() { Name = "Other desk", Contact = desk.Contact }, new() { Name = desk.Name, Contact = "other@example.org" }, new() }.Select(OfDesk)
            .ShouldBeUnique();
        OfDesk(new() { Name = desk.Name, Contact = desk.Contact, TimeZone = "Asia/Tokyo" }).ShouldBe(OfDesk(desk));
    }

    [Theory]
    [InlineData("sections/domestic/en.md", "drafted-with-model: true", "drafted-with-model: false")]
    [InlineData("timeline.yaml", "- id: attacks-2003", "# First.\n- id: attacks-2003")]
    [InlineData("labels.yaml", "see-note:", "# Notes.\nsee-note:")]
    [InlineData("layouts/theme.typ", "#let palette", "// Colours.\n#let palette")]
    public void A_file_that_the_document_is_made_from_counts(string file, string old, string now)
    {
        using var copy = new LibraryCopy();
        var before = Of(order, copy);

        copy.Replace(file, old, now);

        Of(order, copy).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("sections/regional/en.md", "summary: \"", "summary: \"Now: ")]
    [InlineData("sections/domestic/fr.md", "title: Initiatives", "title: Les initiatives")]
    public async Task A_section_or_language_that_was_not_ordered_counts_neither_for_fingerprint_nor_bytes(string file, string old, string now)
    {
        using var copy = new LibraryCopy();
        var before = (Of(order, copy), await HashAsync(copy));

        copy.Replace(file, old, now);

        (Of(order, copy), await HashAsync(copy)).ShouldBe(before);
    }

    /// <summary>The original's file is none of a translation's own, and yet page one speaks of it.</summary>
    [Fact]
    public void A_translation_that_has_fallen_behind_counts()
    {
        using var copy = new LibraryCopy();
        var french = order with { Language = "fr" };
        var before = Of(french, copy);

        copy.Replace("sections/domestic/en.md", "Morocco set up the Central Bureau", "Morocco set up the\nCentral Bureau");
        Of(french, copy).ShouldBe(before, "the original reads as before");

        copy.Replace("sections/domestic/en.md", "Morocco set up the\nCentral Bureau", "Morocco created the Central Bureau");
        Of(french, copy).ShouldNotBe(before);
        Of(french with { Topics = ["attacks"] }, copy).ShouldBe(Of(french with { Topics = ["attacks"] }), "what is behind is not in it");
    }

    [Fact]
    public async Task Where_the_library_lies_counts_neither_for_fingerprint_nor_bytes()
    {
        using var copy = new LibraryCopy();

        Of(order, copy).ShouldBe(Of(order));
        (await HashAsync(copy)).ShouldBe((await documents.RenderAsync(order)).Sha256);
    }

    [Fact]
    public async Task Orders_that_ask_for_the_same_in_other_words_share_fingerprint_and_bytes()
    {
        var topics = TestBriefings.Compose(order).Sections[1].Topics.Select(topic => topic.Id).ToList();
        BriefingOrder[] same =
        [
            order with { Sections = ["domestic", "us-cooperation", "domestic"] },
            order with { Topics = topics },
            order with { Title = "  " },
            order with { Marking = "TLP:CLEAR" },
        ];

        foreach (var other in same)
        {
            Of(other).ShouldBe(Of(order));
            (await documents.RenderAsync(other)).Sha256.ShouldBe((await documents.RenderAsync(order)).Sha256);
        }
    }

    [Fact]
    public async Task The_document_carries_the_fingerprint_that_was_foretold() =>
        (await documents.RenderAsync(order)).Manifest.Fingerprint.ShouldBe(Of(order));

    private static IEnumerable<PropertyInfo> Members() => typeof(BriefingOrder).GetProperties().Where(property => property.CanWrite);

    private string OfDesk(DeskOptions desk) => Of(order, desk: desk);

    private string Of(BriefingOrder ordered, LibraryCopy copy) => Of(ordered, copy.Load());

    private string Of(BriefingOrder ordered, CurrentLibrary? library = null, Issue? issue = null, DeskOptions? desk = null, EnginePool? engines = null) =>
        BriefingPreparation.Prepare(
            (library ?? RenderingFixture.Shipped).Snapshot, ordered, issue ?? new(RenderingFixture.Date), desk ?? RenderingFixture.Desk,
            (engines ?? documents.Engines).Setup, "an engine").Fingerprint;

    private async Task<string> HashAsync(LibraryCopy copy) =>
        (await documents.Renderer(copy.Load()).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None)).Sha256;

    private async Task<string> WithSetupAsync(string folder)
    {
        await using var engines = TestEngines.Start(
            options => (options.HostScript, options.FontsFolder) = (Path.Combine(folder, "host.mjs"), Path.Combine(folder, "fonts")));
        return Of(order, engines: engines);
    }
}
