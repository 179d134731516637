using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>What the form has to say.</summary>
/// <param name="Field">Member of the order that it is about, as JSON writes it; empty for the order as a whole.</param>
public sealed record FormMessage(string Field, string Text);

/// <summary>What is wrong with an order, in the words of the form.</summary>
public sealed class OrderMessages(Words words, Catalogue catalogue)
{
    public IReadOnlyList<FormMessage> Of(OrderRejectedException rejected, OrderForm form) =>
        [.. rejected.Problems.Select(problem => InWords(problem, form)).Distinct()];

    /// <summary>Values the form itself cannot send.</summary>
    public IReadOnlyList<FormMessage> Unreadable(ModelStateDictionary state, Func<string, int> timesGiven) =>
    [
        .. state.Where(field => field.Value?.Errors.Count > 0)
            .Select(field => Member(field.Key)).Select(member => new FormMessage(member, words.Order.Unknown(member))),
        .. OrderForm.SingleFields.Where(field => timesGiven(field) > 1).Select(Member).Select(member => new FormMessage(member, words.Order.Twice(member))),
    ];

    /// <summary>Whoever ticked nothing needs no list of ids, and whoever ticked something knows it by its title.</summary>
    private FormMessage InWords(OrderProblem problem, OrderForm form) => new(
        problem.Field,
        problem.Fault == OrderFault.NothingChosen && form.Topics.Length == 0
            ? words.Order.ChooseSection
            : words.Problem.Sentence(problem with { Arguments = [.. problem.Arguments.Select(Named)] }, words.Order.Quoted));

    /// <summary>A topic may stand with its title behind its id.</summary>
    private string Named(string argument) => catalogue.NameOf(argument.Split(" (")[0]) ?? argument;

    private static string Member(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);
}
