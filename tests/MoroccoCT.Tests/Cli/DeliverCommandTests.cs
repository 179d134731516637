using System.Text.Json;
using Microsoft.Data.Sqlite;
using MoroccoCT.Cli;
using MoroccoCT.Tests.Delivery;

namespace MoroccoCT.Tests.Cli;

/// <summary><c>deliver test</c> and <c>users email</c> as they are typed.</summary>
public sealed class DeliverCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("deliver-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_test_says_what_the_other_side_said_and_ends_accordingly()
    {
        await using var mail = await MailServer.StartAsync();
        await using var hook = await HttpReceiver.StartAsync();
        Write(mail.Settings().Concat(hook.Settings()).DistinctBy(setting => setting.Key));

        (await RunAsync("deliver", "test", "--to", "Amina@ministry.example", "--language", "fr")).ShouldBe((0, "Accepted: Ok\n", ""));
        (await RunAsync("deliver", "test", "--to", "intranet")).ShouldBe((0, "Accepted: 200 OK\n", ""));
        var refused = await RunAsync("deliver", "test", "--to", "a@elsewhere.example");

        mail.Mails.ShouldHaveSingleItem().Subject.ShouldBe("Essai de MoroccoCT Briefings");
        hook.Calls.ShouldHaveSingleItem().IsGenuine.ShouldBeTrue();
        refused.Code.ShouldBe(1);
        refused.Output.ShouldStartWith("Refused: a@elsewhere.example: mail may not go to this domain");
    }

    [Theory]
    [InlineData("--to: 'a, b' is neither", "--to", "a, b")]
    [InlineData("--language: 'xx' is no language", "--to", "a@ministry.example", "--language", "xx")]
    public async Task What_was_typed_wrong_is_named(string words, params string[] typed)
    {
        Write(DeliverySettings.Some);

        var (code, _, error) = await RunAsync(["deliver", "test", .. typed]);

        code.ShouldBe(ExitCode.Usage);
        error.ShouldContain(words);
    }

    [Fact]
    public async Task Without_settings_it_says_which_are_missing_and_with_wrong_ones_which_are_wrong()
    {
        (await RunAsync("deliver", "test", "--to", "a@ministry.example")).Error.ShouldContain("Delivery:Mail or Delivery:Webhooks");
        Write(DeliverySettings.Some.Where(setting => setting.Key != "Web:PublicUrl"));
        (await RunAsync("deliver", "test", "--to", "a@ministry.example")).Error.ShouldContain("Web:PublicUrl is not");
        Write(new Dictionary<string, string?>(DeliverySettings.Some) { ["Delivery:Mail:From"] = "nobody" });
        (await RunAsync("deliver", "test", "--to", "a@ministry.example")).Error.ShouldContain("Delivery:Mail:From is no sender");
    }

    [Fact]
    public async Task A_person_is_given_an_address_and_loses_it_again()
    {
        await RunAsync("users", "add", "amina", "--email", "Amina@Ministry.example");
        (await EmailAsync()).ShouldBe("amina@ministry.example");

        (await RunAsync("users", "email", "amina", "a@b.example, c@d.example")).Error.ShouldContain("is not one plain mail address");
        (await RunAsync("users", "email", "amina", "other@ministry.example")).Code.ShouldBe(0);
        (await EmailAsync()).ShouldBe("other@ministry.example");
        (await RunAsync("users", "email", "amina", "-")).Code.ShouldBe(0);
        (await EmailAsync()).ShouldBeNull();
    }

    private async Task<string?> EmailAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={folder.FullName}/ledger.db");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT email FROM people";
        return await command.ExecuteScalarAsync() as string;
    }

    private void Write(IEnumerable<KeyValuePair<string, string?>> settings) =>
        File.WriteAllText(Path.Combine(folder.FullName, "settings.json"), JsonSerializer.Serialize(settings.ToDictionary(one => one.Key, one => one.Value)));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] typed)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. typed, "--data", folder.FullName], output, error, default);
        return (code, output.ToString(), error.ToString());
    }
}
