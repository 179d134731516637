namespace MoroccoCT.Briefings.Orders;

/// <summary>One thing wrong with an order, or with a text that is printed as an order's are. Each door has its own words for it.</summary>
/// <param name="Field">Member of <see cref="BriefingOrder"/> as JSON writes it, such as <c>preparedFor</c>; the name of a setting.</param>
/// <param name="Arguments">What a sentence about it names, as <see cref="OrderFault"/> says. What was given is made safe to be quoted.</param>
public sealed record OrderProblem(string Field, OrderFault Fault, params string[] Arguments)
{
    public bool Equals(OrderProblem? other) => other is not null && (Field, Fault) == (other.Field, other.Fault) && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Field, Fault, Arguments.Length);

    /// <summary>For the log.</summary>
    public override string ToString() => $"{Field}: {Fault} ({string.Join(", ", Arguments)})";
}

/// <summary>What can be wrong with an order, each with what is told of it.</summary>
public enum OrderFault
{
    /// <summary>No section is chosen: the sections there are.</summary>
    NothingChosen,

    /// <summary>A section, topic, language or marking nobody knows: what was given, then what is valid.</summary>
    Unknown,

    /// <summary>A topic of a section that is not chosen: topic and section.</summary>
    TopicElsewhere,

    /// <summary>A summary would have nothing to say: topics that would help, with their titles.</summary>
    EmptySummary,

    /// <summary>A section asks for a stricter marking: the marking given, the section, the marking it asks for.</summary>
    MarkingTooLow,

    /// <summary>Who orders may not see what would be made: its marking, the highest that he may see.</summary>
    AboveClearance,

    /// <summary>A text is there and says nothing.</summary>
    Blank,

    /// <summary>Characters of the text, characters allowed.</summary>
    TooLong,

    /// <summary>The control's code, such as <c>U+000A</c>.</summary>
    ControlCharacter,

    /// <summary>An unpaired surrogate.</summary>
    HalfCharacter,

    /// <summary>The character and its code; then, where there is one, what comes nearest and can be printed: nothing, where it prints nothing.</summary>
    UnprintableCharacter,
}

/// <summary>The order cannot be fulfilled as it stands; asking again unchanged cannot help.</summary>
public sealed class OrderRejectedException(IReadOnlyList<OrderProblem> problems) : Exception($"The order was rejected. {string.Join("; ", problems)}")
{
    public IReadOnlyList<OrderProblem> Problems { get; } = problems;
}
