using System.Net;
using System.Text;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Bench;

/// <summary>
/// The same briefing as an HTML page, as a service that prints with a browser would write it: same texts, headings, figures, notes
/// and links.
/// </summary>
internal sealed class BriefingHtml
{
    private const string Style = """
        body{font:10.5pt/1.45 serif;color:#1b1b1b;margin:0 0 0 36mm} h1,h2,h3{font-family:sans-serif;break-after:avoid;color:#0f4c5c}
        h1{font-size:24pt} h2{font-size:16pt;border-top:1pt solid #0f4c5c;padding-top:8pt} h3{font-size:12pt}
        .banner{background:#000;color:#fff;padding:6pt 9pt;display:flex;justify-content:space-between;margin-left:-36mm}
        .front{display:grid;grid-template-columns:repeat(3,1fr);gap:9pt} .front dt,small{color:#595959;font-size:8.5pt} dd{margin:0}
        .toc a{display:flex;justify-content:space-between;color:inherit;text-decoration:none} .toc{break-inside:avoid;list-style:none}
        .figures{display:grid;grid-template-columns:repeat(3,1fr);gap:5mm;break-inside:avoid} .figures b{font-size:16pt;display:block}
        blockquote{border-left:2pt solid #0f4c5c;margin:12pt 0;padding-left:11pt;break-inside:avoid} li,tr{break-inside:avoid}
        table{border-collapse:collapse;width:100%;font:9pt sans-serif} td,th{border-bottom:.5pt solid #c9cfd1;padding:5pt;text-align:left}
        caption{font-weight:600;text-align:left}
        .events{columns:2;font:8.5pt sans-serif} sup a{text-decoration:none}
        """;

    private readonly StringBuilder html = new();

    private BriefingHtml()
    {
    }

    /// <summary>Headings of the contents list, in its order.</summary>
    public static IEnumerable<string> Headings(Briefing briefing) =>
        briefing.Sections.SelectMany(section => section.Topics.Select(topic => $"{topic.Number} {topic.Title}").Prepend($"{section.Number} {section.Title}"));

    public static string Of(Briefing briefing)
    {
        var page = new BriefingHtml();
        page.html.Append($"<!doctype html><html lang='{briefing.Language}'><head><meta charset='utf-8'><title>{Text(briefing.Title)}</title>");
        page.html.Append($"<style>{Style}</style></head><body>");
        page.Front(briefing);
        page.Contents(briefing);
        page.Figures(briefing);
        foreach (var section in briefing.Sections)
            page.Section(section);
        page.Programmes(briefing);
        page.Back(briefing);
        return page.html.Append("</body></html>").ToString();
    }

    private void Front(Briefing briefing)
    {
        html.Append($"<div class='banner'><span>{Text(briefing.Marking.Meaning)}</span>");
        html.Append($"<b style='color:{briefing.Marking.Color}'>{Text(briefing.Marking.Label)}</b></div>");
        html.Append($"<p>{Text(briefing.Product)} {Text(briefing.Number ?? briefing.Reference)}</p>");
        html.Append($"<h1>{Text(briefing.Title)}</h1><p>{Text(briefing.Scope)}</p><dl class='front'>");
        Each(briefing.Front, row => $"<div><dt>{Text(row.Label)}</dt><dd>{Text(row.Value)}</dd></div>");
        html.Append("</dl>");
        Each(briefing.Notices, notice => $"<p><small>{Text(notice)}</small></p>");
        html.Append($"<h2>{Text(briefing.Labels["keyPoints"])}</h2><ul>");
        Each(briefing.KeyPoints, point => $"<li>{Inlines(point.Content)}</li>");
        html.Append("</ul>");
    }

    private void Contents(Briefing briefing)
    {
        html.Append($"<h2>{Text(briefing.Labels["contents"])}</h2><ul class='toc'>");
        Each(Headings(briefing), heading => $"<li><a href='#{Anchor(heading)}'><span>{Text(heading)}</span><span class='page'>00</span></a></li>");
        html.Append("</ul>");
    }

    private void Figures(Briefing briefing)
    {
        if (briefing.KeyFigures is { } figures)
        {
            html.Append($"<h2>{Text(figures.Title)}</h2><div class='figures'>");
            Each(figures.Items, item =>
                $"<div><b>{Text(item.Value)}</b>{Text(item.Unit)}{string.Concat(item.Notes.Select(Marker))}<br><small>{Text(item.Date)}</small></div>");
            html.Append("</div>");
        }

        if (briefing.Timeline is not { } timeline)
            return;
        html.Append($"<h2>{Text(timeline.Title)}</h2><svg role='img' aria-label='{Text(timeline.Alt)}' viewBox='0 0 500 40' width='100%'>");
        html.Append("<line x1='0' x2='500' y1='30' y2='30' stroke='#1b1b1b'/>");
        var days = timeline.Events.Select(mark => PartialDate.Parse(mark.Date)!.First.DayNumber).ToList();
        var places = days.Select(day => 5 + (490.0 * (day - days[0]) / Math.Max(1, days[^1] - days[0])));
        Each(places, (place, number) =>
            $"<circle cx='{place:0.#}' cy='15' r='6' fill='#0f4c5c'/>"
            + $"<text x='{place:0.#}' y='18' font-size='7' fill='#fff' text-anchor='middle'>{number}</text>");
        html.Append("</svg><ol class='events'>");
        Each(timeline.Events, mark => $"<li><b>{Text(mark.Label)}</b> {Text(mark.Text)}{Marker(mark.Note)}</li>");
        html.Append($"</ol><p><small>{Text(timeline.Source)}</small></p>");
    }

