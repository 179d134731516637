using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

/// <summary>With a shell as the program, which can do what no honest program would.</summary>
public sealed class ErrandsTests
{
    private const string Up = "echo; ";

    private static readonly ErrandLimits limits =
        new()
        {
            MemoryMiB = 64,
            Deadline = TimeSpan.FromSeconds(60),
            StartDeadline = TimeSpan.FromSeconds(60),
            AnswerLimit = 1 << 20,
            AtOnce = 2,
            QueueLimit = 8,
        };
    private static readonly ErrandLimits brief = limits with { Deadline = TimeSpan.FromSeconds(0.5) };

    [Fact]
    public async Task The_answer_is_what_the_program_says_of_its_input()
    {
        // More than a pipe holds, so that both sides have to go on at once.
        var input = new string('x', 500_000);

        (await AnswerAsync($"{Up}cat", input)).ShouldBe(input);
    }

    [Fact]
    public async Task A_program_need_not_hear_all_of_its_input() =>
        (await AnswerAsync($"{Up}exec <&-; echo enough", new string('x', 5_000_000))).ShouldBe("enough\n");

    [Theory]
    [InlineData("exit 3", "status 3")]
    [InlineData("kill -SEGV $$", "status 139")]
    public async Task A_program_that_ends_badly_has_given_no_answer(string end, string status)
    {
        var failure = await FailureAsync($"{Up}echo half; {end}");

        failure.Fault.ShouldBe(ErrandFault.Died);
        failure.Message.ShouldContain(status);
    }

    [Fact]
    public async Task A_program_that_never_shows_a_sign_of_life_is_told_from_one_that_its_input_killed() =>
        (await FailureAsync("exit 1")).Fault.ShouldBe(ErrandFault.Unavailable);

    [Fact]
    public async Task A_program_that_is_not_there_is_unavailable()
    {
        var errands = Start(limits);

        var failure = await Should.ThrowAsync<ErrandFailedException>(() => errands.RunAsync(new("/no/such/program", [], Nothing), Stream.Null, None));

        failure.Fault.ShouldBe(ErrandFault.Unavailable);
    }

    [Fact]
    public async Task What_is_not_done_in_time_is_killed_with_all_it_started()
    {
        var mark = Mark();

        (await FailureAsync($"{Up}sleep {mark} & sleep {mark}; echo done", within: brief)).Fault.ShouldBe(ErrandFault.TooLate);

        await Until(() => !IsAnyRunning(mark));
    }

    [Fact]
    public async Task What_a_program_leaves_behind_goes_with_it_at_the_deadline()
    {
        var mark = Mark();

        (await FailureAsync($"{Up}sleep {mark} & exit 0", within: brief)).Fault.ShouldBe(ErrandFault.TooLate);

        await Until(() => !IsAnyRunning(mark));
    }

    [Fact]
    public async Task A_program_that_is_not_up_in_time_is_unavailable() =>
        (await FailureAsync("sleep 1000", within: limits with { StartDeadline = TimeSpan.FromSeconds(0.2) })).Fault.ShouldBe(ErrandFault.Unavailable);

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        var mark = Mark();

        (await FailureAsync($"{Up}yes {mark}")).Fault.ShouldBe(ErrandFault.TooBig);

        await Until(() => !IsAnyRunning(mark));
    }

    [Fact]
    public async Task The_longest_answer_is_one_byte_shorter_than_the_shortest_that_is_refused()
    {
        var tight = limits with { AnswerLimit = 1000 };

        (await AnswerAsync($"{Up}cat", new string('x', 1000), tight)).Length.ShouldBe(1000);
        (await FailureAsync($"{Up}cat", new string('x', 1001), tight)).Fault.ShouldBe(ErrandFault.TooBig);
    }

    [Fact]
    public async Task A_long_complaint_blocks_nobody() => (await AnswerAsync($"{Up}head -c 20000000 /dev/zero >&2; echo done")).ShouldBe("done\n");

    [Fact]
    public async Task Memory_beyond_the_limit_is_refused() =>
        (await FailureAsync($"{Up}exec dd if=/dev/zero of=/dev/null bs=200M count=1")).Fault.ShouldBe(ErrandFault.Died);

    [Fact]
    public async Task A_program_may_write_no_file_and_leave_no_core_and_its_stack_files_and_processor_time_are_bounded()
    {
        var answer = await AnswerAsync($"{Up}ulimit -f; ulimit -c; ulimit -s; ulimit -n; ulimit -t; ulimit -d");

        answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["0", "0", "2048", "256", "120", "65536"]);
    }

    [Fact]
    public async Task A_program_inherits_nothing_from_the_environment_of_the_service()
    {
        var errands = Start(limits);

        var answer = await errands.RunAsync(new("/bin/sh", ["-c", $"{Up}env"], new Dictionary<string, string> { ["GIVEN"] = "yes" }), Stream.Null, None);

        var names = Encoding.UTF8.GetString(answer).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]);
        // The shell sets the others itself.
        names.Except(["PWD", "SHLVL", "_", "OLDPWD"]).ShouldBe(["PATH", "GIVEN"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_a_failed_errand_makes_room()
    {
        var errands = Start(limits with { AtOnce = 1, QueueLimit = 1 });
        using var client = new CancellationTokenSource();
        var running = errands.RunAsync(Shell("sleep 1000"), Stream.Null, client.Token);
        var waiting = errands.RunAsync(Shell($"{Up}echo my turn"), Stream.Null, None);

        var busy = await Should.ThrowAsync<ErrandsBusyException>(() => errands.RunAsync(Shell(Up), Stream.Null, None));
        await client.CancelAsync();

        busy.RetryAfter.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<OperationCanceledException>(() => running);
        Encoding.UTF8.GetString(await waiting).ShouldBe("my turn\n");
    }

    [Fact]
    public async Task Who_gives_up_leaves_no_process()
    {
        var mark = Mark();
        var errands = Start(limits);
        using var client = new CancellationTokenSource();
        var running = errands.RunAsync(Shell($"{Up}exec sleep {mark}"), Stream.Null, client.Token);
        await Until(() => IsAnyRunning(mark));

        await client.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await Until(() => !IsAnyRunning(mark));
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    private static ErrandCommand Shell(string script) => new("/bin/sh", ["-c", script], Nothing);

    private static Errands Start(ErrandLimits within) => new(within, NullLogger<Errands>.Instance, TimeProvider.System);

    private static async Task<string> AnswerAsync(string script, string input = "", ErrandLimits? within = null)
    {
        var errands = Start(within ?? limits);
        return Encoding.UTF8.GetString(await errands.RunAsync(Shell(script), new MemoryStream(Encoding.UTF8.GetBytes(input)), None));
    }

    private static Task<ErrandFailedException> FailureAsync(string script, string input = "", ErrandLimits? within = null) =>
        Should.ThrowAsync<ErrandFailedException>(() => AnswerAsync(script, input, within));

    /// <summary>A number of seconds by which processes of one test are known.</summary>
    private static string Mark() =>
        string.Create(CultureInfo.InvariantCulture, $"{Random.Shared.Next(100_000, 999_999)}.{Random.Shared.Next(100_000, 999_999)}");

    private static bool IsAnyRunning(string mark) =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Any(name => int.TryParse(name, out var id) && IsRunning(id) && CommandLine(id).Contains(mark));

    private static string CommandLine(int process)
    {
        try
        {
            // Without the shell, whose script holds the mark as well.
            var words = File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
            return words is ["sleep" or "yes", .. var arguments] ? string.Join(' ', arguments) : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
