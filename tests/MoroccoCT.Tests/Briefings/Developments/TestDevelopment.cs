using MoroccoCT.Briefings.Developments;

namespace MoroccoCT.Tests.Briefings.Developments;

/// <summary>News from the invented island of Osk.</summary>
internal static class TestDevelopment
{
    public const string Number = "MCT-D-1933-0001";

    /// <summary>In English, with nothing wrong.</summary>
    public static DevelopmentContent Good { get; } = new()
    {
        Date = "1933-03-04",
        Section = "lights",
        Topic = "fog-signal",
        Texts = new Dictionary<string, WrittenText>
        {
            ["en"] = new("A new fog signal", "The council ordered a second \"fog signal\". [@lamp-act]\n\n> The keepers welcome it. [@osk-gazette]"),
        },
        Sources = [Gazette],
    };

    public static WrittenSource Gazette => new()
    {
        Id = "osk-gazette",
        Author = new Dictionary<string, string> { ["en"] = "Osk Gazette" },
        Title = new Dictionary<string, string> { ["en"] = "News of the week" },
        Short = new Dictionary<string, string> { ["en"] = "Gazette" },
        Language = "en",
        Date = "1933-03-05",
        Type = "unidentified",
        Note = new Dictionary<string, string> { ["en"] = "A paper of two pages." },
    };

    public static DevelopmentContent With(this DevelopmentContent content, string language, string title, string body) =>
        content with { Texts = new Dictionary<string, WrittenText>(content.Texts) { [language] = new(title, body) } };

    /// <summary>The same with another English text.</summary>
    public static DevelopmentContent Saying(this DevelopmentContent content, string body) => content.With("en", "A new fog signal", body);

    public static DevelopmentContent Citing(this DevelopmentContent content, WrittenSource source) => content with { Sources = [source] };
}
