using System.Globalization;

namespace MoroccoCT.Bench;

/// <summary>What this program's one engine process holds of physical memory, as Linux counts it.</summary>
internal static class ResidentMemory
{
    public static double NowMiB => MiB("VmRSS:");

    public static double PeakMiB => MiB("VmHWM:");

    private static double MiB(string field)
    {
        var line = File.ReadLines($"/proc/{Engine()}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static int Engine() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Single(id => id > 0 && Read(id, "stat").Split(") ")[^1].Split(' ').ElementAtOrDefault(1) == $"{Environment.ProcessId}"
            && Read(id, "cmdline").Contains("host.mjs", StringComparison.Ordinal));

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return ""; // It has just ended.
        }
    }
}
