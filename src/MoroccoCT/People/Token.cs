using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MoroccoCT.People;

/// <summary>A secret nobody can guess. The ledger keeps its hash only; as it is random, a fast one will do.</summary>
internal static class Token
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
