using System.Security.Cryptography;
using System.Text;

namespace MoroccoCT.Briefings.Library;

/// <summary>The files read so far with their hashes. Only plain files: a symbolic link could lead anywhere.</summary>
internal sealed class LibraryFiles(string folder, List<LibraryProblem> problems)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Dictionary<string, string> Hashes { get; } = [];

    public string? Text(string file)
    {
        if (Link(file) is { } link)
        {
            problems.Add(new(link, 1, "this is a symbolic link", "put the file or folder itself here"));
            return null;
        }

        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            problems.Add(new(file, 1, "the file is missing", "the library cannot be used without it"));
            return null;
        }

        var bytes = File.ReadAllBytes(path);
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

    /// <summary>The file, or the first folder on the way to it, that is a link.</summary>
    private string? Link(string file)
    {
        var parts = file.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts[..count]))
            .FirstOrDefault(path => new FileInfo(Path.Combine(folder, path)).LinkTarget is not null);
    }

    /// <summary>Reports control characters here, since a parser may drop or replace them or end at them without a word.</summary>
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
            else if (text[i] != '\t' && (char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029'))
            {
                problems.Add(LibraryProblem.Control(file, line, text[i]));
                plain[i] = ' ';
            }
        }

        return plain.ToString();
    }
}
