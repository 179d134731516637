using System.Security.Cryptography;
using System.Text;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>The library's files that an order draws on, and one hash over them: a change elsewhere leaves it alone.</summary>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
/// <param name="Files">SHA-256 of each file by its path.</param>
public sealed record LibraryVersion(string Hash, IReadOnlyDictionary<string, string> Files)
{
    public static LibraryVersion Of(ContentLibrary library, BriefingOrder order)
    {
        var sections = library.Sections(order.Language).Where(section => order.Sections.Contains(section.Id)).Select(section => section.File).ToHashSet();
        var files = library.FileHashes
            .Where(file => sections.Contains(file.Key) || !file.Key.EndsWith(".md", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .ToList();
        var lines = string.Concat(files.Select(file => $"{file.Key} {file.Value}\n"));
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))),
            new SortedDictionary<string, string>(files.ToDictionary(), StringComparer.Ordinal));
    }
}
