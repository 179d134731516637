using System.Buffers.Text;
using System.Numerics;
using System.Text;

namespace MoroccoCT.Rendering;

/// <summary>
/// Follows the text of a page through its content, to learn whether all of it lies on the paper. Reads what the engine writes:
/// places, fonts and strings; lines, areas and colours are passed over.
/// </summary>
internal sealed class TextReach(IReadOnlyDictionary<string, PageFont> fonts, double width, double height, PrintedText printed)
{
    /// <summary>Of the size: how far letters without tail or accent reach.</summary>
    private const double Tall = 0.7;

    /// <summary>Points: less is not seen.</summary>
    private const double Tolerance = 1;

    private readonly Stack<Matrix3x2> saved = new();
    private readonly double[] numbers = new double[6];
    private Matrix3x2 page = Matrix3x2.Identity;
    private Matrix3x2 line = Matrix3x2.Identity;
    private int count;
    private bool isInArray;
    private int high = -1;
    private PageFont font = PageFont.None;
    private double size;
    private Range name;
    private string? spelled;

    /// <summary>In thousandths of the size.</summary>
    private double advance;

    public bool IsOnPaper(ReadOnlySpan<byte> content)
    {
        for (var place = 0; place < content.Length;)
        {
            var first = content[place];
            switch (first)
            {
                case (byte)'<' when content[place + 1] == '<':
                    place = Properties(content, place);
                    break;
                case (byte)'(' or (byte)'<':
                    place = Show(content, place);
                    break;
                case (byte)'/':
                    var end = EndOfWord(content, place + 1);
                    name = (place + 1)..end;
                    place = end;
                    break;
                case (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'):
                    place = Number(content, place);
                    break;
                case > (byte)' ' and not ((byte)'[' or (byte)']'):
                    end = EndOfWord(content, place);
                    if (!Operate(content[place..end], content))
                        return false;
                    count = 0;
                    place = end;
                    break;
                default:
                    if (first is (byte)'[' or (byte)']')
                        isInArray = first == '[';
                    place++;
                    break;
            }
        }

        return true;
    }

    private bool Operate(ReadOnlySpan<byte> word, ReadOnlySpan<byte> content)
    {
        if (word.SequenceEqual("q"u8))
            saved.Push(page);
        else if (word.SequenceEqual("Q"u8))
            page = saved.Pop();
        else if (word.SequenceEqual("cm"u8))
            page = Matrix() * page;
        else if (word.SequenceEqual("BT"u8))
            line = Matrix3x2.Identity;
        else if (word.SequenceEqual("Tm"u8))
            (line, advance) = (Matrix(), 0);
        else if (word.SequenceEqual("Tf"u8))
            (font, size) = (fonts.GetValueOrDefault(Encoding.ASCII.GetString(content[name]), PageFont.None), numbers[0]);
        else if (word.SequenceEqual("BDC"u8) || word.SequenceEqual("BMC"u8))
            Begin(content);
        else if (word.SequenceEqual("EMC"u8))
            printed.End();
        else if (word.SequenceEqual("TJ"u8) || word.SequenceEqual("Tj"u8))
            return IsWithin();
        return true;
    }

    private void Begin(ReadOnlySpan<byte> content)
    {
        printed.Begin(content[name].SequenceEqual("Artifact"u8), spelled);
        spelled = null;
    }

    private Matrix3x2 Matrix() =>
        new((float)numbers[0], (float)numbers[1], (float)numbers[2], (float)numbers[3], (float)numbers[4], (float)numbers[5]);

    private bool IsWithin()
    {
        var whole = line * page;
        printed.Show(Vector2.Transform(new(0, 0), whole));
        var end = (float)(advance * size / 1000);
        return IsWithin(Vector2.Transform(new(0, 0), whole)) && IsWithin(Vector2.Transform(new(end, (float)(Tall * size)), whole));
    }

    private bool IsWithin(Vector2 point) =>
        point.X > -Tolerance && point.X < width + Tolerance && point.Y > -Tolerance && point.Y < height + Tolerance;

    private int Number(ReadOnlySpan<byte> content, int place)
    {
        if (!Utf8Parser.TryParse(content[place..], out double number, out var length))
            throw new InvalidDataException("A page's content has a number that is none.");
        if (isInArray)
            advance -= number;
        else
            numbers[count++ % numbers.Length] = number;
        return place + length;
    }

    private int Show(ReadOnlySpan<byte> content, int place) =>
        content[place] == '(' ? ShowLiteral(content, place + 1) : ShowHexadecimal(content, place + 1);

    private int ShowHexadecimal(ReadOnlySpan<byte> content, int place)
    {
        for (; content[place] != '>'; place += 2)
            Add(Nibble(content[place]) * 16 + Nibble(content[place + 1]));
        return place + 1;
    }

    private static int Nibble(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private int ShowLiteral(ReadOnlySpan<byte> content, int place)
    {
        for (var depth = 1; ; place++)
        {
            var character = content[place];
            if (character == '\\')
            {
                character = content[++place];
                if (!IsOctal(character))
                {
                    Add(Escaped(character));
                    continue;
                }

                var value = character - '0';
                for (var digits = 1; digits < 3 && IsOctal(content[place + 1]); digits++)
                    value = value * 8 + content[++place] - '0';
                Add(value);
                continue;
            }

            if (character == '(')
                depth++;
            else if (character == ')' && --depth == 0)
                return place + 1;
            Add(character);
        }
    }

    private static bool IsOctal(byte character) => character is >= (byte)'0' and <= (byte)'7';

    private static int Escaped(byte character) => (char)character switch { 'b' => 8, 't' => 9, 'n' => 10, 'f' => 12, 'r' => 13, _ => character };

    private void Add(int value)
    {
        if (high < 0)
        {
            high = value;
            return;
        }

        var code = high * 256 + value;
        var step = code < font.Widths.Length ? font.Widths[code] : 0;
        advance += step;
        // The letter below a sign without width stands for both.
        if (step > 0 && code < font.Letters.Length && font.Letters[code] is { } letters)
            printed.AddSign(letters);
        high = -1;
    }

    private int Properties(ReadOnlySpan<byte> content, int place)
    {
        var length = content[place..].IndexOf(">> BDC"u8);
        if (length < 0)
            return content.Length;
        spelled = SpelledText.Of(content.Slice(place, length));
        return place + length + ">>".Length;
    }

    private static int EndOfWord(ReadOnlySpan<byte> content, int place)
    {
        while (place < content.Length && content[place] > ' ' && !"/[]<>()"u8.Contains(content[place]))
            place++;
        return place;
    }
}
