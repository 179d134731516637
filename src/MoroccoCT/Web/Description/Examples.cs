using System.Text.Json.Nodes;
using MoroccoCT.Web.Api;

namespace MoroccoCT.Web.Description;

/// <summary>Bodies, parameters and headers as they look when they are filled.</summary>
internal static class Examples
{
    public const string RequestId = "01a22415-0413-743f-a551-8a8c01fc5cbf";

    public const string Sha256 = "5f2b51ca2fdc5baa31ec02e002f69aec1a2c3f6c0aeb1ef4a7f1d2c2c8f0b9d3";

    public const string TraceId = "bbbbd06166ecd22914cf70462b413961";

    private const string Order =
        """
        {
          "sections": ["us-cooperation"],
          "topics": ["training", "prisons"],
          "title": "Cooperation with the United States",
          "preparedFor": "Office of the Minister"
        }
        """;

    private const string Recipients = """{ "deliverTo": [{ "mail": "office@ministry.example" }, { "person": "amina" }, { "webhook": "intranet" }] }""";

    private const string Deliveries =
        """
        {
          "items": [
            {
              "id": "01a22415-0413-743f-a551-8a8c01fc5cc0",
              "channel": "mail",
              "address": "office@ministry.example",
              "name": null,
              "round": 0,
              "state": "accepted",
              "attempts": 1,
              "nextAt": null,
              "answer": "Ok",
              "createdAt": "2026-11-28T09:30:02.000+00:00",
              "finishedAt": "2026-11-28T09:30:02.310+00:00"
            }
          ]
        }
        """;

    private const string Estimate =
        """
        {
          "depths": [
            { "depth": "summary", "pages": 1, "basis": "rule" },
            { "depth": "short", "pages": 2, "basis": "document" },
            { "depth": "standard", "pages": 5, "basis": "text" },
            { "depth": "full", "pages": 6, "basis": "text" }
          ]
        }
        """;

    private const string Request =
        $$"""
        {
          "id": "{{RequestId}}",
          "number": "MCT-2026-0042",
          "state": "completed",
          "order": {
            "sections": ["us-cooperation"],
            "topics": ["training", "prisons"],
            "language": "en",
            "title": "Cooperation with the United States",
            "preparedFor": "Office of the Minister",
            "paper": "a4",
            "depth": "standard",
            "marking": "TLP:CLEAR",
            "profile": "accessible",
            "numbered": true
          },
          "by": { "door": "api", "person": "Amina Benali", "desk": "main" },
          "edition": null,
          "createdAt": "2026-11-28T09:30:00.000+00:00",
          "updatedAt": "2026-11-28T09:30:01.204+00:00",
          "finishedAt": "2026-11-28T09:30:01.204+00:00",
          "keptUntil": "2028-11-27T09:30:01.204+00:00",
          "hold": null,
          "attempts": 1,
          "pages": 5,
          "bytes": 118264,
          "sha256": "{{Sha256}}",
          "error": null,
          "links": {
            "self": "{{ApiAddress.Root}}/requests/{{RequestId}}",
            "document": "{{ApiAddress.Root}}/requests/{{RequestId}}/document",
            "events": "{{ApiAddress.Root}}/requests/{{RequestId}}/events",
            "cancel": null,
            "retry": null,
            "page": "/requests/{{RequestId}}"
          }
        }
        """;

    private const string ScheduleMembers =
        """
        "order": { "sections": ["us-cooperation"], "language": "en", "depth": "short" },
        "alsoIn": ["fr", "ar"],
        "cron": "0 7 * * 1",
        "timeZone": "Africa/Casablanca",
        "series": "C",
        "first": "2026-12-01",
        "holidays": [{ "date": "2026-12-25", "name": "Office closed" }],
        "onHoliday": "move",
        "misfire": "once",
        "deliverTo": [{ "mail": "cabinet@example.org", "language": "fr" }]
        """;

    private const string Development =
        """
        "content": {
          "date": "2026-11-20",
          "section": "us-cooperation",
          "topic": "training",
          "texts": { "en": { "title": "A course was held", "body": "A course of the kind the fact sheet names was held. [@course-report]" } },
          "sources": [
            {
              "id": "course-report",
              "author": { "en": "Office of the Minister" },
              "title": { "en": "Report on the course" },
              "short": { "en": "Course report" },
              "language": "en",
              "date": "2026-11-21",
              "type": "unidentified",
              "note": { "en": "By those who held the course." }
            }
          ]
        }
        """;

    private static readonly Dictionary<Type, string> bodies = new()
    {
        [typeof(OrderBody)] = Order,
        [typeof(SubmissionBody)] = Order,
        [typeof(SendBody)] = Recipients,
        [typeof(DeliveryListBody)] = Deliveries,
        [typeof(ReleaseInput)] = $$"""{ "sha256": "{{Sha256}}" }""",
        [typeof(CorrectionInput)] = """{ "reason": "The date of the second item was wrong." }""",
        [typeof(NewHoldBody)] = """{ "reason": "Wanted by the inspectorate, file 12" }""",
        [typeof(EstimateBody)] = Estimate,
        [typeof(NewScheduleInput)] = $$"""{ "name": "cabinet", {{ScheduleMembers}} }""",
        [typeof(ChangedScheduleInput)] = $$"""{ "revision": 1, {{ScheduleMembers}} }""",
        [typeof(NewDevelopmentInput)] = $"{{ {Development} }}",
        [typeof(ChangedDevelopmentInput)] = $$"""{ "revision": 1, {{Development}} }""",
        [typeof(DevelopmentStepInput)] = """{ "revision": 1 }""",
        [typeof(SentBackDevelopmentInput)] = """{ "revision": 2, "note": "Please name the day on which it began." }""",
        [typeof(WithdrawnDevelopmentInput)] = """{ "revision": 3, "reason": "The report was about another course." }""",
        [typeof(RequestBody)] = Request,
        [typeof(RequestListBody)] = $$"""{ "items": [{{Request}}], "nextCursor": null }""",
    };

    /// <summary>A body of this type; null where its members tell enough.</summary>
    public static JsonNode? Of(Type type) => bodies.TryGetValue(type, out var example) ? JsonNode.Parse(example) : null;

    /// <summary>A value of the parameter of this name; null where its type tells enough.</summary>
    public static JsonNode? Of(string parameter) => parameter switch
    {
        "id" => RequestId,
        "name" => "weekly",
        "number" => "MCT-D-2026-0007",
        "section" => "us-cooperation",
        "missing" => "ar",
        "states" => new JsonArray("draft", "proposed"),
        "ids" => new JsonArray(RequestId),
        "edition" or "held" => false,
        "sections" => new JsonArray("us-cooperation"),
        "topics" => new JsonArray("training", "prisons"),
        "language" => "fr",
        "paper" => "letter",
        "title" => "Cooperation with the United States",
        "preparedFor" => "Office of the Minister",
        "depth" => "short",
        "marking" => "TLP:GREEN",
        "limit" => 20,
        "cursor" => RequestId.Replace("-", "", StringComparison.Ordinal),
        "state" => new JsonArray("queued", "rendering"),
        "q" => "Office of the Minister",
        "by" => "form",
        "who" => "Amina",
        "what" => "download",
        "subject" => "MCT-2026-0042",
        "from" => "2026-11-23",
        "to" => "2026-11-29",
        "requestId" => "0af7651916cd43dd8448eb211c80319c",
        IdempotencyKey.Header => "visit-42",
        _ => null,
    };
}
