using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MoroccoCT.Delivery;

namespace MoroccoCT.Web.Api;

/// <summary>To whom a finished briefing is sent: exactly one of the three.</summary>
public record RecipientBody
{
    /// <summary>One plain mail address of a domain that the settings allow.</summary>
    public string? Mail { get; init; }

    /// <summary>Somebody of the caller's desk, by the name to sign in with; an administrator sets the address.</summary>
    public string? Person { get; init; }

    /// <summary>Name of a webhook of the settings.</summary>
    public string? Webhook { get; init; }

    /// <summary>One that is null names nobody, as an empty one does.</summary>
    internal static IReadOnlyList<WantedRecipient> Wanted(IEnumerable<RecipientBody?> bodies) =>
        [.. bodies.Select(body => body?.ToWanted() ?? new WantedRecipient())];

    private protected virtual WantedRecipient ToWanted() => new(Mail, Person, Webhook);
}

/// <summary>To whom each edition is sent.</summary>
public sealed record EditionRecipientBody : RecipientBody
{
    /// <summary>Which of the edition's languages he gets; without it a person's own, else the first.</summary>
    public string? Language { get; init; }

    private protected override WantedRecipient ToWanted() => base.ToWanted() with { Language = Language };
}

/// <summary>An order, and to whom its briefing is sent once it is finished.</summary>
public sealed record SubmissionBody : OrderBody
{
    /// <summary>At most 50. Equal orders share a document, whoever gets it.</summary>
    /// <remarks>Null is none, as for topics.</remarks>
    [AllowNull, JsonPropertyOrder(1)]
    public RecipientBody[] DeliverTo { get; init => field = value ?? []; } = [];
}

/// <summary>To whom a finished briefing is to be sent now.</summary>
public sealed record SendBody
{
    /// <summary>At least one, at most 50. Whoever has it already gets it once more.</summary>
    public required RecipientBody[] DeliverTo { get; init; }
}
