// The report as Markdown, HTML, CSV and JSON. Titles, headings and model names may hold anything: nothing of them acts in any form.
import { csvOf } from '../statistics/csv';
import type { AiUseReport } from './report';
import { reportParts, type ReportPart } from './reportParts';

/** All fields of the report, two spaces an indent, with a final line end. */
export function toJson(report: AiUseReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** CommonMark with tables. */
export function toMarkdown(report: AiUseReport): string {
  return `${reportParts(report).map(markdownPart).join('\n\n')}\n`;
}

function markdownPart(part: ReportPart): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${markdown(part.text, ' ')}`;
    case 'paragraph':
      return markdown(part.text, '\\\n');
    case 'list':
      return part.items.map((item) => `- ${markdown(item, ' ')}`).join('\n');
    case 'table':
      return [part.columns, part.columns.map((_, at) => (typeof part.rows[0]?.[at] === 'number' ? '--:' : '---')), ...part.rows]
        .map((row, at) => `| ${row.map((cell) => (at === 1 ? String(cell) : markdown(String(cell), ' '))).join(' | ')} |`)
        .join('\n');
  }
}

// Every sign that means something anywhere in Markdown, and @ and :// which some readers make links of. A number that
// begins a line could begin a list.
const MARKDOWN = /[\\`*_{}[\]()#+\-!|~=$^@]|(?<=^\d{1,9})[.)]/g;

function markdown(text: string, lineEnd: string): string {
  const lines = text.split(/[\r\n\u2028\u2029\v\f\u0085]+/).map((line) => clean(line).trim().replace(MARKDOWN, '\\$&').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('://', ':&#47;&#47;').replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#46;`));
  return lines.join(lineEnd);
}

/** Without control signs, and without those that turn the direction of what follows. */
function clean(text: string): string {
  return text.replace(/[\0-\x08\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%;font-size:.85rem;margin:1rem 0}th,td{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}tr:last-child td{border-bottom:2px solid #888}h2{margin-top:2.5rem}
@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}tr{break-inside:avoid}}`;

/** A page of its own: no scripts, nothing loaded from anywhere. */
export function toHtml(report: AiUseReport): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${html(`AI use report: ${report.title}`)}</title>
<style>${STYLE}</style>
</head>
<body>
${reportParts(report).map(htmlPart).join('\n')}
</body>
</html>
`;
}

function htmlPart(part: ReportPart): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level}>${html(part.text)}</h${part.level}>`;
    case 'paragraph':
      return `<p>${html(part.text).replaceAll('\n', '<br>')}</p>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const isNumber = part.columns.map((_, at) => part.rows.some((row) => typeof row[at] === 'number'));
      const cell = (tag: string, value: string | number, at: number): string => `<${tag}${isNumber[at] === true ? ' class="n"' : ''}>${html(String(value))}</${tag}>`;
      const head = part.columns.map((column, at) => cell('th', column, at)).join('');
      return `<table><thead><tr>${head}</tr></thead><tbody>\n${part.rows.map((row) => `<tr>${row.map((value, at) => cell('td', value, at)).join('')}</tr>`).join('\n')}\n</tbody></table>`;
    }
  }
}

function html(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** The report's tables and sentences one under the other, an empty row between them; cells no spreadsheet runs. */
export function toCsv(report: AiUseReport): string {
  return csvOf(reportParts(report).flatMap(csvRows));
}

function csvRows(part: ReportPart): (string | number)[][] {
  switch (part.kind) {
    case 'heading':
      return [[], [part.text]];
    case 'paragraph':
      return [[part.text]];
    case 'list':
      return part.items.map((item) => [item]);
    case 'table':
      return [[...part.columns], ...part.rows.map((row) => [...row])];
  }
}
