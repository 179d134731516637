using System.Runtime.CompilerServices;
using MoroccoCT.Cli;
using MoroccoCT.Hosting;
using MoroccoCT.Schedules;
using MoroccoCT.Verification;

// Before anything of the service is built: it starts for each file that somebody checks.
if (args is [ReadingChild.Command])
{
    ReadingChild.Run();
    return 0;
}

if (args is [HolidayChild.Command])
{
    HolidayChild.Run();
    return 0;
}

if (OpenFiles.Shortage() is { } shortage)
{
    OpenFiles.Say(shortage);
    return 2;
}

return Run(args);

// Apart, so that nothing of it is loaded before.
[MethodImpl(MethodImplOptions.NoInlining)]
static int Run(string[] args) => CommandLine.RunAsync(args, Console.Out, Console.Error, CancellationToken.None).GetAwaiter().GetResult();
