namespace MoroccoCT.Requests;

/// <summary>The key came with another order before; nothing was stored.</summary>
public sealed class IdempotencyConflictException(string key, string number)
    : Exception($"The key '{key}' belongs to request {number}, which was another order. Use a new key for a new order.");
