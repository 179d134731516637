namespace MoroccoCT.Requests;

/// <summary>A finished PDF, stored once however many requests it answers.</summary>
/// <param name="Sha256">Of the content, in hexadecimal.</param>
public sealed record StoredDocument(string Sha256, byte[] Content, int Pages, long Bytes, DateTimeOffset CreatedAt);
