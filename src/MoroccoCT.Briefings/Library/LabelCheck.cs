using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>Every word the product prints must be there, and a translation may have no {place} to fill in that the original does not have.</summary>
internal static partial class LabelCheck
{
    public static IEnumerable<LibraryProblem> Check(ContentLibrary library) =>
    [
        .. LabelKeys.All.Where(key => !library.Labels.ContainsKey(key))
            .Select(key => new LibraryProblem(LibraryReader.LabelsFile, 1, $"the label '{key}' is missing", $"add '{key}:' with a text in each language")),
        .. from label in library.Labels
           from text in label.Value.Texts
           from place in Places(text.Value).Except(Places(label.Value.In(ContentLibrary.Original)))
           select new LibraryProblem(LibraryReader.LabelsFile, label.Value.Line, $"the label '{label.Key}' has {place} in '{text.Key}' only", $"use the places of the text in '{ContentLibrary.Original}': {Known(label.Value)}"),
    ];

    private static string Known(LocalizedText label) => string.Join(", ", Places(label.In(ContentLibrary.Original)).DefaultIfEmpty("none"));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Place();
}
