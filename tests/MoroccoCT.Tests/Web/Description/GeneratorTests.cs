using System.Text.Json;
using System.Text.RegularExpressions;

namespace MoroccoCT.Tests.Web.Description;

/// <summary>What makers of clients need in the description to get them right.</summary>
[Collection(WebCollection.Name)]
public sealed class GeneratorTests(TestService service)
{
    [Fact]
    public async Task Every_parameter_answer_header_and_tag_is_described()
    {
        var description = await DescriptionAsync();

        foreach (var tag in description.GetProperty("tags").EnumerateArray())
            tag.Text("description").ShouldNotBeNullOrEmpty(tag.Text("name"));
        foreach (var (name, operation) in Operations(description))
        {
            operation.Text("description").ShouldNotBeNullOrEmpty(name);
            foreach (var parameter in Members(operation, "parameters"))
            {
                parameter.Text("description").ShouldNotBeNullOrEmpty(name);
                parameter.TryGetProperty("example", out _).ShouldBeTrue($"{name} {parameter.Text("name")}");
            }

            foreach (var answer in operation.GetProperty("responses").EnumerateObject())
            {
                answer.Value.Text("description").ShouldNotBeNullOrEmpty($"{name} {answer.Name}");
                if (answer.Value.TryGetProperty("headers", out var headers))
                {
                    foreach (var header in headers.EnumerateObject())
                        header.Value.Text("description").ShouldNotBeNullOrEmpty($"{name} {header.Name}");
                }
            }
        }
    }

    [Theory]
    [InlineData("submitRequest", "202", "Location")]
    [InlineData("submitRequest", "429", "Retry-After")]
    [InlineData("submitRequest", "503", "Retry-After")]
    [InlineData("verifyBriefing", "429", "Retry-After")]
    [InlineData("downloadDocument", "200", "ETag")]
    [InlineData("downloadDocument", "206", "Content-Range")]
    [InlineData("downloadDocument", "416", "Content-Range")]
    public async Task Headers_that_a_client_acts_upon_are_described(string operation, string status, string header) =>
        Operations(await DescriptionAsync()).Single(known => known.Operation.Text("operationId") == operation).Operation
            .GetProperty("responses").GetProperty(status).GetProperty("headers").TryGetProperty(header, out _).ShouldBeTrue();

    [Fact]
    public async Task The_key_of_an_order_is_a_header_with_an_example() =>
        Members(Operations(await DescriptionAsync()).Single(known => known.Operation.Text("operationId") == "submitRequest").Operation, "parameters")
            .Select(parameter => (parameter.Text("name"), parameter.Text("in"))).ShouldContain(("Idempotency-Key", "header"));

    [Fact]
    public async Task Enumerations_are_texts_and_numbers_are_numbers()
    {
        var schemas = Schemas(await DescriptionAsync()).ToList();

        schemas.Where(schema => schema.TryGetProperty("enum", out _)).ShouldNotBeEmpty();
        foreach (var schema in schemas)
        {
            var types = Types(schema);
            if (schema.TryGetProperty("enum", out _))
                types.ShouldBe(["string"]);
            if (types.Contains("integer"))
                types.ShouldNotContain("string");
        }
    }

    [Fact]
    public async Task A_number_in_the_address_has_its_bounds()
    {
        var limit = Members(Operations(await DescriptionAsync()).Single(known => known.Operation.Text("operationId") == "listRequests").Operation, "parameters")
            .Single(parameter => parameter.Text("name") == "limit").GetProperty("schema");

        limit.GetProperty("type").ToString().ShouldContain("integer");
        (limit.GetProperty("minimum").GetInt32(), limit.GetProperty("maximum").GetInt32()).ShouldBe((1, 100));
    }

    [Fact]
    public async Task A_choice_in_the_address_names_its_values()
    {
        var operation = Operations(await DescriptionAsync()).Single(known => known.Operation.Text("operationId") == "estimatePages").Operation;

        var paper = Members(operation, "parameters").Single(parameter => parameter.Text("name") == "paper").GetProperty("schema");
        (paper.Text("$ref"), paper.Text("default")).ShouldBe(("#/components/schemas/Paper", "a4"));
    }

    [Fact]
    public async Task What_is_not_sent_of_an_order_has_its_value_in_the_description()
    {
        var order = Component(await DescriptionAsync(), "OrderBody").GetProperty("properties");

        order.EnumerateObject().Where(member => member.Value.TryGetProperty("default", out _))
            .ToDictionary(member => member.Name, member => member.Value.GetProperty("default").ToString())
            .ShouldBe(new Dictionary<string, string>
            {
                ["language"] = "en",
                ["paper"] = "a4",
                ["depth"] = "standard",
                ["profile"] = "accessible",
                ["numbered"] = "False",
            }, ignoreOrder: true);
    }

