using System.Text.Json;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    private string Backup => folder.File("desk.tar");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_desk_comes_back_from_its_backup_and_no_number_is_given_twice()
    {
        (await BuiltProgram.RunAsync("library", "init", "--data", Data)).ExitCode.ShouldBe(0);
        var section = Path.Combine(Data, "library", "sections", "regional", "en.md");
        await File.WriteAllTextAsync(section, (await File.ReadAllTextAsync(section))
            .Replace("title: Regional cooperation", "title: Cooperation around us", StringComparison.Ordinal));
        string before, during;
        byte[] document;
        var issued = new List<string>();
        await using (var service = await ServiceProcess.StartAsync(Data, ("Typesetting:Engines", "1")))
        {
            before = Id(await service.SubmitAsync(Order("before", numbered: true)));
            issued.Add(Number(await service.FinishedAsync(before)));
            document = await service.Http.GetByteArrayAsync($"/api/v1/requests/{before}/document");
            during = Id(await service.SubmitAsync(Order("during")));

            var (exitCode, output, error) = await BuiltProgram.RunAsync("backup", Backup, "--data", Data);
            exitCode.ShouldBe(0, error);
            output.ShouldContain("ledger checked");

            issued.Add(Number(await service.FinishedAsync(during)));
            issued.Add(Number(await service.FinishedAsync(Id(await service.SubmitAsync(Order("after"))))));
            (await BuiltProgram.RunAsync("restore", Backup, "--data", Data)).ShouldSatisfyAllConditions(
                refused => refused.ExitCode.ShouldBe(2),
                refused => refused.Error.ShouldContain("already at work on"),
                refused => refused.Error.TrimEnd('\n').ShouldNotContain("\n"));
            await service.KillAsync();
        }

        await File.WriteAllTextAsync(section, "spoilt");
        var restored = await BuiltProgram.RunAsync("restore", Backup, "--data", Data);
        restored.ExitCode.ShouldBe(0, restored.Error);
        restored.Output.ShouldContain("are skipped");

        await using var next = await ServiceProcess.StartAsync(Data);
        (await next.FinishedAsync(during)).GetProperty("state").GetString().ShouldBe("completed", "what was in work when the copy was made is taken up again");
        var number = Number(await next.FinishedAsync(Id(await next.SubmitAsync(Order("later")))));
        issued.ShouldNotContain(number);
        number.ShouldBeGreaterThan(issued.Max()!);
        (await next.Http.GetByteArrayAsync($"/api/v1/requests/{before}/document")).ShouldBe(document);
        Pdf.Text(document).ShouldContain("Cooperation around us");
        var file = folder.File("before.pdf");
        await File.WriteAllBytesAsync(file, document);
        var verified = await BuiltProgram.RunAsync("verify", file, "--data", Data);
        verified.ExitCode.ShouldBe(0, verified.Output);
        verified.Output.ShouldContain("Up to date");
    }

    [Fact]
    public async Task A_second_service_on_the_same_data_is_refused_and_commands_work_beside_the_first()
    {
        await using var service = await ServiceProcess.StartAsync(Data);

        var (exitCode, output, error) = await BuiltProgram.RunAsync("--data", Data, "--urls", "http://127.0.0.1:0");
        exitCode.ShouldBe(2);
        error.ShouldStartWith($"--data: A service or a restore is already at work on '{Data}'.");
        error.TrimEnd('\n').ShouldNotContain("\n");
        output.ShouldBeEmpty();

        (await BuiltProgram.RunAsync("schedule", "list", "--data", Data)).ExitCode.ShouldBe(0);
        (await BuiltProgram.RunAsync("schedule", "run", "weekly", "--data", Data)).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("backup", "pg_dump --format=custom --host=db.example --port=5433 --username=desk --dbname=briefings")]
    [InlineData("restore", "pg_restore --clean --if-exists --single-transaction --host=db.example --port=5433 --username=desk --dbname=briefings")]
    public async Task For_postgresql_the_right_tool_is_named(string command, string tool)
    {
        var (exitCode, _, error) = await BuiltProgram.RunAsync(
            [command, Backup, "--data", Data], ("Ledger:ConnectionString", "Host=db.example;Port=5433;Username=desk;Password=secret;Database=briefings"));

        exitCode.ShouldBe(2);
        error.ShouldContain(tool);
        error.ShouldNotContain("secret");
        error.TrimEnd('\n').ShouldNotContain("\n");
        Directory.Exists(Data).ShouldBeFalse();
    }

    private static object Order(string title, bool numbered = false) => new { sections = new[] { "regional" }, title, numbered };

    private static string Id(JsonElement request) => request.GetProperty("id").GetString()!;

    private static string Number(JsonElement request)
    {
        request.GetProperty("state").GetString().ShouldBe("completed", request.ToString());
        return request.GetProperty("number").GetString()!;
    }
}
