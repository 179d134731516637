using System.Text.Json.Nodes;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Tests.Briefings;
using MoroccoCT.Tests.Briefings.Composition;

namespace MoroccoCT.Tests.Verification;

/// <summary>Manifests as this program writes them, for a test to send as they are or to break.</summary>
internal static class Manifests
{
    public static BriefingOrder Order { get; } =
        OrderValidator.Normalize(new() { Sections = ["domestic", "regional"], Title = "For a test" }, TestLibrary.Real);

    public static BriefingManifest Of(string? number = null) => TestBriefings.Manifest(TestLibrary.Real, Order, TestBriefings.Issue with { Number = number });

    public static JsonObject Json(string? number = null) => JsonNode.Parse(TestBriefings.Json(Of(number)))!.AsObject();

    public static byte[] Pdf(JsonObject? manifest = null) => RawPdf.WithAttachment((manifest ?? Json()).ToJsonString());
}
