using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Web.Guards;

/// <summary>
/// How much one caller may ask for in a minute where people sign in; settings section <c>Limits</c>. A caller is a person, or an address as long as nobody has
/// signed in there.
/// </summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Of anything. As many at once are let through; after that they come back one by one.</summary>
    [Range(1, 1_000_000)]
    public int CallsPerMinute { get; set; } = 1200;

    /// <summary>Briefings ordered, by form and API together.</summary>
    [Range(1, 1_000_000)]
    public int OrdersPerMinute { get; set; } = 60;

    /// <summary>Names, passwords, codes and passkeys tried from one address, whoever is signed in there.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 30;
}
