using MoroccoCT.Briefings.Library;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Briefings.Composition;

/// <summary>About how many pages an order makes, from the amount of its text: for who wants to know before anything is set.</summary>
public static class BriefingExtent
{
    /// <summary>As the library that ships comes out, within a page of the truth.</summary>
    private const double FrontMatter = 0.95, FrontMatterOfShort = 0.25;

    /// <summary>So many times the letters stand on a page of a short briefing, which has no figures and small notes.</summary>
    private const double Denser = 1.45;

    /// <summary>Height of the text on US Letter, as a share of that on A4.</summary>
    private const double Letter = 0.93;

    /// <param name="order">In the canonical form that <see cref="OrderValidator.Normalize"/> gives.</param>
    public static int Pages(ContentLibrary library, BriefingOrder order)
    {
        if (order.Depth == Depth.Summary)
            return 1;
        var (front, density) = order.Depth == Depth.Short ? (FrontMatterOfShort, Denser) : (FrontMatter, 1);
        var height = front + Letters(library, order) / (LettersToPage(order.Language) * density);
        return (int)Math.Ceiling(order.Paper == Paper.Letter ? height / Letter : height);
    }

    private static int Letters(ContentLibrary library, BriefingOrder order)
    {
        var details = new IssueDetails { Date = default, Fingerprint = new('0', 64), LayoutVersion = "", EngineVersion = "" };
        var briefing = BriefingComposer.Compose(library, order, details, new Words(library, order.Language), Choice.Of(library, order));
        return BackMatter.Texts(briefing).Concat(briefing.Glossary.Select(line => line.Meaning)).Sum(text => text.Length);
    }

    private static double LettersToPage(string language) => language switch
    {
        "fr" => 2150,
        "ar" => 1800,
        _ => 1950,
    };
}
