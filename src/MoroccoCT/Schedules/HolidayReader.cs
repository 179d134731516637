using System.Globalization;
using System.Text;
using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Desk;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Schedules;

/// <summary>Has calendars of holidays read in a process of their own.</summary>
public sealed class HolidayReader
{
    /// <summary>In bytes. A country's holidays of ten years have about 60,000.</summary>
    public const int LargestCalendar = 512 * 1024;

    private const int MemoryMiB = 256;
    private const long HeapBytes = 160L << 20;

    private readonly Errands errands;
    private readonly DeskOptions desk;
    private readonly TimeProvider time;

    internal HolidayReader(ILogger<Errands> logger, DeskOptions desk, TimeProvider time)
    {
        (this.desk, this.time) = (desk, time);
        errands = new(
            new() { MemoryMiB = MemoryMiB, Deadline = TimeSpan.FromSeconds(5), AnswerLimit = LargestCalendar, AtOnce = 1, QueueLimit = 4 }, logger, time);
    }

    /// <summary>The holidays of the present and the next years, in order.</summary>
    /// <param name="calendar">An iCalendar file.</param>
    /// <returns>Null for what is none, and for one that cannot be read in five seconds.</returns>
    /// <exception cref="ErrandsBusyException">Too many wait.</exception>
    /// <exception cref="ErrandFailedException">The reader does not start; that is no fault of the file.</exception>
    public async Task<IReadOnlyList<Holiday>?> ReadAsync(byte[] calendar, CancellationToken cancellationToken)
    {
        var head = Encoding.UTF8.GetBytes($"{desk.Today(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n");
        using var input = new MemoryStream([.. head, .. calendar]);
        try
        {
            var answer = await errands.RunAsync(ErrandCommand.Of(typeof(HolidayReader).Assembly, HolidayChild.Command, HeapBytes), input, cancellationToken);
            return JsonSerializer.Deserialize<IReadOnlyList<Holiday>?>(answer, BriefingJson.Options);
        }
        catch (ErrandFailedException failure) when (failure.Fault != ErrandFault.Unavailable)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
