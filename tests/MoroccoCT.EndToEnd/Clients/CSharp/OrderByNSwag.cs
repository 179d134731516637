using ByNSwag;

/// <summary>Orders, waits, downloads and has the file checked, and is refused once, all by the client that NSwag has made.</summary>
internal static class OrderByNSwag
{
    public static async Task RunAsync(HttpClient http, string file)
    {
        var client = new BriefingsClient(http) { BaseUrl = http.BaseAddress!.ToString() };
        var order = new SubmissionBody { Sections = ["regional"], Title = "Made by NSwag's client", Depth = Depth.Short };
        var request = await client.SubmitRequestAsync("nswag-1", order);
        using (var events = await client.FollowRequestAsync(request.Id))
            await events.Stream.CopyToAsync(Stream.Null);
        request = await client.ShowRequestAsync(request.Id);
        using (var document = await client.DownloadDocumentAsync(request.Id))
        await using (var output = File.Create(file))
            await document.Stream.CopyToAsync(output);

        VerificationReport report;
        await using (var input = File.OpenRead(file))
            report = await client.VerifyBriefingAsync(input);
        var found = await client.ListRequestsAsync(
            cursor: null, state: [RequestState.Completed], q: "nswag", language: null, edition: null, by: "api", held: null, from: null, to: null, limit: 10);
        Console.WriteLine($"{request.State} {request.Order.Depth} {request.Pages} {report.Verdict} {found.Items.Single().Number == request.Number}");

        try
        {
            await client.SubmitRequestAsync(null, new SubmissionBody { Sections = ["nothing"] });
        }
        catch (ApiException<ProblemBody> refusal)
        {
            Console.WriteLine($"{refusal.Result.Status} {string.Join(' ', refusal.Result.Errors["sections"])}");
        }
    }
}
