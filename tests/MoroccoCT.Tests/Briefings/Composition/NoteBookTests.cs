using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using static MoroccoCT.Tests.Briefings.Composition.TestBriefings;

namespace MoroccoCT.Tests.Briefings.Composition;

public class NoteBookTests
{
    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void Notes_are_numbered_in_the_order_in_which_a_reader_meets_them(string language, Depth depth)
    {
        var briefing = Compose(Everything with { Language = language, Depth = depth });

        NotesMet(briefing).Distinct().ShouldBe(Enumerable.Range(1, briefing.Notes.Count));
        briefing.Notes.Select(note => note.Number).ShouldBe(Enumerable.Range(1, briefing.Notes.Count));
    }

    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void Sources_are_numbered_in_order_of_first_use_and_only_those_cited_are_listed(string language, Depth depth)
    {
        var briefing = Compose(Everything with { Language = language, Depth = depth });

        briefing.Notes.SelectMany(note => note.References).Select(reference => reference.Source).Distinct()
            .ShouldBe(Enumerable.Range(1, briefing.Sources.Count));
        briefing.Sources.Select(source => source.Number).ShouldBe(Enumerable.Range(1, briefing.Sources.Count));
        briefing.Sources.Select(source => source.Id).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(LanguagesAndDepths), MemberType = typeof(TestBriefings))]
    public void No_two_notes_are_equal(string language, Depth depth) =>
        Compose(Everything with { Language = language, Depth = depth }).Notes.Select(note => Json(note.References)).ShouldBeUnique();

    [Fact]
    public void Passages_that_rest_on_other_places_of_the_same_source_have_notes_of_their_own()
    {
        var notes = Compose(Osk).Timeline!.Events.Where(mark => mark.Date is "1920-05-01" or "1925").Select(mark => mark.Note).ToList();

        notes.Count.ShouldBe(2, "pages 1 and 2 of the log");
        notes.ShouldBeUnique();
    }

    [Fact]
    public void Passages_that_rest_on_the_same_places_share_a_note()
    {
        var briefing = Compose(Osk);

        // Key point, key figure, event and paragraph all rest on page 1 of the log.
        var number = briefing.KeyPoints[0].Content.OfType<NoteMarker>().Single().Number;
        briefing.KeyFigures!.Items[0].Notes.ShouldBe([number]);
        briefing.Timeline!.Events.Single(mark => mark.Date == "1920-05-01").Note.ShouldBe(number);
        briefing.Sections[0].Topics[0].Blocks.Inlines().OfType<NoteMarker>().First().Number.ShouldBe(number);
    }

    [Fact]
    public void The_same_places_in_another_order_are_the_same_note()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "a red light. [@lamp-act]", "a red light. [@lamp-act; @harbour-log:page-1]");
        var items = Compose(library.Load(), Osk).Sections[0].Topics[0].Blocks.OfType<BulletList>().Single().Items;

        items.Select(item => item.Inlines().OfType<NoteMarker>().Single().Number).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_note_names_each_source_once_with_all_its_passages()
    {
        using var library = TestLibrary.OnlyEnglish();
        library.Replace("sections/lights/en.md", "in fog. [@harbour-log:page-2]", "in fog. [@harbour-log:page-3; @lamp-act; @harbour-log:page-2]");
        var briefing = Compose(library.Load(), new() { Sections = ["lights"], Topics = ["fog-signal"] });

        var number = briefing.Sections[0].Topics[0].Blocks[0].ShouldBeOfType<Paragraph>().Content.OfType<NoteMarker>().Single().Number;

        briefing.Notes[number - 1].References.Select(reference => reference.Text).ShouldBe(["Harbour log; page\u00A03; page\u00A02", "Lamp Act"]);
    }

    [Fact]
    public void A_listed_source_says_who_what_when_and_of_which_kind()
    {
        var sources = Compose(Osk with { Depth = Depth.Full, Language = "fr" }).Sources;

        sources.Single(source => source.Id == "lamp-act").ShouldSatisfyAllConditions(
            source => source.Author.ShouldBe("Conseil d’Osk"),
            source => source.Title.ShouldBe("Loi sur les lampes"),
            source => source.Date.ShouldBe("24\u00A0décembre\u00A01919"),
            source => source.Type.ShouldBe(TestLibrary.Fixture.Labels["source-type-legislation"].In("fr")),
            source => source.Note.ShouldBe("Le texte en vigueur."));
        sources.Single(source => source.Id == "keepers-letters").Date.ShouldBe("sans date");
    }
}
