using MoroccoCT.Hosting;
using MoroccoCT.Storage;
using MoroccoCT.Web.Addresses;

namespace MoroccoCT.Cli;

/// <summary>
/// The ledger for commands about people; it is made where there is none yet, so that the first administrator can be there before the first start.
/// </summary>
internal static class PeopleLedger
{
    public static async Task<ServiceProvider> OpenAsync(string data, CancellationToken cancellationToken)
    {
        var services = LedgerServices.Create(data, templates: null, (more, settings) => more.AddAddresses(settings));
        await services.GetRequiredService<LedgerDatabase>().PrepareAsync(cancellationToken);
        return services;
    }
}
