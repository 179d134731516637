using System.Text;
using static MoroccoCT.Tests.Web.RawHttp;

namespace MoroccoCT.Tests.Web.Errors;

/// <summary>What clients get wrong, by accident or on purpose, each with the status it must get.</summary>
internal static class ClientFaults
{
    /// <summary>Stands in much of what is sent; were it to stand in an answer, a browser would run it.</summary>
    public const string Mark = "<script>mark</script>";

    private const string Json = "Content-Type: application/json";
    private const string Form = "Content-Type: application/x-www-form-urlencoded";
    private const string Multipart = "Content-Type: multipart/form-data";
    private const string Pdf = "Content-Type: application/pdf";
    private const string Order = """{"sections":["domestic"]}""";
    private const string NoOne = "/api/v1/requests/0191a1a1-0000-7000-8000-000000000000";

    private const string Cookies = "Cookie: moroccoct-form=CfDJ8garbage; .AspNetCore.Mvc.CookieTempDataProvider=zz";
    private const string Part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc";

    /// <summary>Faults at the pages: a person gets a page, a program problem details.</summary>
    public static readonly Dictionary<string, (int Status, byte[] Request)> AtPages = new()
    {
        ["a NUL in a field"] = (400, Request("POST /", "Title=a%00b&Sections=domestic"u8.ToArray(), Form)),
        ["a NUL in a field's name"] = (400, Request("POST /", "Ti%00tle=b&Sections=domestic"u8.ToArray(), Form)),
        ["more fields than a form has"] = (400, Request("POST /", Text(Many(1100, i => $"a{i}=1&")), Form)),
        ["more values than a form has"] = (400, Request("POST /", Text(Many(1100, _ => "Sections=domestic&")), Form)),
        ["a name of thousands of brackets"] = (400, Request("POST /", Text(new string('[', 5000) + "=1"), Form)),
        ["nothing but ends"] = (400, Request("POST /", Text(new string('&', 60_000)), Form)),
        ["a very long name"] = (400, Request("POST /", Text(new string('k', 5000) + "=1"), Form)),
        ["a form that is not UTF-8"] = (400, Request("POST /", [.. "Title="u8, 0xE9, .. "&Sections=domestic"u8], Form)),
        ["escapes that are not UTF-8"] = (400, Request("POST /", "Title=%e9%ed%a0%80&Sections=domestic"u8.ToArray(), Form)),
        ["no boundary"] = (400, Request("POST /", "--x\r\n"u8.ToArray(), Multipart)),
        ["an empty boundary"] = (400, Request("POST /", "--x\r\n"u8.ToArray(), $"{Multipart}; boundary=")),
        ["a boundary that is too long"] = (400, Request("POST /", "--x\r\n"u8.ToArray(), $"{Multipart}; boundary={new string('b', 200)}")),
        ["parts cut short"] = (400, Request("POST /", Text(Part), $"{Multipart}; boundary=x")),
        ["no parts at all"] = (400, Request("POST /", Text(Mark), $"{Multipart}; boundary=x")),
        ["a part without a name"] = (400, Request("POST /", Text("--x\r\nContent-Disposition: a;;;=\r\n\r\nb\r\n--x--\r\n"), $"{Multipart}; boundary=x")),
        ["a part with many headers"] = (400, Request("POST /", Text($"--x\r\n{Many(99, _ => "H: x\r\n")}\r\n\r\na\r\n--x--\r\n"), $"{Multipart}; boundary=x")),
        ["a file cut short"] = (400, Request("POST /check", Text(Part), $"{Multipart}; boundary=x")),
        ["a file without boundary"] = (400, Request("POST /check", "--x\r\n"u8.ToArray(), Multipart)),
        ["a form of ten megabytes"] = (413, Request("POST /", Text("Title=" + new string('a', 10_000_000)), Form)),
        ["a chunked form without end"] = (413, Request("POST /",
            Text(Many(20, _ => $"9999\r\n{new string('a', 0x9999)}\r\n")), Form, "Transfer-Encoding: chunked")),
        ["a chunk of no size"] = (400, Request("POST /", "zz\r\n"u8.ToArray(), Form, "Transfer-Encoding: chunked")),
        ["a form in UTF-7"] = (415, Request("POST /", "Title=x"u8.ToArray(), $"{Form}; charset=utf-7")),
        ["a form in an unknown charset"] = (415, Request("POST /", "Title=x"u8.ToArray(), $"{Form}; charset=nonsense")),
        ["a form said to be packed"] = (415, Request("POST /", "Title=x"u8.ToArray(), Form, "Content-Encoding: gzip")),
        ["JSON for a form"] = (415, Request("POST /", Text(Order), Json)),
        ["a form of no kind"] = (415, Request("POST /", "Title=x"u8.ToArray())),
        ["a form of a senseless kind"] = (415, Request("POST /", "Title=x"u8.ToArray(), "Content-Type: ;;;==")),
        ["TRACE"] = (405, Request("TRACE /")),
        ["CONNECT"] = (405, Request("CONNECT localhost:80", null, "Host: localhost:80")),
        ["an unknown method"] = (405, Request("BREW /requests")),
        ["PUT"] = (405, Request("PUT /", Text(Order), Json)),
        ["DELETE"] = (405, Request("DELETE /requests")),
        ["OPTIONS"] = (405, Request("OPTIONS /schedules")),
        ["OPTIONS for everything"] = (405, Request("OPTIONS *")),
        ["POST where nothing is sent"] = (405, Request("POST /schedules", "a=b"u8.ToArray(), Form)),
        ["cancelling without a token"] = (400, Request("POST /requests/0191a1a1-0000-7000-8000-000000000000?handler=Cancel", "a=b"u8.ToArray(), Form)),
        ["an id that is none"] = (404, Request("GET /requests/x")),
        ["an unknown address"] = (404, Request($"GET /{Uri.EscapeDataString(Mark)}")),
        ["an address with markup"] = (404, Request($"GET /{Mark}")),
        ["escapes that are none"] = (404, Request("GET /%zz%ff")),
        ["a way out"] = (404, Request("GET /%2f..%2f..%2fetc%2fpasswd")),
        ["a control in an address"] = (404, Request("GET /a\u0001b")),
        ["a long address"] = (404, Request($"GET /{new string('a', 7000)}")),
        ["an address that is too long"] = (414, Request($"GET /{new string('a', 9000)}")),
        ["a query that is too long"] = (414, Request($"GET /requests?cursor={new string('a', 9000)}")),
        ["a cursor with a NUL"] = (400, Request("GET /requests?cursor=%00")),
        ["a cursor that is no text"] = (400, Request("GET /requests?cursor=%ff%zz")),
        ["a cursor with markup"] = (400, Request($"GET /requests?cursor={Mark}")),
        ["two cursors"] = (400, Request("GET /requests?cursor=a&cursor=b")),
        ["the page of errors itself"] = (404, Request("GET /error?code=599")),
        ["the page of errors with a form"] = (404, Request("POST /error?code=500", "Title=%c3%89"u8.ToArray(), Form)),
        ["a part of a style beyond its end"] = (416, Request("GET /site.css", null, "Range: bytes=99999999-")),
        ["a style other than the one meant"] = (412, Request("GET /site.css", null, "If-Match: \"x\"")),
        ["a foreign host"] = (400, Request("GET /", null, "Host: evil.example")),
        ["a host with a dot too many"] = (400, Request("GET /requests", null, "Host: localhost.")),
    };

