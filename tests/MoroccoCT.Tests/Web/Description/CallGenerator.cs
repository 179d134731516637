using System.Text;
using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Tests.Web.Description;

/// <summary>Makes calls of described operations: most as described, many not. The same seed makes the same calls.</summary>
/// <param name="ids">Those that mean something here.</param>
/// <param name="editions">By operation: the one that it is for.</param>
internal sealed class CallGenerator(
    int seed, IReadOnlyList<DescribedOperation> operations, IReadOnlyList<Guid> ids, IReadOnlyDictionary<string, (Guid Id, string Sha256)> editions)
{
    private static readonly string[] hostile =
    [
        "", " ", "0", "-1", "999999999999999999999", "1e400", "null", "true", "'", "\"", "<b>", "%", "%00", "a\0b", "../../etc/passwd", "\u202E", "\uFEFF",
        "é", "😀", "2026-13-45", "0001-01-01", "9999-12-31", "[]", "{}", "$where", "* OR 1=1 --", new('x', 1500),
    ];

    private static readonly string[] orders =
    [
        """{"sections":["domestic"]}""", """{"sections":["domestic","regional"],"language":"fr","depth":"full","paper":"letter","title":"A title"}""",
        """{"topics":["bcij"],"profile":"archive","numbered":true}""",
        """{"sections":["domestic"],"marking":"TLP:RED"}""", """{"sections":["nowhere"]}""", "{}", "[]", "null", "\"\"",
        "{", "", """{"sections":null}""", """{"sections":[null]}""", """{"sections":"domestic"}""", """{"sections":["domestic"],"title":"\u0000"}""",
        """{"sections":["domestic"],"title":"\ud800"}""", """{"sections":["domestic"],"unknown":1}""", """{"sections":["domestic"],"sections":["regional"]}""",
        """{"sections":["domestic"],"deliverTo":[{"mail":"a@ministry.example"}]}""", """{"sections":["domestic"],"deliverTo":[null]}""",
        """{"sections":["domestic"],"numbered":"yes"}""", """{"sections":["domestic"],"depth":7}""", """{"sections":["domestic"],"language":"xx"}""",
    ];

    private static readonly string[] sends =
    [
        """{"deliverTo":[{"mail":"a@ministry.example"}]}""", """{"deliverTo":[{"webhook":"intranet"},{"mail":"b@ministry.example"}]}""",
        """{"deliverTo":[{"mail":"x","person":"y"}]}""", """{"deliverTo":[null]}""", """{"deliverTo":{}}""", """{"deliverTo":[]}""", """{"deliverTo":null}""",
        """{"deliverTo":[{"mail":"a@ministry.example\r\nBcc: b@c.example"}]}""",
    ];

    private static readonly string[] holds =
    [
        """{"reason":"File 12"}""", """{"reason":"File 12, part 2"}""", """{"reason":""}""", """{"reason":null}""", "{}", """{"reason":"a\u0000b"}""",
    ];

    /// <summary>So many that each step finds some on which nothing was done yet.</summary>
    public const int Developments = 120;

    public static DevelopmentContent News { get; } = new()
    {
        Date = "2026-11-20",
        Section = "domestic",
        Texts = new Dictionary<string, WrittenText> { ["en"] = new("A lantern on the pier", "A lantern was lit. [@fact-sheet:domestic-1]") },
    };

    private static readonly string[] keepers =
    [
        "{}", "null", """{"role":"approver","desk":"night","webhook":"intranet"}""", """{"mail":"desk@ministry.example"}""",
        """{"mail":"x@elsewhere.example"}""",
        """{"role":"nobody"}""", """{"desk":"\u0000"}""", """{"mail":"a@ministry.example\r\nBcc: b@c.example","webhook":"nowhere"}""", "[]",
    ];

    private readonly Random random = new(seed);

    /// <summary>The first half are proposals, the others drafts.</summary>
    public static bool IsProposed(int development) => development <= Developments / 2;

    public (DescribedOperation Operation, HttpRequestMessage Message) Next()
    {
        var operation = Of(operations);
        var (path, query) = (operation.Path, new List<string>());
        var message = new HttpRequestMessage { Method = new(operation.Method) };
        // Something that can be made is asked for often enough.
        var isPlain = random.Next(4) == 0;
        foreach (var parameter in operation.Parameters)
        {
            var name = parameter.Text("name");
            var value = isPlain && name == "sections" ? "domestic"
                : name == "name" && random.Next(4) > 0 ? Schedule(operation.Method == "DELETE")
                : name == "number" && random.Next(5) > 0 ? Development(operation.Id is "publishDevelopment" or "sendBackDevelopment")
                : name == "id" && editions.TryGetValue(operation.Id, out var edition) && random.Next(5) > 0 ? $"{edition.Id}"
                : name == "section" ? "domestic"
                : Value(parameter.GetProperty("schema"));
            switch (parameter.Text("in"))
            {
                case "path":
                    // A path with a zero in it is refused before anything here sees it.
                    path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value.Length == 0 ? "-" : value.Replace('\0', '0')), StringComparison.Ordinal);
                    break;
                case "query" when isPlain ? name == "sections" : random.Next(3) > 0:
                    query.Add($"{name}={Uri.EscapeDataString(value)}");
                    break;
                case "header" when random.Next(3) > 0 && value.All(char.IsAscii) && !value.Any(char.IsControl):
                    message.Headers.TryAddWithoutValidation(name, value);
                    break;
            }
        }

        message.RequestUri = new(query.Count > 0 ? $"{path}?{string.Join('&', query)}" : path, UriKind.Relative);
        if (operation.Bodies.Count > 0)
            message.Content = Body(operation);
        return (operation, message);
    }

    private HttpContent Body(DescribedOperation operation)
    {
        var type = operation.Bodies[0];
        var text = type != "application/json" ? Of(hostile)
            : operation.Path.Contains("developments", StringComparison.Ordinal) ? DevelopmentBody(operation.Id)
            : operation.Path.Contains("schedules", StringComparison.Ordinal) ? ScheduleBody(isNew: operation.Method == "POST")
            : Of(operation.Path.EndsWith("/deliveries", StringComparison.Ordinal) ? sends
                : operation.Path.EndsWith("/hold", StringComparison.Ordinal) ? holds
                : operation.Path.EndsWith("/correct", StringComparison.Ordinal) ? holds
                : operation.Path.EndsWith("/release", StringComparison.Ordinal) ? Releases(operation.Id) : orders);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (random.Next(10) > 0)
            content.Headers.TryAddWithoutValidation("Content-Type", random.Next(10) > 0 ? type : "text/plain");
        return content;
    }

    private string[] Releases(string operation) =>
    [
        $$"""{"sha256":"{{editions[operation].Sha256}}"}""", """{"sha256":"00"}""", """{"sha256":null}""", """{"sha256":"a\u0000b"}""", "{}",
    ];

    /// <summary>Few enough that what one call makes others find, and not all of them ended at once.</summary>
    private string Schedule(bool isEnded = false) => random.Next(10) == 0 ? "weekly" : isEnded ? $"s{random.Next(4)}" : $"s{random.Next(24)}";

    private string Development(bool isProposed)
    {
        var number = random.Next(1, (Developments / 2) + 1) + (isProposed ? 0 : Developments / 2);
        return $"MCT-D-2026-{number:D4}";
    }

    private string DevelopmentBody(string operation)
    {
        var content = random.Next(5) > 0 ? JsonSerializer.Serialize(News, BriefingJson.Options) : Of(orders);
        var edited = content.Replace("pier", $"{Of(hostile).Length} piers", StringComparison.Ordinal);
        var revision = random.Next(8) == 0 ? Of(hostile) : operation is "publishDevelopment" or "sendBackDevelopment" ? "2" : "1";
        var text = JsonSerializer.Serialize(random.Next(8) == 0 ? Of(hostile) : "Which pier?");
        return operation switch
        {
            "recordDevelopment" => $$"""{ "content": {{content}} }""",
            "editDevelopment" => $$"""{ "revision": {{revision}}, "content": {{edited}} }""",
            "sendBackDevelopment" => $$"""{ "revision": {{revision}}, "note": {{text}} }""",
            "withdrawDevelopment" => $$"""{ "revision": {{revision}}, "reason": {{text}} }""",
            _ => $$"""{ "revision": {{revision}} }""",
        };
    }

    private string ScheduleBody(bool isNew)
    {
        var (cron, zone) = (random.Next(12) == 0 ? Of(hostile) : "0 7 * * 1", random.Next(12) == 0 ? Of(hostile) : "Africa/Casablanca");
        var first = isNew ? $"\"name\":\"{Schedule()}\"" : $"\"revision\":{random.Next(1, 3)}";
        var series = string.Concat(Enumerable.Range(0, 3).Select(_ => (char)('A' + random.Next(26))));
        var order = random.Next(6) > 0 ? orders[0] : Of(orders);
        var keeper = random.Next(4) > 0 ? keepers[0] : Of(keepers);
        (cron, zone) = (JsonSerializer.Serialize(cron), JsonSerializer.Serialize(zone));
        return $$"""{ {{first}}, "order": {{order}}, "cron": {{cron}}, "timeZone": {{zone}}, "series": "{{series}}", "keeper": {{keeper}} }""";
    }

    private string Value(JsonElement schema)
    {
        if (random.Next(4) == 0)
            return Of(hostile);
        if (schema.TryGetProperty("items", out var items))
            schema = items;
        if (schema.TryGetProperty("enum", out var values))
            return Of([.. values.EnumerateArray().Select(value => value.ToString())]);
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "uuid")
            return $"{(random.Next(4) == 0 ? Guid.CreateVersion7(DateTimeOffset.UnixEpoch) : Of(ids))}";
        if (schema.TryGetProperty("format", out format) && format.GetString() is "date" or "date-time")
            return $"2026-11-{random.Next(1, 31):00}";
        return schema.TryGetProperty("type", out var type) && type.ToString().Contains("integer", StringComparison.Ordinal)
            ? $"{random.Next(1, 50)}"
            : Of(["en", "fr", "a4", "domestic", "MCT", "order", $"{Of(ids):N}"]);
    }

    private T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
