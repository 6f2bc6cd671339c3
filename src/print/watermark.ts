// A word across the page, behind the text: drawn as outlines, so that it is not read, found or copied as part of the script.
import type { Paper } from '../core/page/paper';
import { watermarkOf } from './margins';
import type { Pdf } from './pdfDocument';

// Light enough to read through, dark enough to come out of a copier.
const COLOR = '#e4e4e4';

/** Draws it from the lower left to the upper right. */
export function drawWatermark(pdf: Pdf, paper: Paper, words: string): void {
  const watermark = watermarkOf(words, paper);
  if (watermark) {
    const { width, height } = paper;
    pdf.outlines(watermark.text, { x: width / 2, y: height / 2, size: watermark.size, angle: -Math.atan2(height, width), color: COLOR });
  }
}
