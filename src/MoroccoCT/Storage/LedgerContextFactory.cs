using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MoroccoCT.Storage;

/// <summary>For <c>dotnet ef migrations add</c>. Afterwards take every <c>type:</c> and <c>HasColumnType</c> out of what it wrote.</summary>
internal sealed class LedgerContextFactory : IDesignTimeDbContextFactory<LedgerContext>
{
    public LedgerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LedgerContext>().UseSqlite("Data Source=:memory:").Options);
}
