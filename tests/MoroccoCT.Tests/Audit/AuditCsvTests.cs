using System.Text;
using MoroccoCT.Audit;

namespace MoroccoCT.Tests.Audit;

public sealed class AuditCsvTests
{
    [Fact]
    public async Task A_table_begins_with_a_mark_and_its_columns()
    {
        var bytes = await BytesAsync();

        bytes.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes.AsSpan(3)).ShouldBe(
            """
            "sequence","at","who","whoId","door","what","subject","details","address","requestId","previousHash","hash"

            """.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task An_entry_is_a_line_in_which_every_cell_is_quoted()
    {
        var line = await LineAsync(Entry("a \"quoted\", name; and more") with { Details = """{"a":"b"}""" });

        line.ShouldBe(
            "\"7\",\"2026-11-22T12:00:00.123Z\","
            + "\"a \"\"quoted\"\", name; and more\",\"\",\"api\",\"order\",\"\",\"{\"\"a\"\":\"\"b\"\"}\",\"\",\"\",\"00\",\"ff\"");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    public async Task A_formula_is_a_text(string name) => (await LineAsync(Entry(name))).ShouldContain($",\"'{name.Replace("\"", "\"\"")}\",");

    [Theory]
    [InlineData("Amina")]
    [InlineData("a=b")]
    [InlineData("'quoted'")]
    [InlineData("أمينة")]
    public async Task Any_other_name_stays(string name) => (await LineAsync(Entry(name))).ShouldContain($",\"{name}\",");

    private static AuditEntry Entry(string who) => new()
    {
        Sequence = 7,
        At = new(2026, 11, 22, 12, 0, 0, 123, TimeSpan.Zero),
        Who = who,
        Door = Doors.Api,
        What = "order",
        Details = "{}",
        PreviousHash = "00",
        Hash = "ff",
    };

    private static async Task<string> LineAsync(AuditEntry entry)
    {
        var text = Encoding.UTF8.GetString(await BytesAsync(entry));
        text.ShouldEndWith("\r\n");
        return text[(text.IndexOf("\r\n", StringComparison.Ordinal) + 2)..^2];
    }

    private static async Task<byte[]> BytesAsync(params AuditEntry[] entries)
    {
        using var output = new MemoryStream();
        await AuditCsv.WriteAsync(entries.ToAsyncEnumerable(), output, default);
        return output.ToArray();
    }
}
