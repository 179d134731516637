using MoroccoCT.Faults;

namespace MoroccoCT.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The library is broken, a document or the audit does not verify, or something happened that nobody foresaw.</summary>
    public const int Failed = 1;

    /// <summary>An option, a setting or what the program needs is wrong; asking again unchanged cannot help.</summary>
    public const int Usage = 2;

    /// <summary>The typesetting engine failed; asking again may help.</summary>
    public const int Engine = 3;

    public static int Of(FaultKind kind) => kind switch
    {
        FaultKind.Order or FaultKind.Person or FaultKind.Schedule or FaultKind.NoSchedule or FaultKind.Settings or FaultKind.Ledger or FaultKind.DiskFull
            or FaultKind.Reader => Usage,
        FaultKind.Layout or FaultKind.Document or FaultKind.EnginesBusy or FaultKind.Engine => Engine,
        _ => Failed,
    };
}
