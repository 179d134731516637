using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Delivery;
using MoroccoCT.Schedules;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>What is wrong with a schedule, in the words of its form.</summary>
public sealed class ScheduleMessages(Words words, OrderMessages ofOrders)
{
    /// <returns>Null for a fault that does not lie in what was chosen or typed.</returns>
    public IReadOnlyList<FormMessage>? Of(Exception fault, ScheduleForm form) => fault switch
    {
        ScheduleRejectedException rejected => [.. rejected.Problems.Select(problem => InWords(problem, form)).Distinct()],
        ScheduleChangedException => [new("", words.Schedule.ChangedMeanwhile)],
        DeliveryRejectedException delivery => [.. delivery.Problems.Select(problem => new FormMessage("deliverTo", words.Delivery.Reason(problem)))],
        OrderRejectedException order => ofOrders.Of(order, form.Order),
        _ => null,
    };

    /// <summary>Why the library no longer has what a schedule asks for.</summary>
    public IEnumerable<string> Of(ScheduleView schedule) =>
        schedule.Problems.Select(problem => InWords(problem, ScheduleForm.Of(schedule.Schedule)).Text).Distinct();

    /// <summary>Values the form itself cannot send.</summary>
    public IReadOnlyList<FormMessage> Unreadable(ModelStateDictionary state) =>
    [
        .. state.Where(field => field.Value?.Errors.Count > 0).Select(field => JsonNamingPolicy.CamelCase.ConvertName(field.Key))
            .Select(member => new FormMessage(member, words.Order.Unknown(member))),
    ];

    /// <summary>What the plain choice of days and time lacks.</summary>
    public IReadOnlyList<FormMessage> Missing(ScheduleForm form) =>
    [
        .. form.LacksDays ? [new("cron", words.Schedule.NoDay)] : Array.Empty<FormMessage>(),
        .. form.LacksTime ? [new("cron", words.Schedule.NoTime)] : Array.Empty<FormMessage>(),
    ];

    private FormMessage InWords(ScheduleProblem problem, ScheduleForm form) => problem.Order is { } order && problem.Field != order.Field
        ? new("order", ofOrders.InWords(order, form.Order).Text)
        : new(problem.Field, words.ScheduleProblem.Sentence(problem, words.Order.Quoted));
}
