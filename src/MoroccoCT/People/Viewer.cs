using MoroccoCT.Briefings.Content;

namespace MoroccoCT.People;

/// <summary>Whose eyes look: decides which requests there are for them.</summary>
/// <param name="PersonId">Null where nobody is known by name: alone on one's own machine, at the command line, in jobs.</param>
/// <param name="Desk">Whose requests are seen, besides those that are shared; null sees all desks.</param>
/// <param name="Clearance">Level of the highest marking seen.</param>
public sealed record Viewer(Guid? PersonId, string? Desk, int Clearance)
{
    /// <summary>The service itself, and whoever is alone with it.</summary>
    public static Viewer Everything { get; } = new(null, null, Marking.All[^1].Level);

    public static Viewer Of(Person person) => new(person.Id, person.Desk, person.Clearance);
}
