using System.Security.Cryptography;
using System.Text;

namespace MoroccoCT.Briefings.Library;

/// <summary>The files read so far with their hashes. Only plain files: a symbolic link could lead anywhere.</summary>
internal sealed class LibraryFiles(string folder, List<LibraryProblem> problems)
{
    /// <summary>Many times the longest file that ships; what is larger is no text for a briefing.</summary>
    private const int MostBytes = 512 * 1024;

    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Dictionary<string, string> Hashes { get; } = [];

    /// <summary>The text of a file that the library cannot do without; null, and a problem, when it cannot be read.</summary>
    public string? Text(string file)
    {
        if (Bytes(file) is not { } bytes)
            return null;
        Hashes[file] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            return Plain(file, utf8.GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n'));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(file, 1, "the file is not UTF-8", "save it with the encoding UTF-8"));
            return null;
        }
    }

    public T? Yaml<T>(string file, Func<YamlFile, string, T> read)
        where T : class? => Text(file) is { } text ? read(new(file, firstLine: 1, problems), text) : null;

    public static LibraryProblem Link(string path) => new(path, 1, "this is a symbolic link", "put the file or folder itself here");

    public static LibraryProblem Unreadable(string path, Exception error) => error is UnauthorizedAccessException
        ? new(path, 1, "the program is not allowed to read this", "give the account that runs the program the right to read it")
        : new(path, 1, $"this cannot be read ({error.Message})", "the library cannot be used without it: see to the disk, or close the program that holds it");

    private byte[]? Bytes(string file)
    {
        try
        {
            if (LinkOnTheWay(file) is { } link)
                problems.Add(Link(link));
            else if (File.GetAttributes(Path.Combine(folder, file)).HasFlag(FileAttributes.Directory))
                problems.Add(new(file, 1, "this is a folder", "put the file of this name in its place"));
            else
                return Bytes(file, new FileInfo(Path.Combine(folder, file)));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new(file, 1, "the file is missing", "the library cannot be used without it"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(Unreadable(file, error));
        }

        return null;
    }

    private byte[]? Bytes(string file, FileInfo info)
    {
        if (info.Length > MostBytes)
        {
            problems.Add(new(file, 1, $"the file has {info.Length:N0} bytes; {MostBytes:N0} are read", "shorten it"));
            return null;
        }

        // A pipe has no length, and opening it would wait for a writer.
        return info.Length == 0 ? [] : File.ReadAllBytes(info.FullName);
    }

    /// <summary>The file, or the first folder on the way to it, that is a link.</summary>
    private string? LinkOnTheWay(string file)
    {
        var parts = file.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts[..count]))
            .FirstOrDefault(path => new FileInfo(Path.Combine(folder, path)).LinkTarget is not null);
    }

    private string Plain(string file, string text)
    {
        var plain = new StringBuilder(text);
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
            }
            else if (text[i] != '\t' && ControlCharacter.IsOne(text[i]))
            {
                problems.Add(ControlCharacter.Problem(file, line, text[i]));
                plain[i] = ' ';
            }
        }

        return plain.ToString();
    }
}
