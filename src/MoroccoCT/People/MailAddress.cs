using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.People;

/// <summary>
/// One plain mail address, and nothing beside it: no name, quotes, comment, group or second address. What is in it ends up in the envelope and the header
/// of a mail, on pages and in the audit.
/// </summary>
public static partial class MailAddress
{
    /// <summary>Characters, as RFC 5321 bounds a path.</summary>
    public const int Longest = 254;

    /// <summary>As RFC 5322 has it.</summary>
    private const string Atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

    private static readonly IdnMapping domains = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// As it is kept and compared: in small letters, the domain as the net's name servers have it. Capitals and the ways of writing a domain in other
    /// scripts make no other address of it.
    /// </summary>
    /// <returns>Null for what is none.</returns>
    public static string? Of(string? given)
    {
        var text = given?.Trim() ?? "";
        if (text.Length is 0 or > Longest || !OnePlain().IsMatch(text))
            return null;
        var at = text.LastIndexOf('@');
        if (DomainOf(text[(at + 1)..]) is not { } domain)
            return null;
        var kept = $"{text[..at].ToLowerInvariant()}@{domain}";
        return kept.Length <= Longest && MailboxAddress.TryParse(kept, out var parsed) && parsed.GetAddress(idnEncode: true) == kept ? kept : null;
    }

    /// <summary>A domain of at least two parts, as name servers have it; null for what is none.</summary>
    public static string? DomainOf(string given)
    {
        if (!given.EnumerateRunes().All(IsOfDomain))
            return null;
        try
        {
            var domain = domains.GetAscii(ComposedText.Of(given.ToLowerInvariant())).ToLowerInvariant();
            return domain.Length <= Longest && Domain().IsMatch(domain) ? domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    internal static PersonProblem? Fault(string field, string given) =>
        Of(given) is null ? new(field, PersonFault.NoMailAddress, PlainLine.Shown(given)) : null;

    /// <summary>Letters of every script with their marks; nothing that cannot be seen.</summary>
    private static bool IsOfDomain(Rune rune) => rune.Value is '.' or '-' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The part before the @ holds what needs no quotes; the domain is looked at by itself.</summary>
    [GeneratedRegex(@"\A(?=.{1,64}@)" + Atom + @"(\." + Atom + @")*@[^@\s""<>()\[\]\\,;:]+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OnePlain();

    /// <summary>The last part is a word: an address of a machine is no domain.</summary>
    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Domain();
}
