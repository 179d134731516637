using Microsoft.Extensions.Options;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Web.Addresses;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Hosting;

/// <summary>Decides at the start whether people sign in. They do as soon as there is a reason to, and no setting lifts that.</summary>
internal static class SharedStart
{
    /// <summary>Host names a request may carry. A foreign name that points here (DNS rebinding) gets no answer.</summary>
    public static string HostsFor(IConfiguration settings, bool isReachable)
    {
        var web = WebOptions.Of(settings);
        return Uri.TryCreate(web.PublicUrl, UriKind.Absolute, out var address) ? $"{address.Host};{ListenAddresses.LoopbackHosts}"
            : isReachable || web.TrustedProxies.Length > 0 ? "*"
            : ListenAddresses.LoopbackHosts;
    }

    /// <param name="isWanted">Whether other machines reach the service, or whoever starts it says so.</param>
    public static async Task DecideAsync(WebApplication app, bool isWanted, CancellationToken cancellationToken)
    {
        var services = app.Services;
        var isShared = isWanted || services.GetRequiredService<IOptions<WebOptions>>().Value is { Shared: true } or { TrustedProxies.Length: > 0 }
            || await services.GetRequiredService<Accounts>().AnyAsync(cancellationToken);
        services.GetRequiredService<Access>().IsShared = isShared;
        if (isShared)
            await services.GetRequiredService<RequestOwnership>().SettleAsync(cancellationToken);
    }

    /// <summary>Says how it runs. The link for the first administrator is shown to whoever started the service, and is not logged.</summary>
    public static async Task WelcomeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Services.GetRequiredService<Access>().IsShared)
        {
            app.Logger.LogInformation("It is for one person on this machine: nobody signs in. Start it with --shared to let others in");
            return;
        }

        app.Logger.LogInformation("People sign in");
        var web = app.Services.GetRequiredService<IOptions<WebOptions>>().Value;
        var address = web.PublicAddress ?? new(Reachable(app.Urls.First()), web.Base.ToUriComponent());
        if (await app.Services.GetRequiredService<OneTimeLinks>().SetUpAsync(cancellationToken) is { } token)
            await Console.Out.WriteLineAsync($"There is no administrator yet. Whoever opens this link becomes the first; it is good once:{Environment.NewLine}"
                + $"  {WelcomeLink.Of(address, token)}");
    }

    /// <summary>An address for every interface is none to go to.</summary>
    private static Uri Reachable(string url) => new UriBuilder(url.Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal)).Uri;
}
