namespace MoroccoCT.Language;

/// <summary>Keeps what runs the other way from turning the sentence around it, also where no markup can stand: in titles, labels and options.</summary>
internal static class ReadingOrder
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <param name="value">Left alone where it is a list whose items were kept apart already.</param>
    /// <param name="direction">Of the sentence: <c>ltr</c> or <c>rtl</c>.</param>
    public static string Isolate(string value, string direction)
    {
        if (value.Contains(FirstStrongIsolate, StringComparison.Ordinal))
            return value;
        var isForeign = direction == "rtl" ? value.Any(letter => char.IsLetter(letter) && !RunsLeft(letter)) : value.Any(RunsLeft);
        return isForeign ? $"{FirstStrongIsolate}{value}{PopDirectionalIsolate}" : value;
    }

    /// <summary>Letters of Hebrew and Arabic, in all their forms.</summary>
    private static bool RunsLeft(char letter) => letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}
