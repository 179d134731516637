using System.Globalization;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>Monday to Sunday on the desk's clock.</summary>
public sealed record Week(DateOnly Monday)
{
    private const int Days = 7;

    public DateOnly Sunday => Monday.AddDays(Days - 1);

    public Week Before => new(Monday.AddDays(-Days));

    public Week After => new(Monday.AddDays(Days));

    /// <summary>As it stands in addresses.</summary>
    public string Day => Monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="day">Any of its days.</param>
    /// <returns>Null for days that no calendar of ours has.</returns>
    public static Week? Of(DateOnly day) => day.Year is < 1970 or > 2900 ? null : new(day.AddDays(-(((int)day.DayOfWeek + 6) % Days)));

    /// <summary>From its first moment to the first one after it.</summary>
    internal (DateTimeOffset From, DateTimeOffset To) Moments(DeskTime desk) => (desk.StartOf(Monday)!.Value, desk.StartOf(Sunday.AddDays(1))!.Value);
}
