using System.Net.Sockets;
using MoroccoCT.Storage;
using Serilog.Events;

namespace MoroccoCT.Hosting;

/// <summary>What ends a start, in one sentence for whoever started it.</summary>
internal static class StartFaults
{
    /// <summary>The frameworks write a failed start into the log with its stack trace. Here it is told once, by the command line.</summary>
    private static readonly string[] toldTwice = ["Hosting failed to start", "Unable to start Kestrel."];

    /// <summary>Returns only for what is no fault of the ledger or the addresses.</summary>
    /// <exception cref="UsageException">The service cannot listen where it should.</exception>
    /// <exception cref="LedgerUnavailableException">The ledger went away meanwhile.</exception>
    public static void Tell(Exception fault, ServiceOptions options)
    {
        if (Of(fault, options) is { } told)
            throw told;
    }

    private static Exception? Of(Exception fault, ServiceOptions options) => fault switch
    {
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            new UsageException($"--urls: {fault.Message} Stop the other program, or listen elsewhere with --urls http://localhost:8081."),
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            new UsageException(
                $"--urls: '{options.Urls}': this user may not listen there; ports below 1024 are the administrator's. Choose a higher "
                + $"one, such as {ListenAddresses.DefaultUrls}."),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported } =>
            new UsageException($"--urls: '{options.Urls}' is no address of this machine. Choose one that is, such as {ListenAddresses.DefaultUrls}."),
        _ when LedgerFault.Of(fault) is { } known => new LedgerUnavailableException($"The start ended: {known.What}. {known.Advice}", fault),
        _ => null,
    };

    public static bool IsToldElsewhere(LogEvent entry) => toldTwice.Contains(entry.MessageTemplate.Text);
}
