using MoroccoCT.Rendering;
using MoroccoCT.Requests;

namespace MoroccoCT.Cli;

/// <summary>The ledger and the library for a command that runs beside the service.</summary>
internal static class LedgerServices
{
    public static ServiceProvider Create(string data, string? templates, Action<IServiceCollection> more) => Create(data, templates, (services, _) => more(services));

    public static ServiceProvider Create(string data, string? templates, Action<IServiceCollection, IConfiguration> more)
    {
        var settings = Settings.Templates(templates);
        settings["Ledger:DataFolder"] = DataFolder.Create(data);
        var builder = new ConfigurationBuilder();
        Settings.AddTo(builder, data, settings);
        var configuration = builder.Build();
        var services = new ServiceCollection();
        services.AddLogging().AddRendering(configuration).AddRequests(configuration);
        more(services, configuration);
        return services.BuildServiceProvider();
    }
}
