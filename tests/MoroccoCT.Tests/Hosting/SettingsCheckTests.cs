using Microsoft.Extensions.Configuration;
using MoroccoCT.Hosting;

namespace MoroccoCT.Tests.Hosting;

public sealed class SettingsCheckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("settings-");

    private string File => Path.Combine(folder.FullName, Settings.OperatorFile);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_shipped_settings_are_right() => Run("{}").ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "Ledger": { "MaxUnfinished": "abc" } }""", "Ledger:MaxUnfinished in FILE is 'abc'. Write a whole number from 1 to 1000000.")]
    [InlineData("""{ "Ledger": { "MaxUnfinished": 99999999999 } }""", "Ledger:MaxUnfinished in FILE is '99999999999'. Write a whole number")]
    [InlineData("""{ "Ledger": { "MaxUnfinished": 0 } }""", "Ledger:MaxUnfinished in FILE is '0'. Write a whole number from 1")]
    [InlineData("""{ "Ledger": { "MaxUnfinished": [1, 2] } }""", "Ledger:MaxUnfinished in FILE is a list or a group of settings. Write a whole number")]
    [InlineData("""{ "Desk": { "Name": { "first": "x" } } }""", "Desk:Name in FILE is a list or a group of settings. Write one text.")]
    [InlineData("""{ "Ledger": 5 }""", "Ledger in FILE is '5'. Write a group of settings.")]
    [InlineData("""{ "Jobs": { "RetryDelays": "00:00:01" } }""", "Jobs:RetryDelays in FILE is '00:00:01'. Write a list.")]
    [InlineData("""{ "Jobs": { "RetryDelays": ["soon"] } }""", "Jobs:RetryDelays:0 in FILE is 'soon'. Write a time such as 00:00:30.")]
    [InlineData("""{ "Jobs": { "DrainTimeout": "20" } }""", "Jobs:DrainTimeout in FILE is '20'. Write a time such as 00:00:30 from 00:00:00 to 00:10:00.")]
    [InlineData("""{ "Schedules": "weekly" }""", "Schedules in FILE is 'weekly'. Write a list")]
    [InlineData("""{ "Serilog": { "MinimumLevel": { "Default": "Loud" } } }""", "Serilog:MinimumLevel:Default in FILE is 'Loud'. Write one of: Verbose, ")]
    [InlineData("""{ "Serilog": { "MinimumLevel": { "Override": { "Microsoft": "7" } } } }""", "Serilog:MinimumLevel:Override:Microsoft in FILE is '7'.")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "all": { "Url": "http://0.0.0.0:80" } } } }""", "Kestrel in FILE: the service listens where --urls says")]
    public void A_setting_of_the_wrong_kind_is_named_with_its_file(string json, string fault) =>
        Should.Throw<UsageException>(() => Run(json)).Message.ShouldContain(fault.Replace("FILE", File, StringComparison.Ordinal));

    [Fact]
    public void A_value_of_several_lines_is_shown_on_one() =>
        Should.Throw<UsageException>(() => Run("""{ "Ledger": { "MaxUnfinished": "a\nb\u001b[31m" } }"""))
            .Message.ShouldNotContain(letter => char.IsControl(letter));

    [Fact]
    public void A_variable_of_the_environment_is_named()
    {
        var variable = $"{Settings.EnvironmentPrefix}Typesetting__Deadline";
        Environment.SetEnvironmentVariable(variable, "never");
        try
        {
            Should.Throw<UsageException>(() => Run("{}")).Message.ShouldContain($"Typesetting:Deadline (environment: {variable}) is 'never'.");
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Should.Throw<UsageException>(() => Run("""{ "Ledger": { "MaxUnfinished": "abc" }, "Typesetting": { "Engines": "two" } }"""))
            .Message.ShouldSatisfyAllConditions(text => text.ShouldContain("Ledger:MaxUnfinished"), text => text.ShouldContain("Typesetting:Engines"));

    [Theory]
    [InlineData(
        """{ "Desk": { "Nmae": "The Desk" } }""", "Desk:Nmae in FILE: this setting is unknown and has no effect. Valid: TimeZone, Name, NamesPerson, Contact.")]
    [InlineData("""{ "Dsek": { "Name": "The Desk" } }""", "Dsek in FILE: this setting is unknown and has no effect. Valid: Certainty, Delivery, Desk, ")]
    public void An_unknown_setting_is_told_and_stops_nothing(string json, string sentence) =>
        Run(json).ShouldHaveSingleItem().ShouldStartWith(sentence.Replace("FILE", File, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "desk": { "NAME": "The Desk" }, "Jobs": { "RetryDelays": [], "Workers": null } }""")]
    [InlineData("""{ "Desk:Name": "The Desk" }""")]
    [InlineData("// a remark\n{ \"Desk\": { \"Name\": \"The Desk\", }, }")]
    public void Other_ways_to_write_the_same_are_right(string json) => Run(json).ShouldBeEmpty();

    /// <summary>Whoever adds options adds them to the check.</summary>
    [Fact]
    public void Every_section_of_options_is_looked_through() =>
        new[] { typeof(ServiceOptions).Assembly, typeof(MoroccoCT.Typesetting.EnginePool).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null && type.Name != "ScheduleOptions")
            .ShouldBe(SettingsCheck.Sections.Values.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal)), ignoreOrder: true);

    private IReadOnlyList<string> Run(string json)
    {
        System.IO.File.WriteAllText(File, json);
        var builder = new ConfigurationBuilder();
        Settings.AddTo(builder, folder.FullName, new Dictionary<string, string?>());
        return SettingsCheck.Run(builder.Build());
    }
}
