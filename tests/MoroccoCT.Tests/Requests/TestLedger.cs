using MoroccoCT.Briefings.Orders;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

/// <summary>The four parts of the ledger in one hand, for tests that go through the whole life of a request.</summary>
internal sealed record TestLedger(RequestSubmitter Submitter, RequestQueries Queries, RequestTransitions Transitions, RequestWatch Watch)
{
    public async Task<BriefingRequest> SubmitAsync(BriefingOrder order, Submission submission) =>
        (await Submitter.SubmitAsync(order, submission, default)).Request;

    public async Task<BriefingRequest> FindAsync(BriefingRequest request) =>
        (await Queries.FindAsync(request.Id, Viewer.Everything, default)).ShouldNotBeNull();

    public async Task<IReadOnlyList<BriefingRequest>> ListAsync(int limit = 100) =>
        (await Queries.ListAsync(null, limit, Viewer.Everything, ofPerson: null, default)).Items;

    public Task<BriefingRequest?> TakeAsync(BriefingRequest request, string job = "job") => Transitions.TakeAsync(request.Id, job, default);

    public Task<bool> CompleteAsync(BriefingRequest taken, FinishedDocument document) => Transitions.CompleteAsync(taken.Id, taken.Attempts, document, default);

    public Task<bool> FailAsync(BriefingRequest taken, string title = "title", string? detail = "detail", string? kind = null) =>
        Transitions.FailAsync(taken.Id, taken.Attempts, kind, title, detail, default);

    public Task<bool> ReleaseAsync(BriefingRequest taken, Setback? setback = null, TimeSpan pause = default) =>
        Transitions.ReleaseAsync(taken.Id, taken.Attempts, setback, pause, default);

    public Task<bool> RequeueAsync(BriefingRequest seen) => Transitions.RequeueAsync(seen, _ => TimeSpan.Zero, default);

    /// <summary>From submission to document.</summary>
    public async Task<BriefingRequest> FinishAsync(BriefingRequest request, string content = "%PDF", string fingerprint = "f")
    {
        var taken = (await TakeAsync(request)).ShouldNotBeNull();
        (await CompleteAsync(taken, Finished(content, fingerprint))).ShouldBeTrue();
        return await FindAsync(request);
    }

    /// <summary>A document of three pages, so to say.</summary>
    public static FinishedDocument Finished(string content, string fingerprint = "f")
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);
        return new(bytes, 3, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), fingerprint);
    }
}
