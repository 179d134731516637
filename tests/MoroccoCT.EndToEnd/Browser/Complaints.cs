using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MoroccoCT.EndToEnd.Browser;

/// <summary>Collects what no visit may cause: errors in the console, missing files, and requests that leave the machine.</summary>
internal sealed class Complaints
{
    private readonly ConcurrentQueue<string> all = new();

    public Complaints(IBrowserContext context, Uri home)
    {
        context.Console += (_, message) =>
        {
            // A refused order is answered with 400, which the browser reports as well; answers are looked at below.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                all.Enqueue($"{message.Type}: {message.Text}");
        };
        context.WebError += (_, error) => all.Enqueue($"script: {error.Error}");
        context.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var address) && IsOfTheNetwork(address) && address.Authority != home.Authority)
                all.Enqueue($"left the machine: {request.Url}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
                all.Enqueue($"{response.Status}: {response.Url}");
        };
    }

    public void ShouldBeNone() => all.ShouldBeEmpty();

    private static bool IsOfTheNetwork(Uri address) => address.Scheme is "http" or "https" or "ws" or "wss";
}
