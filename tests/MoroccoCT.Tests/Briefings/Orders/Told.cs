using MoroccoCT.Briefings.Orders;
using MoroccoCT.Language;

namespace MoroccoCT.Tests.Briefings.Orders;

/// <summary>A problem as the API tells it.</summary>
internal sealed record Told(string Field, string Message)
{
    public static IReadOnlyList<Told> Of(IEnumerable<OrderProblem> problems) =>
        [.. problems.Select(problem => new Told(problem.Field, ProblemWords.English.Sentence(problem, FieldNames.InJson)))];
}
