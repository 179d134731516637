using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MoroccoCT.Hosting;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Delivery;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Web;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Tests.Hosting;

/// <summary>The whole service with a real receiver of OTLP, and with one that is not there or does not answer.</summary>
[Collection(TelemetryCollection.Name)]
public sealed partial class TelemetryTests : IDisposable
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Caller = "00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-01";

    /// <summary>No more than an order takes here on a busy machine.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    /// <summary>What docs/telemetry.md promises of a receiver that hangs.</summary>
    private static readonly TimeSpan longestStop = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("telemetry-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task One_trace_follows_an_order_from_its_door_to_the_mail_and_tells_of_no_text_and_nobody()
    {
        using var receiver = new OtlpReceiver();
        await using var mail = await MailServer.StartAsync();
        await using (var service = await StartAsync(receiver.Address, mail.Settings()))
        {
            using var client = Client(service);
            client.DefaultRequestHeaders.Add("traceparent", Caller);
            await OrderAsync(client, new
            {
                sections = new[] { "domestic" },
                title = "Confidential larks",
                preparedFor = "Ada Lovelace",
                deliverTo = new[] { new { mail = "amina@ministry.example" } },
            });
            await UntilAsync(() => mail.Mails.Count == 1);
            await client.GetAsync("/requests/secret-larks?q=more-larks");
            await service.StopAsync();
        }

        var submitted = receiver.Spans.Single(span => span.Name == "submit order");
        var trace = receiver.Spans.Where(span => span.TraceId == submitted.TraceId).ToList();
        trace.Select(span => span.Name).ShouldBeSubsetOf(
        [
            "POST /api/v1/requests/", "submit order", "make briefing", "prepare briefing", "typeset and finish", "check document", "store document",
            "deliver briefing",
        ]);
        trace.Select(span => span.Name).Distinct().Count().ShouldBe(8, string.Join(", ", trace.Select(span => span.Name)));
        var door = trace.Single(span => span.ParentId.Length == 0);
        door.Attributes["http.route"].ShouldBe("/api/v1/requests/");
        trace.ShouldAllBe(span => span == door || trace.Exists(other => other.Id == span.ParentId), "all hang together");
        trace.Single(span => span.Name == "deliver briefing").Attributes["moroccoct.delivery.state"].ShouldBe("accepted");
        trace.ShouldAllBe(span => span.Role == "serve");
        receiver.Spans.ShouldAllBe(span => span.TraceId != Caller.Split('-')[1], "nobody outside chooses the trace");

        receiver.Metrics.ShouldContain("moroccoct.request.wait");
        receiver.Metrics.ShouldContain("moroccoct.deliveries.ended");
        receiver.Metrics.ShouldContain("http.server.request.duration");
        receiver.Logs.ShouldContain(line => line.Contains("is ready on"));
        foreach (var text in new[] { "larks", "Lovelace", "amina@", "ministry.example" })
            receiver.Everything.ShouldNotContain(text, Case.Insensitive);
    }

    [Fact]
    public async Task The_trace_goes_on_in_another_process_that_takes_the_order_up()
    {
        string trace;
        var data = new Dictionary<string, string?> { ["Ledger:DataFolder"] = Path.Combine(folder.FullName, "data") };
        await using (var killed = LedgerProcess.Create(data, new(TimeProvider.System.GetUtcNow())))
        {
            await killed.Database.PrepareAsync(default);
            using var call = new Activity("call").SetIdFormat(ActivityIdFormat.W3C).Start();
            call.ActivityTraceFlags = ActivityTraceFlags.Recorded;
            trace = call.TraceId.ToHexString();
            await killed.SubmitAsync();
        }

        using var receiver = new OtlpReceiver();
        await using (var service = await StartAsync(receiver.Address, [new("OTEL_BSP_SCHEDULE_DELAY", "100")]))
        {
            await UntilAsync(() => receiver.Spans.Any(span => span.Name == "make briefing"));
            await service.StopAsync();
        }

        receiver.Spans.Single(span => span.Name == "make briefing").TraceId.ShouldBe(trace);
        receiver.Spans.Single(span => span.Name == "store document").TraceId.ShouldBe(trace);
    }

    [Fact]
    public async Task Without_the_settings_nothing_is_sent_and_nothing_is_open()
    {
        await using var service = await StartAsync(endpoint: null);
        using var client = Client(service);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);

        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        service.Services.GetService<TelemetryLog>().ShouldBeNull();
        service.Services.GetService<OpenTelemetry.Trace.TracerProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task Sending_can_be_turned_off_by_the_switch_that_all_programs_have()
    {
        using var receiver = new OtlpReceiver();
        await using (var service = await StartAsync(receiver.Address, [new("OTEL_SDK_DISABLED", "true")]))
            await service.StopAsync();

        receiver.Bodies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_receiver_that_is_away_or_hangs_holds_up_no_order_and_the_end_only_for_a_moment(bool hangs)
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = $"http://{closed.LocalEndpoint}/";
        if (!hangs)
            closed.Stop();
        var service = await StartAsync(address, [new("OTEL_BSP_SCHEDULE_DELAY", "100"), new("OTEL_METRIC_EXPORT_INTERVAL", "200")]);
        using (var client = Client(service))
            await OrderAsync(client, new { sections = new[] { "domestic" } });

        var stop = Stopwatch.StartNew();
        await service.StopAsync();
        await service.DisposeAsync();

        stop.Elapsed.ShouldBeLessThan(longestStop);
    }

    [Fact]
    public async Task Prometheus_gets_the_numbers_by_their_token_and_the_dashboard_asks_for_none_that_are_not_there()
    {
        await using var mail = await MailServer.StartAsync();
        await using var service = await StartAsync(endpoint: null, [.. mail.Settings(), new("Metrics:PrometheusToken", Token)]);
        using var client = Client(service);
        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new("Bearer", $"{Token}0");
        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = null;
        await OrderAsync(client, new { sections = new[] { "domestic" }, deliverTo = new[] { new { mail = "amina@ministry.example" } } });
        await UntilAsync(() => mail.Mails.Count == 1);
        (await client.GetAsync("/api/v1/preview?sections=domestic&depth=summary")).StatusCode.ShouldBe(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);

        var shown = "";
        await UntilAsync(async () => (shown = await client.GetStringAsync("/metrics")).Contains("moroccoct_deliveries_ended", StringComparison.Ordinal));

        var names = Series().Matches(shown).Select(match => match.Groups["name"].Value).ToHashSet();
        var asked = Queries().SelectMany(query => AskedName().Matches(query).Select(match => match.Value)).ToHashSet();
        asked.Count.ShouldBeGreaterThan(10);
        asked.Except(names).ShouldBeEmpty();
        shown.ShouldNotContain("ministry.example");
        shown.ShouldContain("http_route=\"/api/v1/requests/{id:guid}\"");
    }

    [Theory]
    [InlineData(Caller, 1)]
    [InlineData("larks", 0)]
    public void The_trace_of_a_caller_whom_we_know_is_noted_beside_our_own(string header, int links)
    {
        using var call = new Activity("call").Start();
        var context = new DefaultHttpContext();
        context.Request.Headers.TraceParent = header;

        context.LinkTrace();

        call.Links.Select(link => $"{link.Context.TraceId}").ShouldBe(Enumerable.Repeat(Caller.Split('-')[1], links));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "file:///etc", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "grpc or http/protobuf")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "soon", "OTEL_EXPORTER_OTLP_TIMEOUT")]
    [InlineData("Metrics:PrometheusToken", "short", "Metrics:PrometheusToken")]
    public async Task A_wrong_setting_is_named_at_the_start(string setting, string value, string named)
    {
        var refused = await Should.ThrowAsync<Exception>(() => StartAsync(endpoint: null, [new(setting, value)]));

        refused.Message.ShouldContain(named);
        refused.Message.ShouldNotContain("short'");
    }

    private Task<WebApplication> StartAsync(string? endpoint, params IEnumerable<KeyValuePair<string, string?>> others)
    {
        var settings = others.ToDictionary(setting => setting.Key, setting => setting.Value);
        settings["Web:PublicUrl"] = "https://briefings.example";
        settings["Serilog:MinimumLevel:Default"] = "Debug";
        if (endpoint is not null)
        {
            settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
            settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        }

        return ServiceHost.StartAsync(new(Path.Combine(folder.FullName, "data"), "http://127.0.0.1:0", Settings: settings), CancellationToken.None);
    }

    private static HttpClient Client(WebApplication service) => new() { BaseAddress = new(service.Urls.Single()) };

    private static async Task OrderAsync(HttpClient client, object order)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/requests", order);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var self = (await answer.JsonAsync()).GetProperty("links").Text("self");
        await UntilAsync(async () => (await (await client.GetAsync(self)).JsonAsync()).Text("state") == "completed");
    }

    private static Task UntilAsync(Func<bool> isTrue) => UntilAsync(() => Task.FromResult(isTrue()));

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (!await isTrue())
            await Task.Delay(50, deadline.Token);
    }

    private static IEnumerable<string> Queries()
    {
        var file = Path.Combine(TestLibrary.RealFolder, "../docs/grafana/moroccoct.json");
        using var dashboard = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var panel in dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(panel => panel.TryGetProperty("targets", out _)))
        {
            foreach (var target in panel.GetProperty("targets").EnumerateArray())
                yield return target.Text("expr");
        }
    }

    [GeneratedRegex("^(?<name>[a-z_0-9]+)[{ ]", RegexOptions.Multiline)]
    private static partial Regex Series();

    [GeneratedRegex("\\b(?:moroccoct|http|dotnet|kestrel)_[a-z_0-9]+(?=\\{)")]
    private static partial Regex AskedName();
}

/// <summary>Alone: whatever another service in this process measures would be in it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "telemetry";
}
