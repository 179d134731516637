using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Storage;

namespace MoroccoCT.Hosting;

/// <summary>The ledger and the library for a command that runs beside the service.</summary>
internal static class LedgerServices
{
    public static ServiceProvider Create(string data, string? templates, Action<IServiceCollection, IConfiguration> more) =>
        Build(DataFolder.Create(data), templates, more);

    /// <summary>For a command that only looks: it makes neither a folder nor a ledger.</summary>
    public static ServiceProvider Looking(string data, string? templates, Action<IServiceCollection, IConfiguration> more) =>
        Build(DataFolder.FullPath(data), templates, more);

    /// <summary>Whether there is a ledger, which is then ready to be read.</summary>
    public static async Task<bool> HasLedgerAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var ledger = services.GetRequiredService<IOptions<LedgerOptions>>().Value;
        if (!ledger.IsPostgres && !File.Exists(ledger.File))
            return false;
        await services.GetRequiredService<LedgerDatabase>().PrepareAsync(cancellationToken);
        return true;
    }

    /// <summary>As <see cref="Looking"/>, for a command that is of no use without a ledger.</summary>
    /// <exception cref="UsageException">There is no ledger.</exception>
    public static ServiceProvider Existing(string data, string? templates, Action<IServiceCollection> more)
    {
        var services = Looking(data, templates, (services, _) => more(services));
        var ledger = services.GetRequiredService<IOptions<LedgerOptions>>().Value;
        if (ledger.IsPostgres || File.Exists(ledger.File))
            return services;
        services.Dispose();
        throw new UsageException(ledger.ConnectionString is null
            ? $"--data: there is no ledger in '{data}': {ledger.File} does not exist. Name the data folder of the service that issues briefings."
            : $"Ledger:ConnectionString: there is no ledger: {ledger.File} does not exist. Name the file of the service that issues "
            + "briefings, or give its data folder with --data.");
    }

    private static ServiceProvider Build(string folder, string? templates, Action<IServiceCollection, IConfiguration> more)
    {
        var settings = Settings.Templates(templates);
        settings["Ledger:DataFolder"] = folder;
        var builder = new ConfigurationBuilder();
        Settings.AddTo(builder, folder, settings);
        var configuration = builder.Build();
        SettingsCheck.Run(configuration);
        var services = new ServiceCollection();
        services.AddLogging().AddDesk(configuration).AddLibrary(configuration).AddRendering(configuration);
        services.AddStorage(configuration).AddAudit().AddPeople(configuration).AddRequests();
        more(services, configuration);
        return services.BuildServiceProvider();
    }
}
