namespace MoroccoCT.Requests;

/// <summary>The cursor was not made by this ledger.</summary>
public sealed class InvalidCursorException()
    : Exception("The cursor is none that a list of requests gave. Leave it out to begin with the newest request.");
