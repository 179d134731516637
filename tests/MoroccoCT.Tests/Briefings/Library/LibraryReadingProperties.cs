using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

/// <summary>Whatever a hand, an editor or a failing disk makes of a file, the answer is the library or a list of problems.</summary>
public sealed class LibraryReadingProperties : IDisposable
{
    private const string Seed = "20160401,20160415";

    private readonly TestLibrary invented = new();
    private readonly TestLibrary shipped = TestLibrary.RealCopy();

    /// <summary>Signs with a meaning in YAML or Markdown, and characters that mean nothing anywhere.</summary>
    private static readonly string[] pieces =
    [
        "[", "]", "{", "}", "(", ")", "<", ">", ":", ": ", "- ", "-", "? ", ",", "#", "%", "@", "\\", "|", "|\n", ">\n", "&a ", "*a", "*a ", "! ", "!!str ",
        "!<x> ",
        "<<: ", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! x\n", "\"", "'", "null", "~", "true", "1e9", "99999999999", "2016-02-31", "\"\\uD800\"",
        "\"\\U00110000\"", "\"\\UFFFFFFFF\"", "\"\\x07\"", "{en: x", "[a, {b: [c", "*", "**", "_", "~~", "`", "```\n", "    ", "# ", "## ", "===\n",
        "> ", "1. ", "* * *\n", "| a | b |\n|---|---|\n", "<b>", "<!--", "<https://osk.example>", "![a](b)", "[a](b \"c\")", "[a]: b\n", "[@", "[@lamp-act]",
        "[@lamp-act; @", "{#id}", "{lang=fr}", "Table: ", "&amp;", "&#0;", "&#x110000;", "\t", "\r", "\n", "\n\n", "\0", "\u0085", "\u2028", "\u202E",
        "\uFEFF", "\uFFFF", "é", "م", "😀", new('[', 300), new('>', 300), new('*', 300),
        string.Concat(Enumerable.Repeat("- ", 100)), string.Concat(Enumerable.Repeat("{a: ", 100)), string.Concat(Enumerable.Repeat("*a **b ", 100)),
    ];

    public void Dispose()
    {
        invented.Dispose();
        shipped.Dispose();
    }

    /// <summary>One to three slips: more would only hide one another.</summary>
    public static Arbitrary<Slip[]> Slips()
    {
        var kinds = Gen.Elements(Enum.GetValues<SlipKind>());
        var slip = Gen.Choose(0, 9999).Four().Zip(kinds, (drawn, kind) => new Slip(kind, drawn.Item1, drawn.Item2, drawn.Item3, drawn.Item4));
        return Gen.Choose(1, 3).SelectMany(count => slip.ArrayOf(count)).ToArbitrary();
    }

    [Property(Arbitrary = [typeof(LibraryReadingProperties)], Replay = Seed, MaxTest = 120)]
    public void A_small_library_is_read_or_refused_with_file_and_line(Slip[] slips) => Read(invented, slips);

    [Property(Arbitrary = [typeof(LibraryReadingProperties)], Replay = Seed, MaxTest = 30)]
    public void The_library_that_ships_is_read_or_refused_with_file_and_line(Slip[] slips) => Read(shipped, slips);

    private static void Read(TestLibrary library, Slip[] slips)
    {
        var files = library.Files();
        var before = new Dictionary<string, byte[]>();
        foreach (var slip in slips)
        {
            var file = files[slip.File % files.Count];
            before.TryAdd(file, File.ReadAllBytes(library.PathOf(file)));
            File.WriteAllBytes(library.PathOf(file), slip.In(File.ReadAllBytes(library.PathOf(file))));
        }

        try
        {
            library.Load();
        }
        catch (BrokenLibraryException broken)
        {
            broken.Problems.ShouldNotBeEmpty();
            broken.Problems.ShouldAllBe(problem => Tells(library, problem));
        }
        finally
        {
            foreach (var (file, bytes) in before)
                File.WriteAllBytes(library.PathOf(file), bytes);
        }
    }

    private static bool Tells(TestLibrary library, LibraryProblem problem) =>
        problem.What.Length > 0 && problem.Advice.Length > 0
        && problem.Line >= 1 && problem.Line <= library.Read(problem.File).Split('\n', '\r').Length
        && !problem.ToString().Contains('\n', StringComparison.Ordinal);

    public enum SlipKind
    {
        InsertPiece,
        InsertPieceAtLine,
        DeleteCharacters,
        DoubleCharacters,
        DeleteLine,
        DoubleLine,
        CutShort,
        OtherEncoding,
    }

    public sealed record Slip(SlipKind Kind, int File, int Place, int Length, int Piece)
    {
        public byte[] In(byte[] bytes)
        {
            var text = Encoding.UTF8.GetString(bytes);
            var at = Place * text.Length / 10_000;
            var end = Math.Min(text.Length, at + 1 + (Length % 20));
            var line = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
            var next = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
            var piece = pieces[Piece % pieces.Length];
            return Kind switch
            {
                SlipKind.InsertPiece => Encoding.UTF8.GetBytes(text.Insert(at, piece)),
                SlipKind.InsertPieceAtLine => Encoding.UTF8.GetBytes(text.Insert(line, piece)),
                SlipKind.DeleteCharacters => Encoding.UTF8.GetBytes(text.Remove(at, end - at)),
                SlipKind.DoubleCharacters => Encoding.UTF8.GetBytes(text.Insert(end, text[at..end])),
                SlipKind.DeleteLine => Encoding.UTF8.GetBytes(text.Remove(line, next - line)),
                SlipKind.DoubleLine => Encoding.UTF8.GetBytes(text.Insert(next, text[line..next])),
                SlipKind.CutShort => Encoding.UTF8.GetBytes(text[..at]),
                SlipKind.OtherEncoding => [.. Encoding.UTF8.GetBytes(text[..at]), 0xE9, .. Encoding.UTF8.GetBytes(text[at..])],
                _ => throw new InvalidOperationException($"Unknown slip {Kind}."),
            };
        }

        public override string ToString() => $"{Kind} {File} {Place} {Length} '{pieces[Piece % pieces.Length]}'";
    }
}
