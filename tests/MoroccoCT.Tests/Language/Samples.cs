using MoroccoCT.Briefings.Orders;
using MoroccoCT.Certainty;
using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Language;

/// <summary>Somebody and something to speak of.</summary>
internal static class Samples
{
    public static Person Person { get; } = new()
    {
        Id = Guid.Empty,
        Number = 1,
        Name = "amina",
        NameKey = "AMINA",
        DisplayName = "Amina",
        Role = Role.Editor,
        Clearance = 0,
        Desk = "main",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public static Alarm Alarm(AlarmKind kind) => new()
    {
        Id = Guid.Empty,
        Schedule = "weekly",
        Kind = kind,
        Occasion = "2026-11-23T06:00Z",
        Due = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero),
        Number = "MCT-W-2026-48",
        State = $"{EditionState.Failed}",
        RaisedAt = DateTimeOffset.UnixEpoch,
    };

    public static BriefingRequest Request(string door) => new()
    {
        Id = Guid.Empty,
        Number = "MCT-2026-0001",
        State = RequestState.Queued,
        Order = new BriefingOrder { Sections = ["domestic"] },
        Language = "en",
        Door = door,
        IssueDate = new(2026, 11, 22),
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };
}
