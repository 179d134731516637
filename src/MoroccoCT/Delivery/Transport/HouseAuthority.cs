using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MoroccoCT.Delivery.Transport;

/// <summary>The authority whose certificates are trusted when something is sent: those that the machine trusts, or one of the house alone.</summary>
internal sealed class HouseAuthority(string? file)
{
    /// <summary>What is wrong with the file; null for a good one, and without one.</summary>
    public string? Fault
    {
        get
        {
            try
            {
                return Policy() is { CustomTrustStore.Count: 0 } ? "holds no certificate" : null;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
            {
                return $"cannot be read ({ServerWords.Of(fault.Message).TrimEnd('.')})";
            }
        }
    }

    /// <summary>Null where the machine's own trust counts.</summary>
    public X509ChainPolicy? Policy()
    {
        if (file is null)
            return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }

    /// <summary>For a library that asks after it has looked itself.</summary>
    public bool Trusts(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors || Policy() is not { } policy)
            return false;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            policy.ExtraStore.Add(element.Certificate);
        using var chain = new X509Chain { ChainPolicy = policy };
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(shown);
    }
}
