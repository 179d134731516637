using MoroccoCT.Briefings.Content;

namespace MoroccoCT.People;

/// <summary>Somebody who is to be let in.</summary>
/// <param name="Name">What he signs in with.</param>
/// <param name="DisplayName">What others see; null takes the name.</param>
/// <param name="Email">Where briefings reach him by mail; null where that is not known.</param>
public sealed record NewPerson(
    string Name, Role Role, Marking Clearance, string Desk = NewPerson.FirstDesk, string? DisplayName = null, string? Email = null)
{
    /// <summary>The desk of whoever was told no other, and of all that was ordered before there were people.</summary>
    public const string FirstDesk = "main";
}
