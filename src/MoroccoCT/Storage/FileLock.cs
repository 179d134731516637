namespace MoroccoCT.Storage;

/// <summary>A file that one process at a time can hold; the system lets go of it when that process ends, however that ends.</summary>
internal static class FileLock
{
    /// <returns>Null while somebody else holds it.</returns>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            return null;
        }
    }

    /// <summary>EAGAIN of Linux and macOS, the sharing and lock violations of Windows.</summary>
    private static bool IsHeld(IOException fault) => (fault.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
