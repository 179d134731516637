namespace MoroccoCT.Briefings.Library;

/// <summary>The policy library, read and checked: all that a briefing can say.</summary>
public sealed record ContentLibrary
{
    /// <summary>The language the library is written in; the others are translated from it.</summary>
    public const string Original = "en";

    /// <summary>The file of the words that documents print.</summary>
    public const string LabelsFile = LibraryReader.LabelsFile;

    /// <summary>Every section in every language offered.</summary>
    public required IReadOnlyList<Section> AllSections { get; init; }

    /// <summary>Languages in which every section exists, the original first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>In order of time.</summary>
    public required IReadOnlyList<TimelineEvent> Timeline { get; init; }

    public required IReadOnlyList<KeyFigure> KeyFigures { get; init; }

    public required ProgrammeTable Programmes { get; init; }

    public required IReadOnlyList<GlossaryEntry> Glossary { get; init; }

    /// <summary>Method and limits, printed in a full briefing.</summary>
    public required IReadOnlyList<MethodNote> Method { get; init; }

    /// <summary>Every word a document prints besides its texts, by key; see <see cref="LabelKeys"/>.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> Labels { get; init; }

    /// <summary>SHA-256 of each file read, by path relative to the library, in hexadecimal.</summary>
    public required IReadOnlyDictionary<string, string> FileHashes { get; init; }

    /// <summary>Files and folders that do not belong to the library and were left alone. They break nothing, but somebody should know.</summary>
    public IReadOnlyList<LibraryProblem> Warnings { get; init; } = [];

    /// <summary>The sections in one language, in their order.</summary>
    public IReadOnlyList<Section> Sections(string language) =>
        [.. AllSections.Where(section => section.Language == language).OrderBy(section => section.Order)];

    /// <summary>Reads and checks the library below <paramref name="folder"/>.</summary>
    /// <param name="words">Folder of the words that documents print, for a library that does not bring all of them; see <see cref="LabelFiles"/>.</param>
    /// <param name="today">No review may be of a later day; null looks at no calendar.</param>
    /// <exception cref="BrokenLibraryException">Lists every fault with file, line and advice.</exception>
    public static ContentLibrary Load(string folder, string? words = null, DateOnly? today = null)
    {
        var (library, problems) = LibraryReader.Read(folder, words);
        if (problems.Count > 0)
            throw new BrokenLibraryException(problems);
        problems = LibraryChecker.Check(library, today);
        return problems.Count > 0 ? throw new BrokenLibraryException(problems) : library;
    }
}