    /// <summary>Faults at the form that the form itself shows, with what was filled in.</summary>
    public static readonly Dictionary<string, (int Status, byte[] Request)> AtTheForm = new()
    {
        ["no token"] = (400, Request("POST /", Text($"Title={Uri.EscapeDataString(Mark)}&Sections=domestic"), Form)),
        ["garbage for a token"] = (400, Request("POST /", Text($"Title={Uri.EscapeDataString(Mark)}&__RequestVerificationToken=CfDJ8garbage"), Form, Cookies)),
        ["lone brackets"] = (400, Request("POST /", "Sections[=1&[=2&Title].[=3&Title="u8.ToArray(), Form)),
        ["hundreds of indices"] = (400, Request("POST /", Text($"Sections{Many(600, _ => "[0]")}=1"), Form)),
        ["no body"] = (400, Request("POST /", null, Form)),
    };

    /// <summary>Faults at the API: everybody gets problem details.</summary>
    public static readonly Dictionary<string, (int Status, byte[] Request)> AtTheApi = new()
    {
        ["JSON in UTF-7"] = (415, Submit(Order, "; charset=utf-7")),
        ["JSON in an unknown charset"] = (415, Submit(Order, "; charset=nonsense")),
        ["JSON in an unknown quoted charset"] = (415, Submit(Order, "; charset=\"nonsense\"")),
        ["JSON in two charsets"] = (415, Submit(Order, "; charset=utf-8; charset=utf-7")),
        ["JSON in no charset"] = (415, Submit(Order, "; charset=\"\"")),
        ["a file in an unknown charset"] = (415, Request("POST /api/v1/verify", "%PDF-"u8.ToArray(), $"{Pdf}; charset=nonsense")),
        ["JSON said to be packed"] = (415, Request("POST /api/v1/requests", Text(Order), Json, "Content-Encoding: gzip")),
        ["a file said to be packed"] = (415, Request("POST /api/v1/verify", "%PDF-"u8.ToArray(), Pdf, "Content-Encoding: br")),
        ["a body of no kind"] = (415, Request("POST /api/v1/requests", Text(Order))),
        ["a body of a senseless kind"] = (415, Request("POST /api/v1/requests", Text(Order), "Content-Type: ;;;==")),
        ["a body of two kinds"] = (415, Request("POST /api/v1/requests", Text(Order), Json, Json)),
        ["bytes that are not UTF-8"] = (400, Submit([.. "{\"sections\":[\"dom"u8, 0xFF, 0xFE, .. "\"]}"u8])),
        ["UTF-16 that says nothing of it"] = (400, Submit(Encoding.Unicode.GetBytes(Order))),
        ["half a character"] = (400, Submit("""{"sections":["domestic"],"title":"\ud800"}""")),
        ["half a character for a value"] = (400, Submit("""{"sections":["domestic"],"paper":"\udc00"}""")),
        ["half a character for a member"] = (400, Submit("""{"sections":["domestic"],"\ud800":1}""")),
        ["a NUL in a text"] = (400, Submit("""{"sections":["dom\u0000estic"],"title":"\u0000"}""")),
        ["a NUL in the JSON"] = (400, Submit("{\"sections\":[\"a\u0000b\"]}")),
        ["a thousand lists deep"] = (400, Submit(new string('[', 1000) + new string(']', 1000))),
        ["a member a thousand objects deep"] = (400, Submit($$"""{"x":{{Many(1000, _ => "{\"a\":")}}1{{new string('}', 1000)}}}""")),
        ["a member twice"] = (400, Submit("""{"sections":["domestic"],"Sections":["regional"]}""")),
        ["a number for a text"] = (400, Submit($$"""{"sections":["domestic"],"title":{{new string('9', 50_000)}}}""")),
        ["an enormous number for a word"] = (400, Submit("""{"sections":["domestic"],"paper":1e999999}""")),
        ["a number in a text for a word"] = (400, Submit("""{"sections":["domestic"],"paper":"1"}""")),
        ["a text for yes or no"] = (400, Submit("""{"sections":["domestic"],"numbered":"true"}""")),
        ["a member with markup"] = (400, Submit($$"""{"{{Mark}}\n\u001b[31m\u202e":1}""")),
        ["a very long member"] = (400, Submit($$"""{"{{new string('k', 60_000)}}":1}""")),
        ["a member without a name"] = (400, Submit("""{"":1}""")),
        ["thousands of unknown sections"] = (400, Submit($$"""{"sections":[{{Many(7000, i => $"\"a{i}\",")}}"a"]}""")),
        ["sections with markup"] = (400, Submit($$"""{"sections":["{{Mark}}\u202e\u2028"],"language":"{{Mark}}","marking":"{{Mark}}"}""")),
        ["more after the end"] = (400, Submit(Order + " x")),
        ["a comment"] = (400, Submit("/* x */" + Order)),
        ["ten megabytes"] = (413, Submit($$"""{"title":"{{new string('a', 10_000_000)}}"}""")),
        ["a file of 21 megabytes"] = (413, Request("POST /api/v1/verify", [.. "%PDF-"u8, .. new byte[21_000_000]], Pdf)),
        ["a length that is too short"] = (400, Request("POST /api/v1/requests", Text(Order), Json, "Content-Length: 5")),
        ["a chunk of no size for the API"] = (400, Request("POST /api/v1/requests", "zz\r\n"u8.ToArray(), Json, "Transfer-Encoding: chunked")),
        ["a file in a chunk of no size"] = (400, Request("POST /api/v1/verify", "zz\r\n"u8.ToArray(), Pdf, "Transfer-Encoding: chunked")),
        ["no body where one belongs"] = (400, Request("POST /api/v1/requests", null, Json, "Content-Length: 0")),
        ["a key with a control"] = (400, Request("POST /api/v1/requests", Text(Order), Json, "Idempotency-Key: a\u0001b")),
        ["a key beyond ASCII"] = (400, Request("POST /api/v1/requests", Text(Order), Json, "Idempotency-Key: clé\u202e")),
        ["a key that is too long"] = (400, Request("POST /api/v1/requests", Text(Order), Json, $"Idempotency-Key: {new string('k', 201)}")),
        ["two keys"] = (400, Request("POST /api/v1/requests", Text(Order), Json, "Idempotency-Key: a", "Idempotency-Key: b")),
        ["TRACE at the API"] = (405, Request("TRACE /api/v1/requests")),
        ["CONNECT at the API"] = (405, Request("CONNECT /api/v1/requests")),
        ["an unknown method at the API"] = (405, Request("BREW /api/v1/library")),
        ["PATCH at health"] = (405, Request("PATCH /health/live")),
        ["DELETE at the description"] = (405, Request("DELETE /openapi/v1.json")),
        ["an unknown address of the API"] = (404, Request($"GET /api/v1/{Mark}")),
        ["an unknown description"] = (404, Request($"GET /openapi/{Mark}.json")),
        ["an id that is no id"] = (404, Request("GET /api/v1/requests/x")),
        ["a document of no id"] = (404, Request("GET /api/v1/requests/x/document")),
        ["events of no id"] = (404, Request("GET /api/v1/requests/x/events")),
        ["an id that nobody has"] = (404, Request($"GET {NoOne}")),
        ["events of nobody"] = (404, Request($"GET {NoOne}/events")),
        ["cancelling what is not"] = (404, Request($"POST {NoOne}/cancel")),
        ["an address of the API that is too long"] = (414, Request($"GET /api/v1/requests?cursor={new string('a', 20_000)}")),
        ["a limit below"] = (400, Request("GET /api/v1/requests?limit=-1")),
        ["a limit beyond every number"] = (400, Request("GET /api/v1/requests?limit=99999999999999999999")),
        ["a limit that is none"] = (400, Request($"GET /api/v1/requests?limit={Mark}")),
        ["a limit with a NUL"] = (400, Request("GET /api/v1/requests?limit=%00")),
        ["two limits"] = (400, Request("GET /api/v1/requests?limit=1&limit=2")),
        ["a cursor of the API with a NUL"] = (400, Request("GET /api/v1/requests?cursor=%00%1b%0a")),
        ["a cursor with braces"] = (400, Request($"GET /api/v1/requests?cursor={new string('{', 3000)}")),
        ["two languages"] = (400, Request("GET /api/v1/library?language=en&language=fr")),
        ["a language with markup"] = (400, Request($"GET /api/v1/library?language={Mark}")),
        ["a foreign host for the API"] = (400, Request("GET /api/v1/library", null, "Host: evil.example")),
        ["a foreign host in the address"] = (400, Request("GET http://evil.example/api/v1/library", null, "Host: evil.example")),
    };

