// Which way the lines of a page are read: a paragraph's first letter says it for all its lines.
import type { PageLine } from '../core/page/page';
import { directionOf, hasRightToLeft } from './visualOrder';

/** For each line its paragraph's direction where it matters: undefined where nothing in the line is read from the right. */
export function directionsOf(lines: readonly PageLine[]): readonly ('ltr' | 'rtl' | undefined)[] {
  const texts = lines.map(({ runs }) => (runs.length === 1 ? (runs[0]?.text ?? '') : runs.map(({ text }) => text).join('')));
  if (!texts.some(hasRightToLeft)) {
    return [];
  }
  // A line goes on where the same kind stood a row higher in the same column.
  const paragraphs = new Map<string, { row: number; direction: 'ltr' | 'rtl' | undefined }>();
  return lines.map((line, index) => {
    const key = `${line.kind} ${line.column}`;
    const before = paragraphs.get(key);
    const text = texts[index] ?? '';
    const direction = (before?.row === line.row - 1 ? before.direction : undefined) ?? directionOf(text);
    paragraphs.set(key, { row: line.row, direction });
    return hasRightToLeft(text) ? (direction ?? 'ltr') : undefined;
  });
}
