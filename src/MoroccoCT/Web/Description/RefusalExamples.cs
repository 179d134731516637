using MoroccoCT.Requests;
using MoroccoCT.Web.Api;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Web.Description;

/// <summary>A refusal with each status, as it is really worded.</summary>
internal static class RefusalExamples
{
    public static Problem Of(int status) => status switch
    {
        400 => ProblemMap.OfParameter("language", "The library is offered in these languages: en, fr, ar."),
        409 => RequestEndpoints.Unfinished("MCT-2026-0042", Guid.Parse(Examples.RequestId), PathString.Empty),
        422 => ProblemMap.Of(new IdempotencyConflictException("visit-42", "MCT-2026-0042")),
        _ => ProblemMap.OfStatus(status),
    };
}
