namespace MoroccoCT.Briefings.Library;

/// <summary>Every word the product prints must exist in every language offered.</summary>
internal static class LabelCheck
{
    public static IEnumerable<LibraryProblem> Check(ContentLibrary library) =>
        LabelKeys.All.Where(key => !library.Labels.ContainsKey(key))
            .Select(key => new LibraryProblem(LibraryReader.LabelsFile, 1, $"the label '{key}' is missing", $"add '{key}:' with a text in each language"));
}
