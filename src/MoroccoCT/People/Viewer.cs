using MoroccoCT.Briefings.Content;

namespace MoroccoCT.People;

/// <summary>Whose eyes look: decides which requests there are for them.</summary>
/// <param name="Desk">Whose requests are seen, besides those that are shared; null sees all desks.</param>
/// <param name="Clearance">Level of the highest marking seen.</param>
public sealed record Viewer(string? Desk, int Clearance)
{
    /// <summary>The service itself, and whoever is alone with it.</summary>
    public static Viewer Everything { get; } = new(null, Marking.All[^1].Level);

    public static Viewer Of(Person person) => new(person.Desk, person.Clearance);
}
