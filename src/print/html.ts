// The pages of a script as one HTML file: everything in it, no script, made to be read and printed.
import { cellsOf, isNarrow } from '../core/page/columns';
import { basesOf, linesOf, titlePageBase } from '../core/page/pageLines';
import type { Layout, Page, PageLine, Run } from '../core/page/page';
import { COLUMN_POINTS, ROW_POINTS } from '../core/page/paper';
import type { Span } from '../core/fountain/elements';
import type { CourierPrime } from './face';
import { styleSheet } from './htmlStyle';
import { directionsOf } from './lineDirections';
import { asteriskColumn, marginText, middleOf, pageNumberOf, watermarkOf, type Margins } from './margins';
import { isRevised } from './revisions';
import { titlePropertiesOf } from './titleProperties';

export interface HtmlPrint extends Margins {
  /** Left out, the reader's own typewriter font is used. */
  readonly courier?: CourierPrime;
  /** The document's title where the script has none, such as its file name. */
  readonly name: string;
  readonly watermark?: string;
  readonly revised?: readonly Span[];
}

/** A whole HTML document. */
export function writeHtml(layout: Layout, print: HtmlPrint): string {
  const bases = basesOf(layout);
  const pages = [
    ...(layout.titlePage ? [pageHtml(layout, print, layout.titlePage, titlePageBase().offset, undefined)] : []),
    ...layout.pages.map((page, index) => pageHtml(layout, print, page, bases[index]?.offset ?? 0, index)),
  ];
  const title = titlePropertiesOf(layout.script).title ?? print.name;
  return [
    '<!DOCTYPE html>',
    '<html>',
    '<head>',
    '<meta charset="utf-8">',
    // Whatever a script says, nothing is loaded and nothing runs.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Backlot">',
    `<title>${escaped(title)}</title>`,
    `<style>\n${styleSheet(layout, print.courier)}</style>`,
    '</head>',
    '<body>',
    ...pages,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is safe between tags and in attributes. Control characters, which HTML has no place for, are shown as what they are. */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => HTML[character] ?? character)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

function pageHtml(layout: Layout, print: HtmlPrint, page: Page, offset: number, index: number | undefined): string {
  const lines = linesOf(page);
  const directions = directionsOf(lines);
  const { paper } = layout;
  const parts = lines.flatMap((line, at) => {
    const revised = print.revised && isRevised(print.revised, offset + line.from, offset + line.to);
    return lineHtml(layout, line, directions[at], revised === true);
  });
  const middle = middleOf(paper);
  const margin = (name: string, text: string, top: number): string[] => (text === '' ? [] : [`<p class="${name}" style="left:${points(middle * COLUMN_POINTS)};top:${points(top)}">${escaped(text)}</p>`]);
  if (index !== undefined) {
    const number = pageNumberOf(index);
    parts.unshift(...margin('middle', marginText(print.header, layout, index), paper.headerTop), ...(number === undefined ? [] : [`<p class="end" style="right:${points(paper.width - paper.numberEnd * COLUMN_POINTS)};top:${points(paper.headerTop)}">${number}</p>`]));
    parts.push(...margin('middle', marginText(print.footer, layout, index), paper.height - paper.headerTop - ROW_POINTS));
  }
  const mark = watermarkOf(print.watermark, paper);
  const watermark = mark ? `<div class="watermark" aria-hidden="true"><span style="font-size:${points(mark.size)}">${escaped(mark.text)}</span></div>\n` : '';
  return `<section class="page">\n${watermark}${parts.join('\n')}\n</section>`;
}

function lineHtml(layout: Layout, line: PageLine, direction: 'ltr' | 'rtl' | undefined, revised: boolean): string[] {
  const { paper, numberColumns } = layout;
  const top = points(paper.top + line.row * ROW_POINTS);
  const at = (column: number): string => `left:${points(column * COLUMN_POINTS)};top:${top}`;
  const first = line.runs[0]?.column ?? 0;
  const { leftEnd, right } = numberColumns;
  const html: string[] = [];
  if (line.number !== undefined && leftEnd !== undefined) {
    html.push(`<p class="end" style="right:${points(paper.width - leftEnd * COLUMN_POINTS)};top:${top}">${escaped(line.number)}</p>`);
  }
  html.push(`<p class="${line.kind}"${direction ? ` dir="${direction}"` : ''} style="${at(line.column + first)}">${line.runs.map(runHtml).join('')}</p>`);
  if (line.number !== undefined && right !== undefined) {
    html.push(`<p style="${at(right)}">${escaped(line.number)}</p>`);
  }
  if (revised) {
    html.push(`<p style="${at(asteriskColumn(layout, line))}">*</p>`);
  }
  return html;
}

function runHtml({ text, bold, italic, underline }: Run): string {
  let html = isNarrow(text) ? escaped(text) : Array.from(cellsOf(text), (cell) => (cell.columns === 2 ? `<span class="wide">${escaped(cell.text)}</span>` : escaped(cell.text))).join('');
  html = underline ? `<u>${html}</u>` : html;
  html = italic ? `<i>${html}</i>` : html;
  return bold ? `<b>${html}</b>` : html;
}

function points(value: number): string {
  return `${Math.round(value * 100) / 100}pt`;
}
