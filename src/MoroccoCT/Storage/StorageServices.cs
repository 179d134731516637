using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace MoroccoCT.Storage;

public static class StorageServices
{
    /// <summary>The ledger's database. A host makes it ready when it starts; without a host, call <see cref="LedgerDatabase.PrepareAsync"/>.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LedgerOptions>().Bind(configuration.GetSection(LedgerOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddPooledDbContextFactory<LedgerContext>((provider, context) => Use(provider.GetRequiredService<IOptions<LedgerOptions>>().Value, context));
        services.AddSingleton<LedgerDatabase>();
        services.AddSingleton<LedgerStore>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<LivedTime>();
        services.AddSingleton<LedgerSpace>();
        services.AddHostedService<LedgerStart>();
        return services;
    }

    /// <summary>A file that was taken away is missed, and not made anew by whoever looks next.</summary>
    private static string Existing(string connectionString)
    {
        var sqlite = new SqliteConnectionStringBuilder(connectionString);
        if (sqlite.Mode == SqliteOpenMode.ReadWriteCreate)
            sqlite.Mode = SqliteOpenMode.ReadWrite;
        return sqlite.ConnectionString;
    }

    private static void Use(LedgerOptions options, DbContextOptionsBuilder context)
    {
        if (options.IsPostgres)
            context.UseNpgsql(options.FullConnectionString, postgres => postgres.EnableRetryOnFailure(3));
        else
            context.UseSqlite(Existing(options.FullConnectionString)).AddInterceptors(new SqliteDurability());
        context.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

        // A key that two callers race for fails one of them by design; what is a fault reaches the log where it is caught.
        context.ConfigureWarnings(events => events.Log(
            (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.ConnectionError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
    }
}
