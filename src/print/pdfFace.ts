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
}

/** In thousandths of the font's size. */
interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

/** A cluster or a word, shaped. */
export interface Shaped {
  readonly hex: readonly string[];
  readonly positions: readonly GlyphPosition[];
  /** In thousandths of the font's size. */
  readonly width: number;
  /** One glyph that stands where it is put: most are. */
  readonly simple: boolean;
}

export interface PdfFace {
  /** The name by which the page's resources know it. */
  readonly id: string;
  readonly resource: () => unknown;
  shape(text: string): Shaped;
}

/** Takes a face into a document. What is not used of it is left out of the file. */
export function takeIn(document: PDFKit.PDFDocument & PdfInside, face: Face): PdfFace {
  document.font(face.font as unknown as string);
  const embedded = document._font;
  const shaped = new Map<string, Shaped>();
  return {
    id: embedded.id,
    resource: () => embedded.ref(),
    shape(text) {
      let known = shaped.get(text);
      if (!known) {
        known = shape(embedded, seenIn(face, text));
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

function shape(embedded: EmbeddedFont, text: string): Shaped {
  const [hex, positions] = text === '' ? [[], []] : embedded.encode(text);
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  const [first] = positions;
  const simple = positions.length === 1 && first !== undefined && first.xOffset === 0 && first.yOffset === 0 && first.xAdvance === first.advanceWidth;
  return { hex, positions, width, simple };
}
