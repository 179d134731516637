using System.Security.Cryptography;
using System.Text.Json;
using MoroccoCT.Briefings;
using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Web.Pages;

/// <summary>The order form's fields as the browser sends them.</summary>
public sealed record OrderForm
{
    public string[] Sections { get; init; } = [];

    public string[] Topics { get; init; } = [];

    public string Language { get; init; } = ContentLibrary.Original;

    public string? Title { get; init; }

    public string? PreparedFor { get; init; }

    public Paper Paper { get; init; } = Paper.A4;

    public Depth Depth { get; init; } = Depth.Standard;

    /// <summary>Empty: the lowest the chosen sections allow.</summary>
    public string? Marking { get; init; }

    public Profile Profile { get; init; } = Profile.Accessible;

    public bool Numbered { get; init; }

    /// <summary>Made anew each time the page is opened: pressing Create twice makes one request.</summary>
    public Guid Key { get; init; }

    /// <summary>A topic that is ticked brings its section along: without JavaScript the browser cannot do so.</summary>
    public BriefingOrder ToOrder(ContentLibrary library) => new()
    {
        Sections = [.. Sections.Union(library.Sections(ContentLibrary.Original).Where(section => section.Topics.Any(topic => Topics.Contains(topic.Id))).Select(section => section.Id))],
        Topics = Topics,
        Language = Language,
        Title = Title,
        PreparedFor = PreparedFor,
        Paper = Paper,
        Depth = Depth,
        Marking = string.IsNullOrEmpty(Marking) ? null : Marking,
        Profile = Profile,
        Numbered = Numbered,
    };

    /// <summary>The form filled with an earlier order.</summary>
    public static OrderForm Of(BriefingOrder order) => new()
    {
        Sections = [.. order.Sections],
        Topics = [.. order.Topics],
        Language = order.Language,
        Title = order.Title,
        PreparedFor = order.PreparedFor,
        Paper = order.Paper,
        Depth = order.Depth,
        Marking = order.Marking,
        Profile = order.Profile,
        Numbered = order.Numbered,
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
