using MoroccoCT.Storage;

namespace MoroccoCT.Hosting;

/// <summary>
/// Held in the data folder by a service, and by a restore, for as long as they run: two services would hand out each other's requests,
/// and a restore would pull the ledger away from under one. Commands that read or submit work beside a service and do not need it.
/// </summary>
internal sealed class ServiceLock : IDisposable
{
    private const string FileName = "service.lock";

    private readonly FileStream held;

    private ServiceLock(FileStream held) => this.held = held;

    /// <param name="data">Full path of the data folder.</param>
    /// <param name="advice">What to do about a service that runs there.</param>
    /// <exception cref="UsageException">A service or a restore has it.</exception>
    public static ServiceLock Take(string data, string advice)
    {
        try
        {
            return FileLock.TryTake(Path.Combine(data, FileName)) is { } held
                ? new(held)
                : throw new UsageException($"--data: A service or a restore is already at work on '{data}'. {advice}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--data: '{Path.Combine(data, FileName)}' cannot be opened: {fault.Message.TrimEnd('.')}. Let this user write there.");
        }
    }

    public void Dispose() => held.Dispose();
}
