// Words as a drawing: the outlines of their letters.
import { brief, COLUMN } from './pdfText';
import type { Piece } from './pieces';

export interface OutlinePlace {
  /** The middle of the words, in points from the page's upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Radians, clockwise. */
  readonly angle: number;
}

const LETTERS: Readonly<Record<string, string>> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };
// Half the height of a capital, as a part of the size: what looks like the middle of a line of capitals.
const HALF_CAPITAL = 0.29;

/** SVG path data of a line's pieces. What no font has is left out: the text of the page says what is missing. */
export function outlinesOf(pieces: readonly Piece[], { x, y, size, angle }: OutlinePlace): string {
  const columns = pieces.reduce((most, piece) => Math.max(most, piece.column + piece.columns), 0);
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const data: string[] = [];
  for (const { face, column, plain, cells, word } of pieces) {
    let at = column;
    const clusters = word !== undefined ? [{ text: word, columns: 0 }] : plain !== undefined ? Array.from(plain, (text) => ({ text, columns: 1 })) : cells;
    for (const { text, columns: taken } of face ? clusters : []) {
      let pen = ((at - columns / 2) * COLUMN * size) / 1000;
      const scale = size / (face?.shapes.unitsPerEm ?? 1000);
      const { glyphs = [], positions = [] } = face?.shapes.layout(text) ?? {};
      for (const [index, glyph] of glyphs.entries()) {
        for (const { command, args } of glyph.path.commands as readonly { command: string; args: readonly number[] }[]) {
          const points = Array.from({ length: args.length / 2 }, (_, point) => {
            const right = pen + (args[2 * point] ?? 0) * scale;
            const down = size * HALF_CAPITAL - (args[2 * point + 1] ?? 0) * scale;
            return `${brief(x + right * cosine - down * sine)} ${brief(y + right * sine + down * cosine)}`;
          });
          data.push(`${LETTERS[command] ?? ''}${points.join(' ')}`);
        }
        pen += (positions[index]?.xAdvance ?? 0) * scale;
      }
      at += taken;
    }
  }
  return data.join(' ');
}
