using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Briefings;

namespace MoroccoCT.Requests;

/// <summary>Recipients in one column.</summary>
internal sealed class RecipientsJson() : ValueConverter<IReadOnlyList<Recipient>, string>(recipients => Write(recipients), stored => Read(stored))
{
    private static string Write(IReadOnlyList<Recipient> recipients) => JsonSerializer.Serialize(recipients, BriefingJson.Options);

    /// <summary>What a newer version wrote in another form is nobody to this one; the row keeps what it has.</summary>
    private static IReadOnlyList<Recipient> Read(string stored)
    {
        try
        {
            return JsonSerializer.Deserialize<IReadOnlyList<Recipient>>(stored, BriefingJson.Tolerant) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    internal sealed class Comparer() : ValueComparer<IReadOnlyList<Recipient>>(
        (one, other) => one!.SequenceEqual(other!), recipients => recipients.Count, recipients => recipients);
}
