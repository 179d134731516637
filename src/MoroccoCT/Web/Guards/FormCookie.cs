namespace MoroccoCT.Web.Guards;

/// <summary>
/// The cookie that goes with each form. Over TLS its name makes the browser take it from this very host alone, so that nothing beside can plant one.
/// </summary>
internal sealed class FormCookie : CookieBuilder
{
    public const string Plain = "moroccoct-form";

    public const string Secure = $"__Host-{Plain}";

    private readonly IHttpContextAccessor calls;

    public FormCookie(IHttpContextAccessor calls)
    {
        this.calls = calls;
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override string? Name
    {
        get => calls.HttpContext?.Request.IsHttps == true ? Secure : Plain;
        set => throw new NotSupportedException("The cookie's name follows from the call.");
    }
}
