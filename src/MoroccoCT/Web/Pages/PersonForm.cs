using System.ComponentModel.DataAnnotations;
using MoroccoCT.Briefings.Content;
using MoroccoCT.People;

namespace MoroccoCT.Web.Pages;

/// <summary>Somebody as a form describes him.</summary>
public sealed record PersonForm
{
    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>Empty for none; null leaves it as it is.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Email { get; init; }

    public string? Role { get; init; }

    public string? Clearance { get; init; }

    public string? Desk { get; init; }

    public static PersonForm Of(Person person) => new()
    {
        Name = person.Name,
        DisplayName = person.DisplayName,
        Email = person.Email,
        Role = $"{person.Role}",
        Clearance = Marking.All[person.Clearance].Label,
        Desk = person.Desk,
    };

    /// <exception cref="PersonRejectedException">Role or clearance is none.</exception>
    internal NewPerson ToPerson() => new(
        Name ?? "", RoleNames.Of(Role ?? ""), Clearances.Of(Clearance ?? ""), string.IsNullOrWhiteSpace(Desk) ? NewPerson.FirstDesk : Desk,
        string.IsNullOrWhiteSpace(DisplayName) ? null : DisplayName, string.IsNullOrWhiteSpace(Email) ? null : Email);

    /// <exception cref="PersonRejectedException">Role or clearance is none.</exception>
    internal PersonChange ToChange() => new()
    {
        Role = Role is null ? null : RoleNames.Of(Role),
        Clearance = Clearance is null ? null : Clearances.Of(Clearance),
        Desk = string.IsNullOrWhiteSpace(Desk) ? null : Desk,
        DisplayName = string.IsNullOrWhiteSpace(DisplayName) ? null : DisplayName,
        Email = Email?.Trim(),
    };
}
