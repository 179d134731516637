using System.Collections.Immutable;

namespace MoroccoCT.Typesetting;

/// <summary>One document to set: a layout, the data it reads, and the standard of the result.</summary>
public sealed record TypesettingJob
{
    public required LayoutSet Layout { get; init; }

    /// <summary>The layout file to start from, such as <c>briefing.typ</c>.</summary>
    public required string Main { get; init; }

    /// <summary>Data files that the layout reads, such as <c>data.json</c>; they exist for this job only.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; init; } = ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty;

    /// <summary>The standard the PDF must meet, or it is not written.</summary>
    public PdfStandard Standard { get; init; } = PdfStandard.Ua1;

    /// <summary>The program the PDF names as its producer, in printable ASCII; null for none.</summary>
    public string? Producer { get; init; }

    /// <summary>Whether an engine is started for this document: one that ends over it then ends for no other reason.</summary>
    public bool NeedsFreshEngine { get; init; }

    /// <summary>
    /// Whether all other documents come first. It never takes the last engine that is free, and is not broken off once an engine has begun with it: for
    /// previews, of which most are called off.
    /// </summary>
    public bool GivesWay { get; init; }

    internal static void Check(TypesettingJob job)
    {
        if (!job.Layout.Files.ContainsKey(job.Main))
            throw new ArgumentException($"The layout has no file \"{job.Main}\" to start from.", nameof(job));
        foreach (var name in job.Files.Keys)
        {
            ShadowPath.Check(name, nameof(job));
            if (job.Layout.Files.ContainsKey(name))
                throw new ArgumentException($"The data file \"{name}\" would hide a file of the layout.", nameof(job));
            if (name.EndsWith(".typ", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"\"{name}\" is template code; a job carries data only.", nameof(job));
        }

        if (job.Producer is { } producer && (producer.Length == 0 || producer.Any(character => character is < ' ' or > '~')))
            throw new ArgumentException($"The producer \"{producer}\" is not printable ASCII.", nameof(job));
    }
}

public enum PdfStandard
{
    /// <summary>PDF/UA-1, ISO 14289-1: accessible to screen readers.</summary>
    Ua1,

    /// <summary>PDF/UA-1 and PDF/A-3a, ISO 19005-3, in one file: for the archive, may carry attachments.</summary>
    Ua1AndA3a,
}
