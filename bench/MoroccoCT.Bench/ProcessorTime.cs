using System.Globalization;

namespace MoroccoCT.Bench;

/// <summary>
/// Processor time of this program and of every process it has started: engines, browser and driver. Unlike time on the clock it hardly
/// depends on what else the machine does.
/// </summary>
internal static class ProcessorTime
{
    private const double MillisecondsPerTick = 10;

    // Fields of /proc/<id>/stat behind the name; the times of ended children are added to their parents'.
    private const int Parent = 1, FirstTime = 11, Times = 4;

    public static double Milliseconds
    {
        get
        {
            var parents = new Dictionary<int, (int Parent, long Ticks)>();
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Stat(folder) is { } stat)
                    parents[id] = (int.Parse(stat[Parent], CultureInfo.InvariantCulture),
                        stat.Skip(FirstTime).Take(Times).Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)));
            }

            return MillisecondsPerTick * parents.Where(process => IsOurs(process.Key)).Sum(process => process.Value.Ticks);

            bool IsOurs(int id) => id == Environment.ProcessId || (parents.TryGetValue(id, out var process) && IsOurs(process.Parent));
        }
    }

    private static string[]? Stat(string folder)
    {
        try
        {
            return File.ReadAllText($"{folder}/stat").Split(") ")[^1].Split(' ');
        }
        catch (IOException)
        {
            return null; // It has just ended.
        }
    }
}
