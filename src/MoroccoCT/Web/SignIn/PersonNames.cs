using MoroccoCT.People;

namespace MoroccoCT.Web.SignIn;

/// <summary>What people are called, for as long as one page is made.</summary>
public sealed class PersonNames(Accounts accounts, Access access, Caller caller)
{
    private Dictionary<Guid, string>? names;

    private const string Oneself = "me";

    /// <summary>Whether anybody is known by name.</summary>
    public bool AreThere => access.IsShared;

    /// <returns>The person's id; that of nobody for a name that nobody has: whether there is such a person, the answer does not tell.</returns>
    public async Task<Guid> IdOfAsync(string name, CancellationToken cancellationToken) => name == Oneself
        ? caller.Person?.Id ?? Guid.Empty
        : (await accounts.FindAsync(name, cancellationToken))?.Id ?? Guid.Empty;

    /// <returns>Null for what nobody asked for by name.</returns>
    public async Task<string?> OfAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (id is not { } known)
            return null;
        names ??= await accounts.NamesAsync(cancellationToken);
        return names.GetValueOrDefault(known);
    }
}
