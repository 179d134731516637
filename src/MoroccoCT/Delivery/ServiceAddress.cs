namespace MoroccoCT.Delivery;

/// <summary>The service's address in what leaves it without anybody's asking; whoever knows how the service is reached gives it.</summary>
/// <param name="Public">Null where none is set.</param>
public sealed record ServiceAddress(Uri? Public)
{
    /// <summary>A request's page under its number, for people who may see it.</summary>
    public static Uri Request(Uri service, string number) => new($"{service.AbsoluteUri.TrimEnd('/')}/requests/{Uri.EscapeDataString(number)}");
}
