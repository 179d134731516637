using Microsoft.EntityFrameworkCore;
using MoroccoCT.People;
using MoroccoCT.Storage;

namespace MoroccoCT.Library.Developments;

/// <summary>The rows of developments and of their changes.</summary>
internal static class DevelopmentRows
{
    /// <summary>A counter that whoever publishes or withdraws draws from, and so takes in turns; see <see cref="PublishedDevelopments"/>.</summary>
    public const string Publications = "publications";

    extension(LedgerContext ledger)
    {
        public DbSet<DevelopmentRow> Developments => ledger.Set<DevelopmentRow>();

        public DbSet<DevelopmentChange> DevelopmentChanges => ledger.Set<DevelopmentChange>();
    }

    public static IQueryable<DevelopmentRow> OfDesk(this IQueryable<DevelopmentRow> rows, Viewer viewer) =>
        viewer.Desk is { } desk ? rows.Where(row => row.Desk == desk) : rows;
}
