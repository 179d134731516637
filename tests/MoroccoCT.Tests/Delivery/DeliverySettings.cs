namespace MoroccoCT.Tests.Delivery;

/// <summary>Settings of a service that could send, for tests in which nothing is sent.</summary>
internal static class DeliverySettings
{
    public static Dictionary<string, string?> Some => new()
    {
        ["Delivery:Mail:Host"] = "localhost",
        ["Delivery:Mail:Security"] = "None",
        ["Delivery:Mail:From"] = "briefings@desk.example",
        ["Delivery:Mail:Domains:0:Domain"] = "ministry.example",
        ["Delivery:Mail:Domains:0:Marking"] = "TLP:GREEN",
        ["Delivery:Webhooks:0:Name"] = "intranet",
        ["Delivery:Webhooks:0:Url"] = "https://hooks.example/briefings",
        ["Delivery:Webhooks:0:Secret"] = HttpReceiver.Secret,
        ["Delivery:Webhooks:0:Marking"] = "TLP:CLEAR",
        ["Web:PublicUrl"] = "https://briefings.example",
    };
}
