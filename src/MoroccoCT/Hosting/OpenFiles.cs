using Microsoft.Win32.SafeHandles;

namespace MoroccoCT.Hosting;

/// <summary>
/// How many files the operating system lets this process have open. Where they are too few, anything may fail at any moment, first of all
/// the loading of the program's own modules: so this is looked at before anything else, with as little of them as possible.
/// </summary>
public static class OpenFiles
{
    /// <summary>Measured: the program's modules take about 390, the ledger, pipes and sockets of a service at work the rest.</summary>
    private const int Needed = 512;

    /// <summary>Pipes to an engine, and what waits for it.</summary>
    private const int ForEachEngine = 8;

    private const string LimitName = "Max open files";

    /// <summary>What is wrong and what to do, in one sentence; null where there are enough.</summary>
    /// <param name="engines">Engine processes beyond a few.</param>
    public static string? Shortage(int engines = 0)
    {
        var needed = Needed + (engines * ForEachEngine);
        var advice = $"and needs {needed}. Raise the limit with 'ulimit -n {needed}' or more, or LimitNOFILE= of its systemd unit.";
        try
        {
            return Limit() is { } limit && limit < needed ? $"This process may open {limit} files at once, {advice}" : null;
        }
        catch (IOException)
        {
            return $"This process may open no further file, {advice}";
        }
    }

    /// <summary>To standard error, without the console's classes: they need files too.</summary>
    public static void Say(string line)
    {
        using var error = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        error.Write(System.Text.Encoding.UTF8.GetBytes($"{line}\n"));
    }

    /// <summary>Null where there is none or it is unknown.</summary>
    private static int? Limit()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        foreach (var line in File.ReadAllLines("/proc/self/limits"))
        {
            if (line.StartsWith(LimitName, StringComparison.Ordinal))
                return int.TryParse(line[LimitName.Length..].TrimStart().Split(' ')[0], out var limit) ? limit : null;
        }

        return null;
    }
}
