namespace MoroccoCT.Schedules;

/// <summary>
/// A list of settings as the last source that writes it down, instead of .NET's mixture of all of them: an operator's own schedule
/// must not get sections from the shipped example that happened to stand at the same place. Later sources can still change
/// single values of the list, as an environment variable does.
/// </summary>
internal static class LastList
{
    /// <summary>
    /// A source that names the first entry writes the list down; so does one that says it is empty, or puts something else in the entry's
    /// place.
    /// </summary>
    private static readonly string[] beginnings = [":0:Name", ":0", ""];

    public static IConfigurationSection Of(IConfiguration configuration, string section)
    {
        if (configuration is not IConfigurationRoot { Providers: var providers })
            return configuration.GetSection(section);
        var sources = providers.ToList();
        var first = Math.Max(0, sources.FindLastIndex(source => beginnings.Any(beginning => source.TryGet($"{section}{beginning}", out _))));
        var values = sources.Skip(first).SelectMany(source => Values(source, section));
        return new ConfigurationBuilder()
            .AddInMemoryCollection(values.GroupBy(value => value.Key, StringComparer.OrdinalIgnoreCase).Select(same => same.Last()))
            .Build()
            .GetSection(section);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(IConfigurationProvider source, string path)
    {
        if (source.TryGet(path, out var value))
            yield return new(path, value);
        foreach (var below in source.GetChildKeys([], path).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(key => Values(source, $"{path}:{key}")))
            yield return below;
    }
}
