using MoroccoCT.Briefings.Editions;

namespace MoroccoCT.Requests;

/// <summary>What an edition tells in one language, and what its topics said then: the next edition is compared with it.</summary>
/// <param name="RequestId">Set when it is written.</param>
public sealed record KeptEdition(Guid RequestId, EditionContent Content, IReadOnlyList<TopicText> Topics);
