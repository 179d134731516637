using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Requests;

/// <summary>The ledger's tables. No column names a type, so that one set of migrations serves SQLite and PostgreSQL.</summary>
public sealed class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options)
{
    internal DbSet<BriefingRequest> Requests => Set<BriefingRequest>();

    internal DbSet<StoredDocument> Documents => Set<StoredDocument>();

    internal DbSet<KnownSchedule> Schedules => Set<KnownSchedule>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<IsoDate>();
        configurationBuilder.Properties<RequestState>().HaveConversion<StateWord>();
        configurationBuilder.Properties<BriefingOrder>().HaveConversion<OrderJson>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BriefingRequest>(request =>
        {
            request.ToTable("requests");
            request.Property(r => r.Id).ValueGeneratedNever();
            request.HasIndex(r => r.Number).IsUnique();
            request.HasIndex(r => r.Key).IsUnique();
            request.HasIndex(r => r.State);
            request.HasIndex(r => r.Fingerprint);
            request.HasIndex(r => new { r.Schedule, r.Id });
            request.HasOne<StoredDocument>().WithMany().HasForeignKey(r => r.Sha256).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<StoredDocument>(document => document.ToTable("documents").HasKey(d => d.Sha256));
        modelBuilder.Entity<KnownSchedule>(schedule => schedule.ToTable("schedules").HasKey(s => s.Name));
        modelBuilder.Entity<Counter>(counter => counter.ToTable("counters").HasKey(c => c.Name));

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

    private sealed class IsoDate() : ValueConverter<DateOnly, string>(
        date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), stored => DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private sealed class StateWord() : ValueConverter<RequestState, string>(
        state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), stored => Enum.Parse<RequestState>(stored, true));

    private sealed class OrderJson() : ValueConverter<BriefingOrder, string>(
        order => JsonSerializer.Serialize(order, BriefingJson.Options), stored => JsonSerializer.Deserialize<BriefingOrder>(stored, BriefingJson.Options)!);
}
