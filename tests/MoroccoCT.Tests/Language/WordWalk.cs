using System.Reflection;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.Language;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Verification;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Tests.Language;

/// <summary>Has everything said that there are words for: each member of each group, with each value it tells apart.</summary>
internal static class WordWalk
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Names of fields, doors, scopes and checks, and one that nobody knows.</summary>
    private static readonly string[] names =
    [
        "sections", "topics", "language", "marking", "title", "preparedFor", "depth", "paper", "profile", "numbered", "read", "orders", "content", "admin",
        "service",
        "library", "ledger", "engine", "documents", "schedules", "delivery", "editions", "retention", "name", "displayName", "desk", "role", "clearance", "key",
        "scopes", "days",
        "passkeyName",
        "order.sections", "order.topics", "order.language", "order.title", "order.preparedFor", "order.paper", "order.depth", "order.marking", "order.profile",
        "alsoIn", "cron", "timeZone", "series", "first", "last", "holidays", "onHoliday", "misfire", "recipients",
        "standing", "releaseAhead",
        "keeper.desk", "keeper.role", "keeper.mail", "keeper.webhook",
        Doors.Form, Doors.Api, Doors.Schedule, Doors.CommandLine, "en", "something",
        "date", "section", "topic", "texts", "sources", "note", "reason", "id", "author", "short", "type", "statement", "passages", "texts.en.title",
        "texts.en.body", "sources.0.id", "sources.0",
    ];

    private static readonly int[] numbers = [0, 1, 2, 5, 11, 100];

    public static void Through(Words words)
    {
        Through((object)words);
        foreach (var group in typeof(Words).GetProperties(Members | BindingFlags.NonPublic).Where(IsGroup))
            Through(group.GetValue(words)!);
    }

    private static bool IsGroup(PropertyInfo property) => property.PropertyType.IsSubclassOf(typeof(WordGroup));

    private static void Through(object group)
    {
        foreach (var property in group.GetType().GetProperties(Members).Where(property => property.PropertyType == typeof(string)))
            property.GetValue(group).ShouldBeOfType<string>();
        foreach (var method in group.GetType().GetMethods(Members).Where(method => !method.IsSpecialName && method.ReturnType == typeof(string)))
            Say(group, method);
    }

    /// <summary>Each value in the place of each parameter, with the first ones in the others.</summary>
    private static void Say(object group, MethodInfo method)
    {
        var values = method.GetParameters().Select(parameter => Values(parameter).ToList()).ToList();
        for (var varied = 0; varied < values.Count; varied++)
        {
            foreach (var value in values[varied])
                method.Invoke(group, [.. values.Select((all, i) => i == varied ? value : all[0])]).ShouldBeOfType<string>();
        }
    }

    private static IEnumerable<object?> Values(ParameterInfo parameter) =>
        Values(parameter.ParameterType).Concat(new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable ? [null] : []);

    private static IEnumerable<object?> Values(Type type)
    {
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>();
        if (Nullable.GetUnderlyingType(type) is { IsEnum: true } inner)
            return Enum.GetValues(inner).Cast<object>();
        if (type == typeof(string))
            return names;
        if (type == typeof(int))
            return numbers.Cast<object>();
        if (type == typeof(int?))
            return [1, 12];
        if (type == typeof(long))
            return [500L, 127_000L, 2_500_000L];
        if (type == typeof(double))
            return [1.5, 12_345.0];
        if (type == typeof(DateOnly))
            return Enumerable.Range(0, 24).Select(i => (object)new DateOnly(2026, 1 + (i / 2), 1 + (i % 2)));
        if (type == typeof(DateTimeOffset))
            return Enumerable.Range(1, 7).Select(day => (object)new DateTimeOffset(2026, 11, day, 7, 5, 0, TimeSpan.Zero));
        if (type == typeof(PartialDate))
            return [new PartialDate(2016, 4, 2), new PartialDate(2016, 4, null), new PartialDate(2016, null, null)];
        if (type == typeof(Func<string, string>))
            return [(Func<string, string>)(name => name)];
        if (type == typeof(PageEstimate))
            return numbers.SelectMany(_ => Enum.GetValues<EstimateBasis>(), (pages, basis) => new PageEstimate(Depth.Short, pages, basis));
        if (type == typeof(IEnumerable<string>) || type == typeof(IReadOnlyList<string>))
            return [new[] { "one", "two" }];
        if (type == typeof(IEnumerable<(string Title, int Parts)>))
            return numbers.Select(parts => (object)new[] { ("One", parts), ("Two", 1) });
        return type == typeof(OrderProblem) ? OrderProblems()
            : type == typeof(PersonProblem) ? PersonProblems()
            : type == typeof(ScheduleProblem) ? ScheduleProblems()
            : type == typeof(DevelopmentProblem) ? DevelopmentProblems()
            : type == typeof(PlainTime) ? new[] { 0, 1, 7 }.Select(days => new PlainTime([.. PlainTime.Week.Take(days)], new(7, 0)))
            : type == typeof(Func<DayOfWeek, string>) ? [(Func<DayOfWeek, string>)(day => $"{day}")]
            : type == typeof(DeliveryProblem) ? Enum.GetValues<DeliveryFault>().Select(fault => new DeliveryProblem(0, fault, "a@b.example", ""))
            : type == typeof(Alarm) ? Alarms()
            : type == typeof(Person) ? [Samples.Person]
            : type == typeof(BriefingRequest) ? Requests()
            : type == typeof(VerificationReport) ? Enum.GetValues<Verdict>().Select(verdict => new VerificationReport(verdict, "", null, null, null, null))
            : type == typeof(Change) ? Enum.GetValues<ChangeKind>().Select(kind => new Change(kind, "it", "2016-04", "2016-04-02"))
            : throw new InvalidOperationException($"There are no values of {type} to try.");
    }

    private static IEnumerable<OrderProblem> OrderProblems() =>
        from fault in Enum.GetValues<OrderFault>()
        from field in names
        from arguments in Arguments(fault)
        select new OrderProblem(field, fault, arguments);

    private static IEnumerable<string[]> Arguments(OrderFault fault) => fault switch
    {
        OrderFault.TooLong => numbers.Select(number => new[] { "200", $"{number}" }),
        OrderFault.EmptySummary => [[], ["one"]],
        OrderFault.UnprintableCharacter => [["a", "U+1"], ["a", "U+1", ""], ["a", "U+1", "b"]],
        OrderFault.MarkingTooLow => [["one", "two", "three"]],
        OrderFault.ControlCharacter => [["U+0007"]],
        OrderFault.Blank or OrderFault.HalfCharacter => [[]],
        _ => [["one", "two"]],
    };

    private static IEnumerable<PersonProblem> PersonProblems() =>
        from fault in Enum.GetValues<PersonFault>()
        from field in names
        from number in numbers
        select new PersonProblem(field, fault, NamesTwo(fault) ? ["1", $"{number}"] : [$"{number}"]);

    private static IEnumerable<ScheduleProblem> ScheduleProblems() =>
        from fault in Enum.GetValues<ScheduleFault>()
        where fault != ScheduleFault.Order
        from number in numbers
        select new ScheduleProblem(
            "name", fault, NamesTwo(fault) ? ["1", $"{number}"] : [$"{number}"]);

    private static IEnumerable<DevelopmentProblem> DevelopmentProblems() =>
        from fault in Enum.GetValues<DevelopmentFault>()
        from line in new int?[] { null, 3 }
        from arguments in Arguments(fault)
        select new DevelopmentProblem("texts.en.body", line, fault, arguments);

    private static IEnumerable<string[]> Arguments(DevelopmentFault fault) => fault switch
    {
        DevelopmentFault.Unknown or DevelopmentFault.NoChoice or DevelopmentFault.UnknownSource or DevelopmentFault.UnknownPassage =>
            [["one", "two"], ["one", "two", "three"], [.. Enumerable.Repeat("one", 20)]],
        DevelopmentFault.TopicElsewhere or DevelopmentFault.AboveClearance or DevelopmentFault.TooLong or DevelopmentFault.TooMany
            or DevelopmentFault.Text => [["one", "two"]],
        DevelopmentFault.MarkingTooLow => [["one", "two", "three"]],
        DevelopmentFault.NoText or DevelopmentFault.HalfCharacter or DevelopmentFault.Missing or DevelopmentFault.NoSource => [[]],
        _ => [["one"]],
    };

    private static bool NamesTwo(ScheduleFault fault) =>
        fault is ScheduleFault.SeriesTaken or ScheduleFault.LastBeforeFirst or ScheduleFault.RecipientLanguage or ScheduleFault.ReleaseAhead;

    private static bool NamesTwo(PersonFault fault) => fault is PersonFault.Unknown or PersonFault.Range or PersonFault.ScopeBeyondRole;

    private static IEnumerable<Alarm> Alarms() =>
        from kind in Enum.GetValues<AlarmKind>()
        from lacking in numbers
        from isOver in new[] { false, true }
        select Samples.Alarm(kind) with { Lacking = lacking, EndedAt = isOver ? DateTimeOffset.UnixEpoch : null };

    private static IEnumerable<BriefingRequest> Requests() =>
        new[] { Doors.Form, Doors.Api, Doors.CommandLine, "other" }.Select(Samples.Request).Append(Samples.Request("") with { Schedule = "weekly" });
}
