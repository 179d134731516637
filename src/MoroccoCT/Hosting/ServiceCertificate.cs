using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MoroccoCT.Hosting;

/// <summary>A certificate from a file, with its private key.</summary>
/// <param name="Chain">What came with it: the certificates between it and those that everybody knows.</param>
internal sealed record ServiceCertificate(X509Certificate2 Own, X509Certificate2Collection Chain)
{
    private const string PemMark = "-----BEGIN ";

    /// <param name="setting">Names the file in messages.</param>
    /// <param name="file">PEM or PFX.</param>
    /// <param name="keyFile">Only for PEM; null where the key stands in the same file.</param>
    /// <param name="password">Never part of a message.</param>
    /// <exception cref="UsageException">It cannot be used; says why.</exception>
    public static ServiceCertificate Read(string setting, string file, string? keyFile, string? password)
    {
        try
        {
            return IsPem(file) ? OfPem(file, keyFile ?? file, password) : OfPfx(setting, file, password);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new UsageException($"{setting}: the certificate '{file}' cannot be used: {fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}. "
                + "Name a PEM file, "
                + $"with its private key in it or in the file of {setting}Key, or a PFX file; {setting}Password opens it where it has a password.");
        }
    }

    private static bool IsPem(string file) => File.ReadAllText(file).Contains(PemMark, StringComparison.Ordinal);

    private static ServiceCertificate OfPem(string file, string keyFile, string? password)
    {
        var own = string.IsNullOrEmpty(password)
            ? X509Certificate2.CreateFromPemFile(file, keyFile)
            : X509Certificate2.CreateFromEncryptedPemFile(file, password, keyFile);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        return new(own, new X509Certificate2Collection(all.Where(other => other.Thumbprint != own.Thumbprint).ToArray()));
    }

    private static ServiceCertificate OfPfx(string setting, string file, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
        var own = all.FirstOrDefault(one => one.HasPrivateKey)
            ?? throw new UsageException($"{setting}: '{file}' holds no private key. Export the certificate together with its key.");
        return new(own, new X509Certificate2Collection(all.Where(other => other != own).ToArray()));
    }
}
