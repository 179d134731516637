using System.Reflection;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Hosting;
using MoroccoCT.Typesetting;
using NetArchTest.Rules;

namespace MoroccoCT.Tests;

/// <summary>The arrows of docs/architecture.md: calls go down only.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "MoroccoCT";

    /// <summary>From the ground up. A room knows those below it, and none beside or above.</summary>
    private static readonly string[][] rooms =
    [
        ["Language", "Telemetry"],
        ["Storage", "Desk"],
        ["Audit"],
        ["People"],
        ["Library"],
        ["Rendering", "Requests"],
        ["Schedules", "Verification"],
        ["Delivery"],
        ["Certainty", "Retention"],
        ["Faults"],
        ["Jobs", "Web"],
        ["Hosting"],
        ["Cli"],
    ];

    private static readonly Assembly service = typeof(ServiceOptions).Assembly;

    public static TheoryData<string> Rooms => new(rooms.SelectMany(floor => floor));

    public static TheoryData<Type> Projects => new(typeof(BriefingOrder), typeof(EnginePool), typeof(ServiceOptions));

    [Fact]
    public void Every_folder_is_a_room_that_has_its_place() =>
        NamespacesOf(service).Where(name => name != Root).Select(Room).Distinct().Order().ShouldBe(rooms.SelectMany(floor => floor).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_what_lies_below_it(string room)
    {
        var floor = Array.FindIndex(rooms, rooms => rooms.Contains(room));
        var above = rooms.Skip(floor).SelectMany(rooms => rooms).Where(other => other != room).Select(other => $"{Root}.{other}").ToArray();
        if (above.Length == 0)
            return;

        var result = Types.InAssembly(service).That().ResideInNamespace($"{Root}.{room}").ShouldNot().HaveDependencyOnAny(above).GetResult();

        (result.FailingTypeNames ?? []).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_namespaces_of_a_project_know_each_other(Type inProject)
    {
        var namespaces = NamespacesOf(inProject.Assembly);
        var known = namespaces.ToDictionary(one => one, one => namespaces.Where(other => other != one && Knows(inProject.Assembly, one, other)).ToList());

        (from one in namespaces
         from other in Reached(one, known)
         where string.CompareOrdinal(one, other) < 0
            && Reached(other, known).Contains(one)
         select $"{one} ↔ {other}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Briefings_know_no_engine_no_database_and_no_web() =>
        References(typeof(BriefingOrder)).ShouldNotContain(
            name => name.StartsWith(Root, StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));

    [Fact]
    public void Typesetting_knows_no_briefings() =>
        References(typeof(EnginePool)).ShouldNotContain(
            name => name.StartsWith(Root, StringComparison.Ordinal) || name.Contains("AspNetCore", StringComparison.Ordinal));

    private static string Room(string name) => name.Split('.')[1];

    /// <summary>Those that people write; what compilers make of pages and patterns has others.</summary>
    private static List<string> NamespacesOf(Assembly assembly) =>
        [.. assembly.GetTypes().Select(type => type.Namespace).OfType<string>()
            .Where(name => name == Root || name.StartsWith($"{Root}.", StringComparison.Ordinal)).Distinct().Order()];

    private static bool Knows(Assembly assembly, string one, string other)
    {
        var types = assembly.GetTypes().Where(type => type.Namespace == other && !type.IsNested).Select(type => type.FullName!).ToArray();
        return Types.InAssembly(assembly).That().ResideInNamespaceMatching($"^{one.Replace(".", "\\.", StringComparison.Ordinal)}$").And()
            .HaveDependencyOnAny(types).GetTypes().Any();
    }

    private static HashSet<string> Reached(string from, Dictionary<string, List<string>> known)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(known[from]);
        while (open.TryPop(out var next))
        {
            if (!reached.Add(next))
                continue;
            foreach (var further in known[next])
                open.Push(further);
        }

        return reached;
    }

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
