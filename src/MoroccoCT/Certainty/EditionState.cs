using MoroccoCT.Requests;

namespace MoroccoCT.Certainty;

/// <summary>Where an edition stands, in one of its languages. Of several languages the one that stands last in this list counts.</summary>
public enum EditionState
{
    /// <summary>It fell due while nothing ran, and is not made up for.</summary>
    LeftOut,

    /// <summary>Its document is there.</summary>
    Completed,

    /// <summary>Its time has not come, or has only just.</summary>
    Expected,

    /// <summary>It waits for an engine, or is in work.</summary>
    Making,

    /// <summary>Its document is there, and goes to nobody until a person releases it.</summary>
    AwaitsRelease,

    /// <summary>Somebody called it off.</summary>
    Cancelled,

    /// <summary>Nobody has even begun it, and its time is past.</summary>
    Missing,

    /// <summary>It could not be made.</summary>
    Failed,
}

/// <summary>The one place where a request is read as an edition.</summary>
internal static class EditionStates
{
    /// <summary>Of one that was begun.</summary>
    public static EditionState Of(BriefingRequest request) => request.State switch
    {
        RequestState.Completed => request.AwaitsRelease ? EditionState.AwaitsRelease : EditionState.Completed,
        RequestState.Failed => EditionState.Failed,
        RequestState.Cancelled => EditionState.Cancelled,
        _ => EditionState.Making,
    };
}
