using System.Text.RegularExpressions;
using MoroccoCT.Web.Pages;

namespace MoroccoCT.Tests.Web.Language;

/// <summary>Words that a page shows although they come from no file of words.</summary>
internal static partial class StrayWords
{
    /// <summary>Read or read out as they stand.</summary>
    private static readonly string[] spoken =
        ["title", "alt", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder", "label"];

    /// <summary>Fields of the order form, and keys of the keyboard, as scripts call them.</summary>
    private static readonly HashSet<string> names = [.. typeof(OrderForm).GetProperties().Select(field => field.Name), "Enter", "Escape", "Tab", "Home", "End"];

    public static IEnumerable<string> OfPage(string page)
    {
        var markup = Markup.Of(page);
        var attributes = Attribute().Matches(markup.Sent)
            .Where(attribute => spoken.Contains(attribute.Groups["name"].Value)
                || (attribute.Groups["name"].Value.StartsWith("data-", StringComparison.Ordinal) && Several().IsMatch(attribute.Groups["value"].Value)))
            .Select(attribute => attribute.Groups["value"].Value);
        var texts = Quiet().Replace(markup.Sent, "").Split(['<', '>']).Where((_, i) => i % 2 == 0).Select(text => Entity().Replace(text, ""));
        return texts.Concat(attributes).Where(text => Letter().IsMatch(text)).Select(text => text.Trim()).Concat(markup.Strings.Where(IsSaid));
    }

    /// <param name="code">Of C#; what goes to the log, or into an exception that no page shows, is left alone.</param>
    public static IEnumerable<string> OfCode(string code) => Literals.Of(Unseen().Replace(code, "")).Where(IsSaid);

    public static IEnumerable<string> OfScript(string script) => Literals.Of(script)
        .Where(text => IsSaid(text) || Capital().IsMatch(text)).Where(text => !names.Contains(text) && !Condition().IsMatch(text));

    /// <summary>Two words beside each other, or one that ends a sentence. Names of classes and fields are none.</summary>
    private static bool IsSaid(string text) => Several().IsMatch(text) || Sentence().IsMatch(text);

    [GeneratedRegex(@"\s(?<name>[a-z-]+)=""(?<value>[^""]*)""|\s(?<name>[a-z-]+)='(?<value>[^']*)'")]
    private static partial Regex Attribute();

    /// <summary>What is a program's name for itself and nobody's word.</summary>
    [GeneratedRegex("<code[^>]*>[^<]*</code>|<!doctype html>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Quiet();

    [GeneratedRegex("&[a-z]+;|&#[0-9]+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();

    [GeneratedRegex(@"\p{L}{2,}[,;:]? (\p{L}+ )?\p{L}{2,}|\p{L} \uFFFC|\uFFFC \p{L}")]
    private static partial Regex Several();

    [GeneratedRegex(@"\p{L}[.…!?]$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+…?$")]
    private static partial Regex Capital();

    /// <summary>Of a style sheet, such as <c>(prefers-color-scheme: dark)</c>.</summary>
    [GeneratedRegex(@"^\([a-z-]+: [a-z]+\)$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"\w*Exception\((?>[^()""]|""(?:[^""\\]|\\.)*""|\((?<deep>)|\)(?<-deep>))*\)|\.Log\w+\((?>[^;])*;")]
    private static partial Regex Unseen();
}
