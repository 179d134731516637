using System.Runtime.InteropServices;

namespace MoroccoCT.Typesetting;

/// <summary>Whose a file or folder is; .NET does not tell.</summary>
internal static partial class FileOwner
{
    private const int FromWorkingDirectory = -100;
    private const int NotThroughLinks = 0x100;
    private const uint AskForOwner = 0x8;
    private const int Size = 256;
    private const int OwnerOffset = 20;

    /// <summary>Whether it belongs to the user of this process. Temporary folders elsewhere than on Linux are a user's own.</summary>
    public static bool IsThisUser(string path)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        var about = new byte[Size];
        return Statx(FromWorkingDirectory, path, NotThroughLinks, AskForOwner, about) == 0
            && BitConverter.ToUInt32(about, OwnerOffset) == User();
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] about);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint User();
}
