using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using MoroccoCT.Typesetting;
using UglyToad.PdfPig;

namespace MoroccoCT.Tests.Typesetting;

/// <summary>Pools of real and of fake engines, and jobs for them.</summary>
internal static class TestEngines
{
    public static readonly CancellationToken None = CancellationToken.None;

    public static string FakeHost => Path.Combine(AppContext.BaseDirectory, "Fixtures", "fake-engine.mjs");

    public static EnginePool Start(Action<TypesettingOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new TypesettingOptions { Engines = 1, Deadline = TimeSpan.FromSeconds(120), StartDeadline = TimeSpan.FromSeconds(60) };
        configure?.Invoke(options);
        return new EnginePool(options, NullLogger<EnginePool>.Instance, time ?? TimeProvider.System);
    }

    public static EnginePool StartFake(Action<TypesettingOptions>? configure = null, TimeProvider? time = null) => Start(
        options =>
        {
            options.HostScript = FakeHost;
            configure?.Invoke(options);
        },
        time);

    /// <summary>A job of one layout file, whose body follows a head that makes it a valid document.</summary>
    public static TypesettingJob Job(string body, string? data = null) => new()
    {
        Layout = Layout(("main.typ", Head + body)),
        Main = "main.typ",
        Files = data is null ? new Dictionary<string, ReadOnlyMemory<byte>>() : new() { ["data.json"] = Utf8(data) },
    };

    public const string Head =
        "#set document(title: \"Test\", date: datetime(year: 2026, month: 1, day: 5))\n#set text(lang: \"en\")\n";

    /// <summary>What the engine cannot know to be endless, and only a kill can stop.</summary>
    public static TypesettingJob EndlessJob => Job("#for a in range(100000) { for b in range(100000) { let c = a * b } }");

    /// <summary>A job for the fake engine.</summary>
    public static TypesettingJob FakeJob(string behaviour) => new() { Layout = Layout(($"{behaviour}.typ", "")), Main = $"{behaviour}.typ" };

    public static LayoutSet Layout(params (string Name, string Text)[] files) =>
        LayoutSet.Create(files.Select(file => KeyValuePair.Create(file.Name, Utf8(file.Text))));

    public static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string TextOf(TypesetDocument document)
    {
        using var pdf = PdfDocument.Open(document.Content);
        return string.Join('\n', pdf.GetPages().Select(page => page.Text));
    }

    /// <summary>Waits until something that other processes bring about is true.</summary>
    public static async Task Until(Func<bool> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isTrue()) await Task.Delay(10, patience.Token);
    }

    public static bool IsRunning(int process)
    {
        var status = $"/proc/{process}/status";
        try
        {
            return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
