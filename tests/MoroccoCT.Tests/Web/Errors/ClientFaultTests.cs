using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MoroccoCT.Tests.Web.Errors;

/// <summary>Whatever a client sends, the fault is the client's: it is told so, in its own form, and nobody is called to look at the log.</summary>
public sealed partial class ClientFaultTests(WholeService service) : IClassFixture<WholeService>
{
    public static TheoryData<string> AtPages => new(ClientFaults.AtPages.Keys);

    public static TheoryData<string> AtTheForm => new(ClientFaults.AtTheForm.Keys);

    public static TheoryData<string> AtTheApi => new(ClientFaults.AtTheApi.Keys);

    public static TheoryData<string> BelowUs => new(ClientFaults.BelowUs.Keys);

    public static TheoryData<string> BrokenOff => new(ClientFaults.BrokenOff.Keys);

    [Theory]
    [MemberData(nameof(AtPages))]
    public async Task At_a_page_a_program_gets_problem_details(string fault)
    {
        var (status, request) = ClientFaults.AtPages[fault];

        await ShouldBeProblemAsync(status, Asking(request, "application/json"));
    }

    [Theory]
    [MemberData(nameof(AtPages))]
    public async Task At_a_page_a_person_gets_a_page(string fault)
    {
        var (status, request) = ClientFaults.AtPages[fault];

        var answer = await service.SendAsync(Asking(request, "text/html,application/xhtml+xml"));

        answer.Status.ShouldBe(status);
        answer.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        answer.Body.ShouldContain("<h1>");
        answer.Body.ShouldNotContain(ClientFaults.Mark);
        service.NewErrors().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(AtTheForm))]
    public async Task The_form_shows_what_was_wrong_with_it(string fault)
    {
        var (status, request) = ClientFaults.AtTheForm[fault];

        var answer = await service.SendAsync(Asking(request, "text/html"));

        answer.Status.ShouldBe(status);
        answer.Body.ShouldContain("<form");
        answer.Body.ShouldContain("role=\"alert\"");
        answer.Body.ShouldNotContain(ClientFaults.Mark);
        service.NewErrors().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(AtTheApi))]
    public async Task At_the_api_everybody_gets_problem_details(string fault)
    {
        var (status, request) = ClientFaults.AtTheApi[fault];

        await ShouldBeProblemAsync(status, Asking(request, "text/html"));
    }

    [Theory]
    [MemberData(nameof(BelowUs))]
    public async Task What_the_server_refuses_before_us_has_a_status_and_no_words(string fault)
    {
        var (status, request) = ClientFaults.BelowUs[fault];

        var answer = await service.SendAsync(request);

        (answer.Status, answer.Body).ShouldBe((status, ""));
        service.NewErrors().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BrokenOff))]
    public async Task A_client_that_breaks_off_is_no_fault_of_ours(string request)
    {
        var answer = await service.SendAsync(ClientFaults.BrokenOff[request], hangUp: true);

        answer.Status.ShouldBeInRange(0, 499);
        service.NewErrors().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/schedules")]
    [InlineData("/check")]
    public async Task A_page_tells_the_methods_it_takes(string page)
    {
        var answer = await service.SendAsync(RawHttp.Request($"DELETE {page}"));

        var methods = answer.Header("Allow").ShouldNotBeNull().Split(", ");
        methods.ShouldBe(page == "/schedules" ? ["GET", "HEAD"] : ["GET", "HEAD", "POST"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("POST /api/v1/requests", "application/json; charset=\"UTF-8\"", """{"sections":["domestic"],"title":"Été"}""", 202)]
    [InlineData("POST /api/v1/requests", "application/json;charset=\"utf-8\"", """{"sections":["domestic"],"title":"Été"}""", 202)]
    [InlineData("POST /api/v1/requests", "application/json; charset=us-ascii", """{"sections":["domestic"]}""", 202)]
    [InlineData("POST /api/v1/verify", "application/pdf; charset=\"UTF-8\"", "no PDF", 200)]
    public async Task A_charset_may_stand_in_quotes(string line, string type, string body, int status) =>
        (await service.SendAsync(RawHttp.Request(line, Encoding.UTF8.GetBytes(body), $"Content-Type: {type}"))).Status.ShouldBe(status);

    [Fact]
    public async Task A_form_may_name_its_charset_in_quotes()
    {
        const string Type = "Content-Type: application/x-www-form-urlencoded; charset=\"UTF-8\"";

        var answer = await service.SendAsync(RawHttp.Request("POST /", "Title=%C3%89t%C3%A9"u8.ToArray(), Type));

        answer.Status.ShouldBe(400, "it has no token");
        answer.Body.ShouldContain("value=\"Été\"");
    }

    [Fact]
    public async Task What_is_not_utf8_is_told_so_with_its_place()
    {
        byte[] latin1 = [.. "{\"title\":\"caf"u8, 0xE9, .. "\"}"u8];

        var problem = await ShouldBeProblemAsync(400, RawHttp.Request("POST /api/v1/requests", latin1, "Content-Type: application/json"));

        problem.Text("detail").ShouldBe("The body is not UTF-8: byte 14 belongs to no character. Send it as UTF-8.");
    }

    private static byte[] Asking(byte[] request, string accept)
    {
        var end = request.AsSpan().IndexOf("\r\n"u8);
        return [.. request[..end], .. Encoding.ASCII.GetBytes($"\r\nAccept: {accept}"), .. request[end..]];
    }

    private async Task<JsonElement> ShouldBeProblemAsync(int status, byte[] request)
    {
        var answer = await service.SendAsync(request);
        answer.Status.ShouldBe(status);
        answer.Header("Content-Type").ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(answer.Body).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.Text("title").ShouldNotBeNullOrEmpty();
        problem.Text("detail").ShouldNotBeNullOrEmpty();
        Unsafe().Match(problem.Text("detail")).Value.ShouldBeEmpty();
        service.NewErrors().ShouldBeEmpty();
        return problem;
    }

    /// <summary>What would break a line, colour a terminal or turn the direction of what follows.</summary>
    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Unsafe();
}
