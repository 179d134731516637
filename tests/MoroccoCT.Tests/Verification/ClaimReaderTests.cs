using System.Text;
using System.Text.Json.Nodes;
using MoroccoCT.Cli;
using MoroccoCT.Verification;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Tests.Verification;

public sealed class ClaimReaderTests
{
    private static readonly string[] replacements =
    [
        "null", "true", "5", "1e999", "\"\"", "\"x\"", "[]", "[null]", "[[]]", "[5]", "{}", "{\"x\":null}",
        "\"9999-99-99\"", "\"\\u0000\\u001b[2J\\u202e\"", "\"\\ud800\"",
    ];

    [Fact]
    public void Nothing_of_what_this_version_writes_is_lost()
    {
        var written = Manifests.Json("MCT-2026-0042");

        var read = JsonNode.Parse(ClaimReader.Write(Read(written)))!["manifest"];

        JsonNode.DeepEquals(read, written).ShouldBeTrue($"{read}\nfor\n{written}");
    }

    [Fact]
    public void What_a_newer_version_adds_is_passed_over()
    {
        var manifest = Manifests.Json();
        foreach (var part in Nodes(manifest).OfType<JsonObject>().Where(part => part.GetPath() != "$.library.files").ToList())
            part["addedLater"] = JsonNode.Parse("""{"a":[1,{"b":null}]}""");
        manifest["format"] = "moroccoct-briefing-manifest/1.7";
        manifest["order"]!["depth"] = "poster";

        var claim = Read(manifest).Manifest.ShouldNotBeNull();

        (claim.Reference, claim.Order.Depth, claim.Sections.Count).ShouldBe(("MCT-7F3A9C21", "poster", 2));
    }