    private void Section(BriefingSection section)
    {
        html.Append($"{Heading(2, $"{section.Number} {section.Title}")}<p><small>{Text(section.Status)}</small></p><p>{Inlines(section.Summary ?? [])}</p>");
        Each(section.Topics, topic => Heading(3, $"{topic.Number} {topic.Title}") + string.Concat(topic.Blocks.Select(Block)));
    }

    private void Programmes(Briefing briefing)
    {
        if (briefing.Programmes is not { } table)
            return;
        html.Append($"<h2>{Text(briefing.Labels["programmes"])}</h2><table><caption>{Text(table.Title)}</caption>");
        html.Append($"<thead><tr>{string.Concat(table.Columns.Select(name => $"<th>{Text(name)}</th>"))}</tr></thead><tbody>");
        Each(table.Rows, row => $"<tr>{string.Concat(row.Cells.Select(cell => $"<td>{Text(cell)}</td>"))}</tr>");
        html.Append("</tbody></table>");
    }

    private void Back(Briefing briefing)
    {
        html.Append($"<h2>{Text(briefing.Labels["notes"])}</h2><ol>");
        Each(briefing.Notes, note => $"<li id='n{note.Number}'>{string.Join("; ", note.References.Select(Reference))}.</li>");
        html.Append($"</ol><h2>{Text(briefing.Labels["sources"])}</h2><ol>");
        Each(briefing.Sources, source =>
            $"<li id='s{source.Number}'>{Text(source.Author)}, <i>{Text(source.Title)}</i>, {Text(source.Date)} ({Text(source.Type)}).</li>");
        html.Append($"</ol><p>{Text(briefing.SourceSummary)}</p><h2>{Text(briefing.Labels["provenance"])}</h2><table>");
        Each(briefing.Provenance, row => $"<tr><td>{Text(row.Label)}</td><td>{Text(row.Value)}</td></tr>");
        html.Append("</table>");
    }

    private void Each<T>(IEnumerable<T> items, Func<T, string> draw) => html.AppendJoin("", items.Select(draw));

    private void Each<T>(IEnumerable<T> items, Func<T, int, string> draw) => html.AppendJoin("", items.Select((item, index) => draw(item, index + 1)));

    private static string Block(Block block) => block switch
    {
        Paragraph paragraph => $"<p>{Inlines(paragraph.Content)}</p>",
        Judgement judgement => $"<blockquote>{Inlines(judgement.Content)}</blockquote>",
        BulletList list => $"<ul>{string.Concat(list.Items.Select(item => $"<li>{string.Concat(item.Select(Block))}</li>"))}</ul>",
        Table table =>
            $"<table><caption>{Inlines(table.Caption)}</caption><thead>{Row(table.Header, "th")}</thead>"
            + $"<tbody>{string.Concat(table.Rows.Select(row => Row(row, "td")))}</tbody></table>",
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string Row(IReadOnlyList<IReadOnlyList<Inline>> cells, string tag) =>
        $"<tr>{string.Concat(cells.Select(cell => $"<{tag}>{Inlines(cell)}</{tag}>"))}</tr>";

    private static string Inlines(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        TextRun run => Text(run.Text),
        Emphasis emphasis => $"<em>{Inlines(emphasis.Content)}</em>",
        Strong strong => $"<strong>{Inlines(strong.Content)}</strong>",
        Foreign foreign => $"<span lang='{foreign.Language}'>{Inlines(foreign.Content)}</span>",
        Link link => $"<a href='{Text(link.Url)}' title='{Text(link.Title)}'>{Inlines(link.Content)}</a>",
        NoteMarker note => Marker(note.Number),
        _ => throw new InvalidOperationException($"Unknown inline {inline.GetType().Name}."),
    }));

    private static string Reference(NoteReference reference) =>
        $"{Text(reference.Text)} <a href='#s{reference.Source}'>[{reference.Source}]</a>";

    private static string Marker(int note) => $"<sup><a href='#n{note}'>{note}</a></sup>";

    private static string Heading(int level, string text) => $"<h{level} id='{Anchor(text)}'>{Text(text)}</h{level}>";

    private static string Anchor(string heading) => $"h{heading.Split(' ')[0]}";

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
