using System.Net;
using System.Text.RegularExpressions;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>The order form as a browser without JavaScript sees it.</summary>
internal sealed partial class FormPage(HttpClient browser, string html)
{
    public string Html => html;

    public HttpClient Browser => browser;

    public static async Task<FormPage> OpenAsync(HttpClient browser, string address = "/") => new(browser, await browser.GetStringAsync(address));

    public Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] fields) =>
        browser.PostAsync("/", new FormUrlEncodedContent([.. Hidden(), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    /// <summary>Without which nothing is taken from this page.</summary>
    public string Token => Hidden().First(hidden => hidden.Key == "__RequestVerificationToken").Value;

    /// <summary>Presses a button that sends what the page hides, and what is typed.</summary>
    public Task<HttpResponseMessage> PressAsync(string address, params (string Name, string Value)[] typed) => browser.PostAsync(address, Fields(typed));

    /// <summary>What the page hides, and what is typed.</summary>
    public FormUrlEncodedContent Fields(params (string Name, string Value)[] typed) =>
        new(typed.Select(input => KeyValuePair.Create(input.Name, input.Value)).Concat(Hidden()).DistinctBy(input => input.Key));

    /// <summary>Sends the fields without those that the page hides, as a page does whose cookie has gone.</summary>
    public Task<HttpResponseMessage> SendBareAsync(params (string Name, string Value)[] fields) =>
        browser.PostAsync("/", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public bool IsChecked(string id) => Input(id).Contains(" checked", StringComparison.Ordinal);

    public string Value(string id) => WebUtility.HtmlDecode(ValueAttribute().Match(Input(id)).Groups[1].Value);

    /// <summary>Each once: a page has several forms, and one token for all of them.</summary>
    private IEnumerable<KeyValuePair<string, string>> Hidden() => HiddenInput().Matches(html)
        .Select(input => KeyValuePair.Create(input.Groups["name"].Value, ValueAttribute().Match(input.Value).Groups[1].Value)).DistinctBy(input => input.Key);

    private string Input(string id) => AnyInput().Matches(html).Select(input => input.Value)
        .Single(input => input.Contains($"id=\"{id}\"", StringComparison.Ordinal));

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex AnyInput();

    [GeneratedRegex("<input name=\"(?<name>[^\"]+)\" type=\"hidden\"[^>]*>|<input type=\"hidden\" name=\"(?<name>[^\"]+)\"[^>]*>")]
    private static partial Regex HiddenInput();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex ValueAttribute();
}
