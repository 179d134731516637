using System.Text.RegularExpressions;

namespace MoroccoCT.Briefings.Library;

/// <summary>Every word the product prints must be there, with no {place} that nothing fills.</summary>
internal static partial class LabelCheck
{
    public static IEnumerable<LibraryProblem> Check(ContentLibrary library) =>
    [
        .. LabelKeys.All.Where(key => !library.Labels.ContainsKey(key))
            .Select(key => new LibraryProblem(LibraryReader.LabelsFile, 1, $"the label '{key}' is missing", $"add '{key}:' with a text in each language")),
        .. from key in LabelKeys.All
           where library.Labels.ContainsKey(key)
           from text in library.Labels[key].Texts
           from place in Place().Matches(text.Value).Select(match => match.Value).Except(LabelKeys.Places.GetValueOrDefault(key, []))
           select new LibraryProblem(LibraryReader.LabelsFile, library.Labels[key].Line,
               $"the label '{key}' asks for {place} in '{text.Key}', which nothing fills", Advice(key)),
    ];

    private static string Advice(string key) =>
        LabelKeys.Places.TryGetValue(key, out var places) ? $"use only {string.Join(", ", places)}" : "write it without braces";

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Place();
}
