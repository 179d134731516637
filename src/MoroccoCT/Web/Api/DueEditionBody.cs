using MoroccoCT.Certainty;
using MoroccoCT.People;

namespace MoroccoCT.Web.Api;

/// <summary>An edition that is expected, or was made.</summary>
/// <param name="Schedule">Name of its schedule.</param>
/// <param name="Number">Such as <c>MCT-W-2026-47</c>.</param>
/// <param name="State">Of its languages the one that needs most looking after.</param>
/// <param name="IsLate">Whether its keeper was told that it is not out, or not with everybody, and it still is not.</param>
/// <param name="Recipients">With how many of those to whom it goes it is; null where that is another desk's matter.</param>
public sealed record DueEditionBody(
    string Schedule, string Number, DueBody Due, EditionState State, bool IsLate, IReadOnlyList<EditionLanguageBody> Languages, EditionReachBody? Recipients)
{
    internal static DueEditionBody Of(EditionReport edition, Viewer viewer, PathString pathBase)
    {
        var requests = edition.Languages.Select(language => language.Request).OfType<Requests.BriefingRequest>().ToList();
        var wanted = edition.Recipients.Where(one => one.IsWanted).ToList();
        return new(
            edition.Name,
            edition.Number,
            new DueBody(edition.Due, edition.Due.ToUniversalTime()),
            edition.State,
            edition.Alarms.Count > 0,
            [.. edition.Languages.Select(language => new EditionLanguageBody(
                language.Language, language.State, language.Request is { } request ? ApiAddress.Request(request.Id, pathBase) : null))],
            requests.TrueForAll(request => request.MayBeChangedBy(viewer))
                ? new(wanted.Count, wanted.Count(one => one.HasIt), wanted.Count(one => !one.HasIt && one.MayBeSentAgain))
                : null);
    }
}

/// <param name="Request">Address of the request; null while there is none. Its deliveries tell of each recipient.</param>
public sealed record EditionLanguageBody(string Language, EditionState State, string? Request);

/// <param name="Wanted">Those to whom its finished documents go by the schedule.</param>
/// <param name="Accepted">Those of them who have it.</param>
/// <param name="Failed">Those to whom nothing more is sent by itself.</param>
public sealed record EditionReachBody(int Wanted, int Accepted, int Failed);

/// <param name="From">The first day, on the desk's clock.</param>
/// <param name="To">The last day.</param>
/// <param name="Items">Soonest first.</param>
public sealed record DueEditionListBody(DateOnly From, DateOnly To, IReadOnlyList<DueEditionBody> Items);
