using System.Collections;
using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>Spaces at which no line may end: within a date, and between a number and what it counts or what it is the number of.</summary>
internal static partial class LastingSpaces
{
    private const string NoBreak = "\u00A0";

    /// <summary>Mohammed VI, Hassan II. A lone I may be the writer.</summary>
    private const string Numeral = @"(?<=\b\p{Lu}\p{Ll}{2,})\ (?=(?:[IVX]{2,6}|[VX])\b)";

    private const string EnglishMonths = "January|February|March|April|May|June|July|August|September|October|November|December";
    private const string FrenchMonths = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
    private const string ArabicMonths = "يناير|فبراير|مارس|أبريل|ماي|مايو|يونيو|يوليوز|يوليو|غشت|أغسطس|شتنبر|سبتمبر|أكتوبر|نونبر|نوفمبر|دجنبر|ديسمبر";

    /// <param name="printed">What is printed for each character of <paramref name="line"/>.</param>
    public static void Set(string line, string[] printed, string language, BitArray verbatim)
    {
        var rule = language switch { "en" => English(), "fr" => French(), "ar" => Arabic(), _ => null };
        foreach (Match space in rule?.Matches(line) ?? Enumerable.Empty<Match>())
        {
            if (!verbatim[space.Index] && printed[space.Index] == " ")
                printed[space.Index] = NoBreak;
        }
    }

    [GeneratedRegex(
        $$"""
        (?<=\b[0-9]{1,2})\ (?=(?:{{EnglishMonths}})\b)
        | (?<=\b(?:{{EnglishMonths}}))\ (?=[0-9]{1,4}\b)
        | (?<=\b[0-9][0-9.,–-]*)\ (?=(?:thousand|million|billion|per\ cent|percent|years?|months?|weeks?|days?|hours?|minutes?|km|kg|m|am|pm|AM|PM)\b|[%°€£$])
        | (?<=\b(?:million|billion))\ (?=(?:dirhams?|dollars?|euros?|people|citizens)\b)
        | {{Numeral}}
        | (?<=\b(?:[Nn]o\.|[Pp]p?\.|[Aa]rt\.|[Aa]rticle|[Cc]hapter|[Pp]age|[Nn]ote))\ (?=[0-9IVXL])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex English();

    [GeneratedRegex(
        $$"""
        (?<=\b[0-9]{1,2}(?:er)?)\ (?=(?:{{FrenchMonths}})\b)
        | (?<=\b(?:{{FrenchMonths}}))\ (?=[0-9]{1,4}\b)
        | (?<=\b[0-9][0-9.,–-]*)\ (?=(?:mille|millions?|milliards?|ans?|années?|mois|semaines?|jours?|heures?|minutes?)\b)
        | {{Numeral}}
        | (?<=\b(?:[Aa]rticle|[Cc]hapitre|[Pp]age|[Nn]ote))\ (?=[0-9IVXL])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex French();

    [GeneratedRegex(
        $$"""
        (?<=(?<![0-9])[0-9]{1,2}|فاتح)\ (?=(?:{{ArabicMonths}})\b)
        | (?<=\b(?:{{ArabicMonths}}))\ (?=[0-9]{4}\b)
        | (?<=\b[وبلفك]?(?:سنة|عام|المادة|الفصل|الصفحة))\ (?=[0-9])
        | (?<=(?<![0-9])[0-9][0-9.,–-]*)\ (?=(?:ألف|آلاف|مليون|ملايين|مليار|سنة|سنوات|عاما|عامًا|أعوام|شهرا|شهرًا|أشهر|يوما|يومًا|أيام|ساعة|ساعات|كيلومتر)\b)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Arabic();
}
