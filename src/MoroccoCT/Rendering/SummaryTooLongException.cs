namespace MoroccoCT.Rendering;

/// <summary>A summary takes more than its one page.</summary>
public sealed class SummaryTooLongException(int pages)
    : DocumentRefusedException($"The summary takes {pages} pages, not one. Choose fewer sections or topics, a shorter title, or depth 'standard'.")
{
    public int Pages { get; } = pages;
}
