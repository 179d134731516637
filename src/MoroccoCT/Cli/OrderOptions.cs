using System.CommandLine;
using System.Globalization;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Hosting;

namespace MoroccoCT.Cli;

/// <summary>The options that make up an order.</summary>
internal sealed class OrderOptions
{
    private readonly Option<string?> sections =
        new("--sections") { Description = "Sections of the library by id, separated by commas; a wrong one is answered with those there are." };
    private readonly Option<string?> topics =
        new("--topics") { Description = "Topics, separated by commas. A section of which no topic is named is taken whole." };
    private readonly Option<string> language =
        new("--language") { Description = "Language: en, fr or ar, as far as the library has it.", DefaultValueFactory = _ => "en" };
    private readonly Option<string?> title = new("--title") { Description = "Title on the front page; without it the library gives one." };
    private readonly Option<string?> preparedFor = new("--prepared-for") { Description = "Whom the briefing is prepared for." };
    private readonly Option<string> paper = new("--paper") { Description = "Paper: a4 or letter.", DefaultValueFactory = _ => "a4" };
    private readonly Option<string> depth = new("--depth")
    {
        Description = "Depth: summary (one page), short (about two), standard or full (adds method, glossary and notes on sources).",
        DefaultValueFactory = _ => "standard",
    };
    private readonly Option<string?> marking =
        new("--marking") { Description = "Marking: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED; without it the lowest the sections allow." };
    private readonly Option<string> profile =
        new("--profile")
        {
            Description = "Profile: accessible (PDF/UA-1) or archive (PDF/A-3a and PDF/UA-1 in one file).",
            DefaultValueFactory = _ => "accessible",
        };
    private readonly Option<string?> date = new("--date") { Description = "Date issued as yyyy-MM-dd; without it today on the desk's calendar." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { sections, topics, language, title, preparedFor, paper, depth, marking, profile, date })
            command.Options.Add(option);
    }

    /// <exception cref="UsageException">A value is none of those an option takes.</exception>
    public BriefingOrder Order(ParseResult parsed) => new()
    {
        Sections = List(parsed.GetValue(sections)),
        Topics = List(parsed.GetValue(topics)),
        Language = parsed.GetValue(language)!,
        Title = parsed.GetValue(title),
        PreparedFor = parsed.GetValue(preparedFor),
        Paper = Word<Paper>(parsed, paper),
        Depth = Word<Depth>(parsed, depth),
        Marking = parsed.GetValue(marking),
        Profile = Word<Profile>(parsed, profile),
    };

    public DateOnly? Date(ParseResult parsed)
    {
        if (parsed.GetValue(date) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"--date: '{text}' is no date. Write yyyy-MM-dd, such as 2026-11-22.");
    }

    private static IReadOnlyList<string> List(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static T Word<T>(ParseResult parsed, Option<string> option)
        where T : struct, Enum
    {
        var text = parsed.GetValue(option)!;
        var words = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant());
        return words.TryGetValue(text, out var value) ? value
            : throw new UsageException($"{option.Name}: Unknown value '{text}'. Valid: {string.Join(", ", words.Keys)}.");
    }
}
