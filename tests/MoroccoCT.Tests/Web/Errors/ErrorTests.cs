using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using MoroccoCT.Web.Errors;

namespace MoroccoCT.Tests.Web.Errors;

[Collection(WebCollection.Name)]
public sealed class ErrorTests(TestService service)
{
    [Fact]
    public async Task An_unknown_address_is_a_problem_for_a_program()
    {
        await (await service.Client.GetAsync("/api/v1/nothing")).ProblemAsync(404);
        await (await service.Client.GetAsync("/nothing")).ProblemAsync(404);
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_for_a_person()
    {
        var response = await service.Client.SendAsync(Browsing(HttpMethod.Get, "/nothing"));

        ((int)response.StatusCode).ShouldBe(404);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<h1>There is nothing at this address</h1>");
    }

    [Fact]
    public async Task The_api_answers_with_problems_even_to_a_browser() =>
        await (await service.Client.SendAsync(Browsing(HttpMethod.Get, "/api/v1/requests?cursor=nonsense"))).ProblemAsync(400);

    [Fact]
    public async Task A_page_that_cannot_be_shown_says_so_to_a_person()
    {
        var response = await service.Client.SendAsync(Browsing(HttpMethod.Get, "/requests?cursor=nonsense"));

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<h1>The request was refused</h1>");
    }

    [Fact]
    public async Task A_method_that_is_not_taken_is_refused_naming_those_that_are()
    {
        var response = await service.Client.DeleteAsync("/api/v1/requests");

        await response.ProblemAsync(405);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_person_is_told_what_is_known_of_a_fault_of_the_service()
    {
        var broken = new TestService();
        await broken.InitializeAsync();
        try
        {
            await broken.ExecuteAsync("DROP TABLE requests");

            var response = await broken.Client.SendAsync(Browsing(HttpMethod.Get, "/requests"));

            ((int)response.StatusCode).ShouldBe(503);
            var page = await response.Content.ReadAsStringAsync();
            page.ShouldContain("<h1>The ledger cannot be reached</h1>");
            page.ShouldContain("The database does not answer.");
            page.ShouldContain("Reference");
            page.ShouldNotContain("no such table");
        }
        finally
        {
            await broken.DisposeAsync();
        }
    }

    [Fact]
    public void A_fault_of_the_service_tells_a_client_nothing_of_its_cause()
    {
        var problem = ProblemMap.Of(new InvalidOperationException("the secret in /etc"));

        problem.Status.ShouldBe(StatusCodes.Status500InternalServerError);
        $"{problem.Title} {problem.Detail}".ShouldNotContain("secret");
    }

    [Fact]
    public void A_database_that_does_not_answer_is_worth_another_try()
    {
        var problem = ProblemMap.Of(new InvalidOperationException("retries exhausted", new Npgsql.NpgsqlException("connection to 10.0.0.1 refused")));

        problem.Status.ShouldBe(StatusCodes.Status503ServiceUnavailable);
        problem.RetryAfter.ShouldNotBeNull();
        problem.Detail.ShouldNotContain("10.0.0.1");
    }

    private static HttpRequestMessage Browsing(HttpMethod method, string address) =>
        new(method, address) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
}
