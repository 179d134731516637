using System.ComponentModel;
using System.Diagnostics;

namespace MoroccoCT.Typesetting;

/// <summary>The Node.js program that runs the engine's host.</summary>
/// <param name="Path">The program's full path: engines start with an empty environment, so nothing is looked up.</param>
/// <param name="Version">Its version, on which the names of its options depend.</param>
internal sealed record NodeRuntime(string Path, Version Version)
{
    private static readonly Version oldest = new(20, 12);

    // --permission lost its "experimental" prefix in this version.
    private static readonly Version stablePermissions = new(23, 5);

    public string PermissionOption => Version >= stablePermissions ? "--permission" : "--experimental-permission";

    public static async Task<NodeRuntime> FindAsync(string program, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, ["-p", "process.versions.node + ' ' + process.execPath"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var (output, _) = await ReadAsync(start, cancellationToken);
            var answer = output.Trim().Split(' ', 2);
            if (answer is [var version, var path] && Version.TryParse(version.Split('-')[0], out var parsed) && parsed >= oldest)
                return new NodeRuntime(path, parsed);
            throw Missing($"\"{program}\" is not a version that can run it", null);
        }
        catch (Win32Exception cause)
        {
            throw Missing($"\"{program}\" was not found", cause);
        }
    }

    private static async Task<(string Output, string Errors)> ReadAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            return (await output, await errors);
        }
        finally
        {
            process.Kill();
        }
    }

    private static EngineFailedException Missing(string problem, Exception? cause) => new(
        EngineFault.Unavailable,
        $"The typesetting engine needs Node.js {oldest} or newer: {problem}. Install it (on Debian: apt-get install nodejs) or set Typesetting:NodePath.",
        cause);
}
