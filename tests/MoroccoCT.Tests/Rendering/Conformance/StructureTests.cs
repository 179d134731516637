using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings.Composition;
using static MoroccoCT.Tests.Rendering.Conformance.Typography;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>The structure tree, which is all that a screen reader knows of a page.</summary>
[Collection(RenderingCollection.Name)]
public sealed class StructureTests(RenderingFixture documents)
{
    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Headings_begin_at_the_first_level_and_skip_none(string language, Depth depth)
    {
        var headings = (await documents.ReadAsync(language, depth)).Structure.All.Where(element => element.HeadingLevel > 0).ToList();

        headings[0].HeadingLevel.ShouldBe(1);
        foreach (var (above, heading) in headings.Zip(headings.Skip(1)))
            heading.HeadingLevel.ShouldBeLessThanOrEqualTo(above.HeadingLevel + 1, heading.Text);
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Sections_are_headings_and_their_topics_headings_below_them(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);

        var headings = pdf.Structure.All.Where(element => element.HeadingLevel > 0).Select(element => (element.HeadingLevel, Bare(element.Title!))).ToList();

        foreach (var section in Briefing(language, depth).Sections)
        {
            var place = headings.IndexOf((2, Bare(section.Title)));
            place.ShouldNotBe(-1, section.Title);
            headings.Skip(place + 1).Take(section.Topics.Count).ShouldBe(section.Topics.Select(topic => (3, Bare(topic.Title))));
        }
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task The_title_is_the_only_heading_of_the_first_level(string language, Depth depth) =>
        Bare((await documents.ReadAsync(language, depth)).Structure.Find("H1").ShouldHaveSingleItem().Title!).ShouldBe(Bare(Briefing(language, depth).Title));

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task A_heading_is_no_paragraph_and_every_other_text_is_in_one_or_in_a_list_or_a_table(string language, Depth depth)
    {
        var structure = (await documents.ReadAsync(language, depth)).Structure;

        structure.All.Where(element => element.HeadingLevel > 0).SelectMany(heading => heading.Find("P")).ShouldBeEmpty();
        structure.All.Where(element => element.Role is "Document" or "Div").SelectMany(group => group.Parts)
            .Where(part => part is not StructureElement { Role: not ("Span" or "Link") }).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Notes_and_sources_are_lists_of_numbered_entries_and_each_note_leads_back(string language, Depth depth)
    {
        var briefing = Briefing(language, depth);
        var structure = (await documents.ReadAsync(language, depth)).Structure;

        var notes = Entries(structure, briefing.Labels["notes"]);
        var sources = Entries(structure, briefing.Labels["sources"]);

        notes.Select(note => note.Label.Trim('.')).ShouldBe(briefing.Notes.Select(note => $"{note.Number}"));
        sources.Select(source => source.Label.Trim('[', ']')).ShouldBe(briefing.Sources.Select(source => $"{source.Number}"));
        foreach (var (note, entry) in notes.Zip(briefing.Notes))
            note.Body.Find("Link").Count(link => !link.Text.StartsWith('[')).ShouldBeGreaterThan(0, $"back from note {entry.Number}");
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Each_table_has_a_caption_and_each_of_its_cells_a_header_above_it_and_one_in_its_row(string language, Depth depth)
    {
        var briefing = Briefing(language, depth);
        var tables = (await documents.ReadAsync(language, depth)).Structure.Find("Table").ToList();

        // In a summary and a short briefing the events are a list.
        var figures = (briefing.Programmes is null ? 0 : 1) + (briefing.Timeline is null || depth is Depth.Summary or Depth.Short ? 0 : 1);
        tables.Count.ShouldBe(briefing.Sections.SelectMany(section => section.Topics).Sum(topic => topic.Blocks.Count(block => block is Table)) + figures);
        foreach (var table in tables)
        {
            table.Elements.Count(element => element.Role == "Caption").ShouldBe(1);
            var columns = table.Find("THead").Single().Find("TH").ToList();
            columns.ShouldNotBeEmpty();
            columns.ShouldAllBe(header => header.Scope == "Column" && header.Text.Length > 0);
            foreach (var row in table.Find("TBody").Single().Find("TR").Select(row => row.Elements.ToList()))
            {
                row.Count.ShouldBe(columns.Count);
                var header = row[0];
                (header.Role, header.Scope).ShouldBe(("TH", "Row"));
                header.Id.ShouldNotBeNull();
                header.Headers.ShouldBe([columns[0].Id!]);
                foreach (var (cell, column) in row.Zip(columns).Skip(1))
                {
                    cell.Role.ShouldBe("TD");
                    cell.Headers.ShouldBe([column.Id!, header.Id]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Each_header_of_a_table_is_found_by_its_name(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);

        var headers = pdf.Structure.Find("TH").Select(header => header.Id!).ToList();

        headers.ShouldBeUnique();
        pdf.NamedElements.ShouldBe(headers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task The_timeline_is_told_in_words(string language, Depth depth)
    {
        var figures = (await documents.ReadAsync(language, depth)).Structure.Find("Figure").ToList();

        // A summary of everything has no room for the drawing, a short briefing has none; their events are listed.
        if (depth is not (Depth.Summary or Depth.Short))
            figures.ShouldHaveSingleItem();
        figures.ShouldAllBe(figure => figure.Alternative == Briefing(language, depth).Timeline!.Alt);
    }

    [Fact]
    public async Task The_drawing_in_a_summary_is_told_in_words_too()
    {
        var order = new BriefingOrder { Sections = ["domestic"], Depth = Depth.Summary };

        (await documents.ReadAsync(order)).Structure.Find("Figure").ShouldHaveSingleItem().Alternative.ShouldBe(TestBriefings.Compose(order).Timeline!.Alt);
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Each_link_is_in_the_tree_once_and_says_where_it_leads(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);

        pdf.Annotations.ShouldNotBeEmpty();
        pdf.Annotations.ShouldAllBe(annotation => annotation.Kind == "Link" && !string.IsNullOrWhiteSpace(annotation.Description));
        var tagged = pdf.Structure.Find("Link").SelectMany(link => link.Parts.OfType<TaggedAnnotation>()).Select(part => part.Annotation).ToList();
        tagged.ShouldBe(pdf.Annotations.Select(annotation => annotation.Reference), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task A_note_marker_is_described_by_the_note_it_leads_to(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);
        var descriptions = pdf.Annotations.ToDictionary(annotation => annotation.Reference, annotation => annotation.Description!);
        var note = Bare(Briefing(language, depth).Labels["seeNote"]);

        var markers = pdf.Structure.Find("Link")
            .Select(link => (link.Text, Description: Bare(descriptions[link.Parts.OfType<TaggedAnnotation>().First().Annotation])))
            .Where(link => link.Description.StartsWith(note.Split('{')[0], StringComparison.Ordinal) && link.Text.All(char.IsDigit))
            .ToList();

        markers.Select(marker => marker.Description).ShouldBe(markers.Select(marker => note.Replace("{note}", marker.Text, StringComparison.Ordinal)));
        markers.Select(marker => int.Parse(marker.Text)).ShouldBe(TestBriefings.NotesMet(Briefing(language, depth)));
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Everything_on_a_page_is_in_the_tree_once_or_marked_as_decoration(string language, Depth depth)
    {
        var pdf = await documents.ReadAsync(language, depth);

        var tagged = pdf.Structure.Texts.Select(text => (text.Page, text.Id)).ToList();
        var marked = pdf.Pages.SelectMany(
            page => page.GetMarkedContents().Where(content => !content.IsArtifact),
            (page, content) => (page.Number, content.MarkedContentIdentifier));

        tagged.ShouldBe(marked, ignoreOrder: true);
        foreach (var page in pdf.Pages)
        {
            var all = page.GetMarkedContents().SelectMany(StructureReader.Nested).ToList();
            all.Sum(content => content.Letters.Count).ShouldBe(page.Letters.Count);
            all.Sum(content => content.Paths.Count).ShouldBe(page.Paths.Count);
        }
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Headers_and_footers_are_decoration(string language, Depth depth)
    {
        const double header = 29 * 72 / 25.4, footer = 25 * 72 / 25.4;
        foreach (var page in (await documents.ReadAsync(language, depth)).Pages)
        {
            var letters = page.GetMarkedContents().Where(content => !content.IsArtifact).SelectMany(StructureReader.Nested)
                .SelectMany(content => content.Letters).ToList();

            letters.ShouldAllBe(letter => letter.StartBaseLine.Y > footer);
            // The banner at the head of page one is part of the text: there the marking is read out, and only there.
            if (page.Number > 1)
                letters.ShouldAllBe(letter => letter.StartBaseLine.Y < page.Height - header);
        }
    }

    /// <summary>The entries of the list under a heading; one in two columns is a list for each.</summary>
    private static List<(string Label, StructureElement Body)> Entries(StructureElement structure, string heading) =>
        [.. structure.All.SkipWhile(element => element.HeadingLevel == 0 || Bare(element.Title!) != Bare(heading)).Skip(1)
            .TakeWhile(element => element.HeadingLevel == 0).Where(element => element.Role == "L")
            .SelectMany(list => list.Elements).Select(item => (Bare(item.Find("Lbl").Single().Text), item.Find("LBody").Single()))];

    private static Briefing Briefing(string language, Depth depth) => TestBriefings.Compose(RenderingFixture.Order(language, depth));
}
