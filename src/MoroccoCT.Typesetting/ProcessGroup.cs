using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MoroccoCT.Typesetting;

/// <summary>Kills a process that leads its own group, and with it whatever it started.</summary>
internal static partial class ProcessGroup
{
    private const int SigKill = 9;

    public static void Kill(Process leader)
    {
        if (leader.HasExited) return;
        if (OperatingSystem.IsLinux()) _ = SendSignal(-leader.Id, SigKill);
        // Also for the moment before the process has become a leader, where the group is not found.
        leader.Kill();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
