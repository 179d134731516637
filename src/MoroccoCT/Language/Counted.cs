namespace MoroccoCT.Language;

/// <summary>Numbers with what they count, for the command line.</summary>
public static class Counted
{
    public static string Pages(int count) => Texts.English.Count("Unit.Pages", count);
}
