using System.ComponentModel.DataAnnotations;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;

namespace MoroccoCT.Desk;

/// <summary>The desk that issues the briefings; settings section <c>Desk</c>.</summary>
public sealed class DeskOptions : IValidatableObject
{
    public const string Section = "Desk";

    private const int NameLength = 120;
    private const int ContactLength = 200;

    /// <summary>IANA time zone in which briefings are dated and times are shown.</summary>
    [Required]
    public string TimeZone { get; set; } = "Africa/Casablanca";

    /// <summary>Named as the body that prepared a briefing; null takes the library's word for it.</summary>
    public string? Name { get; set; }

    /// <summary>Whether a briefing that a person orders names that person before the body that prepared it.</summary>
    public bool NamesPerson { get; set; }

    /// <summary>Where a reader can turn to, printed at the end of a briefing; null prints none.</summary>
    public string? Contact { get; set; }

    // Not public: binding would read it, and fail on a wrong name before validation can say so in words.
    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The date on the desk's calendar.</summary>
    public DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Faults(nameof(Name), Name, NameLength).Concat(Faults(nameof(Contact), Contact, ContactLength));

    private static IEnumerable<ValidationResult> Faults(string member, string? text, int length)
    {
        if (text is null)
            return [];
        var setting = $"{Section}:{member}";
        var problems = string.IsNullOrWhiteSpace(text) ? [new(setting, OrderFault.Blank)] : PlainLine.Faults(setting, text, length);
        return problems.Select(problem => new ValidationResult(ProblemWords.English.Sentence(problem, FieldNames.InJson), [member]));
    }
}
