using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Developments;

/// <summary>Reads the text of a development in one language.</summary>
internal sealed class WrittenTextReader(string language, ContentLibrary library, IReadOnlyList<Source> own, List<DevelopmentProblem> problems)
{
    private readonly string titleField = $"texts.{language}.title";
    private readonly string bodyField = $"texts.{language}.body";
    private readonly List<Source> sources = [.. own, .. library.Sources];

    private IEnumerable<string> Ids => sources.Select(source => source.Id).Where(id => id.Length > 0);

    public static Source? SourceOf(SourceReference reference, IEnumerable<Source> sources) =>
        sources.FirstOrDefault(source => source.Id == reference.SourceId);

    public DevelopmentText Read(WrittenText text)
    {
        var title = Title(text.Title);
        return new(language, title, Body(title, text.Body));
    }

    private string Title(string title)
    {
        if (title.Length == 0)
        {
            problems.Add(new(titleField, null, DevelopmentFault.Missing));
            return "";
        }

        var fields = new EnteredFields(titleField);
        var read = fields.Map(titleField, KeyValuePair.Create<string, YamlNode>("title", fields.Text(titleField, title))).Words("title", language);
        problems.AddRange(fields.Problems.Select(found => new DevelopmentProblem(
            titleField, null, DevelopmentFault.Text, found.Problem.What, found.Problem.Advice)));
        return read;
    }

    private IReadOnlyList<Block> Body(string title, string body)
    {
        if (body.Length == 0)
        {
            problems.Add(new(bodyField, null, DevelopmentFault.Missing));
            return [];
        }

        var found = new List<LibraryProblem>();
        if (SectionReader.TooManySigns(bodyField, body) is { } tooMany)
            found.Add(tooMany);
        var blocks = found.Count == 0 ? new MarkdownText(bodyField, language, firstLine: 1, found).Passages(body) ?? [] : [];

        // What could not be read on a line may be the citation that is missed there.
        var unread = found.Select(problem => problem.Line).ToHashSet();
        found.AddRange(SectionCheck.Check(bodyField, new("", title, blocks, Line: 1)).Where(problem => !unread.Contains(problem.Line)));
        problems.AddRange(found.Select(Told));
        problems.AddRange(blocks.Inlines().OfType<Citation>().SelectMany(citation => citation.References.SelectMany(one => Reference(one, citation.Line))));
        problems.AddRange(AcronymCheck.Unexplained(library, [new Paragraph([new TextRun(title)]) { Line = 1 }, .. blocks])
            .Select(one => new DevelopmentProblem(bodyField, one.Line, DevelopmentFault.UnknownAcronym, one.Acronym)));
        return blocks;
    }

    private DevelopmentProblem Told(LibraryProblem problem) => problem.What.EndsWith(SectionCheck.Uncited, StringComparison.Ordinal)
        ? new(bodyField, problem.Line, DevelopmentFault.NoSource)
        : new(bodyField, problem.Line, DevelopmentFault.Text, problem.What, problem.Advice);

    private IEnumerable<DevelopmentProblem> Reference(SourceReference reference, int line)
    {
        var source = SourceOf(reference, sources);
        if (source is null)
            yield return new(bodyField, line, DevelopmentFault.UnknownSource, [reference.SourceId, .. Ids]);
        else if (reference.PassageId is { } passage && !source.Passages.ContainsKey(passage))
            yield return new(bodyField, line, DevelopmentFault.UnknownPassage, [source.Id, passage, .. source.Passages.Keys]);
    }
}
