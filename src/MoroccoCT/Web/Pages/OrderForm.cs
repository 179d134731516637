using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Requests;
using MoroccoCT.Web.Api;

namespace MoroccoCT.Web.Pages;

/// <summary>The order form as the browser sends it: the fields are the members of <see cref="OrderBody"/>, and the languages it is wanted in besides.</summary>
public sealed record OrderForm : OrderBody
{
    /// <summary>What the form sends at most once; of two values nobody could tell which one is meant.</summary>
    internal static IReadOnlyList<string> SingleFields { get; } =
        [nameof(Language), nameof(Title), nameof(PreparedFor), nameof(Paper), nameof(Depth), nameof(Marking), nameof(Profile), nameof(Numbered), nameof(Key)];

    public OrderForm()
    {
    }

    private OrderForm(OrderBody order)
        : base(order)
    {
    }

    /// <summary>Made anew each time the page is opened: pressing Create twice makes one request.</summary>
    public Guid Key { get; init; }

    /// <summary>More languages, each of which gets a briefing of its own.</summary>
    public string[] AlsoIn { get; init; } = [];

    /// <summary>The languages asked for, each once, the first one first.</summary>
    public IReadOnlyList<string> Languages => [.. AlsoIn.Prepend(Language).Distinct()];

    /// <summary>The form filled with an earlier request's order, as far as a person chose it.</summary>
    public static OrderForm Of(BriefingRequest request, ContentLibrary library) => new(OrderBody.Of(request.Order))
    {
        Marking = request.IsMarkingChosen && request.Order.Marking != Lowest(request.Order, library)?.Label ? request.Order.Marking : null,
    };

    /// <summary>Without the number, the key and the doubles: what a link to a choice or a saved one carries.</summary>
    public static new OrderForm Of(BriefingOrder order) => new(OrderBody.Of(order));

    /// <summary>A topic that is ticked brings its section along: without JavaScript the browser cannot do so.</summary>
    public BriefingOrder ToOrder(ContentLibrary library) => ToOrder() with
    {
        Sections =
        [
            .. Sections.Union(library.Sections(ContentLibrary.Original)
                .Where(section => section.Topics.Any(topic => Topics.Contains(topic.Id))).Select(section => section.Id)),
        ],
    };

    /// <summary>The same order once in each language.</summary>
    public IReadOnlyList<BriefingOrder> ToOrders(ContentLibrary library) => [.. Languages.Select(language => ToOrder(library) with { Language = language })];

    /// <summary>
    /// The same for the same orders sent from the same page; going back and changing one makes another, and so another request.
    /// </summary>
    public string IdempotencyKey(IReadOnlyList<BriefingOrder> orders)
    {
        var content = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(orders is [var only] ? only : (object)orders, BriefingJson.Options));
        return $"form:{Key:N}:{Convert.ToHexStringLower(content.AsSpan(0, 16))}";
    }

    /// <summary>The order as the query of an address: what differs from an empty form.</summary>
    public QueryString ToLink()
    {
        var link = new QueryBuilder();
        link.Add("sections", Sections);
        link.Add("topics", Topics);
        link.Add("language", Language);
        link.Add("alsoIn", AlsoIn);
        foreach (var (name, value) in new[] { ("title", Title), ("preparedFor", PreparedFor), ("marking", Marking) })
        {
            if (!string.IsNullOrWhiteSpace(value))
                link.Add(name, value);
        }

        link.Add("paper", $"{Paper}");
        link.Add("depth", $"{Depth}");
        link.Add("profile", $"{Profile}");
        return link.ToQueryString();
    }

    private static Marking? Lowest(BriefingOrder order, ContentLibrary library) => Briefings.Content.Marking.Highest(
        library.Sections(ContentLibrary.Original).Where(section => order.Sections.Contains(section.Id)).Select(section => section.Marking));
}
