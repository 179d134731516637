namespace MoroccoCT.Storage;

internal static class StoredMoment
{
    /// <summary>As exactly as the ledger keeps it.</summary>
    public static DateTimeOffset InMilliseconds(this DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}
