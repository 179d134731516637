using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Rendering;

/// <summary>The page of a development as it is typed: set by the layout's own parts, with the mark of a preview. Nothing is stored.</summary>
public sealed class DevelopmentPreviews(CurrentLibrary library, EnginePool engines)
{
    private const string EntryFile = "development.typ";

    /// <summary>In its turn after all that was ordered. Called off, it leaves the line.</summary>
    /// <returns>Null while there is nothing that could be set: no place, no day, or no text.</returns>
    /// <exception cref="LayoutRejectedException">The layout cannot set it, or has no page for it.</exception>
    /// <exception cref="EngineFailedException">The engine failed; worth another try.</exception>
    /// <exception cref="EngineBusyException">Too many previews wait; worth another try later.</exception>
    public async Task<TypesetDocument?> TypesetAsync(DevelopmentContent content, string number, string language, CancellationToken cancellationToken)
    {
        var snapshot = library.Snapshot;
        if (DevelopmentReader.Read(content, number, snapshot.Library).Development is not { } development
            || development.Texts.FirstOrDefault(text => text.Language == language) is not { Title.Length: > 0 })
            return null;
        if (!snapshot.Layout.Files.ContainsKey(EntryFile))
            throw new LayoutRejectedException(
                [new(DiagnosticSeverity.Error, $"The layout has no file {EntryFile}: copy the one that comes with the program.")]);
        var sheet = DevelopmentSheet.Compose(development, language, snapshot.Library);
        return await engines.TypesetAsync(
            new()
            {
                Layout = snapshot.Layout,
                Main = EntryFile,
                Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["data.json"] = JsonSerializer.SerializeToUtf8Bytes(sheet, BriefingJson.Options) },
                Producer = ProgramVersion.Name,
                GivesWay = true,
            },
            cancellationToken);
    }
}
