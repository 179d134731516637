namespace MoroccoCT.Library.Developments;

/// <summary>How news is let out; settings section <c>Developments</c>.</summary>
public sealed class DevelopmentOptions
{
    public const string Section = "Developments";

    /// <summary>
    /// Whether somebody may publish what he wrote or proposed himself, for a desk of one person. It is recorded as such. A service without
    /// sign-in knows one person only, and lets him publish in any case.
    /// </summary>
    public bool OnePerson { get; set; }
}
