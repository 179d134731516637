using System.Globalization;
using MoroccoCT.Requests;

namespace MoroccoCT.Schedules;

/// <summary>
/// Numbers of editions and of their corrections share one form, <c>MCT-W-2026-47-2</c>: here they are kept apart, also where a schedule was changed to be due
/// more often in a week of which an edition has been corrected.
/// </summary>
internal sealed class EditionNumbers(RequestQueries queries)
{
    /// <summary>The plan under the first number of its week, from its own on, that is not a correction's.</summary>
    public async Task<EditionPlan> FreeAsync(EditionPlan plan, CancellationToken cancellationToken)
    {
        var (week, place) = Parts(plan.Number);
        var number = plan.Number;
        while (await queries.IsTakenAsync(number, correction: true, cancellationToken))
            number = Numbered(week, ++place);
        return plan with { Number = number };
    }

    /// <summary>For a correction of an edition: one that no edition of the week has or will have, as the schedule stands.</summary>
    /// <param name="due">When the edition was due.</param>
    public async Task<string> OfCorrectionAsync(Schedule schedule, string edition, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var (week, _) = Parts(edition);
        var place = Math.Max(1, EditionPlan.PlannedInWeek(schedule, due));
        do
            place++;
        while (await queries.IsTakenAsync(Numbered(week, place), correction: null, cancellationToken));
        return Numbered(week, place);
    }

    /// <summary>The number of the week's first edition, and the place in the week.</summary>
    private static (string Week, int Place) Parts(string number)
    {
        var parts = number.Split('-');
        return parts.Length > 4 ? (string.Join('-', parts[..4]), int.Parse(parts[4], CultureInfo.InvariantCulture)) : (number, 1);
    }

    private static string Numbered(string week, int place) => string.Create(CultureInfo.InvariantCulture, $"{week}-{place}");
}