    [Fact]
    public async Task Answers_may_gain_members_and_orders_may_not()
    {
        var description = await DescriptionAsync();

        Component(description, "RequestBody").TryGetProperty("additionalProperties", out _).ShouldBeFalse();
        Component(description, "OrderBody").GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Words_are_those_of_the_api_not_of_its_program()
    {
        foreach (var text in Texts(await DescriptionAsync()))
        {
            text.ShouldNotContain("&lt;");
            text.ShouldNotContain("\n");
            Regex.Matches(text, @"\b(Largest|Longest|Default)[A-Z]\w+|\b[A-Z][a-z]+\w*\.[A-Z]\w+").ShouldBeEmpty(text);
        }
    }

    [Fact]
    public async Task A_key_is_described_and_may_be_left_out()
    {
        var description = await DescriptionAsync();

        var key = description.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey");
        (key.Text("type"), key.Text("scheme")).ShouldBe(("http", "bearer"));
        description.GetProperty("security").EnumerateArray().Select(way => way.EnumerateObject().Select(scheme => scheme.Name).SingleOrDefault())
            .ShouldBe([null, "apiKey"]);
        foreach (var (name, operation) in Operations(description).Where(known => known.Name.Contains("/api/", StringComparison.Ordinal)))
            operation.GetProperty("responses").TryGetProperty("401", out _).ShouldBeTrue(name);
    }

    [Fact]
    public async Task Server_version_licence_and_contact_are_named()
    {
        var description = await DescriptionAsync();

        description.GetProperty("servers").EnumerateArray().Single().Text("url").ShouldBe("/");
        var info = description.GetProperty("info");
        info.Text("version").ShouldStartWith("1.");
        info.GetProperty("license").Text("identifier").ShouldBe("MIT");
        info.GetProperty("contact").Text("name").ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("GET", "/api/v1/requests?limit=0", 400)]
    [InlineData("GET", "/api/v1/requests?limit=many", 400)]
    [InlineData("GET", "/api/v1/requests/00000000-0000-0000-0000-000000000001", 404)]
    [InlineData("DELETE", "/api/v1/library", 405)]
    [InlineData("POST", "/api/v1/requests", 400)]
    [InlineData("POST", "/api/v1/verify", 415)]
    public async Task A_refusal_has_the_members_that_are_described(string method, string address, int status)
    {
        var problem = Component(await DescriptionAsync(), "ProblemBody");

        var sent = await (await service.Client.SendAsync(new HttpRequestMessage(new(method), address))).ProblemAsync(status);

        var members = sent.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        members.Keys.ShouldBeSubsetOf(problem.GetProperty("properties").EnumerateObject().Select(member => member.Name));
        problem.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).ShouldBeSubsetOf(members.Keys);
        members.Values.ShouldAllBe(value => value.ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task A_client_that_sends_null_for_the_topics_it_was_not_given_may_order() =>
        ((int)(await service.PostOrderAsync(new { sections = new[] { "domestic" }, topics = (string[]?)null })).StatusCode).ShouldBe(202);

    private async Task<JsonElement> DescriptionAsync() => await (await service.Client.GetAsync("/openapi/v1.json")).JsonAsync();

    private static JsonElement Component(JsonElement description, string name) =>
        description.GetProperty("components").GetProperty("schemas").GetProperty(name);

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement description) =>
        description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => ($"{operation.Name} {path.Name}", operation.Value)));

    private static IEnumerable<JsonElement> Members(JsonElement element, string name) =>
        element.TryGetProperty(name, out var members) ? members.EnumerateArray() : [];

    private static string[] Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];

    /// <summary>Every object of the document: what is no schema has neither type nor values.</summary>
    private static IEnumerable<JsonElement> Schemas(JsonElement element) => Everything(element)
        .Where(one => one.ValueKind == JsonValueKind.Object && (one.TryGetProperty("enum", out _) || one.TryGetProperty("type", out var type)
            && (type.ValueKind == JsonValueKind.Array || type.ValueKind == JsonValueKind.String)) && !one.TryGetProperty("scheme", out _));

    private static IEnumerable<string> Texts(JsonElement element) => Everything(element).Where(one => one.ValueKind == JsonValueKind.Object)
        .SelectMany(one => one.EnumerateObject())
        .Where(member => member.Name is "description" or "summary" && member.Value.ValueKind == JsonValueKind.String)
        .Select(member => member.Value.GetString()!);

    private static IEnumerable<JsonElement> Everything(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Everything(member.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Everything),
        _ => [],
    };
}
