using System.Diagnostics;

namespace MoroccoCT.Typesetting;

/// <summary>Puts a command behind limits that the operating system keeps, with an environment of its own and pipes for everything it says.</summary>
internal static class Containment
{
    /// <summary>Where children find programs, prlimit first of all.</summary>
    private const string ProgramFolders = "/usr/bin:/bin";

    /// <param name="limits">Further limits, as prlimit takes them.</param>
    /// <param name="environment">All the command gets beside a PATH; nothing of the service's own.</param>
    public static ProcessStartInfo Command(
        IEnumerable<string> command, int memoryMiB, IEnumerable<string> limits, string workingDirectory, IEnumerable<KeyValuePair<string, string>> environment)
    {
        // Its own session, so that a terminal's Ctrl+C reaches the service alone and the child can be killed with all it started.
        // The limit is on data, not on address space: Node and .NET reserve gigabytes of addresses before they use any, and would not even start.
        string[] all = OperatingSystem.IsLinux() ? ["setsid", "prlimit", $"--data={(long)memoryMiB << 20}", "--core=0", .. limits, .. command] : [.. command];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = ProgramFolders;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }
}
