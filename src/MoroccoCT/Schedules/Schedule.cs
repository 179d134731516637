using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Schedules;

/// <summary>An order that repeats.</summary>
/// <param name="Name">Small letters, digits and hyphens; part of keys, addresses and commands.</param>
/// <param name="Series">One to four capitals in the number of its editions: <c>W</c> in <c>MCT-W-2026-47</c>.</param>
/// <param name="Order">Without period: each edition has its own.</param>
public sealed record Schedule(string Name, string Series, BriefingOrder Order, ScheduleClock Clock);
