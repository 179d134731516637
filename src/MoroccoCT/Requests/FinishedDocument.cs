namespace MoroccoCT.Requests;

/// <summary>A document that is ready to be stored.</summary>
/// <param name="Sha256">Of the content, in hexadecimal.</param>
/// <param name="Fingerprint">Hash of all that decided its bytes: whoever asks for the same is given this document.</param>
public sealed record FinishedDocument(byte[] Content, int Pages, string Sha256, string Fingerprint);
