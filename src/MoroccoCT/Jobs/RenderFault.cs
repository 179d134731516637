using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Rendering;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Jobs;

/// <summary>What a fault means for the request.</summary>
/// <param name="IsFinal">The same order would fail again: another attempt is of no use.</param>
/// <param name="Title">What failed, in a few words.</param>
/// <param name="Detail">Why, and what to do; nothing about our insides.</param>
internal sealed record RenderFault(bool IsFinal, string Title, string Detail)
{
    private const string SeeLog = "The service's log has the cause under this request's number.";

    public static RenderFault Of(Exception fault) => fault switch
    {
        OrderRejectedException => new(true, "The order cannot be fulfilled as it stands", fault.Message),
        LayoutRejectedException => new(true, "The layout cannot set this order", fault.Message),
        DocumentRefusedException => new(true, "The document failed a check and was not issued", fault.Message),
        EngineBusyException => new(false, "The engines are overloaded", fault.Message),
        EngineFailedException => new(false, "The typesetting engine failed", fault.Message),
        DbException or DbUpdateException => new(false, "The ledger could not be reached", SeeLog),
        _ => new(false, "Something went wrong in the service", SeeLog),
    };
}
