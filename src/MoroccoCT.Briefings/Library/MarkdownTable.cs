using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MoroccoCT.Briefings.Content;
using MarkdigTable = Markdig.Extensions.Tables.Table;
using Table = MoroccoCT.Briefings.Content.Table;

namespace MoroccoCT.Briefings.Library;

/// <summary>Turns one Markdown table into the content model.</summary>
internal sealed class MarkdownTable(MarkdigTable table, MarkdownFaults faults, MarkdownInlines inlines)
{
    public Table Read(IReadOnlyList<Inline> caption)
    {
        CheckCells();
        var rows = table.Cast<TableRow>().Select(row => (row.IsHeader, Cells: Cells(row))).ToList();
        var header = rows.Where(row => row.IsHeader).SelectMany(row => row.Cells).ToList();
        var align = table.ColumnDefinitions.Take(header.Count).Select(column => column.Alignment switch
        {
            TableColumnAlign.Center => "center",
            TableColumnAlign.Right => "end",
            _ => "start",
        });
        return new(caption, header, [.. rows.Where(row => !row.IsHeader).Select(row => row.Cells)], [.. align]) { Line = faults.LineOf(table) };
    }

    /// <summary>Markdig fills short rows up with cells that hold nothing; a cell that was written holds a paragraph, if an empty one.</summary>
    private void CheckCells()
    {
        var written = table.Cast<TableRow>().Select(row => (Row: row, Cells: row.Cast<TableCell>().Count(cell => cell.Count > 0))).ToList();
        foreach (var (row, cells) in written.Where(row => row.Cells != written[0].Cells))
            faults.Add(row, $"a row of {cells} cells in a table of {written[0].Cells} columns", "give every row one cell for each column");
        if (written.Count == 1)
            faults.Add(table, "a table without rows", "write at least one row below its head");
    }

    private IReadOnlyList<IReadOnlyList<Inline>> Cells(TableRow row) => [.. row.Cast<TableCell>().Select(Cell)];

    private IReadOnlyList<Inline> Cell(TableCell cell) => [.. cell.OfType<ParagraphBlock>().SelectMany(paragraph => inlines.Read(paragraph.Inline))];
}
