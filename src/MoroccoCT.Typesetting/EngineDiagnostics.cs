using System.Text.RegularExpressions;

namespace MoroccoCT.Typesetting;

/// <summary>
/// Reads the engine's diagnostics, of which there are two kinds: what is found while compiling comes as
/// structured data with a place; what breaks the PDF standard comes as the debug text of the engine's
/// own types, with spans whose places the host has looked up. Both are read here and nowhere else.
/// </summary>
internal static partial class EngineDiagnostics
{
    private const int Error = 1;
    private const int TraceEntry = 4;

    public static IReadOnlyList<TypesettingDiagnostic> Parse(EngineReply reply, string workspace, LayoutSet? layout = null) =>
        reply.Debug is null ? Parse(reply.Diagnostics, workspace, layout) : ParseDebug(reply.Debug, reply.Places);

    /// <param name="layout">What goes wrong in a file that the program made is told at the call from a file that somebody wrote.</param>
    public static IReadOnlyList<TypesettingDiagnostic> Parse(IReadOnlyList<RawDiagnostic>? found, string workspace, LayoutSet? layout = null)
    {
        bool IsMade(string? file) => file is not null && layout?.Made.Contains(file) == true;

        var diagnostics = new List<TypesettingDiagnostic>();
        foreach (var raw in found ?? [])
        {
            var diagnostic = Parse(raw, workspace);
            // "while calling …" follows the diagnostic that it explains.
            if (raw.Severity != TraceEntry || diagnostics.Count == 0)
            {
                diagnostics.Add(diagnostic);
                continue;
            }

            var place = IsMade(diagnostics[^1].File) && !IsMade(diagnostic.File) ? diagnostic : diagnostics[^1];
            diagnostics[^1] = diagnostics[^1] with
            {
                Trace = [.. diagnostics[^1].Trace, diagnostic.ToString()],
                File = place.File,
                Line = place.Line,
                Column = place.Column,
            };
        }

        return diagnostics;
    }

    private static TypesettingDiagnostic Parse(RawDiagnostic raw, string workspace)
    {
        // Hints are appended to the message; they are joined by commas, which they may also contain.
        var parts = WithoutWorkspace(raw.Message, workspace).Split(", hints: ", 2);
        return new TypesettingDiagnostic(raw.Severity == Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, parts[0])
        {
            Hints = parts[1..],
            File = string.IsNullOrEmpty(raw.Path) ? null : WithoutWorkspace(raw.Path, workspace),
            Line = raw.Range?.Start.Line + 1,
            Column = raw.Range?.Start.Character + 1,
        };
    }

    // The workspace is a temporary folder; its name says nothing to whoever corrects the layout.
    private static string WithoutWorkspace(string text, string workspace) =>
        text.Replace(workspace + "/", "", StringComparison.Ordinal);

    private static List<TypesettingDiagnostic> ParseDebug(string debug, IReadOnlyDictionary<string, RawPlace>? places)
    {
        var diagnostics = DebugDiagnostic().Matches(debug).Select(match => ParseDebug(match.Groups, places)).ToList();
        return diagnostics.Count > 0 ? diagnostics : [new TypesettingDiagnostic(DiagnosticSeverity.Error, debug)];
    }

    private static TypesettingDiagnostic ParseDebug(GroupCollection found, IReadOnlyDictionary<string, RawPlace>? places)
    {
        var place = places?.GetValueOrDefault(found["span"].Value);
        return new TypesettingDiagnostic(
            found["severity"].Value == "Warning" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            Unescape(found["message"].Value))
        {
            Hints = [.. found["hint"].Captures.Select(hint => Unescape(hint.Value))],
            File = place?.File,
            Line = place?.Line,
        };
    }

    private static string Unescape(string text) => Escape().Replace(text, match => match.Value switch
    {
        ['\\', 'u', '{', .. var code, '}'] => char.ConvertFromUtf32(Convert.ToInt32(code, 16)),
        "\\n" => "\n",
        "\\r" => "\r",
        "\\t" => "\t",
        "\\0" => "\0",
        var other => other[1..],
    });

    [GeneratedRegex("""
        SourceDiagnostic\ \{\ severity:\ (?<severity>\w+),\ span:\ (Span\((?<span>\d+)\)|[^"]*?),
        \ message:\ "(?<message>(?:[^"\\]|\\.)*)",
        \ trace:\ \[.*?\],\ hints:\ \[(?:"(?<hint>(?:[^"\\]|\\.)*)"(?:,\ )?)*\]
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex DebugDiagnostic();

    [GeneratedRegex(@"\\(u\{[0-9a-f]{1,6}\}|.)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
