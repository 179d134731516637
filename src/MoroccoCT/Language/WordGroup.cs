using System.Runtime.CompilerServices;

namespace MoroccoCT.Language;

/// <summary>Words that belong together, by the names of its members: what <c>OrderWords.Title</c> says has the key <c>Order.Title</c>.</summary>
public abstract class WordGroup(Texts texts, string group)
{
    protected Texts Texts => texts;

    /// <param name="member">The key within the group.</param>
    /// <param name="values">For the places of the text.</param>
    protected string Text([CallerMemberName] string member = "", params ReadOnlySpan<(string Place, string Value)> values) =>
        texts.Fill($"{group}.{member}", values);

    /// <summary>In the form that a number takes.</summary>
    protected string Counted(int count, [CallerMemberName] string member = "", params ReadOnlySpan<(string Place, string Value)> values) =>
        texts.Count($"{group}.{member}", count, values);
}
