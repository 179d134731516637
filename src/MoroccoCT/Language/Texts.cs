using System.Globalization;
using System.Resources;

namespace MoroccoCT.Language;

/// <summary>The words of the interface in one language, by key. They stand in <c>Texts*.resx</c>, one file for each language.</summary>
public sealed class Texts
{
    private readonly Func<string, string?> own;
    private readonly Lazy<NumberFormatInfo> numbers;

    /// <param name="own">What the language itself has for a key; null for nothing.</param>
    internal Texts(string tag, Func<string, string?> own)
    {
        (Tag, this.own) = (tag, own);
        numbers = new(() => new() { NumberDecimalSeparator = this["Unit.Decimal"], NumberGroupSeparator = this["Unit.Group"] });
    }

    public static Texts English { get; } = new("en", Reader("Texts"));

    public static Texts French { get; } = new("fr", Reader("Texts.fr"));

    public static Texts Arabic { get; } = new("ar", Reader("Texts.ar"));

    public static IReadOnlyList<Texts> All { get; } = [English, French, Arabic];

    /// <summary>Language tag, such as <c>fr</c>.</summary>
    public string Tag { get; }

    /// <summary>Reading direction as HTML writes it: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => this["Unit.Direction"];

    /// <summary>A word that is missing is said in English, and what nobody has is shown by its key: a page is better than none.</summary>
    public string this[string key] => own(key) ?? English.own(key) ?? key;

    /// <returns>Null for a language that the interface does not speak.</returns>
    public static Texts? Find(string? tag) => All.FirstOrDefault(texts => texts.Tag == tag);

    /// <summary>Puts values in the places of a text, which stand in braces.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var text = this[key];
        foreach (var (place, value) in values)
            text = text.Replace($"{{{place}}}", ReadingOrder.Isolate(value, Direction), StringComparison.Ordinal);
        return text;
    }

    /// <summary>As <see cref="Fill"/>, in the form that a number takes, which also stands in the place <c>{count}</c>.</summary>
    public string Count(string key, int count, params ReadOnlySpan<(string Place, string Value)> values) =>
        Fill($"{key}.{PluralRules.Category(Tag, count)}", [("count", Number(count)), .. values]);

    /// <summary>A number as it is written in the language, in Western digits. Four of them stand together.</summary>
    public string Number(double value) => value.ToString(value < 10_000 ? "0.#" : "#,0", numbers.Value);

    public string List(IEnumerable<string> items) => string.Join(this["Unit.Comma"], items.Select(item => ReadingOrder.Isolate(item, Direction)));

    /// <summary>For items that hold commas themselves.</summary>
    public string LongList(IEnumerable<string> items) => string.Join(this["Unit.Semicolon"], items.Select(item => ReadingOrder.Isolate(item, Direction)));

    private static Func<string, string?> Reader(string file)
    {
        var resources = new ResourceManager($"MoroccoCT.Language.{file}", typeof(Texts).Assembly);
        return key => resources.GetString(key, CultureInfo.InvariantCulture);
    }
}
