namespace MoroccoCT.Typesetting;

/// <summary>A document that the engine has set, and that met the standards it was to meet.</summary>
/// <param name="Content">The PDF file.</param>
/// <param name="Pages">The number of pages.</param>
/// <param name="Warnings">What the engine found odd in the layout or its data.</param>
/// <param name="Elapsed">How long the engine worked on it, without the wait for a free engine.</param>
public sealed record TypesetDocument(
    byte[] Content,
    int Pages,
    IReadOnlyList<TypesettingDiagnostic> Warnings,
    TimeSpan Elapsed);
