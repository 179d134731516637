using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.People;
using MoroccoCT.Telemetry;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Rendering;

/// <summary>
/// The pages of an order before it is ordered: the same document, prepared and typeset in the same way, with a mark on each page. Nothing is stored, and no
/// number is given.
/// </summary>
public sealed class BriefingPreviews(BriefingRenderer renderer, EnginePool engines, IOptions<DeskOptions> desk, TimeProvider time)
{
    /// <summary>Stands for a number that is only given when the briefing is ordered.</summary>
    private const string NumberToCome = "…";

    /// <param name="viewer">Who looks: nobody sees beforehand what he could not look at afterwards.</param>
    /// <param name="person">What he is called on paper, where the desk names him there.</param>
    /// <exception cref="OrderRejectedException">The order asks for what the library does not have, or for what this person may not see.</exception>
    /// <exception cref="EngineFailedException">No engine starts to say what it is.</exception>
    public async Task<PreparedBriefing> PrepareAsync(BriefingOrder order, Viewer viewer, string? person, CancellationToken cancellationToken)
    {
        var today = desk.Value.Today(time);
        var issue = new Issue(today, order.Numbered ? $"MCT-{today:yyyy}-{NumberToCome}" : null, PreparedBy: desk.Value.NamesPerson ? person : null)
        {
            IsPreview = true,
        };
        var prepared = await renderer.PrepareAsync(order, issue, cancellationToken);
        Clearances.Demand(Marking.Find(prepared.Order.Marking!)!, viewer);
        return prepared;
    }

    /// <summary>In its turn after all that was ordered. Called off, it leaves the line.</summary>
    /// <exception cref="LayoutRejectedException">The layout cannot set it, or the result would break its PDF standard.</exception>
    /// <exception cref="SummaryTooLongException">As an order it would be refused.</exception>
    /// <exception cref="EngineFailedException">The engine failed; worth another try.</exception>
    /// <exception cref="EngineBusyException">Too many previews wait; worth another try later.</exception>
    public async Task<TypesetDocument> TypesetAsync(PreparedBriefing prepared, CancellationToken cancellationToken)
    {
        var (begun, outcome) = (time.GetTimestamp(), "failed");
        try
        {
            var job = BriefingRenderer.Job(prepared) with { GivesWay = true };
            var document = await Spans.StepAsync("typeset preview", () => engines.TypesetAsync(job, cancellationToken));
            Instruments.Typeset(document.Elapsed, "preview");
            outcome = "made";
            DocumentCheck.CheckSummary(prepared.Briefing, document.Pages);
            return document;
        }
        catch (EngineBusyException)
        {
            outcome = "refused";
            throw;
        }
        finally
        {
            Instruments.Previewed(time.GetElapsedTime(begun), cancellationToken.IsCancellationRequested ? "calledOff" : outcome);
        }
    }
}
