using MoroccoCT.People;

namespace MoroccoCT.Web.SignIn;

/// <summary>Who makes a call, and what he may do. Read from the ledger for each call.</summary>
/// <param name="Person">Null for whoever is alone with the service, and for nobody.</param>
/// <param name="May">Some of <see cref="Policies"/>.</param>
public sealed record Caller(Person? Person, Viewer Viewer, IReadOnlyList<string> May)
{
    /// <summary>The browser's session; null for a program.</summary>
    public Session? Session { get; init; }

    /// <summary>The one person of a service without sign-in.</summary>
    public static Caller Solo { get; } = new(null, Viewer.Everything, Policies.Of(Role.Administrator));

    /// <summary>Somebody who has not signed in.</summary>
    public static Caller Nobody { get; } = new(null, new("", -1), []);

    public static Caller Of(Session session, Person person) => new(person, Viewer.Of(person), Policies.Of(person.Role)) { Session = session };

    /// <summary>A key opens no more than it is for, and no more than its owner may. Whatever it is for, looking goes with it.</summary>
    public static Caller Of(ApiKey key, Person owner) =>
        new(owner, Viewer.Of(owner), [.. Policies.Of(owner.Role).Where(may => may == Policies.Read || key.Scopes.Contains(Policies.Scope(may)))]);

    public bool MayOrder => May.Contains(Policies.Order);

    public bool MayWrite => May.Contains(Policies.Write);

    public bool MayPublish => May.Contains(Policies.Publish);

    public bool MayAdminister => May.Contains(Policies.Administer);

    public bool IsKnown => May.Count > 0;

    /// <summary>An idempotency key as the ledger keeps it: nobody meets the key of somebody else.</summary>
    public string? OwnKey(string? key) => key is null || Person is null ? key : $"{Person.Id:N}:{key}";
}
