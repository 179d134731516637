using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Requests;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>What the form has to say.</summary>
/// <param name="Field">Member of the order that it is about, as JSON writes it; empty for the order as a whole.</param>
public sealed record FormMessage(string Field, string Text);

/// <summary>What is wrong with an order, in the words of the form.</summary>
public sealed class OrderMessages(Words words, Catalogue catalogue)
{
    private const string Depth = "depth";

    /// <returns>Null for a fault that does not lie in what was chosen or typed.</returns>
    public IReadOnlyList<FormMessage>? Of(Exception fault, OrderForm form) => fault switch
    {
        OrderRejectedException rejected => Of(rejected.Problems, form),
        SummaryTooLongException summary => [new(Depth, words.Preview.SummaryTooLong(summary.Pages))],
        _ => null,
    };

    /// <summary>Why an order cannot be had at its depth; null when it can.</summary>
    /// <param name="known">How many pages it makes there; null when nobody can tell.</param>
    public string? OfDepth(BriefingOrder order, OrderForm form, PageEstimate? known)
    {
        var problems = OrderValidator.Check(order, catalogue.Library).Where(problem => problem.Field == Depth).ToList();
        return problems.Count > 0 ? Of(problems, form)[0].Text
            : known is { Depth: Briefings.Orders.Depth.Summary, Pages: > 1 } ? words.Preview.SummaryTooLong(known.Pages)
            : null;
    }

    /// <summary>Values the form itself cannot send.</summary>
    public IReadOnlyList<FormMessage> Unreadable(ModelStateDictionary state, Func<string, int> timesGiven) =>
    [
        .. state.Where(field => field.Value?.Errors.Count > 0)
            .Select(field => Member(field.Key)).Select(member => new FormMessage(member, words.Order.Unknown(member))),
        .. OrderForm.SingleFields.Where(field => timesGiven(field) > 1).Select(Member).Select(member => new FormMessage(member, words.Order.Twice(member))),
    ];

    private IReadOnlyList<FormMessage> Of(IEnumerable<OrderProblem> problems, OrderForm form) =>
        [.. problems.Select(problem => InWords(problem, form)).Distinct()];

    /// <summary>Whoever ticked nothing needs no list of ids, and whoever ticked something knows it by its title.</summary>
    public FormMessage InWords(OrderProblem problem, OrderForm form) => new(
        problem.Field,
        problem.Fault == OrderFault.NothingChosen && form.Topics.Length == 0
            ? words.Order.ChooseSection
            : words.Problem.Sentence(problem with { Arguments = [.. problem.Arguments.Select(Named)] }, words.Order.Quoted));

    /// <summary>A topic may stand with its title behind its id.</summary>
    private string Named(string argument) => catalogue.NameOf(argument.Split(" (")[0]) ?? argument;

    private static string Member(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);
}
