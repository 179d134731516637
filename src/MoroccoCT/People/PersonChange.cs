using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;

namespace MoroccoCT.People;

/// <summary>What is to become different of a person; null leaves as it is.</summary>
public sealed record PersonChange
{
    public Role? Role { get; init; }

    public Marking? Clearance { get; init; }

    public string? Desk { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>Empty takes the address away.</summary>
    public string? Email { get; init; }

    public bool? IsDisabled { get; init; }

    internal Person Of(Person person) => person with
    {
        Role = Role ?? person.Role,
        Clearance = Clearance?.Level ?? person.Clearance,
        Desk = Desk is null ? person.Desk : PersonName.Kept(Desk),
        DisplayName = DisplayName is null ? person.DisplayName : PersonName.Kept(DisplayName),
        Email = Email is null ? person.Email : MailAddress.Of(Email),
        IsDisabled = IsDisabled ?? person.IsDisabled,
    };

    internal bool EndsSessions(Person person) =>
        Of(person) is var next && (next.Role, next.Clearance, next.Desk, next.IsDisabled) != (person.Role, person.Clearance, person.Desk, person.IsDisabled);

    /// <summary>An entry for each thing that is different afterwards.</summary>
    internal IEnumerable<AuditEvent> Told(Person person, Actor by)
    {
        var next = Of(person);
        if (next.Role != person.Role)
            yield return Change(Deed.RoleChanged, person.Role, next.Role);
        if (next.Clearance != person.Clearance)
            yield return Change(Deed.ClearanceChanged, Marking.All[person.Clearance].Label, Marking.All[next.Clearance].Label);
        if (next.Desk != person.Desk)
            yield return Change(Deed.DeskChanged, person.Desk, next.Desk);
        if (next.DisplayName != person.DisplayName)
            yield return Change(Deed.DisplayNameChanged, person.DisplayName, next.DisplayName);
        if (next.Email != person.Email)
            yield return Change(Deed.EmailChanged, person.Email ?? "", next.Email ?? "");
        if (next.IsDisabled != person.IsDisabled)
            yield return new(by, next.IsDisabled ? Deed.PersonDisabled : Deed.PersonEnabled, person.Name);

        AuditEvent Change(Deed action, object before, object after) =>
            new(by, action, person.Name, new Dictionary<string, string?> { ["before"] = $"{before}", ["after"] = $"{after}" });
    }
}
