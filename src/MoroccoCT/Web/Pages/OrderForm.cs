using System.Security.Cryptography;
using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Web.Api;

namespace MoroccoCT.Web.Pages;

/// <summary>The order form as the browser sends it: the fields are the members of <see cref="OrderBody"/>.</summary>
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

    /// <summary>The form filled with an earlier order.</summary>
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

    /// <summary>
    /// The same for the same order sent from the same page; going back and changing the order makes another, and so another request.
    /// </summary>
    public string IdempotencyKey(BriefingOrder order)
    {
        var content = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(order, BriefingJson.Options));
        return $"form:{Key:N}:{Convert.ToHexStringLower(content.AsSpan(0, 16))}";
    }
}
