using Microsoft.AspNetCore.Mvc;

namespace MoroccoCT.Web.Pages;

/// <summary>A page's answer that is made as those of the API are.</summary>
internal sealed class HttpResultAction(IResult result) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => result.ExecuteAsync(context.HttpContext);
}
