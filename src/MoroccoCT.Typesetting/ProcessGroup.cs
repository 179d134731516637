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
        KillRest(leader.Id);
        // Also for the moment before the process has become a leader, where the group is not found.
        leader.Kill();
    }

    /// <summary>Kills whoever is in the group of a process that may itself be gone. Only while somebody is surely left: the number may be another's.</summary>
    public static void KillRest(int leader)
    {
        if (OperatingSystem.IsLinux()) _ = SendSignal(-leader, SigKill);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
