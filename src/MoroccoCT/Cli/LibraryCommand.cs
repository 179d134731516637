using System.CommandLine;
using MoroccoCT.Hosting;
using MoroccoCT.Library;

namespace MoroccoCT.Cli;

/// <summary><c>library</c>: a library of the desk's own, which no upgrade of the program touches.</summary>
internal static class LibraryCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("library", "The desk's own library.");
        command.Subcommands.Add(Init(output));
        command.Subcommands.Add(ConfirmCommand.Create(output));
        return command;
    }

    private static Command Init(TextWriter output)
    {
        var data = DataFolder.Option();
        var templates = CheckCommand.TemplatesOption();
        var command = new Command(
            "init",
            "Copy the texts of the library in use into the data folder, where they are edited from then on. Layouts and words stay with the program.");
        command.Options.Add(data);
        command.Options.Add(templates);
        command.SetAction(async (parsed, _) =>
        {
            var folder = parsed.GetValue(data)!;
            await output.WriteLineAsync(Create(folder, parsed.GetValue(templates)));
            return ExitCode.Success;
        });
        return command;
    }

    private static string Create(string data, string? templates)
    {
        var target = DataFolder.LibraryOf(data);
        if (Path.Exists(target))
            throw new UsageException($"--data: '{target}' exists already: it is the desk's own library, and edited there.");
        DataFolder.Create(data);
        var settings = Settings.ForCommands(templates, data: null).GetSection(LibraryOptions.Section).Get<LibraryOptions>();
        var from = new LibraryOptions { Folder = settings?.Folder }.ResolvedFolder;
        try
        {
            DeskLibrary.Create(from, target);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--data: '{target}' could not be written: {fault.Message}");
        }

        return $"The library of {from} was copied to {target}. Edit it there: upgrades of the program leave it alone. "
            + "A running service takes it up when it is started again.";
    }
}
