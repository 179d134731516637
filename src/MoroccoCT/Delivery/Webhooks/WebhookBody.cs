using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Delivery.Transport;

namespace MoroccoCT.Delivery.Webhooks;

/// <summary>What a webhook is told.</summary>
internal static class WebhookBody
{
    private const string Delivered = "briefing.delivered";
    private const string Notice = "service.notice";

    public static byte[] Of(DeliveredDocument document, DateTimeOffset at) => Write(Delivered, at, new DocumentData(
        document.Number, document.Reference, document.Title, document.Language, document.Marking, document.Issued, document.Schedule, document.Period,
        document.Sha256, document.Pages, document.Content.Length, document.Link));

    /// <summary>A few plain lines for whoever looks after the service.</summary>
    public static byte[] Of(string subject, IReadOnlyList<string> lines, DateTimeOffset at) => Write(Notice, at, new NoticeData(subject, lines));

    private static byte[] Write<T>(string type, DateTimeOffset at, T data) =>
        JsonSerializer.SerializeToUtf8Bytes(new Envelope<T>(type, at, data), BriefingJson.Options);

    private sealed record Envelope<T>(string Type, DateTimeOffset Timestamp, T Data);

    private sealed record DocumentData(
        string Number, string? Reference, string Title, string Language, string Marking, DateOnly Issued, string? Schedule, Period? Period, string Sha256,
        int Pages, long Bytes, Uri Link);

    private sealed record NoticeData(string Subject, IReadOnlyList<string> Lines);
}
