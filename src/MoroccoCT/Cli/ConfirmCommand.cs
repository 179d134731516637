using System.CommandLine;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Hosting;
using MoroccoCT.Library;

namespace MoroccoCT.Cli;

/// <summary><c>library confirm</c>: notes in a translation's file that it says what the original now says.</summary>
internal static class ConfirmCommand
{
    public static Command Create(TextWriter output)
    {
        var language = new Argument<string>("language") { Description = "Language of the translation, such as fr." };
        var place = new Argument<string?>("section")
        {
            Description = "A section, such as domestic, or one part of it: domestic#bcij, domestic#summary, domestic#key-points. Without it every section.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = DataFolder.WithLibrary();
        var templates = CheckCommand.TemplatesOption();
        var command = new Command(
            "confirm",
            "Note that a translation was compared with the original and says the same. Writes the lines 'translated-from' of its file and nothing else; "
            + "'check' lists what is behind.");
        command.Arguments.Add(language);
        command.Arguments.Add(place);
        command.Options.Add(data);
        command.Options.Add(templates);
        command.SetAction(async (parsed, _) =>
        {
            var settings = Settings.ForCommands(parsed.GetValue(templates), parsed.GetValue(data));
            var options = settings.GetSection(LibraryOptions.Section).Get<LibraryOptions>() ?? new();
            foreach (var line in Confirm(options, parsed.GetValue(language)!, parsed.GetValue(place)))
                await output.WriteLineAsync(line);
            return ExitCode.Success;
        });
        return command;
    }

    /// <returns>What was done, one line for each file.</returns>
    private static List<string> Confirm(LibraryOptions options, string language, string? place)
    {
        if (options.IsShipped)
            throw new UsageException($"--templates: The library in {options.ResolvedFolder} comes with the program, and each upgrade replaces it. "
                + "Make one of the desk's own with 'MoroccoCT library init' and confirm there.");
        var library = ContentLibrary.Load(options.ResolvedFolder, LibraryOptions.LabelsFolder);
        var chosen = Chosen(library, language, place).GroupBy(part => part.Translation.File).Select(file => file.ToList()).ToList();
        try
        {
            return [.. chosen.Select(parts => Line(parts, ConfirmedTranslations.Write(options.ResolvedFolder, parts)))];
        }
        catch (FormatException unknown)
        {
            throw new UsageException(unknown.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--templates: The library in {options.ResolvedFolder} cannot be written to: {fault.Message.TrimEnd('.')}. "
                + "Make one of the desk's own with 'MoroccoCT library init', or give this account the right to write.");
        }
    }

    private static IEnumerable<TranslatedPart> Chosen(ContentLibrary library, string language, string? place)
    {
        var translations = library.Languages.Where(one => one != ContentLibrary.Original).ToList();
        if (translations.Count == 0)
            throw new UsageException("language: This library has no translation; there is nothing to confirm.");
        if (!translations.Contains(language))
            throw new UsageException(language == ContentLibrary.Original
                ? $"language: '{language}' is the original; there is nothing to confirm. Valid: {string.Join(", ", translations)}."
                : $"language: There is no translation into '{language}'. Valid: {string.Join(", ", translations)}.");
        var parts = TranslatedPart.Of(library, language);
        if (place is null)
            return parts;
        var (section, part) = place.Split('#', 2) is [var before, var after] ? (before, after) : (place, null);
        var ofSection = parts.Where(one => one.Translation.Id == section).ToList();
        if (ofSection.Count == 0)
            throw new UsageException($"section: Unknown section '{section}'. "
                + $"Valid: {string.Join(", ", library.Sections(language).Select(known => known.Id))}.");
        var named = part is null ? ofSection : [.. ofSection.Where(one => one.Part == part)];
        return named.Count > 0 ? named
            : throw new UsageException($"section: Section '{section}' has no part '{part}'. Valid: {string.Join(", ", ofSection.Select(one => one.Part))}.");
    }

    private static string Line(List<TranslatedPart> parts, bool isWritten) => isWritten
        ? $"{parts[0].Translation.File}: confirmed {string.Join(", ", parts.Where(part => part.State != TranslationState.Confirmed).Select(part => part.Part))}"
            .TrimEnd(' ', ',')
        : $"{parts[0].Translation.File}: was confirmed already";
}
