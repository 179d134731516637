namespace MoroccoCT.Delivery.Transport;

/// <summary>What became of one try to send something.</summary>
public enum SendOutcome
{
    /// <summary>The other side said that it has it.</summary>
    Accepted,

    /// <summary>It was not taken this time: another try may do.</summary>
    Later,

    /// <summary>It was refused for good, or must not be sent.</summary>
    Refused,

    /// <summary>All of it was handed over and no answer came: it may have been taken or not.</summary>
    Uncertain,

    /// <summary>This service stopped the try before anything could have been taken.</summary>
    Interrupted,
}

/// <param name="Words">What the other side said, or what kept it from being asked; one line.</param>
/// <param name="RetryAfter">How long the other side wants to be left alone; null where it says nothing.</param>
public sealed record SendResult(SendOutcome Outcome, string Words, TimeSpan? RetryAfter = null)
{
    public bool IsAccepted => Outcome == SendOutcome.Accepted;
}
