namespace MoroccoCT.Hosting;

/// <summary>What the command line says about a service.</summary>
/// <param name="Data">Folder for the ledger and keys.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="Shared">Whether people sign in, also where only this machine reaches the service.</param>
/// <param name="Templates">The library's folder; null finds it.</param>
/// <param name="JobsDashboard">Whether Hangfire's view of the jobs is shown to administrators.</param>
/// <param name="Settings">Further settings that win over files and environment.</param>
public sealed record ServiceOptions(
    string Data, string Urls, bool Shared = false, string? Templates = null, bool JobsDashboard = false,
    IReadOnlyDictionary<string, string?>? Settings = null);
