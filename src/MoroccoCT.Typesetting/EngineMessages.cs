namespace MoroccoCT.Typesetting;

/// <summary>What the pool asks of an engine: <c>typeset</c> a job, or <c>check</c> that it can.</summary>
internal sealed record EngineRequest(string Kind, long Id)
{
    public string? Main { get; init; }

    /// <summary>The names of the layout's files, unless the engine has them already.</summary>
    public IReadOnlyList<string>? Layout { get; init; }

    /// <summary>The names of the data files; their contents follow those of the layout.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Each of them is tried; the file is written for the last.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    public string? Producer { get; init; }

    public PlaceSearch? Search { get; init; }

    /// <summary>The lengths of the binary parts that follow.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];
}

/// <summary>How long an engine may search for the lines of faults, and how much physical memory it may hold meanwhile.</summary>
internal sealed record PlaceSearch(long Milliseconds, int Mebibytes);

/// <summary>What an engine answers: <c>ready</c> or <c>unavailable</c> once, then <c>done</c>, <c>rejected</c> or <c>failed</c>.</summary>
internal sealed record EngineReply(string Kind, long Id)
{
    /// <summary>The engine's version, when ready.</summary>
    public string? Version { get; init; }

    public int Pages { get; init; }

    /// <summary>What the process holds of physical memory after the document.</summary>
    public int ResidentMiB { get; init; }

    public IReadOnlyList<RawDiagnostic>? Warnings { get; init; }

    public IReadOnlyList<RawDiagnostic>? Diagnostics { get; init; }

    /// <summary>Diagnostics as the engine's debug text; <see cref="EngineDiagnostics"/> reads it.</summary>
    public string? Debug { get; init; }

    /// <summary>The places of the spans in the debug text, as far as the layout has them.</summary>
    public IReadOnlyDictionary<string, RawPlace>? Places { get; init; }

    /// <summary>Why the engine is unavailable or has failed.</summary>
    public string? Problem { get; init; }

    public IReadOnlyList<long>? Parts { get; init; }
}

/// <summary>A diagnostic as the engine gives it: full path, positions counted from 0, hints within the message.</summary>
internal sealed record RawDiagnostic(int Severity, string Message, string? Path, RawRange? Range);

internal sealed record RawRange(RawPosition Start);

internal sealed record RawPosition(int Line, int Character);

/// <summary>What the host has found out about a span: the file's name in the layout, and the line, counted from 1.</summary>
internal sealed record RawPlace(string File, int? Line);
