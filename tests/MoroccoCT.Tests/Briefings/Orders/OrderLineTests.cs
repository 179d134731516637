using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Tests.Briefings.Orders;

/// <summary>Title and recipient: free text that ends up in a file name, in metadata, in logs and on a terminal.</summary>
public class OrderLineTests
{
    [Theory]
    [InlineData('\u0000')]
    [InlineData('\u0007')]
    [InlineData('\t')]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\u001B')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('\u009B')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    [InlineData('\uFEFF')]
    [InlineData('\uFFFF')]
    public void Controls_and_overrides_of_direction_are_refused_by_code(char control) =>
        Check($"For{control}you").ShouldBe(Both($"holds the control character U+{(int)control:X4}. Write it as one line of plain text."));

    [Fact]
    public void Several_controls_are_one_problem() => Check("\n\r\n").ShouldBe(Both("holds the control character U+000A. Write it as one line of plain text."));

    /// <summary>By code, since an attribute cannot carry half a character.</summary>
    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    [InlineData(0x61, 0xD83D, 0x62)]
    [InlineData(0xDE00, 0xD83D)]
    [InlineData(0xD83D, 0xD83D, 0xDE00)]
    public void Half_a_character_is_refused(params int[] codes) =>
        Check(string.Concat(codes.Select(code => (char)code)))
            .ShouldBe(Both("holds half of a character (an unpaired surrogate). Write it as plain Unicode text."));

    [Theory]
    [InlineData("\uD83D\uDE00", "'\uD83D\uDE00' (U+1F600)")]
    [InlineData("会议", "'会' (U+4F1A)")]
    public void A_character_that_no_shipped_font_prints_is_refused(string text, string named) =>
        Check(text).ShouldBe(Both($"holds {named}, which the fonts cannot print. "
            + "Use Latin, Arabic, Tifinagh, Greek, Cyrillic or Hebrew letters and the usual signs."));

    [Theory]
    [InlineData("ẛ", "holds 'ẛ' (U+1E9B), which the fonts cannot print. Write 'ṡ'.")]
    [InlineData("５", "holds '５' (U+FF15), which the fonts cannot print. Write '5'.")]
    [InlineData("\u200B", "holds the sign U+200B, which prints nothing. Leave it out.")]
    public void The_nearest_that_can_be_printed_is_told(string text, string message) => Check($"a{text}b").ShouldBe(Both(message));

    [Theory]
    [InlineData("Minister’s visit – 50\u00A0% <b>&amp;</b> {title} #set “x” $(rm) \\ ../..")]
    [InlineData("\u00E9t\u00E9, Đà Nẵng, Αθήνα, Київ, 5\u00A0€")]
    [InlineData("موجز \u200Fللوزير\u200E")]
    [InlineData("espace\u202Ffine\u00A0: oui")]
    public void Any_other_text_passes_as_it_is(string text)
    {
        Check(text).ShouldBeEmpty();
        OrderValidator.Normalize(Order(text), TestLibrary.Fixture).Title.ShouldBe(text);
    }

    [Theory]
    [InlineData("en", "Cafe\u0301 \"Azur\"", "Café “Azur”")]
    [InlineData("fr", "Qu'est-ce que l'\"Initiative\" ?", "Qu’est-ce que l’«\u202FInitiative\u202F»\u202F?")]
    [InlineData("fr", "تقرير \"المكتب\"", "تقرير «المكتب»")]
    public void Title_and_recipient_get_the_marks_and_spaces_of_their_language(string language, string typed, string printed)
    {
        var order = OrderValidator.Normalize(Order(typed) with { Language = language }, TestLibrary.Fixture);

        (order.Title, order.PreparedFor).ShouldBe((printed, printed));
        OrderValidator.Normalize(order, TestLibrary.Fixture).ShouldBeEquivalentTo(order);
    }

    [Fact]
    public void What_typography_adds_makes_no_line_too_long()
    {
        var order = Order(string.Concat(Enumerable.Repeat("a! ", 40)).TrimEnd()) with { Language = "fr" };

        OrderValidator.Normalize(OrderValidator.Normalize(order, TestLibrary.Fixture), TestLibrary.Fixture).PreparedFor!.Length.ShouldBeGreaterThan(120);
    }

    [Fact]
    public void Spaces_that_never_break_are_no_way_round_the_length() =>
        OrderValidator.Check(Order("a" + new string('\u00A0', 400)), TestLibrary.Fixture)
            .ShouldBe([new("title", OrderFault.TooLong, "401", "160"), new("preparedFor", OrderFault.TooLong, "401", "120")]);

    [Fact]
    public void Title_and_recipient_have_a_length_each()
    {
        var order = new BriefingOrder { Sections = ["lights"], Title = new('t', 160), PreparedFor = new('p', 120) };

        OrderValidator.Check(order, TestLibrary.Fixture).ShouldBeEmpty();
        OrderValidator.Check(order with { Title = new('t', 161), PreparedFor = new('p', 121) }, TestLibrary.Fixture)
            .ShouldBe([new("title", OrderFault.TooLong, "161", "160"), new("preparedFor", OrderFault.TooLong, "121", "120")]);
    }

    private static Told[] Both(string message) => [new("title", $"'title' {message}"), new("preparedFor", $"'preparedFor' {message}")];

    private static IReadOnlyList<Told> Check(string text) => Told.Of(OrderValidator.Check(Order(text), TestLibrary.Fixture));

    private static BriefingOrder Order(string text) => new() { Sections = ["lights"], Title = text, PreparedFor = text };
}
