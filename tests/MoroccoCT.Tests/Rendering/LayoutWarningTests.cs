using Microsoft.Extensions.Logging;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Tests.Library;

namespace MoroccoCT.Tests.Rendering;

/// <summary>What the engine finds odd, such as a layout that does not come to rest, is told to the operator.</summary>
[Collection(RenderingCollection.Name)]
public sealed class LayoutWarningTests(RenderingFixture documents) : IDisposable
{
    private readonly LibraryCopy copy = new();
    private readonly Journal journal = new();

    public static TheoryData<string, Depth, Paper> All
    {
        get
        {
            var all = new TheoryData<string, Depth, Paper>();
            foreach (var language in Briefings.TestLibrary.Real.Languages)
                foreach (var depth in Enum.GetValues<Depth>())
                    foreach (var paper in Enum.GetValues<Paper>())
                        all.Add(language, depth, paper);
            return all;
        }
    }

    public void Dispose() => copy.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_layout_that_ships_gives_no_warning(string language, Depth depth, Paper paper)
    {
        var order = RenderingFixture.Order(language, depth) with { Paper = paper };

        await documents.Renderer(logger: journal).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);

        journal.Lines.ShouldBeEmpty();
    }

    /// <summary>Each choice needs pages laid out once more, and the engine does that a few times only.</summary>
    [Fact]
    public async Task Pages_come_to_rest_whatever_topics_are_chosen()
    {
        var sections = Briefings.TestLibrary.Real.Sections("en");
        for (var number = 16; number < 40; number++)
        {
            var random = new Random(number);
            var taken = sections.Where(_ => random.NextDouble() < 0.85).ToList();
            var order = new BriefingOrder
            {
                Sections = [.. taken.Select(section => section.Id)],
                Topics = [.. taken.SelectMany(section => section.Topics).Where(_ => random.NextDouble() < 0.7).Select(topic => topic.Id)],
                Title = $"Briefing for meeting {number} of the working group",
            };

            await documents.Renderer(logger: journal).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);
        }

        journal.Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#context { let n = query(<more>).len(); [#metadata(n) <more>] * (n + 1) }", "layout did not converge within 5 attempts")]
    [InlineData("#text(font: \"No such face\", fallback: true)[]", "unknown font family: no such face")]
    public async Task What_the_engine_warns_of_is_told_once_for_each_document(string line, string warning)
    {
        copy.Append("layouts/briefing.typ", line);
        var order = RenderingFixture.Order("en", Depth.Standard);

        await documents.Renderer(copy.Load(), logger: journal).RenderAsync(order, new(RenderingFixture.Date), CancellationToken.None);

        var (level, text) = journal.Lines.ShouldHaveSingleItem();
        level.ShouldBe(LogLevel.Warning);
        text.ShouldContain(warning);
    }

    private sealed class Journal : ILogger<BriefingRenderer>
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception)));
    }
}
