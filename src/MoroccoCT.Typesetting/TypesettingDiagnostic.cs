namespace MoroccoCT.Typesetting;

/// <summary>What the engine has to say about a layout or its data, and where.</summary>
public sealed record TypesettingDiagnostic(DiagnosticSeverity Severity, string Message)
{
    /// <summary>The engine's advice.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The calls that led there, innermost first.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    /// <summary>The file's name in the layout or among the job's files; absent for faults of the whole document.</summary>
    public string? File { get; init; }

    /// <summary>Counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Counted from 1.</summary>
    public int? Column { get; init; }

    /// <summary>The place as editors understand it, then message and advice, on one line.</summary>
    public override string ToString()
    {
        var place = string.Join(':', new[] { File, Line?.ToString(), Column?.ToString() }.Where(part => !string.IsNullOrEmpty(part)));
        var hints = Hints.Count == 0 ? "" : $" ({string.Join("; ", Hints)})";
        return place.Length == 0 ? $"{Message}{hints}" : $"{place}: {Message}{hints}";
    }
}

public enum DiagnosticSeverity
{
    Error,
    Warning,
}
