using MoroccoCT.Requests;

namespace MoroccoCT.Web.Api;

/// <summary>A request: an order with a number and a state.</summary>
public sealed record RequestBody
{
    public required Guid Id { get; init; }

    /// <summary>Such as <c>MCT-2026-0042</c>; an edition's is <c>MCT-W-2026-47</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The last three states are final.</summary>
    public required RequestState State { get; init; }

    public required OrderBody Order { get; init; }

    /// <summary>Who asked for it, and by which way.</summary>
    public required ByBody By { get; init; }

    /// <summary>Null unless a schedule made the request.</summary>
    public required EditionBody? Edition { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When it is removed at the earliest, with its document; null for what is not finished, is held or is kept for good.</summary>
    public required DateTimeOffset? KeptUntil { get; init; }

    /// <summary>Null unless it must not be removed.</summary>
    public required HoldBody? Hold { get; init; }

    /// <summary>How often the work was begun; more than once after a fault of the engine.</summary>
    public required int Attempts { get; init; }

    public required int? Pages { get; init; }

    public required long? Bytes { get; init; }

    /// <summary>SHA-256 of the document in hexadecimal.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>Why the request failed.</summary>
    public required ErrorBody? Error { get; init; }

    public required RequestLinks Links { get; init; }

    /// <param name="person">What the person is called who asked; null where nobody is known by name.</param>
    /// <param name="at">The path under which the service is shown.</param>
    /// <param name="holder">The same of whoever holds it.</param>
    /// <param name="keptUntil">When it may be removed.</param>
    internal static RequestBody Of(BriefingRequest request, string? person, string? holder, DateTimeOffset? keptUntil, PathString at) => new()
    {
        Id = request.Id,
        Number = request.Number,
        State = request.State,
        Order = OrderBody.Of(request.Order),
        By = new(request.Door, person, request.Desk),
        Edition = EditionBody.Of(request),
        CreatedAt = request.CreatedAt,
        UpdatedAt = request.UpdatedAt,
        FinishedAt = request.FinishedAt,
        KeptUntil = keptUntil,
        Hold = request.HeldAt is { } since ? new(since, holder, request.HoldReason ?? "") : null,
        Attempts = request.Attempts,
        Pages = request.Pages,
        Bytes = request.Bytes,
        Sha256 = request.Sha256,
        Error = request.ErrorTitle is { } title ? new(title, request.ErrorDetail) : null,
        Links = RequestLinks.Of(request, at),
    };
}

/// <param name="Door">The way it came in: <c>form</c>, <c>api</c>, <c>schedule</c> or <c>command line</c>.</param>
/// <param name="Person">What the person is called, or what is left of the name; null where nobody is known by name.</param>
/// <param name="Desk">Whose request it is.</param>
public sealed record ByBody(string Door, string? Person, string Desk);

/// <param name="Schedule">Name of the schedule.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="DueAt">When it goes out.</param>
/// <param name="AwaitsRelease">Whether its file lies ready and goes to nobody until a person releases it.</param>
/// <param name="ReleasedAt">When this file was released; null where it was not, or need not be.</param>
/// <param name="ReleasedBy">By whom.</param>
/// <param name="Supersedes">Number of the edition that it corrects.</param>
/// <param name="SupersededBy">Number of the edition that has taken its place.</param>
public sealed record EditionBody(
    string Schedule, DateOnly? From, DateOnly? To, DateTimeOffset? DueAt, bool AwaitsRelease, DateTimeOffset? ReleasedAt, string? ReleasedBy,
    string? Supersedes, string? SupersededBy)
{
    internal static EditionBody? Of(BriefingRequest request)
    {
        var isReleased = request is { NeedsRelease: true, IsUnreleased: false };
        return request.Schedule is not { } schedule ? null : new(
            schedule, request.PeriodFrom, request.PeriodTo, request.DueAt, request.AwaitsRelease, isReleased ? request.ReleasedAt : null,
            isReleased ? request.ReleasedBy : null, request.Supersedes, request.SupersededBy);
    }
}

/// <param name="Detail">Why, and what to do; each place to mend on a line of its own.</param>
public sealed record ErrorBody(string Title, string? Detail);

/// <param name="Document">The PDF; null until the request is completed.</param>
/// <param name="Events">Server-sent events, one for each change of state.</param>
/// <param name="Cancel">To be posted to; null once the state is final.</param>
/// <param name="Retry">To be posted to; null unless the request failed or was cancelled.</param>
/// <param name="Page">The request's page for people.</param>
public sealed record RequestLinks(string Self, string? Document, string Events, string? Cancel, string? Retry, string Page)
{
    internal static RequestLinks Of(BriefingRequest request, PathString at)
    {
        var self = ApiAddress.Request(request.Id, at);
        return new(
            self,
            request.State == RequestState.Completed ? $"{self}/document" : null,
            $"{self}/events",
            request.IsFinal ? null : $"{self}/cancel",
            request.MayBeRetried ? $"{self}/retry" : null,
            $"{at}/requests/{request.Id}");
    }
}

/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> for the requests before these; null at the end.</param>
public sealed record RequestListBody(IReadOnlyList<RequestBody> Items, string? NextCursor);
