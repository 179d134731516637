using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;
using MoroccoCT.People;
using MoroccoCT.Tests.Web.Pages;

namespace MoroccoCT.Tests.Web.SignIn;

/// <summary>Who may do what: every role and kind of key at every address.</summary>
[Collection(SharedCollection.Name)]
public sealed class RoleTests(SharedService shared)
{
    private const string Read = "read";
    private const string Order = "order";
    private const string Write = "write";
    private const string Publish = "publish";
    private const string Administer = "administer";

    /// <summary>Every address that is not for everybody, with what it takes.</summary>
    private static readonly (string Method, string Address, string May)[] places =
    [
        ("GET", "/", Read), ("POST", "/", Order), ("GET", "/requests", Read), ("GET", "/requests/{id}", Read),
        ("POST", "/requests/{id}?handler=Cancel", Order), ("POST", "/requests/{id}?handler=Retry", Order), ("POST", "/requests/{id}?handler=Share", Order),
        ("POST", "/requests/{id}?handler=Deliver", Order), ("POST", "/requests/{id}?handler=DeliverAgain", Order),
        ("POST", "/status?handler=Test", Administer), ("GET", "/api/v1/requests/{id}/deliveries", Read), ("POST", "/api/v1/requests/{id}/deliveries", Order),
        ("POST", "/requests/{id}?handler=HandOn", Read), ("POST", "/requests?handler=Archive", Read), ("GET", "/requests/{name}", Read),
        ("GET", "/schedules", Read), ("GET", "/this-week", Read), ("GET", "/api/v1/editions", Read),
        ("POST", "/this-week?handler=Make", Order), ("POST", "/this-week?handler=SendAgain", Order),
        ("GET", "/check", Read), ("POST", "/check", Read), ("GET", "/status", Read), ("GET", "/account", Read),
        ("GET", "/people", Administer), ("POST", "/people", Administer), ("GET", "/people/{person}", Administer),
        ("POST", "/people/{person}?handler=Link", Administer), ("POST", "/people/{person}?handler=Delete", Administer), ("GET", "/audit", Administer),
        ("GET", "/api/v1/library", Read), ("GET", "/api/v1/estimate", Read), ("GET", "/api/v1/schedules", Read), ("POST", "/api/v1/verify", Read),
        ("GET", "/api/v1/requests", Read), ("POST", "/api/v1/requests", Order), ("GET", "/api/v1/requests/{id}", Read),
        ("GET", "/api/v1/requests/{id}/document", Read), ("HEAD", "/api/v1/requests/{id}/events", Read),
        ("POST", "/api/v1/requests/{id}/cancel", Order), ("POST", "/api/v1/requests/{id}/retry", Order),
        ("GET", "/api/v1/requests/archive?ids={id}", Read), ("GET", "/sets/{id}", Read), ("GET", "/new", Read),
        ("GET", "/api/v1/preview?sections=regional&depth=summary", Order), ("POST", "/api/v1/preview", Order), ("GET", "/preview?sections=regional", Order),
        ("GET", "/schedules/{name}", Read), ("POST", "/schedules/{name}?handler=Run", Order), ("POST", "/schedules/{name}?handler=Pause", Order),
        ("POST", "/schedules/{name}?handler=End", Order), ("GET", "/schedules/new?sections=regional", Order), ("POST", "/schedules/new", Order),
        ("GET", "/schedules/{name}/edit", Order), ("POST", "/schedules/{name}/edit", Order), ("GET", "/api/v1/schedules/{name}", Read),
        ("GET", "/api/v1/schedules/calendar.ics", Read), ("POST", "/api/v1/schedules", Order), ("PUT", "/api/v1/schedules/{name}", Order),
        ("POST", "/api/v1/schedules/{name}/run", Order), ("POST", "/api/v1/schedules/{name}/pause", Order),
        ("POST", "/api/v1/schedules/{name}/resume", Order), ("DELETE", "/api/v1/schedules/{name}", Order),
        ("POST", "/requests/{id}?handler=Hold", Administer), ("POST", "/requests/{id}?handler=Lift", Administer),
        ("PUT", "/api/v1/requests/{id}/hold", Administer), ("DELETE", "/api/v1/requests/{id}/hold", Administer),
        ("POST", "/requests/{id}?handler=Release", Publish), ("POST", "/requests/{id}?handler=MakeAnew", Publish),
        ("POST", "/requests/{id}?handler=Correct", Publish), ("POST", "/api/v1/requests/{id}/release", Publish),
        ("POST", "/api/v1/requests/{id}/renew", Publish), ("POST", "/api/v1/requests/{id}/correct", Publish),
        ("GET", "/developments", Read), ("GET", "/developments/{number}", Read), ("GET", "/developments/new", Write), ("POST", "/developments/new", Write),
        ("GET", "/developments/{number}/edit", Write), ("POST", "/developments/{number}/edit", Write),
        ("POST", "/developments/{number}?handler=Propose", Write), ("POST", "/developments/{number}?handler=Withdraw", Write),
        ("POST", "/developments/{number}?handler=Publish", Publish), ("POST", "/developments/{number}?handler=SendBack", Publish),
        ("GET", "/api/v1/developments", Read), ("GET", "/api/v1/developments/{number}", Read), ("POST", "/api/v1/developments", Write),
        ("PUT", "/api/v1/developments/{number}", Write), ("GET", "/api/v1/developments/{number}/changes", Write),
        ("POST", "/api/v1/developments/{number}/propose", Write), ("POST", "/api/v1/developments/{number}/publish", Publish),
        ("POST", "/api/v1/developments/{number}/send-back", Publish), ("POST", "/api/v1/developments/{number}/withdraw", Write),
        ("GET", "/api/v1/audit", Administer), ("GET", "/api/v1/audit/export/json", Administer), ("GET", "/api/v1/audit/export/csv", Administer),

        // Somebody else's request: an administrator's to delete. Last, for then it is gone.
        ("GET", "/requests/{id}/delete", Administer), ("POST", "/requests/{id}/delete", Administer), ("DELETE", "/api/v1/requests/{id}", Administer),
    ];

