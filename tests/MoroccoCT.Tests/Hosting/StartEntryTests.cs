using Microsoft.Extensions.Configuration;
using MoroccoCT.Audit;
using MoroccoCT.Hosting;

namespace MoroccoCT.Tests.Hosting;

public sealed class StartEntryTests
{
    private const string Secret = "s3cret";

    [Fact]
    public void Settings_that_are_not_as_they_come_are_told()
    {
        var entry = Entry(new()
        {
            ["Ledger:MaxUnfinished"] = "7",
            ["Ledger:RetryAfter"] = "00:00:15",
            ["Jobs:RetryDelays:0"] = "00:00:02",
            ["Jobs:RetryDelays:1"] = "00:01:00",
            ["Desk:Name"] = "The Desk",
            ["Schedules:0:name"] = "weekly",
            ["Schedules:1:name"] = "daily",
        });

        (entry.What, entry.Subject, entry.By).ShouldBe((Deed.SettingsAtStart, "serve", Actor.Service));
        var told = entry.Details!;
        told["Ledger:MaxUnfinished"].ShouldBe("7");
        told["Jobs:RetryDelays"].ShouldBe("00:00:02 00:01:00");
        told["Desk:Name"].ShouldBe("The Desk");
        told["schedules"].ShouldBe("weekly daily");
        told["urls"].ShouldBe("http://localhost:8080");
        told["version"].ShouldNotBeNullOrEmpty();
        told.Keys.ShouldNotContain("Ledger:RetryAfter");
        told.Keys.ShouldNotContain("Ledger:StartTimeout");
    }

    [Fact]
    public void A_password_in_the_connection_string_is_not()
    {
        var told = Entry(new() { ["Ledger:ConnectionString"] = $"Host=db;Database=briefings;Username=desk;Password={Secret}" }).Details!;

        told["ledger"].ShouldBe("database 'briefings' on db");
        told["Ledger:ConnectionString"].ShouldBe("(set)");
        string.Join(' ', told.Values).ShouldNotContain(Secret);
    }

    /// <summary>Whoever adds a setting for a password need not think of the audit.</summary>
    [Fact]
    public void No_text_is_told_that_is_not_known_to_be_harmless()
    {
        var texts = from section in SettingsCheck.Sections
                    from property in section.Value.GetProperties()
                    where property.PropertyType == typeof(string) && property.GetSetMethod() is not null
                    select $"{section.Key}:{property.Name}";

        var told = StartEntry.Changed(new ConfigurationBuilder().AddInMemoryCollection(texts.ToDictionary(text => text, _ => (string?)Secret)).Build());

        told.Where(setting => setting.Value == Secret).Select(setting => setting.Key).Order().ShouldBe(
        [
            "Desk:Name", "Desk:TimeZone", "Ledger:DataFolder", "Library:DeskFolder", "Library:Folder", "Logging:Format", "Typesetting:FontsFolder",
            "Typesetting:HostScript", "Typesetting:NodePath", "Web:PathBase", "Web:PublicUrl",
        ]);
        told["Desk:Contact"].ShouldBe("(set)");
    }

    private static AuditEvent Entry(Dictionary<string, string?> settings) => StartEntry.Of(
        "serve", new ServiceOptions("data", "http://localhost:8080"), new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
