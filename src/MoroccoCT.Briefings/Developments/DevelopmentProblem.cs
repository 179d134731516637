namespace MoroccoCT.Briefings.Developments;

/// <summary>One thing wrong with a development. Each door has its own words for it.</summary>
/// <param name="Field">Such as <c>date</c>, <c>texts.fr.body</c> or <c>sources.0.title.en</c>.</param>
/// <param name="Line">In a text of several lines, counted from 1; else null.</param>
/// <param name="Arguments">What a sentence about it names, as <see cref="DevelopmentFault"/> says. What was given is made safe to be quoted.</param>
public sealed record DevelopmentProblem(string Field, int? Line, DevelopmentFault Fault, params string[] Arguments)
{
    /// <summary>Whether it keeps the content from being recorded at all. With any other it can be kept as a draft, and not be proposed.</summary>
    public bool IsRefused => Fault is DevelopmentFault.NoDay or DevelopmentFault.ToCome or DevelopmentFault.Unknown or DevelopmentFault.TopicElsewhere
        or DevelopmentFault.MarkingTooLow or DevelopmentFault.AboveClearance or DevelopmentFault.NoText or DevelopmentFault.TooLong
        or DevelopmentFault.TooMany or DevelopmentFault.ControlCharacter or DevelopmentFault.HalfCharacter;

    public bool Equals(DevelopmentProblem? other) =>
        other is not null && (Field, Line, Fault) == (other.Field, other.Line, other.Fault) && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Field, Line, Fault, Arguments.Length);

    /// <summary>For the log.</summary>
    public override string ToString() => $"{Field}{(Line is null ? "" : $", line {Line}")}: {Fault} ({string.Join(", ", Arguments)})";
}

/// <summary>What can be wrong with a development, each with what is told of it.</summary>
public enum DevelopmentFault
{
    /// <summary>No date, or none of the form <c>yyyy-MM-dd</c>: what was given.</summary>
    NoDay,

    /// <summary>The day is still to come.</summary>
    ToCome,

    /// <summary>A section, topic, language or marking nobody knows: what was given, then what is valid.</summary>
    Unknown,

    /// <summary>A topic of another section: topic and section.</summary>
    TopicElsewhere,

    /// <summary>The section asks for a stricter marking: the marking given, the section, the marking it asks for.</summary>
    MarkingTooLow,

    /// <summary>Whoever writes may not see it afterwards: its marking, the highest that he may see.</summary>
    AboveClearance,

    /// <summary>It says nothing in any language: the languages there are.</summary>
    NoText,

    /// <summary>Characters of the text, characters allowed.</summary>
    TooLong,

    /// <summary>Sources or passages: how many, how many allowed.</summary>
    TooMany,

    /// <summary>The control's code, such as <c>U+0007</c>.</summary>
    ControlCharacter,

    /// <summary>An unpaired surrogate.</summary>
    HalfCharacter,

    /// <summary>A field that must be there is empty.</summary>
    Missing,

    /// <summary>A choice of a source's that nobody knows: what was given, then what is valid.</summary>
    NoChoice,

    /// <summary>The date of a source is none: what was given.</summary>
    NoDate,

    /// <summary>What cannot be an id.</summary>
    NoId,

    /// <summary>The id of a source stands twice, or is one of the library's.</summary>
    IdTaken,

    /// <summary>A statement without a citation.</summary>
    NoSource,

    /// <summary>A citation of a source that is not there: its id, then ids that are.</summary>
    UnknownSource,

    /// <summary>A citation of a passage that the source does not have: the source's id, the passage, then passages that it has.</summary>
    UnknownPassage,

    /// <summary>An acronym that neither the glossary nor the text explains.</summary>
    UnknownAcronym,

    /// <summary>Found by the checks that the library's own texts go through: what is wrong, what would be right, in English.</summary>
    Text,
}

/// <summary>The content cannot be recorded, or not be proposed, as it stands.</summary>
public sealed class DevelopmentRejectedException(IReadOnlyList<DevelopmentProblem> problems)
    : Exception($"The development was rejected. {string.Join("; ", problems)}")
{
    public IReadOnlyList<DevelopmentProblem> Problems { get; } = problems;
}
