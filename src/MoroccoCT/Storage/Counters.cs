using Microsoft.EntityFrameworkCore;

namespace MoroccoCT.Storage;

/// <summary>Series of numbers that are given once each.</summary>
internal static class Counters
{
    /// <summary>Draws the next number of a series. A row locked until the end of the transaction: no two get the same, and none is lost.</summary>
    public static async Task<long> NextAsync(LedgerContext ledger, string series, CancellationToken cancellationToken)
    {
        var numbers = await ledger.Database.SqlQuery<long>(
            $"""
             INSERT INTO counters (name, value) VALUES ({series}, 1)
             ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
             RETURNING value AS "Value"
             """).ToListAsync(cancellationToken);
        return numbers[0];
    }
}