    /// <summary>What the server below us refuses before we see it: there is a status, and nothing to add to it.</summary>
    public static readonly Dictionary<string, (int Status, byte[] Request)> BelowUs = new()
    {
        ["a NUL in an address"] = (400, Request("GET /requests/%00")),
        ["bytes for an address"] = (400, [.. "GET /"u8, 0xFF, .. " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8]),
        ["a NUL in a header"] = (400, Request("GET /", null, "X-A: a\0b")),
        ["a header that is no UTF-8"] = (400, [.. "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-A: "u8, 0xE9, .. "\r\n\r\n"u8]),
        ["no host"] = (400, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"u8.ToArray()),
        ["two hosts"] = (400, Request("GET /", null, "Host: localhost", "Host: localhost")),
        ["a host that is none"] = (400, Request("GET /", null, "Host: local host")),
        ["a length below"] = (400, Request("POST /api/v1/requests", Text(Order), Json, "Content-Length: -5")),
        ["a length beyond every number"] = (400, Request("POST /api/v1/requests", Text(Order), Json, "Content-Length: 99999999999999999999")),
        ["hundreds of headers"] = (431, Request("GET /", null, [.. Enumerable.Range(0, 200).Select(i => $"X-{i}: a")])),
        ["headers that are too long"] = (431, Request("GET /", null, $"X-A: {new string('a', 40_000)}")),
        ["an address beyond measure"] = (414, Request($"GET /{new string('a', 70_000)}")),
        ["no HTTP at all"] = (400, [0, 1, 2, 3, .. "\r\n\r\n"u8]),
    };

    /// <summary>Requests of clients that break off in the middle.</summary>
    public static readonly Dictionary<string, byte[]> BrokenOff = new()
    {
        ["an order"] = Request("POST /api/v1/requests", Text(Order), Json, "Content-Length: 100"),
        ["a chunk"] = Request("POST /api/v1/requests", "5\r\n{\"se"u8.ToArray(), Json, "Transfer-Encoding: chunked"),
        ["a file"] = Request("POST /api/v1/verify", "%PDF-"u8.ToArray(), Pdf, "Content-Length: 100"),
        ["a form"] = Request("POST /", "Title=a"u8.ToArray(), Form, "Content-Length: 100"),
        ["a form for a file"] = Request("POST /check", Text(Part), $"{Multipart}; boundary=x", "Content-Length: 1000"),
        ["a header"] = "GET / HTTP/1.1\r\nHost: loc"u8.ToArray(),
    };

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static byte[] Submit(string body, string charset = "") => Request("POST /api/v1/requests", Text(body), Json + charset);

    private static byte[] Submit(byte[] body) => Request("POST /api/v1/requests", body, Json);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
