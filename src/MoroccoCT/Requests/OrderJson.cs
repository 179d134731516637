using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Briefings.Orders;

namespace MoroccoCT.Requests;

/// <summary>An order in one column.</summary>
internal sealed class OrderJson() : ValueConverter<BriefingOrder, string>(order => StoredOrder.Write(order), stored => StoredOrder.Read(stored));
