using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings.Composition;
using static MoroccoCT.Tests.Rendering.Conformance.Typography;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>The language in which each piece of text is to be read aloud.</summary>
[Collection(RenderingCollection.Name)]
public sealed class LanguageTests(RenderingFixture documents)
{
    [Theory]
    [InlineData("en", "en-GB")]
    [InlineData("fr", "fr")]
    [InlineData("ar", "ar")]
    public async Task A_document_says_its_language(string language, string tag)
    {
        foreach (var depth in Enum.GetValues<Depth>())
        {
            var pdf = await documents.ReadAsync(language, depth);

            pdf.Language.ShouldBe(tag);
            pdf.Metadata.Descendants().Where(element => element.Name.LocalName == "language").ShouldHaveSingleItem().Value.ShouldBe(tag);
        }
    }

    [Theory]
    [InlineData("en", "fr", "Direction générale de la Sûreté nationale")]
    [InlineData("fr", "en", "Antiterrorism Assistance")]
    [InlineData("ar", "fr", "Direction générale de la Sûreté nationale")]
    [InlineData("ar", "en", "Customs and Border Protection")]
    public async Task A_name_in_another_language_says_so(string language, string other, string name) =>
        In(await documents.ReadAsync(language, Depth.Standard), other).ShouldContain(Bare(name));

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Each_passage_that_the_library_gives_in_another_language_says_so(string language)
    {
        var pdf = await documents.ReadAsync(language, Depth.Full);
        var briefing = TestBriefings.Compose(RenderingFixture.Order(language, Depth.Full));
        var passages = briefing.Sections.SelectMany(section => section.Topics).SelectMany(topic => topic.Blocks.Inlines()).OfType<Foreign>().ToList();

        passages.ShouldNotBeEmpty();
        foreach (var passage in passages)
            In(pdf, passage.Language).ShouldContain(Bare(passage.Content.PlainText()));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Each_acronym_in_the_glossary_is_in_the_language_in_which_it_is_read_aloud(string language)
    {
        var pdf = await documents.ReadAsync(language, Depth.Full);
        var glossary = TestBriefings.Compose(RenderingFixture.Order(language, Depth.Full)).Glossary;

        glossary.Select(entry => entry.Language).Distinct().Count().ShouldBe(2);
        foreach (var entry in glossary)
            pdf.Structure.Find("Lbl").Where(label => Bare(label.Text) == entry.Term).ShouldHaveSingleItem()
                .Texts.ShouldAllBe(text => text.Language == entry.Language);
    }

    [Theory]
    [InlineData("en", "ⵍⵎⵖⵔⵉⴱ", "zgh")]
    [InlineData("ar", "ⵍⵎⵖⵔⵉⴱ", "zgh")]
    [InlineData("fr", "Αθήνα", "el")]
    [InlineData("ar", "Αθήνα", "el")]
    [InlineData("en", "المغرب", "ar")]
    [InlineData("ar", "Maroc", "en")]
    public async Task A_name_in_another_script_says_its_language_untold(string language, string name, string other)
    {
        var order = new BriefingOrder
        {
            Sections = ["regional"],
            Topics = ["gctf"],
            Language = language,
            Title = language == "ar" ? $"ملف {name} هنا" : $"A {name} b",
        };

        Bare(string.Concat((await documents.ReadAsync(order)).Structure.Texts.Where(text => text.Language == other).Select(text => text.Text)))
            .ShouldContain(language == "en" && other == "ar" ? string.Concat(name.Reverse()) : name);
    }

    [Theory]
    [InlineData(Depth.Summary)]
    [InlineData(Depth.Standard)]
    [InlineData(Depth.Full)]
    public async Task In_Arabic_each_run_of_Latin_letters_says_its_language(Depth depth)
    {
        var texts = (await documents.ReadAsync("ar", depth)).Structure.Texts.ToList();

        texts.ShouldAllBe(text => !text.Text.Any(IsLatin) || text.Language != "ar");
        texts.ShouldAllBe(text => !text.Text.Any(IsArabic) || text.Language == "ar");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task The_marking_is_read_as_the_English_label_it_is(string language)
    {
        var banner = (await documents.ReadAsync(language, Depth.Summary)).Structure.Texts.Where(text => Bare(text.Text) == "TLP:CLEAR").ToList();

        banner.ShouldNotBeEmpty();
        banner.ShouldAllBe(text => text.Language == "en");
    }

    /// <summary>All the text that is tagged with a language.</summary>
    private static string In(TaggedPdf pdf, string language) =>
        Bare(string.Concat(pdf.Structure.Texts.Where(text => text.Language == language).Select(text => text.Text)));
}
