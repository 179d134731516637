namespace MoroccoCT.People;

/// <summary>What an API key can be good for.</summary>
public static class KeyScopes
{
    /// <summary>Looking at requests and fetching documents.</summary>
    public const string Read = "read";

    /// <summary>Ordering, cancelling and trying again.</summary>
    public const string Orders = "orders";

    /// <summary>Writing and publishing developments, as far as the owner's role goes.</summary>
    public const string Content = "content";

    /// <summary>People, keys and the audit.</summary>
    public const string Admin = "admin";

    public static IReadOnlyList<string> All { get; } = [Read, Orders, Content, Admin];

    /// <summary>The most a key of somebody in this role can be good for.</summary>
    public static IReadOnlyList<string> Of(Role role) => role switch
    {
        Role.Reader => [Read],
        Role.Requester => [Read, Orders],
        Role.Administrator => [Read, Orders, Content, Admin],
        _ => [Read, Orders, Content],
    };
}
