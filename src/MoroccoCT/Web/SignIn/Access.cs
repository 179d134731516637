namespace MoroccoCT.Web.SignIn;

/// <summary>Which of the two ways the service runs. It is decided once, before anybody is answered.</summary>
public sealed class Access
{
    /// <summary>Whether people sign in; else there is one person, on this machine.</summary>
    public bool IsShared { get; internal set; }
}