    [Theory]
    [InlineData("moroccoct-briefing-manifest/2", Verdict.NewerFormat)]
    [InlineData("moroccoct-briefing-manifest/12.4", Verdict.NewerFormat)]
    [InlineData("moroccoct-briefing-manifest/0", Verdict.NoBriefing)]
    [InlineData("moroccoct-briefing-manifest/99999999999999999999", Verdict.NoBriefing)]
    [InlineData("moroccoct-briefing-manifest/-1", Verdict.NoBriefing)]
    [InlineData("moroccoct-briefing-manifest/1x", Verdict.NoBriefing)]
    [InlineData("moroccoct-briefing-manifest/", Verdict.NoBriefing)]
    [InlineData("moroccoct-briefing-manifest", Verdict.NoBriefing)]
    [InlineData("another-manifest/1", Verdict.NoBriefing)]
    public void The_format_tells_whose_manifest_it_is_and_whether_this_version_can_read_it(string format, Verdict without)
    {
        // Nothing else need be as it was: that is what a new format is for.
        Read(new JsonObject { ["format"] = format, ["anything"] = 1 }).ShouldBe(ManifestReading.Nothing(without));
        var same = Manifests.Json();
        same["format"] = format;
        Read(same).ShouldBe(ManifestReading.Nothing(without));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"moroccoct-briefing-manifest/1\"")]
    [InlineData("{}")]
    [InlineData("{\"format\":null}")]
    [InlineData("{\"format\":\"moroccoct-briefing-manifest/1\"}")]
    [InlineData("{\"format\":\"moroccoct-briefing-manifest/1\",")]
    [InlineData("{\"format\":\"moroccoct-briefing-manifest/1\"} and more")]
    public void What_is_no_manifest_is_no_briefing(string text) =>
        ClaimReader.Read(Encoding.UTF8.GetBytes(text)).ShouldBe(ManifestReading.Nothing(Verdict.NoBriefing));

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x00)]
    public void Bytes_that_are_no_text_are_no_briefing(byte filling) =>
        ClaimReader.Read(Enumerable.Repeat(filling, 1000).ToArray()).ShouldBe(ManifestReading.Nothing(Verdict.NoBriefing));

    [Fact]
    public void Depth_without_end_is_no_briefing() =>
        ClaimReader.Read(Encoding.UTF8.GetBytes($"{{\"format\":{new string('[', 200_000)}")).ShouldBe(ManifestReading.Nothing(Verdict.NoBriefing));

    [Fact]
    public void What_is_too_long_to_be_a_manifest_is_no_briefing()
    {
        var manifest = Manifests.Json();
        manifest["order"]!["title"] = new string('A', 1_000_000);

        Read(manifest).ShouldBe(ManifestReading.Nothing(Verdict.NoBriefing));
    }

    /// <summary>Whatever is put in the place of whatever: it is a manifest that everybody can show, or it is none.</summary>
    [Fact]
    public void No_wrong_member_gets_through_to_stumble_over()
    {
        foreach (var path in Nodes(Manifests.Json()).Select(node => node.GetPath()).Skip(1).ToList())
        {
            foreach (var replacement in replacements)
            {
                var manifest = Manifests.Json();
                Nodes(manifest).Single(node => node.GetPath() == path).ReplaceWith("here");

                // As text, for what no writer of JSON would write.
                var text = manifest.ToJsonString().Replace("\"here\"", replacement, StringComparison.Ordinal);
                var (claim, without) = ClaimReader.Read(Encoding.UTF8.GetBytes(text));

                Should.NotThrow(() => claim is null ? [] : Shown(claim), $"{path} = {replacement}");
                if (claim is null)
                    without.ShouldBe(Verdict.NoBriefing, $"{path} = {replacement}");
            }
        }
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("fingerprint")]
    [InlineData("issued")]
    [InlineData("order")]
    [InlineData("library")]
    [InlineData("sections")]
    public void A_manifest_without_what_is_needed_is_none(string member)
    {
        var missing = Manifests.Json();
        missing.Remove(member);
        var empty = Manifests.Json();
        empty[member] = null;

        Read(missing).ShouldBe(ManifestReading.Nothing(Verdict.NoBriefing));
        Read(empty).ShouldBe(ManifestReading.Nothing(Verdict.NoBriefing));
    }

    [Fact]
    public void Texts_become_plain_lines_of_bounded_length()
    {
        var manifest = Manifests.Json();
        manifest["reference"] = "MCT\u001b[31m\r\nGenuine\u202e\u2066\u0085\u2028\0\ufeff";
        manifest["order"]!["title"] = new string('é', 5_000);
        manifest["order"]!["preparedFor"] = "\u200fالمغرب – “co‑operation” \U0001F1F2\u00ad";
        manifest["library"]!["files"]!["a\nb.yaml"] = "c\td";

        var claim = Read(manifest).Manifest.ShouldNotBeNull();

        claim.Reference.ShouldBe("MCT\ufffd[31m\ufffd\ufffdGenuine\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd");
        claim.Order.Title!.Length.ShouldBe(PlainTextConverter.Longest + 1);
        claim.Order.Title.ShouldEndWith("é…");
        claim.Order.PreparedFor.ShouldBe("\u200fالمغرب – “co‑operation” \U0001F1F2\u00ad");
        claim.Library.Files["a\ufffdb.yaml"].ShouldBe("c\ufffdd");
        Shown(claim).ShouldAllBe(line => !line.Any(char.IsControl));
    }

    [Fact]
    public void What_the_reading_process_says_is_read_back_as_it_was()
    {
        var reading = Read(Manifests.Json());

        var back = ClaimReader.ReadBack(ClaimReader.Write(reading)).ShouldNotBeNull();

        ClaimReader.Write(back).ShouldBe(ClaimReader.Write(reading));
        foreach (var verdict in new[] { Verdict.NoBriefing, Verdict.NewerFormat, Verdict.DamagedPdf })
            ClaimReader.ReadBack(ClaimReader.Write(ManifestReading.Nothing(verdict))).ShouldBe(ManifestReading.Nothing(verdict));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"manifest\":null}")]
    [InlineData("{\"manifest\":null,\"without\":\"genuine\"}")]
    [InlineData("{\"manifest\":null,\"without\":\"altered\"}")]
    [InlineData("{\"manifest\":null,\"without\":\"notIssuedHere\"}")]
    [InlineData("{\"manifest\":null,\"without\":3}")]
    [InlineData("{\"manifest\":{},\"without\":\"noBriefing\"}")]
    public void The_reading_process_is_believed_no_more_than_a_file(string answer) => ClaimReader.ReadBack(Encoding.UTF8.GetBytes(answer)).ShouldBeNull();

    private static ManifestReading Read(JsonNode manifest) => ClaimReader.Read(Encoding.UTF8.GetBytes(manifest.ToJsonString()));

    /// <summary>What the command line, a program and the page show of a claim.</summary>
    private static IReadOnlyList<string> Shown(ManifestClaim claim)
    {
        var report = new VerificationReport(Verdict.NotIssuedHere, new string('0', 64), claim, null, null, null);
        return
        [
            .. VerifyCommand.Lines(report),
            Words.English.Check.Explanation(report, deletedAt: ""),
            Words.English.Day(claim.Issued),
            Words.English.LanguageName(claim.Order.Language),
            string.Join(", ", claim.Sections.Select(section => section.Title)),
            claim.Library.ShortHash,
            Encoding.UTF8.GetString(ClaimReader.Write(ManifestReading.Of(claim))),
        ];
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        yield return node;
        IEnumerable<JsonNode?> children = node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] };
        foreach (var below in children.OfType<JsonNode>().SelectMany(Nodes))
            yield return below;
    }
}
