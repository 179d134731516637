using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MoroccoCT.Briefings.Developments;
using MoroccoCT.Storage;

namespace MoroccoCT.Library.Developments;

/// <summary>The content of a development in one column. What cannot be read belongs nowhere and says nothing.</summary>
internal sealed class StoredContent() : ValueConverter<DevelopmentContent, string>(content => json.Write(content), stored => json.Read(stored))
{
    private static readonly FormattedJson<DevelopmentContent> json = new("moroccoct-development/1", new() { Date = "", Section = "" });

    public static string Write(DevelopmentContent content) => json.Write(content);
}
