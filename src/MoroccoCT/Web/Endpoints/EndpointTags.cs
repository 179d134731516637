namespace MoroccoCT.Web.Endpoints;

/// <summary>The chapters of the API's description.</summary>
internal static class EndpointTags
{
    public const string Library = "Library";
    public const string Requests = "Requests";
    public const string Schedules = "Schedules";
    public const string Developments = "Developments";
    public const string Verification = "Verification";
    public const string Audit = "Audit";
    public const string Health = "Health";
}
