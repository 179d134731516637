using System.Runtime.InteropServices;

namespace MoroccoCT.Tests.Briefings;

/// <summary>
/// Runs as an account that may read only what everybody may: a test run by root would be allowed everything. Linux lets one thread look at
/// files as somebody else; that thread loses root's privileges for the time.
/// </summary>
internal static class AsNobody
{
    private const uint Nobody = 65534;

    public static void Run(Action action)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            action();
            return;
        }

        _ = SetFileSystemUser(Nobody);
        try
        {
            action();
        }
        finally
        {
            _ = SetFileSystemUser(0);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(uint id);
}
