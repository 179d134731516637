using System.Text.Json;
using System.Text.Json.Nodes;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Composition;

namespace MoroccoCT.Bench;

/// <summary>
/// The same pages with every text new: the letters of each word are shuffled, so that length and look stay and nothing an engine remembers
/// fits.
/// </summary>
internal static class NewTexts
{
    /// <summary>Members that are ids, codes or dates, which the layout understands, or patterns with places to fill.</summary>
    private static readonly HashSet<string> notText =
        ["kind", "language", "region", "paper", "depth", "date", "color", "section", "id", "url", "labels", "align", "number", "reference", "keywords"];

    public static byte[] Of(Briefing briefing, int seed)
    {
        var data = JsonSerializer.SerializeToNode(briefing, BriefingJson.Options)!.AsObject();
        Renew(data, new Random(seed));
        return JsonSerializer.SerializeToUtf8Bytes(data, BriefingJson.Options);
    }

    private static void Renew(JsonNode? node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.Where(member => !notText.Contains(member.Key)).ToList())
                {
                    if (IsText(value, out var text))
                        members[name] = Shuffled(text, random);
                    else
                        Renew(value, random);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (IsText(items[i], out var text))
                        items[i] = Shuffled(text, random);
                    else
                        Renew(items[i], random);
                }

                break;
        }
    }

    private static bool IsText(JsonNode? node, out string text)
    {
        text = node is JsonValue value && value.TryGetValue<string>(out var found) ? found : "";
        return text.Length > 0;
    }

    private static string Shuffled(string text, Random random) => string.Join(' ', text.Split(' ').Select(word =>
    {
        var letters = word.Where(char.IsLetter).ToArray();
        random.Shuffle(letters);
        var next = 0;
        return string.Concat(word.Select(c => char.IsLetter(c) ? letters[next++] : c));
    }));
}
