namespace MoroccoCT.Briefings.Content;

/// <summary>A label of the Traffic Light Protocol 2.0. It limits sharing and is no classification; it is never translated.</summary>
/// <param name="Label">As TLP 2.0 writes it: capitals, no spaces.</param>
/// <param name="Color">The colour TLP 2.0 gives the label, on black.</param>
/// <param name="LabelKey">Key under which <c>labels.yaml</c> says in plain words what the label allows.</param>
public sealed record Marking(string Label, string Color, string LabelKey)
{
    /// <summary>From the most open to the most restricted.</summary>
    public static IReadOnlyList<Marking> All { get; } =
    [
        new("TLP:CLEAR", "#FFFFFF", "marking-clear"),
        new("TLP:GREEN", "#33FF00", "marking-green"),
        new("TLP:AMBER", "#FFC000", "marking-amber"),
        new("TLP:AMBER+STRICT", "#FFC000", "marking-amber-strict"),
        new("TLP:RED", "#FF2B2B", "marking-red"),
    ];

    public static Marking Clear => All[0];

    /// <summary>How far sharing is restricted: 0 is open.</summary>
    public int Level => All.ToList().FindIndex(marking => marking.Label == Label);

    public static Marking? Find(string label) => All.FirstOrDefault(marking => marking.Label == label);

    public static Marking Highest(IEnumerable<Marking> markings) => markings.Append(Clear).MaxBy(marking => marking.Level)!;
}
