using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MoroccoCT.Delivery;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;

namespace MoroccoCT.Certainty;

/// <summary>
/// Tells those who look after a schedule of its alarms, and of their end. Each is told once: after an answer that he has it nothing more is sent to him. Before
/// one it is tried again, under the same id, for as long as briefings are.
/// </summary>
public sealed class AlarmTelling
{
    private const int AtOnce = 20;

    /// <summary>From the name of the mail server to the end of the data.</summary>
    private const int StepsOfMail = 10;

    /// <summary>A clock that was set forward shall not end what was hardly tried.</summary>
    private const int FewestAttempts = 3;

    private readonly LedgerStore store;
    private readonly ScheduleBook book;
    private readonly Alarms alarms;
    private readonly Keepers keepers;
    private readonly Notices notices;
    private readonly ServiceAddress address;
    private readonly DeliveryOptions options;

    /// <summary>Longer than any try takes: whoever has not written down a result by then is gone.</summary>
    private readonly TimeSpan lease;

    private readonly TimeProvider time;
    private readonly ILogger<AlarmTelling> logger;

    internal AlarmTelling(
        LedgerStore store, ScheduleBook book, Alarms alarms, Keepers keepers, Notices notices, ServiceAddress address, IOptions<DeliveryOptions> options,
        TimeProvider time, ILogger<AlarmTelling> logger)
    {
        (this.store, this.book, this.alarms, this.keepers, this.notices) = (store, book, alarms, keepers, notices);
        (this.address, this.options, this.time, this.logger) = (address, options.Value, time, logger);
        lease = options.Value.WebhookTimeout
            + (options.Value.Mail is { } mail ? (mail.Timeout * StepsOfMail) + mail.AnswerTimeout : TimeSpan.Zero) + TimeSpan.FromMinutes(1);
    }

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (!options.IsOn)
            return;
        var schedules = (await book.AllAsync(cancellationToken)).ToDictionary(schedule => schedule.Name);
        await WantAsync(schedules, cancellationToken);
        foreach (var due in await DueAsync(cancellationToken))
        {
            if (await ReplaceAsync(due, due with { Attempts = due.Attempts + 1, NextAt = Now() + lease }, cancellationToken) is { } taken)
                await SendAsync(taken, schedules, cancellationToken);
        }
    }

    /// <summary>Whoever has become a keeper hears of what is open, and whoever was told hears of the end.</summary>
    private async Task WantAsync(Dictionary<string, Schedule> schedules, CancellationToken cancellationToken)
    {
        foreach (var alarm in (await alarms.OpenAsync(cancellationToken)).Where(alarm => schedules.ContainsKey(alarm.Schedule)))
            await AddAsync(alarm.Id, await keepers.ReachedAsync(schedules[alarm.Schedule], cancellationToken), isEnd: false, cancellationToken);
        foreach (var (alarm, told) in await UntoldEndsAsync(cancellationToken))
            await AddAsync(alarm, told, isEnd: true, cancellationToken);
    }

    private async Task AddAsync(Guid alarm, IReadOnlyList<Recipient> to, bool isEnd, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync(
            ledger => ledger.Notices.Where(notice => notice.AlarmId == alarm && notice.IsEnd == isEnd).Select(notice => new { notice.Channel, notice.Address })
                .ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var strange in to.Where(one => !known.Exists(other => (other.Channel, other.Address) == (one.Channel, one.Address))))
            await store.WriteAsync(ledger => AlarmRows.WantAsync(ledger, alarm, strange, isEnd, Now(), cancellationToken), cancellationToken);
    }

    /// <summary>Who was told before the end, and not of it.</summary>
    private async Task<IEnumerable<(Guid Alarm, IReadOnlyList<Recipient> Told)>> UntoldEndsAsync(CancellationToken cancellationToken)
    {
        var recently = Now() - options.MaxAge;
        var told = await store.ReadAsync(
            ledger =>
            {
                var ends = ledger.Notices.Where(notice => notice.IsEnd);
                return (from alarm in ledger.Alarms
                        join notice in ledger.Notices on alarm.Id equals notice.AlarmId
                        where alarm.EndedAt >= recently && !notice.IsEnd && notice.State == NoticeState.Accepted && !notice.SaysEnd
                            && !ends.Any(end => end.AlarmId == alarm.Id && end.Channel == notice.Channel && end.Address == notice.Address)
                        select notice).ToListAsync(cancellationToken);
            },
            cancellationToken);
        return told.GroupBy(notice => notice.AlarmId).Select(ofOne => (ofOne.Key, (IReadOnlyList<Recipient>)
            [.. ofOne.Select(notice => new Recipient(notice.Channel, notice.Address, notice.Name, notice.Language))]));
    }

    private Task<List<AlarmNotice>> DueAsync(CancellationToken cancellationToken)
    {
        // What seems to wait for longer than anything does was written while the clock was ahead.
        var (now, never) = (Now(), Now() + DeliveryOptions.LongestPause + lease);
        return store.ReadAsync(
            ledger => ledger.Notices.Where(notice => notice.State == NoticeState.Queued && (notice.NextAt <= now || notice.NextAt > never))
                .OrderBy(notice => notice.NextAt).ThenBy(notice => notice.Id).Take(AtOnce).ToListAsync(cancellationToken),
            cancellationToken);
    }

    private async Task SendAsync(AlarmNotice taken, Dictionary<string, Schedule> schedules, CancellationToken cancellationToken)
    {
        var alarm = await store.ReadAsync(ledger => ledger.Alarms.FirstOrDefaultAsync(row => row.Id == taken.AlarmId, cancellationToken), cancellationToken);
        if (alarm is null)
            return;
        var result = await TryAsync(alarm, taken, schedules.GetValueOrDefault(alarm.Schedule), cancellationToken);
        var next = After(taken, result) with { Answer = result.Words, SaysEnd = alarm.EndedAt is not null };
        await RecordAsync(taken, next, cancellationToken);
        logger.Log(
            next.State == NoticeState.Accepted ? LogLevel.Information : LogLevel.Warning,
            "Notice {NoticeId} of schedule {Schedule} by {Channel}: {Outcome} at attempt {Attempt}",
            next.Id, alarm.Schedule, next.Channel, result.Outcome, next.Attempts);
    }

    /// <summary>What was accepted must be known as such.</summary>
    private Task<AlarmNotice?> RecordAsync(AlarmNotice taken, AlarmNotice next, CancellationToken cancellationToken) => LedgerPatience.UntilWrittenAsync(
        () => ReplaceAsync(taken, next, CancellationToken.None),
        away => logger.LogError(away, "What became of notice {NoticeId} cannot be recorded just now", next.Id),
        time,
        cancellationToken);

    /// <summary>Who has left the desk, lost the role or may not see the schedule any more is not told.</summary>
    private async Task<SendResult> TryAsync(Alarm alarm, AlarmNotice taken, Schedule? schedule, CancellationToken cancellationToken)
    {
        if (schedule is null)
            return new(SendOutcome.Refused, "the schedule has ended");
        var reached = await keepers.ReachedAsync(schedule, cancellationToken);
        if (reached.FirstOrDefault(one => (one.Channel, one.Address) == (taken.Channel, taken.Address)) is not { } to)
            return new(SendOutcome.Refused, "the recipient does not look after the schedule any more, or cannot be written to");
        var words = CertaintyWords.In(to.Language);
        try
        {
            return await notices.SendAsync(
                words.Subject(alarm), [.. words.Lines(alarm, schedule, address.Public!)], to, $"{taken.Id:N}.0", cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(SendOutcome.Interrupted, "the service was stopped");
        }
    }

    private AlarmNotice After(AlarmNotice taken, SendResult result) => result.Outcome switch
    {
        SendOutcome.Accepted => taken with { State = NoticeState.Accepted },
        SendOutcome.Refused => taken with { State = NoticeState.Failed },
        _ when taken.Attempts >= FewestAttempts && Now() - taken.CreatedAt >= options.MaxAge => taken with { State = NoticeState.Failed },
        _ => taken with { NextAt = Now() + options.Delays[Math.Clamp(taken.Attempts - 1, 0, options.Delays.Count - 1)] },
    };

    private Task<AlarmNotice?> ReplaceAsync(AlarmNotice seen, AlarmNotice next, CancellationToken cancellationToken) =>
        store.WriteAsync(ledger => AlarmRows.ReplaceAsync(ledger, seen, next, cancellationToken), cancellationToken);

    private DateTimeOffset Now() => time.GetUtcNow().InMilliseconds();
}
