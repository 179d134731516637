using MoroccoCT.People;

namespace MoroccoCT.Web.SignIn;

/// <summary>What people are called, for as long as one page is made.</summary>
public sealed class PersonNames(Accounts accounts)
{
    private Dictionary<Guid, string>? names;

    /// <returns>Null for what nobody asked for by name.</returns>
    public async Task<string?> OfAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (id is not { } known)
            return null;
        names ??= await accounts.NamesAsync(cancellationToken);
        return names.GetValueOrDefault(known);
    }
}
