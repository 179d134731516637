using MoroccoCT.Briefings.Content;
using MoroccoCT.People;

namespace MoroccoCT.Delivery.Mail;

/// <summary>A domain to which mail may go, and up to which marking.</summary>
public sealed class MailDomain
{
    /// <summary><c>example.org</c> is that domain alone; <c>.example.org</c> all that lies below it.</summary>
    public string? Domain { get; set; }

    /// <summary>The highest marking of what goes there, such as <c>TLP:AMBER</c>.</summary>
    public string? Marking { get; set; }

    /// <summary>As name servers have it, with its dot; null for what is none.</summary>
    private string? Name => Domain is ['.', .. var below]
        ? MailAddress.DomainOf(below) is { } parent ? $".{parent}" : null
        : MailAddress.DomainOf(Domain ?? "");

    /// <summary>
    /// The highest marking that may go to an address: the domain itself counts before what is said of all below another. Null: nothing goes there.
    /// </summary>
    public static Marking? HighestFor(string address, IEnumerable<MailDomain> domains)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        var nearest = domains.Where(one => one.Covers(domain)).MaxBy(one => one.Name == domain ? int.MaxValue : one.Name!.Length);
        return nearest is null ? null : MarkingOf(nearest.Marking);
    }

    internal static IEnumerable<string> Faults(IReadOnlyList<MailDomain> domains)
    {
        for (var i = 0; i < domains.Count; i++)
        {
            var (name, place) = (domains[i].Name, $"{MailOptions.Place}:{nameof(MailOptions.Domains)}:{i}");
            if (name is null)
                yield return $"{place}:{nameof(Domain)} is no domain. Write one such as example.org, or .example.org for all below it.";
            else if (domains.Take(i).Any(other => other.Name == name))
                yield return $"{place}:{nameof(Domain)} names '{name}' once more. Take one of them out.";
            if (MarkingOf(domains[i].Marking) is null)
                yield return $"{place}:{nameof(Marking)} is no marking. Write one of: {Labels}.";
        }
    }

    internal static string Labels => string.Join(", ", MoroccoCT.Briefings.Content.Marking.All.Select(marking => marking.Label));

    internal static Marking? MarkingOf(string? label) => MoroccoCT.Briefings.Content.Marking.Find(label ?? "");

    private bool Covers(string domain) => Name is { } name && (name == domain || (name[0] == '.' && domain.EndsWith(name, StringComparison.Ordinal)));
}
