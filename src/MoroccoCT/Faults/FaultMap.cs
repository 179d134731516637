using System.Data.Common;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Storage;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Faults;

/// <summary>The one place where an exception becomes what a person is told, at every door. Inner causes stay in the log.</summary>
public static class FaultMap
{
    /// <summary>Places to mend, or problems of an order: more at once nobody reads.</summary>
    public const int Most = 10;

    /// <summary>Whoever mends the library goes through them one by one.</summary>
    private const int MostOfLibrary = 100;

    private static readonly TimeSpan databaseRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan readerRetry = TimeSpan.FromSeconds(30);

    public static Fault Of(Exception exception, Manner manner)
    {
        var words = manner.Words;
        return exception switch
        {
            OrderRejectedException order => Rejected(
                FaultKind.Order, words.Order, [.. order.Problems.Select(problem => (problem.Field, manner.Say(problem)))], words),
            ScheduleRejectedException schedule => Rejected(
                FaultKind.Schedule, words.Schedule, [.. schedule.Problems.Select(problem => (problem.Field, Say(problem)))], words),
            DevelopmentRejectedException development => Rejected(
                FaultKind.Development, words.Development, [.. development.Problems.Select(problem => (problem.Field, Say(problem)))], words),
            DevelopmentRefusedException refused => new(KindOf(refused.Why), words.Title(KindOf(refused.Why)), refused.Message),
            EditionRefusedException refused => new(KindOf(refused.Why), words.Title(KindOf(refused.Why)), refused.Message),
            PersonRejectedException person => new(
                FaultKind.Person, words.Person, string.Join(' ', person.Problems.Select(PersonWords.English.Sentence))),
            UnknownScheduleException => new(FaultKind.NoSchedule, words.NoSchedule, exception.Message),
            ScheduleChangedException => new(FaultKind.ChangedMeanwhile, words.ChangedMeanwhile, exception.Message),
            LayoutRejectedException layout => new(FaultKind.Layout, words.Layout, Places(layout, words)),
            BrokenLibraryException library => new(FaultKind.Library, words.Library, Places(library, words)),
            DocumentRefusedException => new(FaultKind.Document, words.Document, exception.Message),
            DocumentDamagedException => new(FaultKind.DamagedDocument, words.DamagedDocument, exception.Message),
            EngineBusyException busy => new(FaultKind.EnginesBusy, words.EnginesBusy, busy.Message) { RetryAfter = busy.RetryAfter },
            EngineFailedException => new(FaultKind.Engine, words.Engine, exception.Message),
            IdempotencyConflictException => new(FaultKind.KeyTaken, words.KeyTaken, words.KeyTakenAdvice),
            LedgerFullException { RetryAfter: var wait } =>
                new(FaultKind.LedgerFull, words.LedgerFull, words.NothingStored(Seconds(wait))) { RetryAfter = wait },
            ErrandsBusyException { RetryAfter: var wait } =>
                new(FaultKind.ReadersBusy, words.ReadersBusy, words.NotLookedAt(Seconds(wait))) { RetryAfter = wait },
            ErrandFailedException => new(FaultKind.Reader, words.Reader, $"{words.ReaderAdvice} {manner.WhereToLook}") { RetryAfter = readerRetry },
            OptionsValidationException settings => new(FaultKind.Settings, words.Settings, string.Join(' ', settings.Failures)),
            TypeInitializationException { InnerException: { } inner } => Of(inner, manner),
            AggregateException { InnerExceptions: [var first, ..] } many =>
                Of(many.InnerExceptions.OfType<OptionsValidationException>().FirstOrDefault() ?? first, manner),
            OperationCanceledException => new(FaultKind.Interrupted, words.Interrupted, $"{words.Interrupted}."),
            _ => OfMachine(exception, manner) ?? Unforeseen(exception, manner),
        };
    }

    public static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    private static string Say(ScheduleProblem problem) => ScheduleProblemWords.English.Sentence(problem, FieldNames.InJson);

    private static string Say(DevelopmentProblem problem) => DevelopmentProblemWords.English.Sentence(problem);

    private static FaultKind KindOf(DevelopmentRefusal why) => why switch
    {
        DevelopmentRefusal.Unknown => FaultKind.NoDevelopment,
        DevelopmentRefusal.ChangedMeanwhile => FaultKind.ChangedMeanwhile,
        _ => FaultKind.DevelopmentStep,
    };

    private static FaultKind KindOf(EditionRefusal why) =>
        why == EditionRefusal.ChangedMeanwhile ? FaultKind.ChangedMeanwhile : FaultKind.EditionStep;

    private static Fault Rejected(FaultKind kind, string title, IReadOnlyList<(string Field, string Sentence)> fields, FaultWords words) =>
        new(kind, title, string.Join(' ', words.Few([.. fields.Select(field => field.Sentence)], Most))) { Fields = fields };

    /// <summary>Database and disk, however deep they lie below what was wrapped around them.</summary>
    private static Fault? OfMachine(Exception exception, Manner manner)
    {
        var words = manner.Words;
        return exception switch
        {
            _ when LedgerFault.IsDiskFull(exception) => new(FaultKind.DiskFull, words.DiskFull, words.DiskFullAdvice) { RetryAfter = readerRetry },
            LedgerUnavailableException => new(FaultKind.Ledger, words.Ledger, exception.Message) { RetryAfter = databaseRetry },
            LedgerGoneException when manner.TellsCause => new(FaultKind.Ledger, words.Ledger, exception.Message),
            LedgerGoneException => new(FaultKind.Ledger, words.Ledger, $"{words.LedgerGone} {manner.WhereToLook}") { RetryAfter = databaseRetry },
            DbException when manner.TellsCause && LedgerFault.Of(exception) is { } ledger =>
                new(FaultKind.Ledger, words.Ledger, $"{words.Ledger}: {ledger.What}. {ledger.Advice}"),
            DbException => new(FaultKind.Ledger, words.Ledger, $"{words.LedgerSilent} {manner.WhereToLook}") { RetryAfter = databaseRetry },
            { InnerException: { } inner } => OfMachine(inner, manner),
            _ => null,
        };
    }

    private static Fault Unforeseen(Exception exception, Manner manner) => new(
        FaultKind.Unforeseen,
        manner.Words.Unforeseen,
        manner.TellsCause ? $"{exception.GetType().Name}: {exception.Message} {manner.WhereToLook}" : manner.WhereToLook);

    private static string Places(LayoutRejectedException rejected, FaultWords words)
    {
        var errors = rejected.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        IReadOnlyList<string> lines = [.. (errors.Count > 0 ? errors : rejected.Diagnostics).Select(diagnostic => OneLine(diagnostic.ToString())).Distinct()];
        return lines.Count == 0 ? words.LayoutWithoutReason : string.Join('\n', words.Few(lines, Most));
    }

    private static string Places(BrokenLibraryException broken, FaultWords words)
    {
        IReadOnlyList<string> lines = [.. broken.Problems.Select(problem => OneLine(problem.ToString()))];
        return string.Join('\n', [.. words.Few(lines, MostOfLibrary), words.MendLibrary(lines.Count)]);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
