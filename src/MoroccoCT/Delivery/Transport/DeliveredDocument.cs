using MoroccoCT.Briefings.Composition;

namespace MoroccoCT.Delivery.Transport;

/// <summary>A finished briefing as it is told of to whoever gets it.</summary>
/// <param name="Reference">Printed where no number is.</param>
/// <param name="Language">Of the briefing.</param>
/// <param name="Link">Its page in the service, which asks for sign-in.</param>
/// <param name="FileName">As a download has it.</param>
/// <param name="Content">The PDF.</param>
public sealed record DeliveredDocument(
    string Number, string? Reference, string Title, string Marking, string Language, DateOnly Issued, string? Schedule, Period? Period,
    string Sha256, int Pages, Uri Link, string FileName, ReadOnlyMemory<byte> Content);
