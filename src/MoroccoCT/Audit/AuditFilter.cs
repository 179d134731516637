using Microsoft.EntityFrameworkCore;
using MoroccoCT.Language;

namespace MoroccoCT.Audit;

/// <summary>Which entries somebody looks for. What is null counts for all; texts are found anywhere, and capitals do not count.</summary>
public sealed record AuditFilter
{
    private const string Escape = "!";

    public string? Who { get; init; }

    /// <summary>The word of a <see cref="Deed"/>, whole.</summary>
    public string? What { get; init; }

    public string? Subject { get; init; }

    /// <summary>Whole.</summary>
    public string? RequestId { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment that is too late.</summary>
    public DateTimeOffset? Before { get; init; }

    internal IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries)
    {
        if (Pattern(Who) is var (who, smallWho))
            entries = entries.Where(entry => EF.Functions.Like(entry.Who!, who, Escape) || EF.Functions.Like(entry.Who!.ToLower(), smallWho, Escape));
        if (Pattern(Subject) is var (subject, smallSubject))
            entries = entries.Where(
                entry => EF.Functions.Like(entry.Subject!, subject, Escape) || EF.Functions.Like(entry.Subject!.ToLower(), smallSubject, Escape));
        if (Given(What) is { } what)
            entries = entries.Where(entry => entry.What == what);
        if (Given(RequestId) is { } request)
            entries = entries.Where(entry => entry.RequestId == request);
        if (From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (Before is { } before)
            entries = entries.Where(entry => entry.At < before);
        return entries;
    }

    /// <summary>As it would be stored: what cannot be seen is written out.</summary>
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : VisibleText.Escape(text.Trim());

    /// <summary>As it is and in small letters: which capitals a database can make small differs, and what is typed as it stands is always found.</summary>
    private static (string AsItIs, string Small)? Pattern(string? text)
    {
        if (Given(text) is not { } given)
            return null;
        var pattern = $"%{string.Concat(given.Select(letter => letter is '%' or '_' or '!' ? $"{Escape}{letter}" : $"{letter}"))}%";
        return (pattern, pattern.ToLowerInvariant());
    }
}
