using MoroccoCT.Briefings.Developments;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>What is wrong with a development, in the words of its pages.</summary>
public sealed class DevelopmentMessages(Words words)
{
    /// <summary>For a place beside the fields; the field of a source's text is named without its language.</summary>
    public IReadOnlyList<FormMessage> Of(IEnumerable<DevelopmentProblem> problems) =>
        [.. problems.Select(problem => new FormMessage(Place(problem.Field), words.DevelopmentProblem.Sentence(problem))).Distinct()];

    /// <summary>For a place where all of them stand together, each with the name of its field.</summary>
    public IEnumerable<string> Lines(IEnumerable<DevelopmentProblem> problems) =>
        problems.Select(problem => words.DevelopmentProblem.Line(problem, words.Development.Field(problem.Field, words.LanguageName))).Distinct();

    private static string Place(string field) =>
        field.Split('.') is ["sources", var place, var member, ..] ? $"sources.{place}.{member}" : field;
}
