using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoroccoCT.Web.Description;

namespace MoroccoCT.Web.Pages;

/// <summary>The API's description for people.</summary>
public sealed class DocsModel : PageModel
{
    /// <summary>By it the browser lets the reader's own styles pass, and no others.</summary>
    public string Nonce { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));

    public void OnGet() => Response.Headers.ContentSecurityPolicy = DescriptionReader.ContentSecurityPolicy(Nonce);
}
