using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using MoroccoCT.Web;

namespace MoroccoCT.Tests.Web.Guards;

/// <summary>No page elsewhere can have a browser change anything here.</summary>
[Collection(WebCollection.Name)]
public sealed class FormGuardTests(TestService service)
{
    private const string Api = "api/";

    [Fact]
    public async Task Whatever_takes_a_form_refuses_one_without_the_token_of_its_page()
    {
        var addresses = Addresses().Where(address => !address.StartsWith(Api, StringComparison.Ordinal)).ToList();

        addresses.ShouldBe(
            ["", "account", "check", "language", "new", "passkeys/add", "passkeys/add/question", "passkeys/use", "passkeys/use/question", "people",
                "people/{id:guid}", "requests", "requests/{id:guid}", "requests/{id:guid}/delete", "schedules/{name:schedule}",
                "schedules/{name:schedule}/edit", "schedules/new", "developments/new", "developments/{number}", "developments/{number}/edit",
                "sign-in", "sign-in/code", "status", "this-week", "welcome"],
            ignoreOrder: true);
        foreach (var address in addresses)
        {
            using var response = await service.Client.PostAsync(Filled(address), Body(address));
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
        }
    }

    [Fact]
    public async Task What_the_API_takes_it_refuses_to_a_page_of_another_site()
    {
        var addresses = Addresses().Where(address => address.StartsWith(Api, StringComparison.Ordinal)).ToList();

        addresses.Count.ShouldBe(18);
        foreach (var address in addresses)
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, Filled(address)) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            call.Headers.Add("Sec-Fetch-Site", "cross-site");
            (await service.Client.SendAsync(call)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        }
    }

    /// <summary>Every address that takes POST: endpoints that say so, and pages with a handler for it.</summary>
    private IEnumerable<string> Addresses() => service.Routes.Where(TakesPosts).Select(route => route.RoutePattern.RawText!.Trim('/')).Distinct();

    private static bool TakesPosts(RouteEndpoint route) => route.Metadata.GetMetadata<PageActionDescriptor>() is { } page
        ? typeof(WebSetup).Assembly.GetType($"MoroccoCT.Web.Pages.{page.ViewEnginePath.Trim('/')}Model")!
            .GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))
        : route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true;

    private static HttpContent Body(string address) => address.StartsWith("passkeys", StringComparison.Ordinal)
        ? new StringContent("{}", Encoding.UTF8, "application/json")
        : new FormUrlEncodedContent([]);

    private static string Filled(string address) =>
        $"/{address.Replace("{id:guid}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{name:schedule}", "weekly", StringComparison.Ordinal)}";
}
