// A font of boxes: what no font at hand can show is drawn as a box, never left blank, and yet can be found and copied.
import type { PdfInside, PdfReference } from './pdfFace';

const MOST = 256;

/** Draws boxes: `hex` is the code of one, `id` the font it is in. */
export interface Boxes {
  boxFor(text: string, wide: boolean): { readonly id: string; readonly resource: unknown; readonly hex: string };
  /** Writes the fonts. To be called once, before the document ends. */
  finish(): void;
}

interface Part {
  readonly id: string;
  readonly dictionary: PdfReference & { data: Record<string, unknown> };
  readonly boxes: { readonly text: string; readonly wide: boolean }[];
}

/** Boxes in a document: Type 3 fonts, whose glyphs are drawings, with the real characters as what they stand for (PDF 32000-1, 9.6.5 and 9.10.3). */
export function boxesIn(document: PdfInside): Boxes {
  const parts: Part[] = [];
  const known = new Map<string, { id: string; resource: unknown; hex: string }>();
  return {
    boxFor(text, wide) {
      const key = `${wide ? 'w' : 'n'}${text}`;
      let found = known.get(key);
      if (!found) {
        let part = parts.at(-1);
        if (!part || part.boxes.length === MOST) {
          part = { id: `Box${parts.length}`, dictionary: document.ref({}) as Part['dictionary'], boxes: [] };
          parts.push(part);
        }
        found = { id: part.id, resource: part.dictionary, hex: part.boxes.length.toString(16).padStart(2, '0') };
        part.boxes.push({ text: text.normalize('NFC'), wide });
        known.set(key, found);
      }
      return found;
    },
    finish: () => parts.forEach((part) => writePart(document, part)),
  };
}

function writePart(document: PdfInside, { dictionary, boxes }: Part): void {
  const drawing = (width: number): PdfReference => {
    // An upright box with a stroke through it, as high as a capital: d1 gives its width and bounds, the rest is its outline.
    const procedure = document.ref({});
    procedure.end(`${width} 0 40 -40 ${width - 40} 620 d1 50 w 75 0 ${width - 150} 580 re S 75 0 m ${width - 75} 580 l S`);
    return procedure;
  };
  const toUnicode = document.ref({});
  toUnicode.end(unicodeMap(boxes.map(({ text }) => text)));
  dictionary.data = {
    Type: 'Font',
    Subtype: 'Type3',
    FontBBox: [0, -100, 1200, 800],
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    CharProcs: { n: drawing(600), w: drawing(1200) },
    Encoding: { Type: 'Encoding', Differences: [0, ...boxes.map(({ wide }) => (wide ? 'w' : 'n'))] },
    FirstChar: 0,
    LastChar: boxes.length - 1,
    Widths: boxes.map(({ wide }) => (wide ? 1200 : 600)),
    Resources: {},
    ToUnicode: toUnicode,
  };
  dictionary.end();
}

/** The CMap that says which characters each code stands for. */
function unicodeMap(texts: readonly string[]): string {
  const units = (text: string): string => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
  const lines: string[] = [];
  // A section holds a hundred entries at most.
  for (let from = 0; from < texts.length; from += 100) {
    const some = texts.slice(from, from + 100);
    lines.push(`${some.length} beginbfchar`, ...some.map((text, index) => `<${(from + index).toString(16).padStart(2, '0')}> <${units(text)}>`), 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Boxes def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...lines,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
