using MoroccoCT.Cli;
using MoroccoCT.Verification;

// Before anything of the service is built: it starts for each file that somebody checks.
if (args is [ReadingChild.Command])
{
    ReadingChild.Run();
    return ExitCode.Success;
}

return await CommandLine.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
