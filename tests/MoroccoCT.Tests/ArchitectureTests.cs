using System.Reflection;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Cli;
using MoroccoCT.Typesetting;
using NetArchTest.Rules;

namespace MoroccoCT.Tests;

/// <summary>The arrows of docs/architecture.md: calls go down only.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly service = typeof(ServiceOptions).Assembly;

    [Theory]
    [InlineData("MoroccoCT.Web", "MoroccoCT.Jobs", "MoroccoCT.Cli")]
    [InlineData("MoroccoCT.Jobs", "MoroccoCT.Web", "MoroccoCT.Cli", "MoroccoCT.Verification")]
    [InlineData("MoroccoCT.Verification", "MoroccoCT.Web", "MoroccoCT.Jobs", "MoroccoCT.Cli", "MoroccoCT.Schedules")]
    [InlineData("MoroccoCT.Schedules", "MoroccoCT.Web", "MoroccoCT.Jobs", "MoroccoCT.Cli", "MoroccoCT.Verification")]
    [InlineData("MoroccoCT.Requests", "MoroccoCT.Web", "MoroccoCT.Jobs", "MoroccoCT.Cli", "MoroccoCT.Verification", "MoroccoCT.Schedules")]
    [InlineData("MoroccoCT.Rendering", "MoroccoCT.Web", "MoroccoCT.Jobs", "MoroccoCT.Cli", "MoroccoCT.Verification", "MoroccoCT.Schedules", "MoroccoCT.Requests")]
    public void A_folder_knows_only_what_lies_below_it(string folder, params string[] above)
    {
        var result = Types.InAssembly(service).That().ResideInNamespace(folder).ShouldNot().HaveDependencyOnAny(above).GetResult();
        (result.FailingTypeNames ?? []).ShouldBeEmpty();
    }

    [Fact]
    public void Briefings_know_no_engine_no_database_and_no_web() =>
        References(typeof(BriefingOrder)).ShouldNotContain(name => name.StartsWith("MoroccoCT", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));

    [Fact]
    public void Typesetting_knows_no_briefings() =>
        References(typeof(EnginePool)).ShouldNotContain(name => name.StartsWith("MoroccoCT", StringComparison.Ordinal) || name.Contains("AspNetCore", StringComparison.Ordinal));

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
