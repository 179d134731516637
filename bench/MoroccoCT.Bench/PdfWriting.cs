using System.Diagnostics;
using System.Text.Json;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Bench;

/// <summary>The time in which the engine writes an already compiled document as PDF, in which that file is finished, and nothing else.</summary>
internal sealed class PdfWriting : IDisposable
{
    private readonly Process node;
    private bool knowsLayout;

    public PdfWriting()
    {
        var options = new TypesettingOptions();
        var program = Path.Combine(AppContext.BaseDirectory, "pdf-writing.mjs");
        node = Process.Start(new ProcessStartInfo(
            options.NodePath, [program, Path.GetDirectoryName(options.HostScript)!, options.FontsFolder, $"{options.KeptCacheAge}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public async Task<Times> TimeAsync(TypesettingJob job)
    {
        var layout = knowsLayout ? [] : Base64(job.Layout.Files);
        knowsLayout = true;
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { layout, data = Base64(job.Files) }));
        await node.StandardInput.FlushAsync();
        var answer = await node.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The program that times PDF writing has ended; its message is above.");
        return JsonSerializer.Deserialize<Times>(answer, JsonSerializerOptions.Web)!;
    }

    public void Dispose()
    {
        node.Kill();
        node.Dispose();
    }

    private static Dictionary<string, string> Base64(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files) =>
        files.ToDictionary(file => file.Key, file => Convert.ToBase64String(file.Value.Span));

    /// <param name="Bare"><c>pdf()</c> alone, for PDF/UA-1.</param>
    /// <param name="Finishing">The last step of that file.</param>
    /// <param name="Both">Both exports of an archive file and its last step.</param>
    internal sealed record Times(Cost Bare, Cost Finishing, Cost Both);

    /// <summary>Milliseconds on the clock and of processor time.</summary>
    internal sealed record Cost(double Clock, double Processor);
}
