using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MoroccoCT.Hosting;

namespace MoroccoCT.Tests.Hosting;

public sealed class ServiceCertificateTests : IDisposable
{
    private const string Setting = "Web:Certificate";
    private const string Password = "opens-the-file-0";

    private static readonly X509Certificate2 own = TestCertificate.Make();
    private static readonly X509Certificate2 other = TestCertificate.Make();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("certificate-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_key_may_stand_with_the_certificate_or_apart_and_the_chain_comes_along()
    {
        var chain = $"{own.ExportCertificatePem()}\n{other.ExportCertificatePem()}\n";
        var together = Write("together.pem", $"{chain}{own.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}");
        var apart = Write("apart.pem", chain);
        var key = Write("key.pem", own.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());

        foreach (var read in new[] { ServiceCertificate.Read(Setting, together, null, null), ServiceCertificate.Read(Setting, apart, key, "") })
        {
            read.Own.Thumbprint.ShouldBe(own.Thumbprint);
            read.Own.HasPrivateKey.ShouldBeTrue();
            read.Chain.ShouldHaveSingleItem().Thumbprint.ShouldBe(other.Thumbprint);
        }
    }

    [Fact]
    public void A_key_may_have_a_password()
    {
        var strength = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var pem = Write("own.pem", $"{own.ExportCertificatePem()}\n{own.GetRSAPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(Password, strength)}");
        var pfx = Path.Combine(folder.FullName, "own.pfx");
        File.WriteAllBytes(pfx, own.Export(X509ContentType.Pfx, Password));

        foreach (var file in new[] { pem, pfx })
        {
            ServiceCertificate.Read(Setting, file, null, Password).Own.HasPrivateKey.ShouldBeTrue();
            var refused = Should.Throw<UsageException>(() => ServiceCertificate.Read(Setting, file, null, $"{Password}1")).Message;
            refused.ShouldStartWith($"{Setting}: ");
            refused.ShouldContain(file);
            refused.ShouldNotContain(Password);
        }
    }

    [Fact]
    public void What_cannot_be_used_is_named()
    {
        var keyless = Path.Combine(folder.FullName, "keyless.pfx");
        File.WriteAllBytes(keyless, X509CertificateLoader.LoadCertificate(own.RawData).Export(X509ContentType.Pfx));
        var missing = Path.Combine(folder.FullName, "missing.pem");
        var files = new[] { missing, Write("text.pem", "no certificate"), Write("bare.pem", own.ExportCertificatePem()), keyless };

        foreach (var file in files)
            Should.Throw<UsageException>(() => ServiceCertificate.Read(Setting, file, null, null)).Message.ShouldContain(file);
    }

    private string Write(string name, string text) => TestCertificate.Write(folder.FullName, name, text);
}
