using MoroccoCT.Certainty;
using MoroccoCT.Delivery;
using MoroccoCT.Library;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Schedules;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Api;

/// <summary>To whom a schedule's editions go, as people and programs write it.</summary>
public sealed class ScheduleRecipients(
    RecipientReader reader, Keepers keepers, Deliveries deliveries, Accounts accounts, CurrentLibrary library, Caller caller)
{
    /// <summary>Whether anything can be sent here.</summary>
    public bool IsOn => deliveries.IsOn;

    /// <returns>The definition with its recipients.</returns>
    /// <exception cref="DeliveryRejectedException">Says which of them are wrong, and why.</exception>
    /// <exception cref="ScheduleRejectedException">The keeper's mailbox or webhook is none to which anything may be sent.</exception>
    public async Task<ScheduleDefinition> WithAsync(
        ScheduleDefinition definition, IReadOnlyList<EditionRecipientBody> deliverTo, CancellationToken cancellationToken)
    {
        await keepers.DemandAsync(definition.Keeper, cancellationToken);
        if (deliverTo.Count == 0)
            return definition with { Recipients = [] };
        var marking = ScheduleCheck.MarkingOf(definition, library.Snapshot.Library);
        return definition with
        {
            Recipients = await reader.ReadAsync(RecipientBody.Wanted(deliverTo), marking, caller.Viewer, cancellationToken),
        };
    }

    /// <summary>A person is named by the name to sign in with, whatever his address is now.</summary>
    public async Task<IReadOnlyList<EditionRecipientBody>> ShownAsync(IReadOnlyList<Recipient> recipients, CancellationToken cancellationToken)
    {
        var shown = new List<EditionRecipientBody>();
        foreach (var recipient in recipients)
        {
            var person = recipient.PersonId is { } id ? await accounts.FindAsync(id, cancellationToken) : null;
            shown.Add(recipient.Channel == DeliveryChannel.Webhook ? new() { Webhook = recipient.Address, Language = recipient.Language }
                : person is { DeletedAt: null } ? new() { Person = person.Name, Language = recipient.Language }
                : new() { Mail = recipient.Address, Language = recipient.Language });
        }

        return shown;
    }

    /// <summary>One recipient on each line, with a language behind it or none.</summary>
    public IReadOnlyList<EditionRecipientBody> OfLines(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(OfLine)];

    public static string Lines(IEnumerable<EditionRecipientBody> recipients) =>
        string.Join('\n', recipients.Select(one => $"{one.Mail ?? one.Person ?? one.Webhook} {one.Language}".TrimEnd()));

    private EditionRecipientBody OfLine(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (name, language) = words is [var first, var second] ? (first, second) : (line, null);
        return name.Contains('@', StringComparison.Ordinal) ? new() { Mail = name, Language = language }
            : deliveries.Webhooks.Contains(name) ? new() { Webhook = name, Language = language }
            : new() { Person = name, Language = language };
    }
}
