using MoroccoCT.Audit;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Storage;

namespace MoroccoCT.Requests;

/// <summary>Which requests are looked for; what is not set does not matter.</summary>
public sealed record RequestFilter
{
    public static RequestFilter None { get; } = new();

    /// <summary>In one of these states; any when empty.</summary>
    public IReadOnlyList<RequestState> States { get; init; } = [];

    /// <summary>Stands in the number, the reference, the title, the addressee or the id or title of a topic, in capitals or not.</summary>
    public string? Text { get; init; }

    /// <summary>Language of the briefing.</summary>
    public string? Language { get; init; }

    /// <summary>Editions of schedules alone, or everything else; null for both.</summary>
    public bool? IsEdition { get; init; }

    /// <summary>One of <see cref="Doors"/>.</summary>
    public string? Door { get; init; }

    /// <summary>Who asked.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What must not be removed alone, or everything else; null for both.</summary>
    public bool? IsHeld { get; init; }

    /// <summary>Submitted then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Submitted before then.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Whether rows have to be read to know: the order lies in one column, and no database compares texts as people do.</summary>
    internal bool LooksIntoOrders => !string.IsNullOrWhiteSpace(Text);

    /// <summary>All but what <see cref="LooksIntoOrders"/> speaks of.</summary>
    internal IQueryable<BriefingRequest> Rows(LedgerContext ledger)
    {
        IQueryable<BriefingRequest> rows = ledger.Requests;
        if (States.Count > 0)
        {
            // A state that this version does not know stands in the ledger under a name of its own.
            var others = States.Contains(RequestState.Unknown) ? Enum.GetValues<RequestState>().Except(States).ToList() : null;
            rows = others is null ? rows.Where(row => States.Contains(row.State)) : rows.Where(row => !others.Contains(row.State));
        }

        if (!string.IsNullOrWhiteSpace(Language))
            rows = rows.Where(row => row.Language == Language);
        if (IsEdition is { } isEdition)
            rows = rows.Where(row => (row.Schedule != null) == isEdition);
        if (Door is { } door)
            rows = rows.Where(row => row.Door == door);
        if (PersonId is { } person)
            rows = rows.Where(row => row.PersonId == person);
        if (IsHeld is { } isHeld)
            rows = rows.Where(row => (row.HeldAt != null) == isHeld);
        if (From is { } from)
            rows = rows.Where(row => row.CreatedAt >= from);
        if (Before is { } before)
            rows = rows.Where(row => row.CreatedAt < before);
        return rows;
    }

    /// <summary>What is left to be compared row by row.</summary>
    internal Func<BriefingRequest, bool> Orders(ContentLibrary library) => new RequestText(Text!, library).IsIn;
}
