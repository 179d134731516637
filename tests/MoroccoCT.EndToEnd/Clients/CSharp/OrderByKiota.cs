using ByKiota;
using ByKiota.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;

/// <summary>The same by the client that Kiota has made.</summary>
internal static class OrderByKiota
{
    public static async Task RunAsync(HttpClient http, string file)
    {
        var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
        {
            BaseUrl = http.BaseAddress!.ToString().TrimEnd('/'),
        };
        var api = new BriefingsClient(adapter).Api.V1;
        var order = new SubmissionBody { Sections = ["regional"], Title = "Made by Kiota's client", Depth = Depth.Short };
        var request = await api.Requests.PostAsync(order, call => call.Headers.Add("Idempotency-Key", "kiota-1"));
        var id = request!.Id!.Value;
        await using (var events = await api.Requests[id].Events.GetAsync())
            await events!.CopyToAsync(Stream.Null);
        request = await api.Requests[id].GetAsync();
        await using (var document = await api.Requests[id].Document.GetAsync())
        await using (var output = File.Create(file))
            await document!.CopyToAsync(output);

        VerificationReport? report;
        await using (var input = File.OpenRead(file))
            report = await api.Verify.PostAsync(input);
        var found = await api.Requests.GetAsync(call =>
        {
            call.QueryParameters.State = [RequestState.Completed];
            call.QueryParameters.Q = "kiota";
        });
        Console.WriteLine($"{request!.State} {request.Order!.Depth} {request.Pages} {report!.Verdict} {found!.Items!.Single().Number == request.Number}");

        try
        {
            await api.Requests.PostAsync(new() { Sections = ["nothing"] });
        }
        catch (ProblemBody refusal)
        {
            var messages = (UntypedArray)refusal.Errors!.AdditionalData["sections"];
            Console.WriteLine($"{refusal.Status} {string.Join(' ', messages.GetValue().Select(message => ((UntypedString)message).GetValue()))}");
        }
    }
}
