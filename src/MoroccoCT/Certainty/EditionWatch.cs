using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;

namespace MoroccoCT.Certainty;

/// <summary>
/// Looks whether the editions that should be out are, and with whom they should be. It knows the times of the schedules and the ledger, and nothing of the jobs
/// that make and send: whatever becomes of those, it looks. Every process does, and what it finds is raised once.
/// </summary>
public sealed class EditionWatch
{
    private readonly EditionReports reports;
    private readonly ScheduleBook book;
    private readonly ScheduleList schedules;
    private readonly Alarms alarms;
    private readonly Keepers keepers;
    private readonly CertaintyOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<EditionWatch> logger;
    private readonly long began;
    private long? last;

    internal EditionWatch(
        EditionReports reports, ScheduleBook book, ScheduleList schedules, Alarms alarms, Keepers keepers, IOptions<CertaintyOptions> options,
        TimeProvider time, ILogger<EditionWatch> logger)
    {
        (this.reports, this.book, this.schedules, this.alarms, this.keepers) = (reports, book, schedules, alarms, keepers);
        (this.options, this.time, this.logger, began) = (options.Value, time, logger, time.GetTimestamp());
    }

    /// <summary>How long ago this process looked last, or began; by a clock that nobody sets.</summary>
    public TimeSpan SinceLastLook => time.GetElapsedTime(last ?? began);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        var open = (await alarms.OpenAsync(cancellationToken)).Where(alarm => alarm.Kind != AlarmKind.Unknown).ToList();
        foreach (var alarm in found.Where(alarm => !open.Exists(known => IsSame(known, alarm))))
            await RaiseAsync(alarm, cancellationToken);
        foreach (var alarm in open.Where(known => !found.Any(alarm => IsSame(known, alarm))))
            await EndAsync(alarm, cancellationToken);
        last = time.GetTimestamp();
    }

    /// <summary>A schedule is broken or not, however the reasons change meanwhile.</summary>
    private static bool IsSame(Alarm one, Alarm other) =>
        (one.Schedule, one.Kind) == (other.Schedule, other.Kind) && (one.Kind == AlarmKind.Broken || one.Occasion == other.Occasion);

    private async Task<IReadOnlyList<Alarm>> FindAsync(CancellationToken cancellationToken)
    {
        var editions = await reports.ToBeOutAsync(cancellationToken);
        var broken = await schedules.BrokenAsync(cancellationToken);
        return [.. editions.Select(Late).OfType<Alarm>(), .. broken.Select(Broken)];
    }

    private Alarm? Late(EditionReport edition)
    {
        var now = time.GetUtcNow();
        if (edition.State == EditionState.LeftOut)
            return WasHere(edition.Due) ? Of(edition, AlarmKind.Incomplete) with { State = $"{EditionState.Missing}" } : null;
        if (edition.FinishedAt is not { } finished)
            return Of(edition, AlarmKind.Incomplete);

        // One that was finished late has as long again to reach everybody.
        var from = finished > edition.Due + options.LateAfter ? finished : edition.Due;
        return edition.Lacking.Any() && now >= from + options.LateAfter ? Of(edition, AlarmKind.Undelivered) : null;
    }

    private Alarm Of(EditionReport edition, AlarmKind kind) => New(edition.Name, kind, EditionKey.Moment(edition.Due)) with
    {
        Due = edition.Due,
        Number = edition.Number,
        State = $"{edition.State}",
        Lacking = edition.Lacking.Count(),
    };

    /// <summary>Processes that have libraries of different age find different things: for the same reason nobody is told twice on one day.</summary>
    private Alarm Broken(ScheduleView schedule)
    {
        var why = string.Join('\n', schedule.Problems.Select(problem => $"{problem}"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(why)))[..16];
        var day = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return New(schedule.Name, AlarmKind.Broken, $"{day}/{hash}");
    }

    private Alarm New(string schedule, AlarmKind kind, string occasion)
    {
        var now = time.GetUtcNow().InMilliseconds();
        return new() { Id = Guid.CreateVersion7(now), Schedule = schedule, Kind = kind, Occasion = occasion, RaisedAt = now };
    }

    /// <summary>Whether this process ran while an edition could have been made, so that it is no accident that it was not.</summary>
    private bool WasHere(DateTimeOffset due) => time.GetUtcNow() - time.GetElapsedTime(began) < due + EditionMaker.Tolerance;

    private async Task RaiseAsync(Alarm alarm, CancellationToken cancellationToken)
    {
        var schedule = (await book.AllAsync(cancellationToken)).FirstOrDefault(one => one.Name == alarm.Schedule);
        IReadOnlyList<Recipient> told = schedule is null ? [] : await keepers.ReachedAsync(schedule, cancellationToken);
        if (!await alarms.RaiseAsync(alarm, told, cancellationToken))
            return;

        // Without addresses: those stand in the ledger.
        logger.LogError(
            "{Alarm} Its keeper is told at {Recipients} addresses; the page This week says what can be done",
            CertaintyWords.English.Sentence(alarm), told.Count);
    }

    private async Task EndAsync(Alarm alarm, CancellationToken cancellationToken)
    {
        if (await alarms.EndAsync(alarm, cancellationToken))
            logger.LogInformation("Over, or not expected any more: {Alarm}", CertaintyWords.English.Sentence(alarm));
    }
}
