// A word across the page, behind the text: drawn as outlines, so that it is not read, found or copied as part of the script.
import { columnsOf } from '../core/page/columns';
import type { Paper } from '../core/page/paper';
import type { Pdf } from './pdfDocument';

// Light enough to read through, dark enough to come out of a copier.
const COLOR = '#e4e4e4';
// How much of the page's diagonal it may take.
const REACH = 0.72;
const LARGEST = 120;

/** Draws it from the lower left to the upper right. */
export function drawWatermark(pdf: Pdf, { width, height }: Paper, words: string): void {
  const text = words.replace(/\s+/g, ' ').trim();
  const columns = columnsOf(text);
  if (columns === 0) {
    return;
  }
  const size = Math.min(LARGEST, (REACH * Math.hypot(width, height)) / (columns * 0.6));
  pdf.outlines(text, { x: width / 2, y: height / 2, size, angle: -Math.atan2(height, width), color: COLOR });
}
