using MoroccoCT.Requests;

namespace MoroccoCT.Web.SignIn;

/// <summary>What a caller may do with a request that he sees.</summary>
internal static class RequestRights
{
    /// <summary>Whether he may change what becomes of it.</summary>
    public static bool MayChange(this Caller caller, BriefingRequest request) => caller.MayOrder && request.MayBeChangedBy(caller.Viewer);

    /// <summary>Whether it is his to delete: his own, or for an administrator any of the desk. Whoever is alone with the service may all that.</summary>
    public static bool Owns(this Caller caller, BriefingRequest request) =>
        caller.MayChange(request) && (caller.MayAdminister || (caller.Person is { } person && person.Id == request.PersonId));

    /// <summary>Whether he may hold it and let it go: like deleting what others ordered, a matter of records and not of briefings.</summary>
    public static bool MayHold(this Caller caller, BriefingRequest request) => caller.MayAdminister && request.MayBeChangedBy(caller.Viewer);

    public static bool MayDelete(this Caller caller, BriefingRequest request) => request.MayBeDeleted && caller.Owns(request);
}
