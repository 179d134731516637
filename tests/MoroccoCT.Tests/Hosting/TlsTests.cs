using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MoroccoCT.Hosting;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Tests.Hosting;

/// <summary>The service as <c>serve</c> starts it, by itself or behind a proxy.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tls-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task With_a_certificate_the_service_does_TLS_itself_and_sends_others_there()
    {
        var certificate = TestCertificate.Make();
        var file = Write(certificate);
        await using var service = await StartAsync(
            "https://127.0.0.1:0;http://127.0.0.1:0", ("Web:Certificate", file), ("Web:PublicUrl", "https://briefings.example"));
        using var browser = Browser(certificate);
        var safe = new Uri(service.Urls.Single(url => url.StartsWith("https", StringComparison.Ordinal)));
        var plain = new Uri(service.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal)));

        using var page = await browser.SendAsync(Get(new(safe, "/check"), "briefings.example"));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
        var cookie = page.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-moroccoct-form=");
        cookie.Split("; ").Skip(1).ShouldBe(["path=/", "secure", "samesite=strict", "httponly"], ignoreOrder: true);

        using var sent = await browser.GetAsync(new Uri(plain, "/requests?q=a"));
        sent.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        sent.Headers.Location.ShouldBe(new(safe, "/requests?q=a"));
        (await browser.GetAsync(new Uri(plain, "/health/live"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(new Uri(safe, "/check"))).Headers.Contains("Strict-Transport-Security").ShouldBeFalse("it would bind all of this machine");
    }

    [Fact]
    public async Task Https_without_a_certificate_is_refused() =>
        (await Should.ThrowAsync<UsageException>(() => StartAsync("https://127.0.0.1:0"))).Message.ShouldContain("Web:Certificate");

    [Fact]
    public async Task Whoever_names_a_proxy_has_people_sign_in()
    {
        await using var service = await StartAsync("http://127.0.0.1:0", ("Web:TrustedProxies:0", "127.0.0.1"), ("Web:PathBase", "/briefings"));

        service.Services.GetRequiredService<Access>().IsShared.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_can_be_heard_on_the_way_is_warned_at_the_start()
    {
        const string Warning = "passwords can be read on the way";

        (await LogAsync("http://0.0.0.0:0")).ShouldContain(Warning);
        (await LogAsync("http://127.0.0.1:0")).ShouldNotContain(Warning);
        (await LogAsync("http://0.0.0.0:0", ("Web:TrustedProxies:0", "192.0.2.7"))).ShouldNotContain(Warning);
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(15, false)]
    public async Task A_certificate_that_ends_soon_is_told(int days, bool isTold) =>
        (await LogAsync("https://127.0.0.1:0", ("Web:Certificate", Write(TestCertificate.Make(days))))).Contains("ends on").ShouldBe(isTold);

    private string Write(X509Certificate2 certificate) => TestCertificate.Write(
        folder.FullName, "service.pem", $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}");

    /// <summary>What a service says of itself that starts and stops.</summary>
    private async Task<string> LogAsync(string urls, params (string Name, string Value)[] settings)
    {
        var file = Path.Combine(folder.FullName, $"{Guid.CreateVersion7()}.txt");
        await using (await StartAsync(urls, [.. settings, ("Serilog:WriteTo:0:Name", "File"), ("Serilog:WriteTo:0:Args:path", file)]))
        {
        }

        return await File.ReadAllTextAsync(file);
    }

    private Task<WebApplication> StartAsync(string urls, params (string Name, string Value)[] settings) => ServiceHost.StartAsync(
        new(Path.Combine(folder.FullName, "data"), urls, Settings: settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)), default);

    private static HttpClient Browser(X509Certificate2 certificate) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new()
        {
            CertificateChainPolicy = new()
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { certificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    });

    private static HttpRequestMessage Get(Uri address, string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        return request;
    }
}
