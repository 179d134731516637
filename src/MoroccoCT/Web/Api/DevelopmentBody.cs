using MoroccoCT.Briefings.Developments;
using MoroccoCT.Library.Developments;

namespace MoroccoCT.Web.Api;

/// <summary>A dated item of news, as the caller sees it: who may write sees the text that is being written, others see the one that was published.</summary>
/// <param name="Number">Given once.</param>
/// <param name="Revision">Counts the changes; null for who sees what was published only.</param>
/// <param name="State">Of the text in <c>content</c>.</param>
/// <param name="IsInForce">Whether editions print it: as it was published last, which may be an earlier text than the one in <c>content</c>.</param>
/// <param name="Marking">The one it has, with what its section asks for; null where it cannot be read.</param>
/// <param name="Desk">Whose it is.</param>
/// <param name="IsPublishedAlone">Whether nobody else than its authors has seen what is published.</param>
/// <param name="Problems">What keeps it from being proposed, as the library is now.</param>
public sealed record DevelopmentBody(
    Guid Id,
    string Number,
    int? Revision,
    DevelopmentState State,
    bool IsInForce,
    DevelopmentContent Content,
    string? Marking,
    string Desk,
    DateTimeOffset CreatedAt,
    DateTimeOffset? UpdatedAt,
    string? UpdatedBy,
    DateTimeOffset? ProposedAt,
    string? ProposedBy,
    DateTimeOffset? FirstPublishedAt,
    DateTimeOffset? PublishedAt,
    string? PublishedBy,
    bool IsPublishedAlone,
    DateTimeOffset? WithdrawnAt,
    string? WithdrawnBy,
    string? WithdrawnBecause,
    IReadOnlyList<DevelopmentProblemBody> Problems)
{
    internal static DevelopmentBody Of(DevelopmentView view)
    {
        var (row, isWork) = (view.Row, view.IsWork);
        return new(
            row.Id,
            row.Number,
            isWork ? row.Revision : null,
            view.State,
            row.IsInForce,
            view.Content,
            view.Read.Development?.Marking.Label,
            row.Desk,
            row.CreatedAt,
            isWork ? row.UpdatedAt : null,
            isWork ? row.UpdatedBy : null,
            isWork ? row.ProposedAt : null,
            isWork ? row.ProposedBy : null,
            row.FirstPublishedAt,
            row.PublishedAt,
            row.PublishedBy,
            row.IsPublishedAlone,
            row.WithdrawnAt,
            row.WithdrawnBy,
            row.WithdrawnBecause,
            [.. view.Read.Problems.Select(DevelopmentProblemBody.Of)]);
    }
}

/// <param name="Field">Such as <c>date</c>, <c>texts.fr.body</c> or <c>sources.0.title</c>.</param>
/// <param name="Line">In a text of several lines, counted from 1; else null.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record DevelopmentProblemBody(string Field, int? Line, string Message)
{
    internal static DevelopmentProblemBody Of(DevelopmentProblem problem) =>
        new(problem.Field, problem.Line, DevelopmentProblemWords.English.Sentence(problem));
}

public sealed record DevelopmentListBody(IReadOnlyList<DevelopmentBody> Items, string? NextCursor);

/// <summary>One change of a development, as it was after it.</summary>
/// <param name="Who">By the name of that moment; null for whoever was alone with the service.</param>
/// <param name="Note">Why it was sent back or withdrawn.</param>
/// <param name="IsAlone">Of what was published: nobody else than its authors has seen it.</param>
public sealed record DevelopmentChangeBody(
    int Revision, DateTimeOffset At, string? Who, DevelopmentDeed What, DevelopmentState State, string? Note, bool IsAlone, DevelopmentContent Content)
{
    internal static DevelopmentChangeBody Of(DevelopmentChange change) =>
        new(change.Revision, change.At, change.Who, change.What, change.State, change.Note, change.IsAlone, change.Content);
}

public sealed record DevelopmentChangeListBody(IReadOnlyList<DevelopmentChangeBody> Items);
