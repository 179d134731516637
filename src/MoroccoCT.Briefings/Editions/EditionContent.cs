using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Briefings.Editions;

/// <summary>
/// What an edition tells besides its standing sections, as it stood when the edition was cut. It is kept with the edition, so that one that is made again
/// says the same.
/// </summary>
public sealed record EditionContent
{
    /// <summary>Name and version of the form it is kept in.</summary>
    public string Format { get; init; } = "moroccoct-edition/1";

    /// <summary>The moment up to which news were taken in.</summary>
    public required DateTimeOffset Cut { get; init; }

    /// <summary>Number of the edition before, which it is compared with; null for the first.</summary>
    public string? Since { get; init; }

    public Standing Standing { get; init; }

    /// <summary>Published, of a day up to the last one of the period, and in no edition before.</summary>
    public IReadOnlyList<EditionDevelopment> Developments { get; init; } = [];

    /// <summary>What earlier editions told and is withdrawn since.</summary>
    public IReadOnlyList<WithdrawnDevelopment> Withdrawn { get; init; } = [];

    /// <summary>Of the topics that the order takes, against the edition before.</summary>
    public IReadOnlyList<TopicChange> Changes { get; init; } = [];

    /// <summary>How many developments may not be told under the marking that somebody chose for the schedule.</summary>
    public int AboveMarking { get; init; }

    /// <summary>The edition that this one corrects; null for any other.</summary>
    public Correction? Corrects { get; init; }
}

/// <param name="Content">As it was published.</param>
/// <param name="IsUpdate">Whether an earlier edition told it in other words.</param>
public sealed record EditionDevelopment(string Number, DevelopmentContent Content, bool IsUpdate = false);

/// <param name="Titles">By language.</param>
/// <param name="Day">On which it was withdrawn.</param>
/// <param name="Reason">In the words of whoever withdrew it.</param>
public sealed record WithdrawnDevelopment(string Number, IReadOnlyDictionary<string, string> Titles, DateOnly Day, string Reason);

/// <param name="Number">Of the edition that is superseded.</param>
/// <param name="Reason">In the words of whoever ordered the correction.</param>
public sealed record Correction(string Number, string Reason);
