// Fonts as print sees them: Courier Prime's four faces, and others that stand in for what it lacks.
import { create, type Font } from 'fontkit';

/** The bytes of Courier Prime's faces, as dist/fonts has them. */
export interface CourierPrime {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  readonly boldItalic: Uint8Array;
}

/** One face of a font, with what it can really show. */
export interface Face {
  /** To be embedded. Nobody looks at its outlines: fontkit would forget which characters the parts of a composed letter stand for. */
  readonly font: Font;
  /** The same font once more, to look at. */
  readonly shapes: Font;
  /** The form (composed or decomposed) in which the face shows a grapheme cluster; undefined where it has not all of it. */
  formOf(grapheme: string): string | undefined;
}

// Joiners, direction marks and variation selectors: they steer the shaping and have no picture of their own.
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]$/u;

/** A face over a font opened twice. */
function faceOf(font: Font, shapes: Font): Face {
  const known = new Map<string, string | undefined>();
  const drawn = new Map<number, boolean>();
  const draws = (codePoint: number): boolean => {
    let found = drawn.get(codePoint);
    if (found === undefined) {
      found = hasPicture(shapes, codePoint);
      drawn.set(codePoint, found);
    }
    return found;
  };
  const showsAll = (text: string): boolean => [...text].every((character) => UNSEEN.test(character) || draws(character.codePointAt(0) ?? 0));
  return {
    font,
    shapes,
    formOf(grapheme) {
      if (!known.has(grapheme)) {
        known.set(grapheme, [grapheme.normalize('NFC'), grapheme, grapheme.normalize('NFD')].find(showsAll));
      }
      return known.get(grapheme);
    },
  };
}

/**
 * Whether the font has something to show for a character. A place in its table is not enough: colour fonts keep their pictures
 * in a form that PDF has no place for, and their outlines are empty, or mere frames around the picture.
 */
function hasPicture(font: Font, codePoint: number): boolean {
  try {
    if (!font.hasGlyphForCodePoint(codePoint)) {
      return false;
    }
    const glyph = font.glyphForCodePoint(codePoint);
    if (glyph.id === 0 || (glyph as { readonly type?: string }).type === 'SBIX') {
      return false;
    }
    return /^\s$/u.test(String.fromCodePoint(codePoint)) || glyph.path.commands.length > 0;
  } catch {
    // A damaged or unknown table: another font may do better.
    return false;
  }
}

/** The faces in a font file: one, or those of a collection. Empty where the file is no font that PDF can take in. */
export function openFaces(bytes: Uint8Array): Face[] {
  try {
    const [fonts, shapes] = [fontsIn(bytes), fontsIn(bytes)];
    return fonts.flatMap((font, index) => (isEmbeddable(font) ? [faceOf(font, shapes[index] ?? font)] : []));
  } catch {
    return [];
  }
}

function fontsIn(bytes: Uint8Array): Font[] {
  const opened = create(bytes as Buffer);
  return 'fonts' in opened ? opened.fonts : [opened];
}

/** WOFF2 keeps its outlines in a form that cannot be cut down to what is used. */
function isEmbeddable(font: Font): boolean {
  return font.type !== 'WOFF2';
}

/** Courier Prime's faces, opened, by style. */
export interface CourierFaces {
  of(style: { readonly bold: boolean; readonly italic: boolean }): Face;
}

/** @throws where the bytes are no font: they are ours, and always are one */
export function openCourier({ regular, bold, italic, boldItalic }: CourierPrime): CourierFaces {
  const only = (bytes: Uint8Array): Face => {
    const [face] = openFaces(bytes);
    if (!face) {
      throw new Error('Courier Prime could not be read.');
    }
    return face;
  };
  const [plain, heavy, slanted, both] = [only(regular), only(bold), only(italic), only(boldItalic)];
  return { of: (style) => (style.bold ? (style.italic ? both : heavy) : style.italic ? slanted : plain) };
}
