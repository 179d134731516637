using System.Text.RegularExpressions;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;

namespace MoroccoCT.Tests.Rendering.Conformance;

/// <summary>Where links lead, as a screen reader says it: the engine takes a link's description from its target.</summary>
[Collection(RenderingCollection.Name)]
public sealed partial class LinkTests(RenderingFixture documents)
{
    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Each_endnote_leads_to_the_sources_it_names(string language, Depth depth)
    {
        var briefing = TestBriefings.Compose(RenderingFixture.Order(language, depth));

        var leads = await NumbersAsync(language, depth, "source-number");

        leads.ShouldBe(briefing.Notes.SelectMany(note => note.References).Select(reference => reference.Source));
        leads.Distinct().Count().ShouldBeGreaterThan(1, "or it would prove little");
    }

    [Theory]
    [MemberData(nameof(RenderingFixture.LanguagesAndDepths), MemberType = typeof(RenderingFixture))]
    public async Task Each_statement_leads_to_its_endnotes(string language, Depth depth)
    {
        var briefing = TestBriefings.Compose(RenderingFixture.Order(language, depth));

        (await NumbersAsync(language, depth, "see-note")).Order().ShouldBe(TestBriefings.NotesMet(briefing).Order());
    }

    /// <summary>The numbers of the targets that a label describes, in the order of their links.</summary>
    private async Task<IReadOnlyList<int>> NumbersAsync(string language, Depth depth, string label)
    {
        var form = new Regex($"^{string.Join("(\\d+)", Place().Split(TestLibrary.Real.Labels[label].In(language)).Select(Regex.Escape))}$");
        var pdf = await documents.ReadAsync(language, depth);
        return [.. pdf.Annotations.Select(annotation => form.Match(annotation.Description?.Replace('\u00A0', ' ') ?? "")).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].Value))];
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
