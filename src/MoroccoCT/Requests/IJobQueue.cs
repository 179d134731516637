namespace MoroccoCT.Requests;

/// <summary>What works off the ledger's requests. Jobs implement it; the command line has none and works by itself.</summary>
public interface IJobQueue
{
    /// <returns>The id of the job.</returns>
    string Enqueue(Guid requestId);
}
