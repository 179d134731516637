using System.Diagnostics;

namespace MoroccoCT.Bench;

/// <summary>Times of one contender in milliseconds, one for each round.</summary>
internal sealed class Series
{
    private readonly List<double> samples = [];

    public double Median => Quantile(0.5);

    public double Mean => samples.Average();

    public void Add(double milliseconds) => samples.Add(milliseconds);

    public double Quantile(double share)
    {
        var sorted = samples.Order().ToList();
        var place = share * (sorted.Count - 1);
        var below = sorted[(int)place];
        return below + ((sorted[(int)Math.Ceiling(place)] - below) * (place - (int)place));
    }

    /// <summary>Median of the ratios round by round: each round is one order, so like is compared with like.</summary>
    public double RatioTo(Series other)
    {
        var ratios = new Series();
        foreach (var (mine, theirs) in samples.Zip(other.samples))
            ratios.Add(mine / theirs);
        return ratios.Median;
    }

    public static async Task<(T Result, double Milliseconds)> TimeAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        return (result, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
