// A face within one PDF: its glyphs as the content stream writes them, and how wide they are.
import type { Face } from './face';

/** What pdfkit's documents have beyond their typed surface: the parts that text is written with. */
export interface PdfInside {
  readonly page: { readonly fonts: Record<string, unknown>; readonly height: number };
  readonly _font: EmbeddedFont;
  ref(data: unknown): PdfReference;
  addContent(content: string): unknown;
}

export interface PdfReference {
  end(data?: unknown): void;
}

interface EmbeddedFont {
  readonly id: string;
  ref(): unknown;
  encode(text: string): [hex: string[], positions: GlyphPosition[]];
  /** By glyph: what the PDF says of its width. */
  readonly widths: number[];
}

/** In thousandths of the font's size. */
interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

/** A glyph in its place; everything in thousandths of the font's size. */
export interface ShapedGlyph {
  readonly hex: string;
  /** From where the cluster begins, and above the baseline. */
  readonly x: number;
  readonly y: number;
  /** How far the PDF says that the pen moves on behind it. */
  readonly moves: number;
}

/** A cluster or a word, shaped. */
export interface Shaped {
  readonly glyphs: readonly ShapedGlyph[];
  /** In thousandths of the font's size. */
  readonly width: number;
}

export interface PdfFace {
  /** The name by which the page's resources know it. */
  readonly id: string;
  readonly resource: () => unknown;
  /** `room`: the width of its columns, for a cluster that stands by itself in them. */
  shape(text: string, room?: number): Shaped;
}

/** Takes a face into a document. What is not used of it is left out of the file. */
export function takeIn(document: PDFKit.PDFDocument & PdfInside, face: Face): PdfFace {
  document.font(face.font as unknown as string);
  const embedded = document._font;
  const shaped = new Map<string, Shaped>();
  const settled = new Set<string>();
  return {
    id: embedded.id,
    resource: () => embedded.ref(),
    shape(text, room) {
      let known = shaped.get(text);
      if (!known) {
        known = shape(embedded, seenIn(face, text), room, settled);
        shaped.set(text, known);
      }
      return known;
    },
  };
}

/** Without what steers shaping in fonts that know nothing of it: it would be drawn as a missing character. */
function seenIn(face: Face, text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, (character) => (face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : ''));
}

function shape(embedded: EmbeddedFont, text: string, room: number | undefined, settled: Set<string>): Shaped {
  const [hex, positions] = text === '' ? [[], []] : embedded.encode(text);
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  const [only] = hex;
  if (only !== undefined && hex.length === 1 && room !== undefined && width < room && !settled.has(only)) {
    // A narrow letter is said to be as wide as its columns: else readers take the room beside it for a space when text is copied.
    embedded.widths[parseInt(only, 16)] = room;
  }
  let at = 0;
  const glyphs = positions.map(({ xAdvance, xOffset, yOffset, advanceWidth }, index) => {
    const code = hex[index] ?? '0000';
    // What is written once with a width stays with it.
    settled.add(code);
    const glyph = { hex: code, x: at + xOffset, y: yOffset, moves: embedded.widths[parseInt(code, 16)] ?? advanceWidth };
    at += xAdvance;
    return glyph;
  });
  return { glyphs, width };
}
