using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;

namespace MoroccoCT.Hosting;

/// <summary>The framework's keys in the ledger's database, so that all processes that share it have the same ones.</summary>
internal sealed class LedgerKeys(IDbContextFactory<LedgerContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var ledger = contexts.CreateDbContext();
        return [.. ledger.Set<ProtectionKey>().AsEnumerable().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var ledger = contexts.CreateDbContext();
        ledger.Add(new ProtectionKey(Guid.CreateVersion7(), friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        ledger.SaveChanges();
    }
}
