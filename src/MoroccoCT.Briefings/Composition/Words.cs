using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Briefings.Composition;

/// <summary>The library's labels in one language, and dates written by that language's convention.</summary>
internal sealed class Words(ContentLibrary library, string language)
{
    public ContentLibrary Library => library;

    public string Language => language;

    public string this[string key] => library.Labels.TryGetValue(key, out var label)
        ? label.In(language)
        : throw new KeyNotFoundException($"The label '{key}' is not in the library.");

    /// <summary>A label with its <c>{places}</c> filled in. Values are put in as they are, whatever they contain.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var pattern = this[key];
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var end = pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
            if (end < 0)
            {
                result.Append(pattern[i]);
                continue;
            }

            result.Append(Value(pattern[(i + 1)..end], values, key));
            i = end;
        }

        return result.ToString();
    }

    public string Date(DateOnly date) => Fill(
        date.Day == 1 ? "first-day" : "day", ("day", $"{date.Day}"), ("month", this[$"month-{date.Month}"]), ("year", $"{date.Year}"));

    public string Date(PartialDate date) => date switch
    {
        { Day: not null } => Date(date.First),
        { Month: { } month } => Fill("month-year", ("month", this[$"month-{month}"]), ("year", $"{date.Year}")),
        _ => $"{date.Year}",
    };

    public string Date(Period period) => period.From == period.To
        ? Date(period.From)
        : Fill("period-days", ("from", Date(period.From)), ("to", Date(period.To)));

    public string List(IEnumerable<string> parts) => string.Join(this["list-separator"], parts);

    private static string Value(string place, ReadOnlySpan<(string Place, string Value)> values, string key)
    {
        foreach (var (name, value) in values)
        {
            if (name == place)
                return value;
        }

        throw new KeyNotFoundException($"The label '{key}' asks for '{{{place}}}', which is not given.");
    }
}
