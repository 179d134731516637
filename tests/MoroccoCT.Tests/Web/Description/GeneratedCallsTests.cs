using MoroccoCT.Audit;
using MoroccoCT.Library.Developments;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.Delivery;
using MoroccoCT.Tests.Requests;
using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Description;

/// <summary>Twenty-six thousand calls made from the description itself, by nobody and by every role.</summary>
public sealed class GeneratedCallsTests : IAsyncLifetime
{
    private const int Workers = 8;
    private const int CallsOfEach = 3250;

    /// <summary>More finished requests than are deleted on the way.</summary>
    private const int Disposable = 200;

    /// <summary>What may be done by whom beyond looking.</summary>
    private static readonly Dictionary<string, string> needed = new()
    {
        ["submitRequest"] = "orders",
        ["cancelRequest"] = "orders",
        ["retryRequest"] = "orders",
        ["deleteRequest"] = "orders",
        ["addSchedule"] = "orders",
        ["changeSchedule"] = "orders",
        ["runSchedule"] = "orders",
        ["pauseSchedule"] = "orders",
        ["resumeSchedule"] = "orders",
        ["endSchedule"] = "orders",
        ["sendBriefing"] = "orders",
        ["recordDevelopment"] = "content",
        ["editDevelopment"] = "content",
        ["proposeDevelopment"] = "content",
        ["publishDevelopment"] = "content",
        ["sendBackDevelopment"] = "content",
        ["withdrawDevelopment"] = "content",
        ["listDevelopmentChanges"] = "content",
        ["releaseEdition"] = "content",
        ["renewEdition"] = "content",
        ["correctEdition"] = "content",
        ["listAudit"] = "admin",
        ["exportAuditAsJson"] = "admin",
        ["exportAuditAsCsv"] = "admin",
        ["holdRequest"] = "admin",
        ["liftHold"] = "admin",
        ["showLiveness"] = "",
        ["showReadiness"] = "",
    };

    private readonly SharedService shared = new(DeliverySettings.Some);

    public Task InitializeAsync() => shared.InitializeAsync();

    public Task DisposeAsync() => shared.DisposeAsync();

    [Fact]
    public async Task Each_answer_is_described_and_none_gives_more_than_the_role()
    {
        var hidden = await shared.FinishedAsync(await shared.AddAsync(Role.Administrator, clearance: 4, desk: "elsewhere"), marking: 4);
        var done = new List<Guid>();
        for (var i = 0; i < Disposable; i++)
            done.Add((await shared.FinishedAsync(await shared.AddAsync())).Id);
        for (var i = 1; i <= CallGenerator.Developments; i++)
            await RecordAsync(isProposed: CallGenerator.IsProposed(i));
        var waiting = await shared.SubmitAsync(await shared.AddAsync());
        var editions = new Dictionary<string, (Guid Id, string Sha256)>
        {
            ["releaseEdition"] = await EditionAsync("MCT-W-2026-40", needsRelease: true),
            ["renewEdition"] = await EditionAsync("MCT-W-2026-41", needsRelease: true),
            ["correctEdition"] = await EditionAsync("MCT-W-2026-42", needsRelease: false),
        };
        using var client = shared.Service.Browser();
        var operations = await DescribedOperation.AllAsync(client);
        (string? Key, string[] Scopes)[] callers =
        [
            (null, []),
            ("mct_guessed", []),
            (await shared.KeyAsync(await shared.AddAsync(Role.Reader), "read"), ["", "read"]),
            (await shared.KeyAsync(await shared.AddAsync(), "read", "orders"), ["", "read", "orders"]),
            (await shared.KeyAsync(await shared.AddAsync(Role.Administrator), "read", "orders", "content", "admin"),
                ["", "read", "orders", "content", "admin"]),
        ];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var calls = new CallGenerator(worker, operations, [.. Enumerable.Repeat(hidden.Id, Disposable), .. done, waiting.Id], editions);
            var found = new List<string>();
            var answers = new HashSet<string>();
            for (var i = 0; i < CallsOfEach; i++)
            {
                var (operation, message) = calls.Next();
                var (key, scopes) = callers[i % callers.Length];
                if (key is not null)
                    message.Headers.Authorization = new("Bearer", key);
                using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
                answers.Add($"{operation.Id} {(int)answer.StatusCode / 100}");
                if (await FaultAsync(operation, answer, scopes, [hidden.Number, $"{hidden.Id}"]) is { } fault)
                    found.Add($"{operation.Method} {message.RequestUri} ({string.Join(' ', scopes)}): {fault}");
            }

            return (found, answers);
        })));

        outcomes.SelectMany(outcome => outcome.found).Distinct().Take(20).ShouldBeEmpty();
        var answered = outcomes.SelectMany(outcome => outcome.answers).ToHashSet();
        operations.ShouldAllBe(operation => answered.Contains($"{operation.Id} 2"), "each was also called as it wants to be");
    }

    /// <summary>As a draft or a proposal, by somebody who makes no calls.</summary>
    private async Task RecordAsync(bool isProposed)
    {
        var (workflow, by, viewer) = (shared.Service.Get<DevelopmentWorkflow>(), new Actor(Doors.Api, "writer", Guid.CreateVersion7()), new Viewer("main", 0));
        var row = await workflow.RecordAsync(CallGenerator.News, viewer, by, default);
        if (isProposed)
            await workflow.ProposeAsync(row.Id, row.Revision, viewer, by, default);
    }

    /// <summary>A finished edition of the schedule in the settings.</summary>
    private async Task<(Guid Id, string Sha256)> EditionAsync(string number, bool needsRelease)
    {
        var edition = new Edition("weekly", number, new(2026, 11, 16), new(new(2026, 11, 9), new(2026, 11, 15)))
        {
            DueAt = DateTimeOffset.UnixEpoch,
            NeedsRelease = needsRelease,
        };
        var made = await shared.Service.Get<RequestSubmitter>().SubmitAsync(LedgerProcess.Order, new(Actor.Schedule, number, edition), default);
        var finished = await shared.Service.FinishAsync(made.Request);
        return (finished.Id, finished.Sha256!);
    }

    private static async Task<string?> FaultAsync(DescribedOperation operation, HttpResponseMessage answer, string[] scopes, string[] secrets)
    {
        var (status, type) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);
        if (!operation.Describes(status, type))
            return $"{status} {type} is not described";
        if (status < 300 && !scopes.Contains(needed.GetValueOrDefault(operation.Id, "read")) && needed.GetValueOrDefault(operation.Id) != "")
            return $"{status} is more than the role may";
        if (type == "text/event-stream" || needed.GetValueOrDefault(operation.Id) == "admin")
            return null;
        var body = await answer.Content.ReadAsStringAsync();
        return status < 300 && secrets.FirstOrDefault(body.Contains) is { } secret ? $"tells of {secret}" : null;
    }
}
