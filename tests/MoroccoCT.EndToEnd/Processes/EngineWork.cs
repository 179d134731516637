using System.Globalization;

namespace MoroccoCT.EndToEnd.Processes;

/// <summary>Sees from the processor time of an engine that it has begun to work.</summary>
internal sealed class EngineWork(int processId)
{
    /// <summary>In hundredths of a second; more than an idle engine uses to tidy up after the document before.</summary>
    private const long Noticeable = 50;

    private readonly long before = ProcessorTime(processId);

    public int ProcessId => processId;

    /// <summary>Looks again and again; an engine that never begins ends the test.</summary>
    public async Task BegunAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (ProcessorTime(processId) < before + Noticeable)
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Time in user and system mode: the twelfth and thirteenth number behind the program's name.</summary>
    private static long ProcessorTime(int processId)
    {
        var status = File.ReadAllText($"/proc/{processId}/stat");
        var numbers = status[(status.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(numbers[11], CultureInfo.InvariantCulture) + long.Parse(numbers[12], CultureInfo.InvariantCulture);
    }
}
