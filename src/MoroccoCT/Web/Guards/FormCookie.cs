using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Guards;

/// <summary>The cookie that goes with each form.</summary>
internal sealed class FormCookie : CookieBuilder
{
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
        get => HostCookie.Name(calls.HttpContext, "moroccoct-form");
        set => throw new NotSupportedException("The cookie's name follows from the call.");
    }
}
