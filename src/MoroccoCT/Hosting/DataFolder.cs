using System.CommandLine;
using MoroccoCT.Library;
using MoroccoCT.Storage;

namespace MoroccoCT.Hosting;

/// <summary>The folder with everything that must survive a restart.</summary>
internal static class DataFolder
{
    /// <summary>In bytes; less is as good as a full disk.</summary>
    private const int RoomNeeded = 64 * 1024;

    public static Option<string> Option() => Option("Folder for the ledger and keys; it is made when it is missing.");

    /// <summary>For a command that only looks and makes nothing.</summary>
    public static Option<string> OfTheService() => Option("The service's data folder, with its ledger.");

    /// <summary>For a command that takes the desk's own library from there, if there is one.</summary>
    public static Option<string> WithLibrary() => Option("The data folder, which may hold a library of the desk's own.");

    /// <summary>Where a library of the desk's own is kept.</summary>
    public static string LibraryOf(string path) => Path.Combine(FullPath(path), DeskLibrary.FolderName);

    /// <exception cref="UsageException">The name cannot be that of a folder.</exception>
    public static string FullPath(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new UsageException("--data: No folder is named. Write a path such as ./data.");
        if (path.Any(char.IsControl))
            throw new UsageException("--data: The folder's name holds a control character. Choose one without.");
        return Path.GetFullPath(path);
    }

    /// <exception cref="UsageException">The folder cannot be made or written to.</exception>
    public static string Create(string path)
    {
        var full = FullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            TryOut(Path.Combine(full, $".write-test-{Environment.ProcessId}"));
            return full;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(LedgerFault.IsDiskFull(fault)
                ? $"--data: '{path}' cannot be written to: the disk is full. Free space there, then try again."
                : $"--data: '{path}' cannot be written to: {fault.Message.TrimEnd('.')}. Name a folder that this user may write to.");
        }
    }

    private static Option<string> Option(string description) => new("--data") { Description = description, DefaultValueFactory = _ => "./data" };

    private static void TryOut(string file)
    {
        try
        {
            File.WriteAllBytes(file, new byte[RoomNeeded]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
