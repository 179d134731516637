namespace MoroccoCT.Audit;

/// <summary>The ways into the service.</summary>
public static class Doors
{
    public const string Form = "form";
    public const string Api = "api";
    public const string Schedule = "schedule";
    public const string CommandLine = "command line";

    /// <summary>What the service does of itself.</summary>
    public const string Service = "service";
}
