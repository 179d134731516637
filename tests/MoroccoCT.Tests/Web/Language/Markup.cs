using System.Text;
using System.Text.RegularExpressions;

namespace MoroccoCT.Tests.Web.Language;

/// <summary>Tells apart in a page what is sent as it stands and what is computed.</summary>
internal sealed partial class Markup
{
    private static readonly string[] blocks = ["if", "foreach", "for", "while", "switch", "using", "lock"];
    private static readonly string[] lines = ["page", "model", "using", "inject", "addTagHelper", "namespace", "inherits", "attribute"];

    private readonly string page;
    private readonly StringBuilder sent = new();
    private readonly List<string> literals = [];
    private int at;

    private Markup(string page) => this.page = page;

    /// <summary>The markup, with <see cref="Literals.Gap"/> where something is computed.</summary>
    public string Sent => sent.ToString();

    /// <summary>The strings in its code.</summary>
    public IReadOnlyList<string> Strings => literals;

    public static Markup Of(string page)
    {
        var markup = new Markup(page);
        while (markup.at < page.Length)
            markup.Html();
        return markup;
    }

    private void Html()
    {
        if (page[at] != '@')
            sent.Append(page[at++]);
        else if (Is("@@"))
            at += 2;
        else if (Is("@*"))
            at = page.IndexOf("*@", at, StringComparison.Ordinal) + 2;
        else
            Computed();
    }

    private void Computed()
    {
        var word = Word().Match(page, ++at).Value;
        if (lines.Contains(word) && (at == 1 || page[at - 2] == '\n'))
            at = (page.IndexOf('\n', at) is >= 0 and var end ? end : page.Length);
        else if (page[at] == '{')
            Code();
        else if (word is "functions" or "section" || blocks.Contains(word))
            Block();
        else
            Expression(word);
    }

    private void Block()
    {
        while (page[at] is not ('{' or '('))
            at++;
        if (page[at] == '(')
            at = Literals.Balanced(page, at, literals);
        while (page[at] != '{')
            at++;
        Code();
        var more = Else().Match(page, at);
        if (!more.Success)
            return;
        at += more.Length;
        Block();
    }

    /// <summary>A block of statements, in which elements and lines of markup may stand.</summary>
    private void Code()
    {
        at++;
        while (page[at] != '}')
        {
            if (page[at] == '{')
                Code();
            else if (Is("@:"))
                Until("\n");
            else if (page[at] == '<' && char.IsLetter(page[at + 1]) && IsStatement())
                Element();
            else if (page[at] == '@' && (Is("@if") || Is("@foreach") || Is("@{")))
                Computed();
            else if (page[at] is '(' or '[')
                at = Literals.Balanced(page, at, literals);
            else
                at = Literals.Next(page, at, literals);
        }

        at++;
    }

    private bool IsStatement() => page[..at].TrimEnd() is var before && (before.Length == 0 || before[^1] is '{' or '}' or ';' or ':' or '>');

    private void Element()
    {
        var depth = 0;
        do
        {
            var tag = Tag().Match(page, at);
            if (tag.Success && tag.Index == at)
                depth += page[at + 1] == '/' ? -1 : IsVoid(tag.Groups["name"].Value) ? 0 : 1;
            var inTag = page[at] == '<';
            do
                Html();
            while (inTag && at < page.Length && page[at - 1] != '>');
            if (inTag && page[at - 2] == '/' && depth > 0)
                depth--;
        }
        while (depth > 0);
    }

    private void Expression(string word)
    {
        sent.Append(Literals.Gap);
        if (page[at] == '(')
        {
            at = Literals.Balanced(page, at, literals);
            return;
        }

        at += word == "await" ? word.Length + 1 : 0;
        at += Word().Match(page, at).Length;
        while (at < page.Length && (page[at] is '(' or '[' || (page[at] is '.' or '?' or '!' && Word().Match(page, at + 1).Length > 0)))
            at = page[at] is '(' or '[' ? Literals.Balanced(page, at, literals) : at + 1 + Word().Match(page, at + 1).Length;
    }

    private void Until(string mark)
    {
        at += 2;
        while (!Is(mark))
            Html();
    }

    private bool Is(string mark) => string.CompareOrdinal(page, at, mark, 0, mark.Length) == 0;

    private static bool IsVoid(string name) => name is "input" or "img" or "br" or "hr" or "meta" or "link";

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G</?(?<name>[a-z][a-z0-9]*)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G\s*else(\s+if)?\s*(?=[{(])")]
    private static partial Regex Else();
}