    public static TheoryData<string, string> Callers => new()
    {
        { "nobody", "" },
        { "Reader", "read" },
        { "Requester", "read order" },
        { "Editor", "read order write" },
        { "Approver", "read order write publish" },
        { "Administrator", "read order write publish administer" },
        { "key Reader read", "read" },
        { "key Requester read", "read" },
        { "key Requester read orders", "read order" },
        { "key Editor read content", "read write" },
        { "key Approver content", "read write publish" },
        { "key Administrator read", "read" },
        { "key Administrator orders", "read order" },
        { "key Administrator read orders admin", "read order administer" },
    };

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Everybody_does_what_the_role_or_key_is_for_and_nothing_else(string who, string may)
    {
        var owner = await shared.AddAsync(Role.Administrator);
        var request = await shared.FinishedAsync(owner);
        using var client = await ClientAsync(who);
        var form = may.Length > 0 && !who.StartsWith("key", StringComparison.Ordinal) ? await FormPage.OpenAsync(client, "/account") : null;
        var allowed = may.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        foreach (var (method, address, needed) in places)
        {
            var isForPages = !address.StartsWith("/api", StringComparison.Ordinal);
            var isKnown = may.Length > 0 && !(isForPages && who.StartsWith("key", StringComparison.Ordinal));
            var expected = isKnown && allowed.Contains(needed) ? "open" : isKnown ? "403" : isForPages ? "sign in" : "401";

            (await AskAsync(client, form, method, address, request.Id, owner.Id)).ShouldBe(expected, $"{who}: {method} {address}");
        }
    }

    [Fact]
    public void No_address_is_missing_above()
    {
        var known = places.Select(place => place.Address.Split('?')[0].Trim('/').Replace("{person}", "{id}", StringComparison.Ordinal))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] forAll = ["docs", "docs/reader", "error", "health", "openapi", "passkeys", "sign-in", "welcome", "index", "language"];

        var others = shared.Service.Routes.Select(route => route.RoutePattern).Select(Plain)
            .Where(pattern => !known.Contains(pattern)
                && !forAll.Any(start => $"{pattern}/".StartsWith($"{start}/", StringComparison.OrdinalIgnoreCase)));

        others.ShouldBeEmpty();
    }

    private static string Plain(RoutePattern pattern) =>
        pattern.RawText!.Trim('/').Replace(":guid", "", StringComparison.Ordinal).Replace(":schedule", "", StringComparison.Ordinal);

    private static async Task<string> AskAsync(HttpClient client, FormPage? form, string method, string address, Guid request, Guid person)
    {
        var message = new HttpRequestMessage(
            new(method), address.Replace("{id}", $"{request}", StringComparison.Ordinal).Replace("{person}", $"{person}", StringComparison.Ordinal)
                .Replace("{name}", "weekly", StringComparison.Ordinal));
        if (method is "POST" or "PUT")
            message.Content = address.StartsWith("/api", StringComparison.Ordinal)
                ? new StringContent("{}", Encoding.UTF8, address.EndsWith("verify", StringComparison.Ordinal) ? "application/pdf" : "application/json")
                : form?.Fields() ?? new FormUrlEncodedContent([]);
        var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode switch
        {
            HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) => "sign in",
            HttpStatusCode.Unauthorized => "401",
            HttpStatusCode.Forbidden => "403",
            >= HttpStatusCode.InternalServerError => $"{answer.StatusCode}",
            _ => "open",
        };
    }

    private async Task<HttpClient> ClientAsync(string who)
    {
        if (who == "nobody")
            return shared.Service.Browser();
        var words = who.Split(' ');
        return words[0] == "key"
            ? await shared.ProgramAsync(await shared.AddAsync(Enum.Parse<Role>(words[1])), words[2..])
            : await shared.BrowserAsync(await shared.AddAsync(Enum.Parse<Role>(words[0])));
    }
}
