using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.Tests.Requests;

public abstract partial class LedgerTests
{
    [Fact]
    public async Task The_migrations_make_exactly_the_model()
    {
        await using var ledger = await One.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync();

        ledger.Database.HasPendingModelChanges().ShouldBeFalse();
        (await ledger.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_a_new_database_do_not_disturb_each_other()
    {
        connectionString = await NewDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var process = await LedgerProcess.StartAsync(connectionString, time);
            await process.SubmitAsync();
        })));

        (await (await StartAsync()).Ledger.ListAsync(null, 10, default)).Items.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_ledger_written_by_a_newer_version_is_left_alone()
    {
        await using (var ledger = await One.Get<IDbContextFactory<LedgerContext>>().CreateDbContextAsync())
            await ledger.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('20990101000000_Future', '99.0.0')");

        var refused = await Should.ThrowAsync<LedgerUnavailableException>(() => One.Database.PrepareAsync(default));

        refused.Message.ShouldContain("newer version");
        refused.Message.ShouldContain("20990101000000_Future");
    }
}
