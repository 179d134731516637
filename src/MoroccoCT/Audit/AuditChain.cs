using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MoroccoCT.Audit;

/// <summary>
/// How an entry is bound to the one before it. The fields are written one after the other, each as the number of its bytes in UTF-8, a colon, those bytes and
/// a comma, and <c>-,</c> where there is none: no two entries are written alike, and any program can do it again.
/// </summary>
public static class AuditChain
{
    /// <summary>Stands for the hash of an entry before the first.</summary>
    public static readonly string Beginning = new('0', 64);

    /// <summary>The first thing written: another way of writing entries would have another.</summary>
    private const string Form = "MoroccoCT audit 1";

    /// <returns>SHA-256 over all fields but the hash itself, in lower-case hex.</returns>
    public static string HashOf(AuditEntry entry)
    {
        var written = new StringBuilder();
        foreach (var field in Fields(entry))
        {
            if (field is null)
                written.Append("-,");
            else
                written.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written.ToString())));
    }

    private static IEnumerable<string?> Fields(AuditEntry entry) =>
    [
        Form,
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        entry.Who,
        entry.WhoId,
        entry.Door,
        entry.What,
        entry.Subject,
        entry.Details,
        entry.Address,
        entry.RequestId,
        entry.PreviousHash,
    ];
}
