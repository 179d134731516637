using System.Security;

namespace MoroccoCT.Typesetting;

/// <summary>
/// A pool's private temporary folder. The engine's workspace in it stays empty – all files are mapped
/// from memory – and its home is empty too, so that no package of the user's is found there.
/// A lock in it, which the system lets go of when its process ends, however that ends, tells the next
/// pool that the folder has no owner any more and may be cleared away.
/// </summary>
internal sealed class EngineFolder : IDisposable
{
    private const string Prefix = "typesetting-";
    private const string LockName = "owner.lock";

    /// <summary>All that a pool makes in its folder.</summary>
    private static readonly string[] ours = [LockName, "workspace", "home", "fonts.conf"];

    private readonly string root;
    private FileStream owner;

    /// <exception cref="EngineFailedException">No temporary folder can be made.</exception>
    public EngineFolder()
    {
        ClearAbandoned(Path.GetTempPath());
        try
        {
            root = Directory.CreateTempSubdirectory(Prefix).FullName;
            owner = Lock(root, FileMode.CreateNew);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new EngineFailedException(
                EngineFault.Unavailable,
                $"The typesetting engine needs a folder for temporary files, and none can be made in {Path.GetTempPath()}: "
                + $"{cause.Message.TrimEnd('.')}. Free space there, or name another with TMPDIR.",
                cause);
        }
    }

    public string Workspace => Path.Combine(root, "workspace");

    public string Home => Path.Combine(root, "home");

    /// <summary>A font configuration without any font of this machine: documents must not depend on it.</summary>
    public string FontConfiguration => Path.Combine(root, "fonts.conf");

    /// <summary>Makes the folder, again if a cleaner of temporary files has taken it since.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(Workspace);
        Directory.CreateDirectory(Home);
        if (!File.Exists(Path.Combine(root, LockName)))
        {
            owner.Dispose();
            owner = Lock(root, FileMode.CreateNew);
        }

        File.WriteAllText(FontConfiguration, $"""
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>{SecurityElement.Escape(Home)}</dir></fontconfig>
            """);
    }

    public void Dispose()
    {
        Remove(root);
        owner.Dispose();
    }

    /// <summary>
    /// Removes the folders of pools whose processes were killed. What is in use, another user's, or looks otherwise than a pool leaves it, stays.
    /// </summary>
    private static void ClearAbandoned(string temporary)
    {
        try
        {
            foreach (var folder in Directory.EnumerateDirectories(temporary, $"{Prefix}*").Where(IsOurs))
                ClearIfAbandoned(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Tidying up is no reason not to start.
        }
    }

    private static bool IsOurs(string folder)
    {
        try
        {
            return FileOwner.IsThisUser(folder)
                && new DirectoryInfo(folder).LinkTarget is null
                && File.Exists(Path.Combine(folder, LockName))
                && Directory.EnumerateFileSystemEntries(folder).All(entry => ours.Contains(Path.GetFileName(entry)) && new FileInfo(entry).LinkTarget is null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It went away while we looked, or is not for our eyes.
            return false;
        }
    }

    private static void ClearIfAbandoned(string folder)
    {
        try
        {
            using (Lock(folder, FileMode.Open))
                Remove(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Its owner is alive, or another process was faster.
        }
    }

    private static FileStream Lock(string folder, FileMode mode) => new(Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Left to the next start: nothing in it is worth a failed one, or a failed stop.
        }
    }
}
