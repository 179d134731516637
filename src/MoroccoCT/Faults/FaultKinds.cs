using System.Text.Json;

namespace MoroccoCT.Faults;

/// <summary>The words under which kinds of faults are stored. They never change their meaning.</summary>
public static class FaultKinds
{
    public static string Word(this FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName($"{kind}");

    /// <returns>Null for none, and for a word of a newer version.</returns>
    public static FaultKind? Of(string? word) =>
        Enum.TryParse<FaultKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
