namespace MoroccoCT.Language;

/// <summary>Numbers with what they count.</summary>
public static class Counted
{
    public static string Pages(int count) => count == 1 ? "1 page" : $"{count} pages";
}
