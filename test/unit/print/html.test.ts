// The HTML of a script: its lines in their places, nothing that runs or loads, whatever the script says.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { linesOf } from '../../../src/core/page/pageLines';
import { STANDARD_PAGE, type Layout } from '../../../src/core/page/page';
import { escaped, writeHtml } from '../../../src/print/html';
import { courierPrime } from '../../support/pdfFonts';

const layOut = (text: string): Layout => layoutOf(parse(text), STANDARD_PAGE);
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const unescaped = (html: string): string => html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/** The texts of a page's lines, marks taken out, in the order in which they stand. */
function linesIn(html: string): string[][] {
  return html.split('<section class="page">').slice(1).map((page) => [...page.matchAll(/<p[^>]*>([^]*?)<\/p>/g)].map(([, inner]) => unescaped((inner ?? '').replace(/<[^>]*>/g, ''))));
}

describe('HTML', () => {
  it('has the layout’s lines, scene numbers and page numbers, page by page', () => {
    for (const file of readdirSync('test/fixtures').filter((name) => name.endsWith('.fountain'))) {
      const layout = layOut(readFileSync(`test/fixtures/${file}`, 'utf8'));
      const pages = layout.titlePage ? [layout.titlePage, ...layout.pages] : layout.pages;
      const expected = pages.map((page) => {
        const index = layout.pages.indexOf(page);
        const number = index > 0 ? [`${index + 1}.`] : [];
        return [...number, ...linesOf(page).flatMap(({ runs, number: scene }) => [...(scene === undefined ? [] : [scene]), runs.map(({ text }) => text).join(''), ...(scene === undefined ? [] : [scene])])];
      });
      // What HTML has no place for is shown as a replacement: the text is the layout's but for that.
      assert.deepEqual(linesIn(writeHtml(layout, { name: file })), expected.map((lines) => lines.map((line) => unescaped(escaped(line)))), file);
    }
  });

  it('lets nothing of the script become a tag, an attribute or a style', () => {
    const nasty = fc.array(fc.constantFrom('<script>alert(1)</script>', '"', "'", '&lt;', '</style>', '<!--', ']]>', 'onload=x', '\u0000', '\ud800', 'a', '*', '_', ' '), { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(nasty, nasty, (title, line) => {
        const html = writeHtml(layOut(`Title: ${title}\n\n.${line} #1#\n\n!${line}\n`), { name: title, header: line, footer: title, watermark: title });
        const tags = new Set([...html.matchAll(/<\/?([a-zA-Z!]+)/g)].map(([, tag]) => tag));
        assert.deepEqual([...tags].filter((tag) => !['!DOCTYPE', 'html', 'head', 'meta', 'title', 'style', 'body', 'section', 'p', 'b', 'i', 'u', 'div', 'span'].includes(tag ?? '')), []);
        const attributes = new Set([...html.matchAll(/<\w+((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)].flatMap(([, all]) => [...(all ?? '').matchAll(/([\w-]+)="/g)].map(([, name]) => name)));
        assert.deepEqual([...attributes].filter((name) => !['charset', 'http-equiv', 'content', 'name', 'class', 'style', 'aria-hidden', 'dir'].includes(name ?? '')), []);
        assert.doesNotMatch(html, /[\u0000-\u0008\ud800-\udfff]/u);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it('carries the faces of Courier Prime that it uses, and reads without them', () => {
    const layout = layOut('!Plain and *slanted*.\n');
    const faces = [...writeHtml(layout, { name: 'x', courier: courierPrime() }).matchAll(/@font-face \{[^}]*font-weight: (\w+); font-style: (\w+)/g)].map(([, weight, style]) => `${weight ?? ''} ${style ?? ''}`);
    assert.deepEqual(faces, ['normal normal', 'normal italic']);
    assert.doesNotMatch(writeHtml(layout, { name: 'x' }), /@font-face/);
  });

  it('loads nothing from anywhere', () => {
    const html = writeHtml(layOut('!http://example.com/x.png\n'), { name: 'x', courier: courierPrime() });
    assert.match(html, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"/);
    assert.doesNotMatch(html, /src="|href="|url\((?!data:)|@import/);
  });
});
