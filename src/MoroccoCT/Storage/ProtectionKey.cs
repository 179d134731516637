namespace MoroccoCT.Storage;

/// <summary>A key that protects forms and secrets, as the framework writes it down. Only with PostgreSQL; else keys lie in the data folder.</summary>
/// <param name="Name">By which the framework calls it.</param>
/// <param name="Xml">Encrypted where the settings name a certificate for that.</param>
internal sealed record ProtectionKey(Guid Id, string Name, string Xml);
