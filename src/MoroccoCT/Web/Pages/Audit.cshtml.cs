using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Audit;
using MoroccoCT.Web.Endpoints;
using MoroccoCT.Web.Language;

namespace MoroccoCT.Web.Pages;

/// <summary>The audit, newest entry first, a page at a time; or all of it as a file.</summary>
public sealed class AuditModel(AuditQueries audit, DeskTime desk) : PageModel
{
    private const int PageSize = 50;

    public AuditQuery Query { get; private set; } = new();

    public AuditPage Entries { get; private set; } = new([], null, null);

    public bool IsFiltered => Query.Given().Any();

    public string? OlderAddress => Entries.Older is { } older ? Address("before", older) : null;

    public string? NewerAddress => Entries.Newer is { } newer ? Address("after", newer) : null;

    public async Task<IActionResult> OnGetAsync([FromQuery] AuditQuery query, long? before, long? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Query = query;
        Entries = await audit.ListAsync(query.Filter(desk), before, after, PageSize, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnGetCsvAsync([FromQuery] AuditQuery query) => DownloadAsync(query, AuditFormat.Csv);

    public Task<IActionResult> OnGetJsonAsync([FromQuery] AuditQuery query) => DownloadAsync(query, AuditFormat.Json);

    public string ExportAddress(AuditFormat format) => $"{Request.PathBase}/audit{Query.Address(("handler", format.ToString()))}";

    public static string ExactTime(AuditEntry entry) => AuditJson.Text(entry.At);

    /// <summary>Name by name; what nobody can read as such is shown as it stands.</summary>
    public static IReadOnlyList<(string Name, string Value)> Details(AuditEntry entry)
    {
        try
        {
            return [.. JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Details)!.Select(detail => (detail.Key, detail.Value))];
        }
        catch (JsonException)
        {
            return [("", entry.Details)];
        }
    }

    private async Task<IActionResult> DownloadAsync(AuditQuery query, AuditFormat format)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        await new AuditDownload(query, format, Doors.Form).ExecuteAsync(HttpContext);
        return new EmptyResult();
    }

    private string Address(string name, long sequence) => $"{Request.PathBase}/audit{Query.Address((name, sequence.ToString(CultureInfo.InvariantCulture)))}";
}
