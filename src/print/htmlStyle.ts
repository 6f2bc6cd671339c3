// The style sheet of an exported HTML file: the paper, Courier Prime inside it, and how it prints.
import { linesOf } from '../core/page/pageLines';
import type { Layout } from '../core/page/page';
import { ROW_POINTS } from '../core/page/paper';
import type { CourierPrime } from './face';

/** CSS for a layout's pages; only the faces that its lines use are put in. */
export function styleSheet(layout: Layout, courier: CourierPrime | undefined): string {
  const { width, height } = layout.paper;
  return `${courier ? fontFaces(layout, courier) : ''}@page { size: ${width}pt ${height}pt; margin: 0; }
html { color-scheme: light; background: #dcdcdc; }
body { margin: 0; padding: 16pt 0; }
.page { position: relative; box-sizing: border-box; width: ${width}pt; height: ${height}pt; margin: 0 auto 16pt; overflow: hidden; background: #fff; color: #000; box-shadow: 0 1pt 4pt #0004; font: 12pt/${ROW_POINTS}pt 'Courier Prime', 'Courier New', Courier, 'Liberation Mono', monospace; font-variant-ligatures: none; }
.page p { position: absolute; margin: 0; white-space: pre; }
.page .note, .page .synopsis, .page .section { color: #6b6b6b; }
.page .middle { transform: translateX(-50%); }
.wide { display: inline-block; width: 14.4pt; text-align: center; }
.watermark { position: absolute; inset: 0; display: flex; align-items: center; justify-content: center; color: #e4e4e4; font-weight: bold; user-select: none; }
.watermark span { transform: rotate(-${Math.round((Math.atan2(height, width) * 180) / Math.PI)}deg); white-space: nowrap; }
@media screen and (prefers-color-scheme: dark) { html { background: #2b2b2b; } }
@media print { html { background: none; } body { padding: 0; } .page { margin: 0; box-shadow: none; break-after: page; print-color-adjust: exact; } .page:last-child { break-after: auto; } }
`;
}

function fontFaces(layout: Layout, courier: CourierPrime): string {
  const used = new Set<keyof CourierPrime>(['regular']);
  for (const page of layout.titlePage ? [layout.titlePage, ...layout.pages] : layout.pages) {
    for (const { runs } of linesOf(page)) {
      runs.forEach(({ bold, italic }) => used.add(bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'));
    }
  }
  return [...used]
    .map((face) => {
      const weight = face.startsWith('bold') ? 'bold' : 'normal';
      const style = face.toLowerCase().endsWith('italic') ? 'italic' : 'normal';
      return `@font-face { font-family: 'Courier Prime'; font-weight: ${weight}; font-style: ${style}; src: url(data:font/ttf;base64,${base64(courier[face])}) format('truetype'); }\n`;
    })
    .join('');
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  // In parts: a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}
