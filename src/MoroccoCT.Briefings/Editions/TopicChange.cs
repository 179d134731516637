namespace MoroccoCT.Briefings.Editions;

/// <summary>What has become of a topic since the edition before.</summary>
/// <param name="Section">Id of the section.</param>
/// <param name="Topic">Id of the topic.</param>
/// <param name="Title">As it is called now, or was called last.</param>
/// <param name="Passages">Those that changed; none unless its text did.</param>
public sealed record TopicChange(string Section, string Topic, string Title, TopicChangeKind Kind, IReadOnlyList<PassageChange> Passages);

public enum TopicChangeKind
{
    /// <summary>It says something else.</summary>
    Text,

    /// <summary>It says the same by other sources.</summary>
    Sources,

    /// <summary>It was not in the edition before.</summary>
    New,

    /// <summary>It is no longer there.</summary>
    Withdrawn,
}

/// <param name="Before">Null for a passage that came in.</param>
/// <param name="Now">Null for one that went.</param>
/// <param name="Sources">What it rests on now.</param>
public sealed record PassageChange(string? Before, string? Now, IReadOnlyList<string> Sources);
