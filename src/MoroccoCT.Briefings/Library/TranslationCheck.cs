using MoroccoCT.Briefings.Content;

namespace MoroccoCT.Briefings.Library;

/// <summary>A translation must say what the original says: the same topics in the same order, the same blocks, the same citations.</summary>
internal static class TranslationCheck
{
    public static IEnumerable<LibraryProblem> Check(ContentLibrary library)
    {
        var translations = library.AllSections.Where(section => section.Language != ContentLibrary.Original);
        var sections = translations.SelectMany(translation =>
            library.AllSections.FirstOrDefault(section => section.Id == translation.Id && section.Language == ContentLibrary.Original) is { } original
                ? Compare(original, translation) : []);
        return [.. sections, .. library.Languages.SelectMany(language => MissingTexts(library, language))];
    }

    private static IEnumerable<LibraryProblem> Compare(Section original, Section translation)
    {
        var file = translation.File;
        if (translation.Order != original.Order)
            yield return new(file, translation.LineOf("order"), $"order is {translation.Order}, in {original.File} it is {original.Order}", "keep them equal");
        if (translation.Marking != original.Marking)
            yield return new(file, translation.LineOf("marking"), $"marking is {translation.Marking.Label}, in {original.File} it is {original.Marking.Label}",
                "keep them equal");
        if (translation.InformationAsOf != original.InformationAsOf)
            yield return new(file, translation.LineOf("information-as-of"),
                $"information-as-of is {translation.InformationAsOf}, in {original.File} it is {original.InformationAsOf}", "keep them equal");

        foreach (var topic in original.Topics.Where(topic => translation.Topics.All(other => other.Id != topic.Id)))
            yield return new(file, 1, $"topic '{topic.Id}' is not translated", $"translate it from {original.File}:{topic.Line}");
        foreach (var topic in translation.Topics.Where(topic => original.Topics.All(other => other.Id != topic.Id)))
            yield return new(file, topic.Line, $"topic '{topic.Id}' does not stand in the original", $"remove it or add it to {original.File}");

        var common = translation.Topics.Select(topic => (Translation: topic, Original: original.Topics.FirstOrDefault(other => other.Id == topic.Id)))
            .Where(pair => pair.Original is not null).ToList();
        if (!common.Select(pair => pair.Original!.Line).SequenceEqual(common.Select(pair => pair.Original!.Line).Order()))
            yield return new(file, common[0].Translation.Line, "the topics stand in another order than in the original", $"keep the order of {original.File}");
        foreach (var (topic, source) in common)
        {
            foreach (var problem in Blocks(file, topic, source!, original.File))
                yield return problem;
        }

        if (!original.KeyPoints.Select(Shape).SequenceEqual(translation.KeyPoints.Select(Shape)))
            yield return new(file, translation.KeyPoints.FirstOrDefault()?.Line ?? 1, "the key points differ from the original in number, topic or citations",
                $"keep those of {original.File}");
    }

    private static IEnumerable<LibraryProblem> Blocks(string file, Topic translation, Topic original, string originalFile)
    {
        if (translation.Blocks.Count != original.Blocks.Count)
        {
            yield return new(file, translation.Line,
                $"topic '{translation.Id}' has {translation.Blocks.Count} paragraphs, lists and tables, the original {original.Blocks.Count}",
                $"translate each part of {originalFile}:{original.Line}");
            yield break;
        }

        foreach (var (block, source) in translation.Blocks.Zip(original.Blocks))
        {
            if (Shape(block) != Shape(source))
                yield return new(file, block.Line, $"this {Shape(block)}, the original {Shape(source)}",
                    $"keep kind and citations of {originalFile}:{source.Line}");
            if (block.IsMain != source.IsMain)
                yield return new(file, block.Line, source.IsMain ? "this is not named {.main}, the original is" : "this is named {.main}, the original is not",
                    $"name the same passage as {originalFile}");
        }
    }

    /// <summary>What must be equal: the kind of block, its size and the sources it names.</summary>
    private static string Shape(Block block)
    {
        var kind = block switch
        {
            BulletList list => $"list of {list.Items.Count} items",
            Table table => $"table of {table.Rows.Count} rows and {table.Header.Count} columns",
            Judgement => "judgement",
            _ => "paragraph",
        };
        return $"is a {kind} citing {Sources(new[] { block }.Inlines())}";
    }

    private static string Shape(KeyPoint point) => $"{point.Topic} {Sources(point.Content.Descend())}";

    private static string Sources(IEnumerable<Inline> inlines)
    {
        var citations = inlines.OfType<Citation>().Select(citation => string.Join("; ", citation.References.Select(reference => $"@{reference}")));
        return string.Join(" ", citations.Select(ids => $"[{ids}]")) is { Length: > 0 } all ? all : "nothing";
    }

    private static IEnumerable<LibraryProblem> MissingTexts(ContentLibrary library, string language) =>
        from text in DataTexts.Of(library)
        where !text.Text.Texts.ContainsKey(language)
        select new LibraryProblem(text.File, text.Text.Line, $"'{text.Name}' has no text in '{language}'", $"add '{language}: …' below it");
}
