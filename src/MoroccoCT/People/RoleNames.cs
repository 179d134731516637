using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.People;

/// <summary>Roles as people write them.</summary>
public static class RoleNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<Role>().Select(name => name.ToLowerInvariant())];

    /// <exception cref="PersonRejectedException">It is none; names those there are.</exception>
    public static Role Of(string text) => All.Contains(text.ToLowerInvariant())
        ? Enum.Parse<Role>(text, ignoreCase: true)
        : throw new PersonRejectedException(new PersonProblem("role", PersonFault.Unknown, [PlainLine.Shown(text), .. All]));
}
