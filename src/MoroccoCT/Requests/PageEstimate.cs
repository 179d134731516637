using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Requests;

/// <summary>About how many pages an order makes at one depth.</summary>
public sealed record PageEstimate(Depth Depth, int Pages, EstimateBasis Basis);

/// <summary>What an estimate rests on.</summary>
public enum EstimateBasis
{
    /// <summary>It is no estimate: a summary has one page.</summary>
    Rule,

    /// <summary>The newest finished document of the same sections, topics, language, depth and paper.</summary>
    Document,

    /// <summary>The amount of text.</summary>
    Text,
}
