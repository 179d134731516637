using System.CommandLine;
using Microsoft.AspNetCore.DataProtection;
using MoroccoCT.Library;

namespace MoroccoCT.Hosting;

/// <summary>The folder with everything that must survive a restart.</summary>
internal static class DataFolder
{
    public static Option<string> Option() => new("--data") { Description = "Folder for the ledger and keys; it is made when it is missing.", DefaultValueFactory = _ => "./data" };

    /// <summary>For a command that only looks and makes nothing.</summary>
    public static Option<string> OfTheService() => new("--data") { Description = "The service's data folder, with its ledger.", DefaultValueFactory = _ => "./data" };

    /// <summary>For a command that takes the desk's own library from there, if there is one.</summary>
    public static Option<string> WithLibrary() => new("--data") { Description = "The data folder, which may hold a library of the desk's own.", DefaultValueFactory = _ => "./data" };

    /// <summary>Where a library of the desk's own is kept.</summary>
    public static string LibraryOf(string path) => Path.Combine(Path.GetFullPath(path), DeskLibrary.FolderName);

    /// <exception cref="UsageException">The folder cannot be made or written to.</exception>
    public static string Create(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            var probe = Path.Combine(full, $".write-test-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return full;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--data: '{path}' cannot be written to: {fault.Message} Name a folder that this user may write to.");
        }
    }

    /// <summary>Keys that protect the form live with the data: after a restart an open form still works.</summary>
    public static IServiceCollection AddDataFolder(this IServiceCollection services, string data)
    {
        services.AddDataProtection().SetApplicationName("MoroccoCT").PersistKeysToFileSystem(new(Path.Combine(data, "keys")));
        return services;
    }
}
