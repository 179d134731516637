using System.ComponentModel;
using System.Diagnostics;

namespace MoroccoCT.Delivery.Mail;

/// <summary>Asks a program for an access token. It is started as it stands, without a shell, and gets neither input nor more time than it is given.</summary>
internal static class TokenCommand
{
    /// <summary>Characters: larger tokens than any server takes.</summary>
    private const int Longest = 16 * 1024;

    /// <exception cref="TokenCommandException">There is no token; says why, without what was printed.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> command, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var process = Start(command);
        try
        {
            process.StandardInput.Close();
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, either.Token);
            var token = await ReadAsync(process.StandardOutput, either.Token);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0 && token.Length > 0
                ? token
                : throw new TokenCommandException($"the token command ended with {process.ExitCode} and {(token.Length > 0 ? "a" : "no")} token");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TokenCommandException($"the token command took more than {patience.TotalSeconds:0} s");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(IReadOnlyList<string> command)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            throw new TokenCommandException("the token command cannot be started");
        }
    }

    /// <summary>The first line, and the rest read away so that the program can end.</summary>
    private static async Task<string> ReadAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var buffer = new char[Longest + 1];
        var read = await output.ReadBlockAsync(buffer, cancellationToken);
        if (read > Longest)
            throw new TokenCommandException("the token command printed more than a token");
        return new string(buffer, 0, read).Split('\n')[0].Trim();
    }
}

internal sealed class TokenCommandException(string message) : Exception(message);
