using MoroccoCT.Bench;

switch (args)
{
    case []: await TailoredBench.RunAsync(warmUp: 45, rounds: 60); break;
    case ["memory"]: await MemoryBench.RunAsync(documents: 2000); break;
    case ["pages"]: await PagesBench.RunAsync(documents: 3); break;
    case ["load"]: await LoadBench.RunAsync(documents: 100); break;
    case ["form"]: await FormBench.RunAsync(ticks: 60, previews: 20, orders: 20, visits: 10); break;
    case ["road"]: await RoadBench.RunAsync(); break;
    case ["smoke"]:
        await TailoredBench.RunAsync(warmUp: 1, rounds: 2);
        await MemoryBench.RunAsync(documents: 20);
        await PagesBench.RunAsync(documents: 1);
        await LoadBench.RunAsync(documents: 8);
        await FormBench.RunAsync(ticks: 2, previews: 2, orders: 2, visits: 1);
        break;
    default: Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/MoroccoCT.Bench [-- memory | pages | load | form | road | smoke]"); return 2;
}

return 0;
