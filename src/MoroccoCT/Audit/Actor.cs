using System.Net;

namespace MoroccoCT.Audit;

/// <summary>Who does something, and by which way.</summary>
/// <param name="Door">One of <see cref="Doors"/>.</param>
/// <param name="Name">As it was at that moment; null for somebody unknown.</param>
/// <param name="Id">The person, whatever name he will have later; null for whoever is none.</param>
/// <param name="Address">The machine that asked.</param>
/// <param name="RequestId">The trace id, under which the log has more.</param>
public sealed record Actor(string Door, string? Name = null, Guid? Id = null, string? Address = null, string? RequestId = null)
{
    private const string SystemName = "system";

    /// <summary>The service itself.</summary>
    public static Actor Service { get; } = new(Doors.Service, SystemName);

    public static Actor Schedule { get; } = new(Doors.Schedule, SystemName);

    /// <summary>What removes by age.</summary>
    public static Actor Retention { get; } = new(Doors.Service, "retention");

    /// <summary>Whoever may run the program on the ledger's machine.</summary>
    public static Actor CommandLine { get; } = new(Doors.CommandLine, Doors.CommandLine);

    /// <summary>An address of version 4 is written as such, also where the socket speaks version 6.</summary>
    public static string? TextOf(IPAddress? address) => (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();
}
