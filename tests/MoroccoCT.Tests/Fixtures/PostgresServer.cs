using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MoroccoCT.Tests.Fixtures;

/// <summary>
/// A PostgreSQL cluster of its own, in a temporary folder and on a free port, gone when the tests are done.
/// It fails loudly where PostgreSQL is not installed: a test that was left out proves nothing.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("postgres-").FullName;
    private readonly int port = FreePort();
    private Process? server;

    private string Data => Path.Combine(folder, "data");

    public async Task InitializeAsync()
    {
        // PostgreSQL refuses to run as root, so root hands the folder to its user.
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", folder);
        await RunAsync([.. As("initdb"), "--pgdata", Data, "--auth", "trust", "--username", "postgres", "--encoding", "UTF8", "--locale", "C", "--no-sync"]);
        await StartAsync();
    }

    /// <summary>Starts it, also again after it was stopped.</summary>
    public async Task StartAsync()
    {
        server = Start(
        [
            .. As("postgres"), "-D", Data, "-p", $"{port}", "-h", "127.0.0.1",
            "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=300",
        ]);
        await WaitUntilReadyAsync(server);
    }

    /// <summary>Ends it at once, as a machine does that fails.</summary>
    public async Task StopAsync()
    {
        if (server is null)
            return;
        await RunAsync([.. As("pg_ctl"), "stop", "--pgdata", Data, "--mode", "immediate"]);
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Maximum Pool Size=20;Connection Idle Lifetime=10;Connection Pruning Interval=5";

    private static string[] As(string program)
    {
        var path = Path.Combine(Programs(), program);
        return Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", path] : [path];
    }

    private static string Programs() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql") : [])
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .Order(StringComparer.Ordinal)
            .LastOrDefault() ?? throw new InvalidOperationException(
                "PostgreSQL is not installed below /usr/lib/postgresql. Install it (on Debian: apt-get install postgresql).");

    private static async Task WaitUntilReadyAsync(Process server)
    {
        using var deadline = new CancellationTokenSource(patience);
        var said = new List<string>();
        while (await server.StandardError.ReadLineAsync(deadline.Token) is { } line)
        {
            said.Add(line);
            if (!line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
                continue;

            // It would stop at a full pipe.
            _ = server.StandardError.ReadToEndAsync(CancellationToken.None);
            return;
        }

        throw new InvalidOperationException($"PostgreSQL ended before it was ready: {string.Join('\n', said)}");
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        using var deadline = new CancellationTokenSource(patience);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var error = await process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', command)}' failed: {await output}{error}");
    }

    private static Process Start(params string[] command) =>
        Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/"
        })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
