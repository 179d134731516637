using System.Diagnostics;

namespace MoroccoCT.Typesetting;

/// <summary>The command line and environment of one engine process.</summary>
internal static class EngineCommand
{
    // Nothing can listen on port 0: whatever would download ends here, at once.
    private const string NoNetwork = "http://127.0.0.1:0";

    public static ProcessStartInfo Create(TypesettingOptions options, NodeRuntime node, EngineFolder folder)
    {
        var hostFolder = Path.GetDirectoryName(Path.GetFullPath(options.HostScript))!;
        string[] command =
        [
            node.Path,
            "--no-warnings",
            // Read its own program and nothing else, write nothing, start nothing. The native engine is
            // not bound by this; what it reads is settled by its empty workspace.
            node.PermissionOption, "--allow-addons", "--allow-worker", $"--allow-fs-read={hostFolder}/",
            // Permissions are checked on names as given, also where a folder above is a link.
            "--preserve-symlinks", "--preserve-symlinks-main",
            Path.GetFullPath(options.HostScript),
            $"--parent={Environment.ProcessId}",
            $"--workspace={folder.Workspace}",
            $"--fonts={Path.GetFullPath(options.FontsFolder)}",
            $"--kept-cache-age={options.KeptCacheAge}",
        ];
        return Containment.Command(command, options.MemoryLimitMiB, limits: [], folder.Workspace, EnvironmentOf(folder));
    }

    private static Dictionary<string, string> EnvironmentOf(EngineFolder folder) => new()
    {
        ["HOME"] = folder.Home,
        ["TMPDIR"] = folder.Home,
        // For the allocator (glibc; others ignore it): one heap, and blocks above 128 KiB outside of it, so that freed memory
        // goes back to the system instead of lying about in pieces.
        ["MALLOC_ARENA_MAX"] = "1",
        ["MALLOC_MMAP_THRESHOLD_"] = "131072",
        ["MALLOC_TRIM_THRESHOLD_"] = "131072",
        ["FONTCONFIG_FILE"] = folder.FontConfiguration,
        ["HTTP_PROXY"] = NoNetwork,
        ["HTTPS_PROXY"] = NoNetwork,
        ["ALL_PROXY"] = NoNetwork,
    };
}
