using System.IO.Compression;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Library;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Api;

/// <summary>Several finished documents as one ZIP file, written as it is sent: no more than one of them is in memory.</summary>
internal sealed class DocumentArchive(RequestQueries queries, CurrentLibrary library)
{
    /// <summary>A ZIP file knows the years from 1980 on, for a little more than a century.</summary>
    private const int FirstYear = 1980;

    private const int LastYear = 2107;

    /// <param name="requests">Completed ones. Each is a file with its number in its name, so that no two have the same.</param>
    /// <param name="output">Such as the body of an answer: it is written to without going back.</param>
    /// <exception cref="InvalidOperationException">A document is gone since; what was written is no ZIP file.</exception>
    public async Task WriteAsync(IReadOnlyList<BriefingRequest> requests, Stream output, CancellationToken cancellationToken)
    {
        await using var held = new HeldBytes();
        using (var archive = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var request in requests)
            {
                var document = await queries.DocumentAsync(request.Sha256!, cancellationToken)
                    ?? throw new InvalidOperationException($"The document of {request.Number} was deleted while it was being sent.");
                Add(archive, request, document);
                await held.HandOnAsync(output, cancellationToken);
            }
        }

        await held.HandOnAsync(output, cancellationToken);
    }

    private void Add(ZipArchive archive, BriefingRequest request, StoredDocument document)
    {
        // Packed, though a PDF hardly gets smaller: some programs cannot read what is stored without its size before it.
        var entry = archive.CreateEntry(NameOf(request), CompressionLevel.Fastest);
        entry.LastWriteTime = TimeOf(request.IssueDate);
        using var file = entry.Open();
        file.Write(document.Content);
    }

    private string NameOf(BriefingRequest request)
    {
        var order = request.Order;
        return DocumentName.Of(
            request.Number, request.IsReadable ? BriefingTitle.Of(order, library.Snapshot.Library) : "", order.Language, order.Marking ?? "");
    }

    /// <summary>The same whenever and wherever it is written: a ZIP file has times without a zone.</summary>
    private static DateTimeOffset TimeOf(DateOnly issued) =>
        new(new DateOnly(Math.Clamp(issued.Year, FirstYear, LastYear), issued.Month, issued.Day), TimeOnly.MinValue, TimeSpan.Zero);
}
