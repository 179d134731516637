using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

/// <summary>What an edition is made of, as things stood at one moment.</summary>
/// <param name="Orders">One for each language.</param>
/// <param name="Contents">What each of them tells.</param>
/// <param name="IsMarkingRaised">Whether news have raised the marking above that of the sections.</param>
internal sealed record EditionCut(IReadOnlyList<BriefingOrder> Orders, IReadOnlyList<KeptEdition> Contents, bool IsMarkingRaised);
