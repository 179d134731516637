using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Rendering;

/// <summary>
/// Typesets all of a library in each of its languages, long and short: what no reading of the files can tell is found before readers meet
/// it.
/// </summary>
internal static class TrialTypesetting
{
    /// <summary>Any will do; the pages go nowhere.</summary>
    private static readonly Issue issue = new(new(2000, 1, 1), "MCT-0000-0000", new(new(2000, 1, 1), new(2000, 1, 7)));

    /// <summary>One for each way through the layout.</summary>
    private static readonly Depth[] depths = [Depth.Full, Depth.Short, Depth.Summary];

    /// <exception cref="BrokenLibraryException">Names what cannot be set, with file and line of the layout.</exception>
    /// <exception cref="EngineFailedException">Nothing can be said: the engine failed for another reason.</exception>
    public static async Task RunAsync(LibrarySnapshot snapshot, EnginePool engines, CancellationToken cancellationToken)
    {
        var version = await engines.GetEngineVersionAsync(cancellationToken);
        var sections = snapshot.Library.Sections(ContentLibrary.Original).Select(section => section.Id).ToList();
        var orders = from language in snapshot.Library.Languages
                     from depth in depths
                     select new BriefingOrder
                     {
                         Sections = sections,
                         Language = language,
                         Depth = depth,
                         // Has to meet all standards there are.
                         Profile = Profile.Archive,
                     };
        var prepared = orders.Where(order => OrderValidator.Check(order, snapshot.Library).Count == 0)
            .Select(order => BriefingPreparation.Prepare(snapshot, order, issue, new DeskOptions(), engines.Setup, version));
        try
        {
            foreach (var briefing in prepared)
                await engines.TypesetAsync(BriefingRenderer.Job(briefing), cancellationToken);
        }
        catch (LayoutRejectedException rejected)
        {
            throw LibrarySnapshot.Broken(rejected);
        }
    }
}
