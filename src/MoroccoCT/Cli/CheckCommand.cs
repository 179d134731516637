using System.CommandLine;
using Microsoft.Extensions.Options;
using MoroccoCT.Hosting;
using MoroccoCT.Library;

namespace MoroccoCT.Cli;

/// <summary><c>check</c>: looks the library through as the service does at its start.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output)
    {
        var templates = TemplatesOption();
        var command = new Command("check", "Look the library through: sources, citations, ids, acronyms, translations. Prints 'file:line: what – advice' and exits 1 when something is wrong.");
        command.Options.Add(templates);
        command.SetAction(async (parsed, _) => await RunAsync(parsed.GetValue(templates), output));
        return command;
    }

    public static Option<string?> TemplatesOption() => new("--templates") { Description = "The library's folder; without it ./templates or the one shipped with the program." };

    private static async Task<int> RunAsync(string? templates, TextWriter output)
    {
        var options = Options.Create(Settings.ForCommands(templates).GetSection(LibraryOptions.Section).Get<LibraryOptions>() ?? new());
        try
        {
            var library = LibrarySnapshot.Load(options.Value.ResolvedFolder).Library;
            var sections = library.Sections("en");
            await output.WriteLineAsync(
                $"The library is sound: {sections.Count} sections, {sections.Sum(section => section.Topics.Count)} topics, languages {string.Join(", ", library.Languages)}, "
                + $"{library.Sources.Count} sources, {library.Timeline.Count} dated events, {library.Glossary.Count} glossary entries.");
            return ExitCode.Success;
        }
        catch (Briefings.Library.BrokenLibraryException broken)
        {
            foreach (var problem in broken.Problems)
                await output.WriteLineAsync(problem.ToString());
            return ExitCode.Failed;
        }
    }
}
