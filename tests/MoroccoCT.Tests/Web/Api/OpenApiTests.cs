namespace MoroccoCT.Tests.Web.Api;

[Collection(WebCollection.Name)]
public sealed class OpenApiTests(TestService service)
{
    [Fact]
    public async Task Every_address_is_described_with_a_summary()
    {
        var description = await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        var paths = description.GetProperty("paths").EnumerateObject().ToList();
        string[] known =
        [
            "/api/v1/library", "/api/v1/estimate", "/api/v1/requests", "/api/v1/requests/{id}", "/api/v1/requests/{id}/document",
            "/api/v1/requests/{id}/events", "/api/v1/requests/{id}/cancel", "/api/v1/requests/archive", "/api/v1/schedules", "/health/live", "/health/ready",
        ];
        known.ShouldBeSubsetOf(paths.Select(path => path.Name));
        foreach (var operation in paths.SelectMany(path => path.Value.EnumerateObject()))
            operation.Value.Text("summary").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task No_two_operations_share_an_id()
    {
        var description = await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.Text("operationId")).ShouldBeUnique();
    }

    [Fact]
    public async Task What_may_not_be_found_says_so_with_problem_details()
    {
        var description = await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        foreach (var path in description.GetProperty("paths").EnumerateObject().Where(path => path.Name.Contains("{id}")))
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                operation.Value.GetProperty("responses").GetProperty("404").GetProperty("content").TryGetProperty("application/problem+json", out _)
                    .ShouldBeTrue($"{operation.Name} {path.Name}");
            }
        }
    }

    [Fact]
    public async Task What_takes_a_body_says_with_problem_details_which_it_refuses()
    {
        var description = await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        var paths = description.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("post", out var operation) && operation.TryGetProperty("requestBody", out _)).ToList();
        paths.Select(path => path.Name).ShouldBe(
            ["/api/v1/requests", "/api/v1/requests/{id}/deliveries", "/api/v1/requests/{id}/release",
            "/api/v1/requests/{id}/correct", "/api/v1/preview", "/api/v1/schedules", "/api/v1/verify",
            "/api/v1/developments", "/api/v1/developments/{number}/propose", "/api/v1/developments/{number}/publish",
            "/api/v1/developments/{number}/send-back", "/api/v1/developments/{number}/withdraw"], ignoreOrder: true);
        foreach (var path in paths)
        {
            var responses = path.Value.GetProperty("post").GetProperty("responses");
            foreach (var status in new[] { "400", "413", "415" })
                responses.GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue($"{path.Name} {status}");
        }
    }

    [Fact]
    public async Task What_an_address_a_range_or_a_condition_may_get_wrong_is_described_with_problem_details()
    {
        var paths = (await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync()).GetProperty("paths");

        Refused("/api/v1/requests/{id}/document", "412", "414", "416");
        foreach (var path in paths.EnumerateObject().Where(path => path.Name.StartsWith("/api/v1/", StringComparison.Ordinal)))
            Refused(path.Name, "414", "500", "503");

        void Refused(string path, params string[] statuses)
        {
            foreach (var operation in paths.GetProperty(path).EnumerateObject())
            {
                var responses = operation.Value.GetProperty("responses");
                foreach (var status in statuses)
                    responses.GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue($"{path} {status}");
            }
        }
    }

    [Fact]
    public async Task What_changes_something_says_that_it_refuses_pages_of_another_origin()
    {
        var description = await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                // The audit and the history of news are not for everybody who may look, and a preview is for who orders.
                operation.Value.GetProperty("responses").TryGetProperty("403", out var refusal)
                    .ShouldBe(operation.Name != "get" || path.Name.Contains("/audit", StringComparison.Ordinal)
                        || path.Name.EndsWith("/changes", StringComparison.Ordinal)
                        || path.Name.EndsWith("/preview", StringComparison.Ordinal), $"{operation.Name} {path.Name}");
                if (operation.Name != "get")
                    refusal.GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task Every_verdict_on_a_file_is_described()
    {
        var description = await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        description.GetProperty("components").GetProperty("schemas").GetProperty("Verdict").GetProperty("enum").EnumerateArray()
            .Select(value => value.GetString())
            .ShouldBe(["genuine", "altered", "notIssuedHere", "noBriefing", "notPdf", "damagedPdf", "notChecked", "newerFormat", "deleted", "preview"]);
    }

    [Fact]
    public async Task The_order_is_described_with_its_values_and_an_example_that_is_accepted()
    {
        var description = await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

        var schemas = description.GetProperty("components").GetProperty("schemas");
        var order = schemas.GetProperty("OrderBody");
        schemas.GetProperty("Depth").GetProperty("enum").EnumerateArray().Select(value => value.GetString()).ShouldBe(["summary", "short", "standard", "full"]);
        order.GetProperty("properties").GetProperty("topics").Text("description").ShouldContain("taken whole");
        (await service.PostOrderAsync(order.GetProperty("examples")[0])).StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
    }
}
