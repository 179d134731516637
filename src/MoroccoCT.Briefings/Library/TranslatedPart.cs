namespace MoroccoCT.Briefings.Library;

/// <summary>Whether a part of a translation still says what the original says, as far as somebody has confirmed it.</summary>
public enum TranslationState
{
    /// <summary>The original is as it was when the translation was confirmed.</summary>
    Confirmed,

    /// <summary>The original has changed since.</summary>
    Behind,

    /// <summary>Nobody has ever confirmed it.</summary>
    NeverConfirmed,
}

/// <summary>One part of a section's translation.</summary>
/// <param name="Translation">The section it belongs to, in its language.</param>
/// <param name="Original">The same section in the original language.</param>
/// <param name="Part">Id of a topic, or <c>summary</c> (with the section's title) or <c>key-points</c>.</param>
public sealed record TranslatedPart(Section Translation, Section Original, string Part, TranslationState State)
{
    /// <summary>Every part of the translations into a language, in the order of the library; none of the original itself.</summary>
    public static IReadOnlyList<TranslatedPart> Of(ContentLibrary library, string language) =>
        language == ContentLibrary.Original ? [] : [.. library.Sections(language).SelectMany(section => Of(library, section))];

    public static IReadOnlyList<TranslatedPart> Of(ContentLibrary library, Section translation)
    {
        var original = library.Sections(ContentLibrary.Original).FirstOrDefault(section => section.Id == translation.Id);
        return original is null || translation.Language == ContentLibrary.Original
            ? []
            : [.. SectionParts.Of(original).Select(part => new TranslatedPart(translation, original, part, StateOf(original, translation, part)))];
    }

    /// <summary>Hash of the part's original as it now is.</summary>
    internal string Hash => SectionParts.HashOf(Original, Part);

    private static TranslationState StateOf(Section original, Section translation, string part)
    {
        if (!translation.TranslatedFrom.TryGetValue(part, out var hash))
            return TranslationState.NeverConfirmed;
        return hash == SectionParts.HashOf(original, part) ? TranslationState.Confirmed : TranslationState.Behind;
    }
}
