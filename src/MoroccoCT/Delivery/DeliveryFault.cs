namespace MoroccoCT.Delivery;

/// <summary>Why a briefing must not be sent to a recipient. Looked at when somebody asks for it, and again before each try.</summary>
public enum DeliveryFault
{
    /// <summary>The settings name no mail server.</summary>
    MailOff,

    /// <summary>The settings do not say that mail may go to the address's domain.</summary>
    DomainNotAllowed,

    /// <summary>The briefing is marked higher than what may go to the domain.</summary>
    AboveDomain,

    /// <summary>The person is not here any more, or is kept out.</summary>
    PersonGone,

    /// <summary>The person may not see the briefing.</summary>
    AboveClearance,

    /// <summary>The person has no address.</summary>
    NoAddress,

    /// <summary>The person has another address now.</summary>
    AddressChanged,

    /// <summary>The settings name no webhook of that name.</summary>
    UnknownWebhook,

    /// <summary>The briefing is marked higher than what the webhook may be told.</summary>
    AboveWebhook,

    /// <summary>What was given is not one plain address.</summary>
    NoMailAddress,

    /// <summary>There is no finished briefing.</summary>
    NotFinished,

    /// <summary>It waits for somebody to release it.</summary>
    NotReleased,

    /// <summary>A correction has taken its place.</summary>
    Superseded,

    /// <summary>A recipient names nothing, or more than one of address, person and webhook.</summary>
    NotOne,

    /// <summary>More recipients than a request has.</summary>
    TooMany,
}

/// <summary>A recipient to whom a briefing may not be sent.</summary>
/// <param name="Place">Which of those that were given, from 0.</param>
/// <param name="Address">As it was given, on one line.</param>
/// <param name="Marking">Of the briefing.</param>
public sealed record DeliveryProblem(int Place, DeliveryFault Fault, string Address, string Marking);

/// <summary>Nothing was sent: it is told which recipients are wrong, and why.</summary>
public sealed class DeliveryRejectedException(IReadOnlyList<DeliveryProblem> problems)
    : Exception(string.Join("; ", problems.Select(problem => $"{problem.Place}: {problem.Fault}")))
{
    public IReadOnlyList<DeliveryProblem> Problems { get; } = problems;
}
