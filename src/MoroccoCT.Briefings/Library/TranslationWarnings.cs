namespace MoroccoCT.Briefings.Library;

/// <summary>Translations that somebody should compare with the original. They break nothing: a briefing says itself what of it is behind.</summary>
public static class TranslationWarnings
{
    public static IReadOnlyList<LibraryProblem> Of(ContentLibrary library) =>
        [.. library.AllSections.SelectMany(section => Of(library, section))];

    private static IEnumerable<LibraryProblem> Of(ContentLibrary library, Section section)
    {
        var parts = TranslatedPart.Of(library, section);
        if (parts.Count > 0 && parts.All(part => part.State == TranslationState.NeverConfirmed))
        {
            yield return new(section.File, 1, "nobody has ever confirmed that this translation says what the original says",
                $"compare it with {parts[0].Original.File}, then run '{Command(section)}'");
            yield break;
        }

        foreach (var part in parts.Where(part => part.State != TranslationState.Confirmed))
            yield return new(section.File, SectionParts.LineOf(section, part.Part), What(part),
                $"compare it with {part.Original.File}:{SectionParts.LineOf(part.Original, part.Part)}, then run '{Command(section)}#{part.Part}'");
        foreach (var part in section.TranslatedFrom.Keys.Where(key => parts.Count > 0 && parts.All(part => part.Part != key)))
            yield return new(section.File, section.LineOf(SectionParts.Key), $"'{SectionParts.Key}' names '{part}', which is no topic of this section",
                $"run '{Command(section)}', which leaves it out, when the translation is complete");
    }

    private static string What(TranslatedPart part) => part.State == TranslationState.Behind
        ? $"'{part.Part}' is behind: the original has changed since the translation was confirmed"
        : $"nobody has ever confirmed that the translation of '{part.Part}' says what the original says";

    private static string Command(Section section) => $"MoroccoCT library confirm {section.Language} {section.Id}";
}
