using System.Text;
using Microsoft.AspNetCore.Http;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Delivery.Webhooks;
using MoroccoCT.Tests.Hosting;

namespace MoroccoCT.Tests.Delivery;

public sealed class WebhookTransportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hook-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_call_is_signed_so_that_its_receiver_knows_it()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        receiver.Answers = context => context.Response.WriteAsync("taken\r\nwith thanks\u0007");

        var result = await SendAsync(Hook(receiver.Address));

        result.Outcome.ShouldBe(SendOutcome.Accepted);
        result.Words.ShouldBe("200 OK taken with thanks\\u0007");
        var call = receiver.Calls.ShouldHaveSingleItem();
        call.IsGenuine.ShouldBeTrue();
        (call with { Body = "{}" }).IsGenuine.ShouldBeFalse();
        call.Headers["webhook-id"].ShouldBe("id.0");
        call.Headers["content-type"].ShouldBe("application/json; charset=utf-8");
        call.Headers.ShouldNotContainKey("cookie");
    }

    [Fact]
    public async Task Over_https_the_receivers_certificate_must_be_trusted()
    {
        using var certificate = TestCertificate.Make();
        await using var receiver = await HttpReceiver.StartAsync(certificate);
        var authority = TestCertificate.Write(folder.FullName, "ca.pem", certificate.ExportCertificatePem());

        (await SendAsync(Hook(receiver.Address))).Outcome.ShouldBe(SendOutcome.Later);
        (await SendAsync(Hook(receiver.Address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)), authority)).IsAccepted.ShouldBeTrue();
        (await SendAsync(Hook(receiver.Address), authority)).IsAccepted.ShouldBeTrue();
        receiver.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(204, SendOutcome.Accepted)]
    [InlineData(301, SendOutcome.Refused)]
    [InlineData(307, SendOutcome.Refused)]
    [InlineData(400, SendOutcome.Refused)]
    [InlineData(408, SendOutcome.Later)]
    [InlineData(410, SendOutcome.Refused)]
    [InlineData(425, SendOutcome.Later)]
    [InlineData(429, SendOutcome.Later)]
    [InlineData(500, SendOutcome.Later)]
    [InlineData(503, SendOutcome.Later)]
    public async Task Each_status_says_what_comes_next_and_redirects_are_not_followed(int status, SendOutcome outcome)
    {
        await using var receiver = await HttpReceiver.StartAsync();
        receiver.Answers = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location, context.Response.Headers.RetryAfter) = (status, "/elsewhere", "120");
            return Task.CompletedTask;
        };

        var result = await SendAsync(Hook(receiver.Address));

        result.Outcome.ShouldBe(outcome);
        result.Words.ShouldContain($"{status}");
        result.RetryAfter.ShouldBe(outcome == SendOutcome.Later ? TimeSpan.FromMinutes(2) : null);
        receiver.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_without_end_is_read_no_further_than_its_first_words()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        receiver.Answers = async context =>
        {
            var flood = new byte[64 * 1024];
            flood.AsSpan().Fill((byte)'a');
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(flood, context.RequestAborted);
        };

        var result = await SendAsync(Hook(receiver.Address));

        result.IsAccepted.ShouldBeTrue();
        result.Words.Length.ShouldBeLessThanOrEqualTo(ServerWords.Longest);
    }

    [Fact]
    public async Task One_that_does_not_answer_is_left_after_its_time()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        receiver.Answers = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        var result = await SendAsync(Hook(receiver.Address), timeout: TimeSpan.FromMilliseconds(300));

        result.Outcome.ShouldBe(SendOutcome.Later);
        result.Words.ShouldContain("more than 0.3 s");
    }

    [Theory]
    [InlineData("https://localhost:9/")]
    [InlineData("https://127.0.0.1:9/")]
    [InlineData("https://[::ffff:127.0.0.1]:9/")]
    [InlineData("https://2130706433:9/")]
    [InlineData("https://169.254.169.254/latest")]
    public async Task An_address_of_the_house_is_not_called_unless_that_is_allowed(string url)
    {
        var hook = Hook(url);
        hook.AllowPrivate = false;

        (await SendAsync(hook)).Words.ShouldContain("may not be called");
    }

    [Fact]
    public async Task In_the_open_nothing_leaves_the_house() =>
        (await SendAsync(Hook("http://192.0.2.1:9/"))).Outcome.ShouldBe(SendOutcome.Refused);

    [Fact]
    public async Task A_secret_is_read_from_its_file_each_time_and_a_bad_one_calls_nobody()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        var hook = Hook(receiver.Address);
        (hook.Secret, hook.SecretFile) = (null, TestCertificate.Write(folder.FullName, "secret", "whsec_short"));

        (await SendAsync(hook)).Outcome.ShouldBe(SendOutcome.Later);
        receiver.Calls.ShouldBeEmpty();
        TestCertificate.Write(folder.FullName, "secret", $"{HttpReceiver.Secret}\n");
        (await SendAsync(hook)).IsAccepted.ShouldBeTrue();
        receiver.Calls.ShouldHaveSingleItem().IsGenuine.ShouldBeTrue();
    }

    [Fact]
    public async Task What_somebody_else_has_taken_over_is_not_sent()
    {
        await using var receiver = await HttpReceiver.StartAsync();

        var result = await new WebhookTransport(new(null), TimeSpan.FromSeconds(10), TimeProvider.System)
            .SendAsync(Hook(receiver.Address), "id.0", [], _ => Task.FromResult(false), default);

        result.Outcome.ShouldBe(SendOutcome.Interrupted);
        receiver.Calls.ShouldBeEmpty();
    }

    private static WebhookOptions Hook(string url) =>
        new() { Name = "intranet", Url = url, Secret = HttpReceiver.Secret, Marking = "TLP:GREEN", AllowPrivate = true };

    private static Task<SendResult> SendAsync(WebhookOptions hook, string? authority = null, TimeSpan? timeout = null) =>
        new WebhookTransport(new(authority), timeout ?? TimeSpan.FromSeconds(20), TimeProvider.System)
            .SendAsync(hook, "id.0", Encoding.UTF8.GetBytes("""{"type":"test"}"""), _ => Task.FromResult(true), default);
}
