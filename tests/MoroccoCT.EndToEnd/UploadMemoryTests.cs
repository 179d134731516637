using System.Net;
using System.Text.RegularExpressions;
using MoroccoCT.EndToEnd.Processes;

namespace MoroccoCT.EndToEnd;

/// <summary>What large files to be checked leave behind in the service's memory.</summary>
public sealed partial class UploadMemoryTests : IDisposable
{
    private const int Size = 19_900_000;
    private const int Uploads = 100;
    private const int AtOnce = 8;
    private const int AllowedMiB = 50;

    private static readonly byte[] pdf = [.. "%PDF-1.7\n"u8, .. Noise(), .. "\n%%EOF\n"u8];
    private static readonly byte[] other = Noise();

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_hundred_large_files_sent_by_programs_leave_it_as_it_was()
    {
        await using var service = await ServiceProcess.StartAsync(folder.File("data"));

        await ShouldStayAsync(service, file => service.Http.PostAsync("/api/v1/verify", Content(file)));
    }

    [Fact]
    public async Task Large_files_sent_by_the_form_leave_it_as_it_was()
    {
        await using var service = await ServiceProcess.StartAsync(folder.File("data"));
        var token = Token().Match(await service.Http.GetStringAsync("/check")).Groups[1].Value;

        await ShouldStayAsync(service, file => service.Http.PostAsync("/check", new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { Content(file), "file", "briefing.pdf" },
        }));
    }

    private static async Task ShouldStayAsync(ServiceProcess service, Func<byte[], Task<HttpResponseMessage>> send)
    {
        // Once each way, so that what stays is counted and not what a first call brings in.
        await SendAsync(send, pdf);
        await SendAsync(send, other);
        var before = service.ResidentMiB();

        // Every tenth is read by a process of its own; to the service's memory they are all the same.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Uploads),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (upload, _) => await SendAsync(send, upload % 10 == 0 ? pdf : other));

        service.ResidentMiB().ShouldBeLessThan(before + AllowedMiB, $"before: {before} MiB");
    }

    /// <summary>As a well-behaved client: whoever is told to come back does so.</summary>
    private static async Task SendAsync(Func<byte[], Task<HttpResponseMessage>> send, byte[] file)
    {
        HttpStatusCode status;
        do
        {
            using var response = await send(file);
            status = response.StatusCode;
        }
        while (status == HttpStatusCode.TooManyRequests);
        status.ShouldBe(HttpStatusCode.OK);
    }

    private static ByteArrayContent Content(byte[] file) => new(file) { Headers = { ContentType = new("application/pdf") } };

    private static byte[] Noise()
    {
        var noise = new byte[Size];
        new Random(1).NextBytes(noise);
        return noise;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
