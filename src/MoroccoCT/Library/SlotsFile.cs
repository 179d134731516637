using System.Text;

namespace MoroccoCT.Library;

/// <summary>
/// The layout file <c>slots.typ</c>: blocks that the engine finds again. The engine takes the place of the call in the template for a block's
/// identity, so each of them is made by code of its own, which nobody would write by hand; see docs/decisions/0013-slots.md.
/// </summary>
internal static class SlotsFile
{
    public const string Name = "slots.typ";

    /// <summary>A prime, so that keys spread. Two keys that meet in one slot cost time, never correctness.</summary>
    private const int Slots = 1009;

    private const int SlotsToALine = 8;

    public static string Text { get; } = Create();

    private static string Create()
    {
        var text = new StringBuilder("// Made by the program when it loads the layout.\n\n#let slots = (\n");
        foreach (var line in Enumerable.Repeat("a => block(..a),", Slots).Chunk(SlotsToALine))
            text.Append("  ").AppendJoin(' ', line).Append('\n');
        return text.Append(")\n\n").Append(Picking).ToString();
    }

    private const string Picking = """
        // A number that spreads well and that the engine computes without a loop of ours.
        #let index-of(key) = {
          let codes = array(bytes(key))
          let sum(share) = codes.slice(0, calc.quo(codes.len() * share, 4)).sum(default: 0)
          calc.rem(codes.sum(default: 0) + 7 * sum(1) + 31 * sum(2) + 127 * sum(3), slots.len())
        }

        // block(..style) with an identity of its own.
        #let slot(key, ..style) = {
          if type(key) != str { panic("the key of a slot is a text, such as the id of a topic, not " + repr(key)) }
          (slots.at(index-of(key)))(style)
        }

        """;
}
