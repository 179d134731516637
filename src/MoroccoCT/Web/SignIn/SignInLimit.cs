namespace MoroccoCT.Web.SignIn;

/// <summary>Bounds how fast anybody can try names and passwords, apart from all other limits.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";
}
