using System.Diagnostics;

namespace MoroccoCT.EndToEnd.Processes;

/// <summary>Runs the built program as a person would from a shell.</summary>
internal static class BuiltProgram
{
    /// <param name="settings">With a colon in its name it is a setting, without one a variable of the environment as it is.</param>
    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MoroccoCT.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Elsewhere than the clone: the program must find what it was shipped with.
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in settings)
            start.Environment[name.Contains(':', StringComparison.Ordinal) ? $"MOROCCOCT__{name.Replace(":", "__", StringComparison.Ordinal)}" : name] = value;
        return Process.Start(start)!;
    }

    public static async Task SignalAsync(string signal, int processId) => (await TrySignalAsync(signal, processId)).ShouldBeTrue();

    /// <returns>Whether there was such a process.</returns>
    public static async Task<bool> TrySignalAsync(string signal, int processId)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{processId}"]);
        await kill.WaitForExitAsync();
        return kill.ExitCode == 0;
    }

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        using var process = Start(arguments, settings);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
