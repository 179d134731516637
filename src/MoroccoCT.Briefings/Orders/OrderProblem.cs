namespace MoroccoCT.Briefings.Orders;

/// <summary>One thing wrong with an order.</summary>
/// <param name="Field">Member of <see cref="BriefingOrder"/> as JSON writes it, such as <c>preparedFor</c>.</param>
/// <param name="Message">What is wrong and what would be right, in one line.</param>
public sealed record OrderProblem(string Field, string Message);

/// <summary>The order cannot be fulfilled as it stands; asking again unchanged cannot help.</summary>
public sealed class OrderRejectedException(IReadOnlyList<OrderProblem> problems)
    : Exception(string.Join(" ", problems.Select(problem => problem.Message)))
{
    public IReadOnlyList<OrderProblem> Problems { get; } = problems;
}
