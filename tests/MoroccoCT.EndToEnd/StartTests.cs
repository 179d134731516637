using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

/// <summary>What keeps a service from starting is one line on standard error and exit code 2, and nothing before it in the log.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Ledger:MaxUnfinished", "abc", "Ledger:MaxUnfinished (environment: MOROCCOCT__Ledger__MaxUnfinished) is 'abc'. Write a whole number")]
    [InlineData("Desk:TimeZone", "Mars/Base", "Desk:TimeZone")]
    [InlineData("Logging:Format", "xml", "The setting Logging:Format is 'xml'.")]
    [InlineData("Serilog:Using:0", "No.Such.Module", "The settings under Serilog cannot be used: ")]
    [InlineData("Serilog:MinimumLevel:Default", "Loud", "Serilog:MinimumLevel:Default")]
    [InlineData("Typesetting:NodePath", "/no/such/node", "needs Node.js 20.12 or newer")]
    [InlineData("Typesetting:FontsFolder", "/no/such/fonts", "needs fonts in the folder /no/such/fonts")]
    [InlineData("TMPDIR", "/no/such/folder", "needs a folder for temporary files")]
    public Task A_setting_of_the_environment(string name, string value, string line) => ShouldEndAsync(line, (name, value));

    [Theory]
    [InlineData("settings.json", "{ \"Desk\": ", "settings.json cannot be used: line 1, byte 11")]
    [InlineData("ledger.db", "", "it is empty")]
    [InlineData("ledger.db", "a letter that somebody saved here, long enough to be looked at as a file of pages", "file is not a database")]
    [InlineData("keys", "", "cannot be written to")]
    public async Task A_file_in_the_data_folder(string name, string content, string line)
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, name), content);

        await ShouldEndAsync(line);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=briefings;Username=desk",
        "database 'briefings' on 127.0.0.1: Failed to connect to 127.0.0.1:1: Connection refused")]
    [InlineData("Host=no-such-host.invalid;Database=briefings;Username=desk", "database 'briefings' on no-such-host.invalid: ")]
    public async Task A_postgresql_that_cannot_be_reached_in_time(string connectionString, string line)
    {
        var (exitCode, output, error) = await RunAsync(["serve"], ("Ledger:ConnectionString", connectionString), ("Ledger:StartTimeout", "00:00:10"));

        exitCode.ShouldBe(2, error);
        error.ShouldContain(line);
        error.TrimEnd('\n').ShouldNotContain("\n");
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(tried => tried.Contains("The start waits for it"));
    }

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, output, error) = await BuiltProgram.RunAsync("--data", Data, "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        ShouldBeOneLine(exitCode, error, "address already in use");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Too_few_open_files()
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c",
            $"ulimit -n 64; exec dotnet '{Path.Combine(AppContext.BaseDirectory, "MoroccoCT.dll")}' --data '{Data}'"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        ShouldBeOneLine(process.ExitCode, error, "This process may open 64 files at once, and needs 512.");
    }

    [Theory]
    [InlineData("schedule", "list")]
    [InlineData("check")]
    public async Task A_command_that_only_looks_makes_nothing(params string[] command)
    {
        var (exitCode, output, error) = await BuiltProgram.RunAsync(command is ["schedule", ..] ? [.. command, "--data", Data] : command);

        exitCode.ShouldBe(0, error);
        output.ShouldNotBeEmpty();
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_setting_is_a_warning_and_an_empty_list_of_schedules_means_none()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "settings.json"), """{ "Desk": { "Nmae": "The Desk" }, "Schedules": [] }""");

        await using var service = await ServiceProcess.StartAsync(Data);

        service.Said.ShouldContain(line => line.Contains("WRN") && line.Contains("Desk:Nmae"));
        (await service.Http.GetFromJsonAsync<JsonElement>("/api/v1/schedules")).ToString().ShouldNotContain("weekly");
    }

    [Fact]
    public async Task A_data_folder_may_be_called_anything()
    {
        var data = folder.File("a;b=\"c\" d");
        await using var service = await ServiceProcess.StartAsync(data);

        var request = await service.FinishedAsync((await service.SubmitAsync(new { sections = new[] { "regional" } })).GetProperty("id").GetString()!);

        request.GetProperty("state").GetString().ShouldBe("completed");
        File.Exists(Path.Combine(data, "ledger.db")).ShouldBeTrue();
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string[] command, params (string Name, string Value)[] settings) =>
        BuiltProgram.RunAsync([.. command, "--data", Data, "--urls", "http://127.0.0.1:0"], settings);

    private async Task ShouldEndAsync(string line, params (string Name, string Value)[] settings)
    {
        var (exitCode, output, error) = await RunAsync(["serve"], settings);

        ShouldBeOneLine(exitCode, error, line);
        output.ShouldBeEmpty();
    }

    private static void ShouldBeOneLine(int exitCode, string error, string line)
    {
        exitCode.ShouldBe(2, error);
        error.ShouldContain(line);
        error.TrimEnd('\n').ShouldNotContain("\n");
    }
}
