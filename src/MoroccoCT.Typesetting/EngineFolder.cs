using System.Security;

namespace MoroccoCT.Typesetting;

/// <summary>
/// A pool's private temporary folder. The engine's workspace in it stays empty – all files are mapped
/// from memory – and its home is empty too, so that no package of the user's is found there.
/// </summary>
internal sealed class EngineFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("typesetting-").FullName;

    public string Workspace => Path.Combine(root, "workspace");

    public string Home => Path.Combine(root, "home");

    /// <summary>A font configuration without any font of this machine: documents must not depend on it.</summary>
    public string FontConfiguration => Path.Combine(root, "fonts.conf");

    /// <summary>Makes the folder, again if a cleaner of temporary files has taken it since.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(Workspace);
        Directory.CreateDirectory(Home);
        File.WriteAllText(FontConfiguration, $"""
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>{SecurityElement.Escape(Home)}</dir></fontconfig>
            """);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (IOException)
        {
            // Left to the cleaner of temporary files: nothing in it is worth a failed shutdown.
        }
    }
}
