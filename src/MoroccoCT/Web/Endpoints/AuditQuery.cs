using System.ComponentModel;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using MoroccoCT.Audit;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Endpoints;

/// <summary>What of the audit is asked for, as it stands in an address.</summary>
public sealed record AuditQuery
{
    [FromQuery(Name = "who"), Description("Part of a name.")]
    public string? Who { get; init; }

    [FromQuery(Name = "what"), Description("What was done, by the word that entries have for it.")]
    public string? What { get; init; }

    [FromQuery(Name = "subject"), Description("Part of what it was done to: the number of a request, the name of a person or key.")]
    public string? Subject { get; init; }

    [FromQuery(Name = "from"), Description("First day, in the desk's time zone.")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to"), Description("Last day, in the desk's time zone.")]
    public DateOnly? To { get; init; }

    [FromQuery(Name = "requestId"), Description("Trace id of a request to the service.")]
    public string? RequestId { get; init; }

    /// <summary>Whether it asks for something that nobody can do here.</summary>
    internal bool IsMistaken => !string.IsNullOrEmpty(What) && Deeds.Of(What) is null;

    internal AuditFilter Filter(DeskTime desk) => new()
    {
        Who = Who,
        What = What,
        Subject = Subject,
        RequestId = RequestId,
        From = From is { } from ? desk.StartOf(from) : null,
        Before = To is { } to && to < DateOnly.MaxValue ? desk.StartOf(to.AddDays(1)) : null,
    };

    /// <summary>The same in another address, with more.</summary>
    internal string Address(params (string Name, string Value)[] more) => new QueryBuilder(
        Given().Concat(more).Select(part => KeyValuePair.Create(part.Name, part.Value))).ToString();

    /// <summary>What is asked for at all, name by name.</summary>
    internal IEnumerable<(string Name, string Value)> Given()
    {
        (string Name, string? Value)[] all =
            [("who", Who), ("what", What), ("subject", Subject), ("from", $"{From:yyyy-MM-dd}"), ("to", $"{To:yyyy-MM-dd}"), ("requestId", RequestId)];
        return all.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => (part.Name, part.Value!));
    }
}
