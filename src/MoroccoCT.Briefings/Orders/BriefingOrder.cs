namespace MoroccoCT.Briefings.Orders;

/// <summary>What is asked for. The form, the API, a schedule and the command line all fill this one record.</summary>
public sealed record BriefingOrder
{
    /// <summary>Section ids, at least one, as they shall be printed one after the other.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>Topic ids, as they shall follow one another in their sections. A chosen section of which no topic is named is taken whole.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Language of the briefing: <c>en</c>, <c>fr</c> or <c>ar</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>At most <see cref="OrderValidator.TitleLength"/> characters on one line; null takes a title from the library.</summary>
    public string? Title { get; init; }

    /// <summary>Whom the briefing is prepared for, at most <see cref="OrderValidator.PreparedForLength"/> characters on one line.</summary>
    public string? PreparedFor { get; init; }

    public Paper Paper { get; init; } = Paper.A4;

    public Depth Depth { get; init; } = Depth.Standard;

    /// <summary>A TLP 2.0 label; null takes the lowest the chosen sections allow.</summary>
    public string? Marking { get; init; }

    public Profile Profile { get; init; } = Profile.Accessible;

    /// <summary>
    /// Whether the request's own number is printed on the front page. Without it, identical orders of one day share one document,
    /// which then carries a reference made from its content.
    /// </summary>
    public bool Numbered { get; init; }
}

public enum Paper
{
    A4,
    Letter,
}

public enum Depth
{
    /// <summary>One page: key points, timeline, sources.</summary>
    Summary,

    /// <summary>About two pages: key points, the main passage of each topic, timeline, sources.</summary>
    Short,

    /// <summary>The chosen sections with figures, notes and sources.</summary>
    Standard,

    /// <summary>Adds method and limits, glossary and notes on each source.</summary>
    Full,
}

public enum Profile
{
    /// <summary>PDF/UA-1.</summary>
    Accessible,

    /// <summary>PDF/A-3a and PDF/UA-1 in one file.</summary>
    Archive,
}
