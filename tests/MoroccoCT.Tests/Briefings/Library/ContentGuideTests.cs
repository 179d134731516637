using System.Text.RegularExpressions;

namespace MoroccoCT.Tests.Briefings.Library;

/// <summary>What <c>docs/content.md</c> shows to authors passes the check, put where it belongs in a copy of the library.</summary>
public sealed partial class ContentGuideTests
{
    private const string Section = "sections/regional/en.md";

    [Fact]
    public void Each_sample_is_sound()
    {
        var guide = File.ReadAllText(Path.Combine(TestLibrary.RealFolder, "..", "docs", "content.md"));

        Sample().Matches(guide).Select(match => Put(match.Groups["text"].Value)).ShouldBe(["front matter", "topic", "source"]);
    }

    /// <returns>What it is.</returns>
    private static string Put(string sample)
    {
        using var library = TestLibrary.RealCopyInEnglish();
        var name = Put(sample, library);

        library.Problems().ShouldBeEmpty(name);
        return name;
    }

    private static string Put(string sample, TestLibrary library)
    {
        if (sample.StartsWith("title:", StringComparison.Ordinal))
        {
            var text = library.Read(Section).Split("---\n", 3)[2];
            library.Write(Section, $"---\n{sample}---\n{text}");
            return "front matter";
        }

        if (sample.StartsWith("## ", StringComparison.Ordinal))
        {
            var heading = sample[..sample.IndexOf('\n', StringComparison.Ordinal)];
            var topics = library.Read(Section).Split("\n## ");
            var place = Array.FindIndex(topics, topic => topic.Contains(Id().Match(heading).Value, StringComparison.Ordinal));
            topics[place] = sample[3..];
            library.Write(Section, string.Join("\n## ", topics));
            return "topic";
        }

        sample.ShouldStartWith("- id: ");
        var id = sample[6..sample.IndexOf('\n', StringComparison.Ordinal)];
        library.Write("sources.yaml", library.Read("sources.yaml").Replace($"- id: {id}\n", $"- id: {id}-of-the-library\n"));
        library.Write("sources.yaml", $"{library.Read("sources.yaml").TrimEnd()}\n\n{sample}");
        return "source";
    }

    [GeneratedRegex("```(?:yaml|markdown)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex(@"\{#[a-z-]+\}")]
    private static partial Regex Id();
}
