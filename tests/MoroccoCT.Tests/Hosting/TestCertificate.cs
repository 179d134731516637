using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MoroccoCT.Tests.Hosting;

/// <summary>Makes certificates that nobody but a test trusts.</summary>
internal static class TestCertificate
{
    /// <summary>For loopback, good since yesterday.</summary>
    public static X509Certificate2 Make(int days = 365)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=briefings.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("briefings.example");
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(days));
    }

    public static string Write(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
