using System.Text;

namespace MoroccoCT.Tests.Web.Api;

/// <summary>Clients of the first versions find the addresses that have no number.</summary>
[Collection(WebCollection.Name)]
public sealed class ApiAddressTests(TestService service)
{
    [Theory]
    [InlineData("GET", "/api/library?language=fr", "/api/v1/library?language=fr")]
    [InlineData("HEAD", "/api/requests", "/api/v1/requests")]
    [InlineData("GET", "/API/Requests/17/document", "/api/v1/Requests/17/document")]
    [InlineData("POST", "/api/requests", "/api/v1/requests")]
    [InlineData("POST", "/api/verify?x=%C3%A9%20%26", "/api/v1/verify?x=%C3%A9%20%26")]
    [InlineData("DELETE", "/api/schedules", "/api/v1/schedules")]
    [InlineData("OPTIONS", "/api/estimate/", "/api/v1/estimate/")]
    public async Task An_address_without_a_number_leads_to_that_with_one_and_keeps_method_and_query(string method, string old, string address)
    {
        var response = await service.Client.SendAsync(new HttpRequestMessage(new(method), old));

        ((int)response.StatusCode).ShouldBe(308);
        response.Headers.Location!.OriginalString.ShouldBe(address);
    }

    [Fact]
    public async Task An_order_sent_to_the_old_address_arrives()
    {
        using var following = new HttpClient { BaseAddress = service.Client.BaseAddress };

        var response = await following.PostAsync("/api/requests", new StringContent("""{"sections":["domestic"]}""", Encoding.UTF8, "application/json"));

        ((int)response.StatusCode).ShouldBe(202);
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/v1/library")]
    [InlineData("/api/v2/library")]
    [InlineData("/api/librarys")]
    [InlineData("/api//example.org/requests")]
    public async Task What_never_was_an_address_leads_nowhere(string address) => await (await service.Client.GetAsync(address)).ProblemAsync(404);
}
