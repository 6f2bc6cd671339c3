// PDF against pdfkit writing the same lines in the same fonts: what the grid of columns, the bookmarks and the look for other scripts cost.
import PDFDocument from 'pdfkit';
import { parse } from '../../src/core/fountain/parse';
import { layoutOf } from '../../src/core/page/layout';
import { linesOf } from '../../src/core/page/pageLines';
import { STANDARD_PAGE, type Layout } from '../../src/core/page/page';
import { COLUMN_POINTS, ROW_POINTS } from '../../src/core/page/paper';
import { openCourier, type CourierPrime } from '../../src/print/face';
import { charactersBeyond } from '../../src/print/needed';
import { writePdf } from '../../src/print/scriptPdf';
import { courierPrime } from '../support/pdfFonts';

function plain(layout: Layout, courier: CourierPrime): Promise<number> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ autoFirstPage: false, font: null as unknown as string });
    let length = 0;
    pdf.on('data', (part: Uint8Array) => (length += part.length));
    pdf.on('end', () => resolve(length));
    pdf.registerFont('regular', courier.regular).registerFont('bold', courier.bold).registerFont('italic', courier.italic).registerFont('boldItalic', courier.boldItalic);
    const { width, height, top } = layout.paper;
    for (const page of layout.titlePage ? [layout.titlePage, ...layout.pages] : layout.pages) {
      pdf.addPage({ size: [width, height], margin: 0 });
      for (const { row, column, runs } of linesOf(page)) {
        for (const { text, column: at, bold, italic, underline } of runs) {
          pdf.font(bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular').fontSize(12);
          pdf.text(text, (column + at) * COLUMN_POINTS, top + row * ROW_POINTS, { lineBreak: false, underline });
        }
      }
    }
    pdf.end();
  });
}

async function ours(layout: Layout, courier: CourierPrime): Promise<number> {
  charactersBeyond(layout, openCourier(courier).of({ bold: false, italic: false }));
  return (await writePdf(layout, { fonts: { courier, fallbacks: [] }, created: new Date(0) })).bytes.length;
}

async function medianOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  (globalThis as { gc?: () => void }).gc?.();
  const times: number[] = [];
  for (let run = -3; run < runs; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) {
      times.push(performance.now() - start);
    }
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}

/** The row of a script: printed through `row`, as the bench prints its others. */
export async function benchPdf(name: string, text: string, row: (name: string, value: number, bar?: { readonly most?: number; readonly least?: number }) => void): Promise<void> {
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  const courier = courierPrime();
  const own = await medianOf(15, () => ours(layout, courier));
  const pdfkit = await medianOf(15, () => plain(layout, courier));
  console.log(`\n${name} as PDF, ${layout.pages.length} pages. Medians in ms: ours ${own.toFixed(1)} (${await ours(layout, courier)} bytes), pdfkit ${pdfkit.toFixed(1)} (${await plain(layout, courier)} bytes)`);
  row('PDF / pdfkit writing the same lines', own / pdfkit, { most: 1.5 });
}
