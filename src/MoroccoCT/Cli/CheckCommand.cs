using System.CommandLine;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Desk;
using MoroccoCT.Hosting;
using MoroccoCT.Library;
using MoroccoCT.Rendering;

namespace MoroccoCT.Cli;

/// <summary><c>check</c>: looks the library through as a running service does before it takes a change up.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output)
    {
        var templates = TemplatesOption();
        var command = new Command("check",
            "Look the library through: sources, citations, ids, acronyms, dates, translations, and whether its layout sets each language. "
            + "Prints 'file:line: what – advice' and exits 1 when something is wrong; lists translations that are behind the original.");
        var data = DataFolder.WithLibrary();
        command.Options.Add(templates);
        command.Options.Add(data);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(templates), parsed.GetValue(data)!, output, cancellationToken));
        return command;
    }

    public static Option<string?> TemplatesOption() =>
        new("--templates")
        {
            Description = "The library's folder; without it the desk's own in the data folder, ./templates, or the one shipped with the program.",
        };

    private static async Task<int> RunAsync(string? templates, string data, TextWriter output, CancellationToken cancellationToken)
    {
        var settings = Settings.ForCommands(templates, data);
        await using var services = new ServiceCollection().AddLogging().AddDesk(settings).AddLibrary(settings).AddRendering(settings).BuildServiceProvider();
        try
        {
            var snapshot = services.GetRequiredService<CurrentLibrary>().Snapshot;
            await services.GetRequiredService<SnapshotTrial>().RunAsync(snapshot, cancellationToken);
            var library = snapshot.Library;
            foreach (var warning in library.Warnings)
                await output.WriteLineAsync($"Passed over: {warning}");
            foreach (var warning in TranslationWarnings.Of(library))
                await output.WriteLineAsync($"To confirm: {warning}");
            var sections = library.Sections(ContentLibrary.Original);
            await output.WriteLineAsync(
                $"The library is sound: {sections.Count} sections, {sections.Sum(section => section.Topics.Count)} topics, "
                + $"languages {string.Join(", ", library.Languages)}, {library.Sources.Count} sources, "
                + $"{library.Timeline.Count} dated events, {library.Glossary.Count} glossary entries.");
            return ExitCode.Success;
        }
        catch (BrokenLibraryException broken)
        {
            foreach (var problem in broken.Problems)
                await output.WriteLineAsync(problem.ToString());
            return ExitCode.Failed;
        }
    }
}
