using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Hosting;
using MoroccoCT.Storage;
using MoroccoCT.Tests.Fixtures;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Storage;

namespace MoroccoCT.Tests.Hosting;

[UnsupportedOSPlatform("windows")]
[Collection(PostgresCollection.Name)]
public sealed class ProtectionKeysTests(PostgresServer postgres) : IDisposable
{
    private const string Secret = "a secret";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("keys-");

    private string Keys => Path.Combine(folder.FullName, "keys");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task In_the_data_folder_nobody_else_reads_them_nor_those_of_earlier_versions()
    {
        Directory.CreateDirectory(Keys);
        var earlier = Path.Combine(Keys, "key-earlier.xml");
        await File.WriteAllTextAsync(earlier, "<key id=\"00000000-0000-0000-0000-000000000001\" version=\"1\" />");
        File.SetUnixFileMode(earlier, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await using var process = Start();
        Protect(process);

        File.GetUnixFileMode(Keys).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var files = Directory.GetFiles(Keys);
        files.Length.ShouldBe(2);
        files.ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task With_PostgreSQL_all_processes_have_the_same_ones_and_none_lies_in_the_data_folder()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var one = Start(("Ledger:ConnectionString", database));
        await one.Database.PrepareAsync(default);
        var written = Protect(one);

        await using var another = Start(("Ledger:ConnectionString", database));
        Read(another, written).ShouldBe(Secret);
        Directory.Exists(Keys).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_encrypts_them(bool isPostgres)
    {
        var certificate = TestCertificate.Make();
        var file = Path.Combine(folder.FullName, "keys.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "password-of-it"));
        var settings = new List<(string, string)> { ("Web:KeyCertificate", file), ("Web:KeyCertificatePassword", "password-of-it") };
        if (isPostgres)
            settings.Add(("Ledger:ConnectionString", await postgres.CreateDatabaseAsync()));

        await using var process = Start([.. settings]);
        await process.Database.PrepareAsync(default);
        var written = Protect(process);

        var key = isPostgres ? await StoredAsync(process) : await File.ReadAllTextAsync(Directory.GetFiles(Keys).Single());
        key.ShouldContain("EncryptedData");
        key.ShouldNotContain("<value>");
        await using var again = Start([.. settings]);
        Read(again, written).ShouldBe(Secret);
        await using var without = Start([.. settings.Where(setting => !setting.Item1.StartsWith("Web:", StringComparison.Ordinal))]);
        Should.Throw<CryptographicException>(() => Read(without, written));
    }

    private LedgerProcess Start(params (string Name, string? Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        all["Ledger:DataFolder"] = folder.FullName;
        return LedgerProcess.Create(all, more: (services, configuration) => services.AddProtectionKeys(folder.FullName, configuration));
    }

    private static string Protect(LedgerProcess process) => process.Get<IDataProtectionProvider>().CreateProtector("test").Protect(Secret);

    private static string Read(LedgerProcess process, string written) => process.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(written);

    private static async Task<string> StoredAsync(LedgerProcess process)
    {
        await using var ledger = await process.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();
        return (await ledger.Set<ProtectionKey>().SingleAsync()).Xml;
    }
}
