// A production's breakdown as Final Draft tags it: categories, a definition for each element, and a number for each tagged stretch of the script.
import type { Breakdown } from '../breakdown/breakdown';
import { categoriesOf } from '../breakdown/categories';
import type { Span } from '../fountain/elements';
import { printedText } from '../fountain/inline';
import type { Production } from '../production/production';
import { runOf, bitsOf, seenText, type Piece } from './pieces';
import { attributesXml } from './xml';

/** A stretch of the script with its tag. No two overlap. */
export interface TaggedSpan extends Span {
  readonly tag: number;
}

export interface FdxTags {
  /** The `TagData` of the file. */
  readonly xml: string;
  /** In order, absolute. */
  readonly spans: readonly TaggedSpan[];
}

/** Ids, names and numbers that Final Draft itself gives its categories: by them its own lists know what is tagged. */
const CATEGORIES: Readonly<Record<string, readonly [id: string, name: string, number: number]>> = {
  cast: ['01fc9642-84ff-4366-b37c-a3068dee57e8', 'Cast Members', 2],
  extras: ['028a4e2b-b507-4d09-88ab-90e3edae9071', 'Background Actors', 3],
  stunts: ['0377dbe6-77a3-41af-bda8-86eb2468fdbf', 'Stunts', 4],
  vehicles: ['04721a56-f54b-49c8-80ad-d53887d6b851', 'Vehicles', 5],
  props: ['05c556eb-6bc1-4a3a-b09f-f8b5ba1b6afa', 'Props', 6],
  specialEffects: ['069e18b8-2109-4f3d-94e7-d802027a60a8', 'Special Effects', 8],
  wardrobe: ['0726fa85-1e65-4ab8-87de-bf21d09b01f0', 'Wardrobe', 9],
  makeup: ['08ae1eef-32ce-415f-9a9b-0982d2453ec4', 'Makeup/Hair', 10],
  animals: ['09cb0d1c-ce01-4f22-bb64-b5f2e6c491c6', 'Animals', 11],
  music: ['0b0b44c9-aa4b-4c40-88b1-d94472ad7a26', 'Music', 13],
  sound: ['0ce7d308-096d-4603-8fe8-349f72cd89ff', 'Sound', 15],
  setDressing: ['0debb71b-5743-4c53-80cc-e17e841ce645', 'Set Dressing', 17],
  greenery: ['0e7a8fc5-5441-4bad-a9bf-5ddd3fe51c69', 'Greenery', 18],
  equipment: ['0ff5cda4-4d43-4cfe-940f-91380c46fdad', 'Special Equipment', 19],
  security: ['109d0eaa-0334-4823-ac0c-b44d3f209dc4', 'Security', 20],
  labour: ['1179a4b1-70ee-4011-b4a2-809a0af09e92', 'Additional Labor', 21],
  visualEffects: ['12ab0932-e3b9-4b4a-bcd0-3da1b4e61d5e', 'Visual Effects', 23],
};
/** Final Draft's own end at 31. */
const FIRST_OWN = 32;

/**
 * What of a breakdown can stand in a Final Draft file: every tagged word, and of the cast in each scene the place where they are named first.
 * Elements that were added without a place have a definition and no tag. undefined where nothing is broken down.
 */
export function fdxTagsOf(production: Production, breakdown: Breakdown): FdxTags | undefined {
  const marked: (Span & { readonly id: string })[] = [];
  const names = new Map<string, { readonly name: string; readonly category: string }>();
  for (const { elements } of breakdown.scenes) {
    for (const { id, name, category, spans, from } of elements) {
      names.set(id, { name, category });
      marked.push(...(from === 'hand' ? spans : spans.slice(0, 1)).map((span) => ({ ...span, id })));
    }
  }
  if (names.size === 0) {
    return undefined;
  }
  const { spans, sets } = stretchesOf(marked);
  return { spans, xml: tagsXml(production, names, sets) };
}

/** Stretches on which the same elements stand, and of which elements each tag number is made. */
function stretchesOf(marked: readonly (Span & { readonly id: string })[]): { spans: TaggedSpan[]; sets: ReadonlyMap<number, readonly string[]> } {
  const borders = [...new Set(marked.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const starts = [...marked].sort((a, b) => a.from - b.from);
  const numbers = new Map<string, number>();
  const sets = new Map<number, readonly string[]>();
  const spans: TaggedSpan[] = [];
  let open: typeof starts = [];
  let next = 0;
  borders.forEach((from, index) => {
    const to = borders[index + 1];
    open = open.filter((span) => span.to > from);
    for (let span = starts[next]; span && span.from <= from; span = starts[++next]) {
      open.push(span);
    }
    const ids = [...new Set(open.map(({ id }) => id))].sort();
    if (to !== undefined && ids.length > 0) {
      const key = ids.join(' ');
      const tag = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, tag);
      sets.set(tag, ids);
      spans.push({ from, to, tag });
    }
  });
  return { spans, sets };
}

function tagsXml(production: Production, names: ReadonlyMap<string, { readonly name: string; readonly category: string }>, sets: ReadonlyMap<number, readonly string[]>): string {
  const all = categoriesOf(production);
  let own = FIRST_OWN;
  const categories = new Map(all.map(({ id, name, colour }) => {
    const known = Object.hasOwn(CATEGORIES, id) ? CATEGORIES[id] : undefined;
    const [uuid, title, number] = known ?? [uuidOf(`category ${id}`), name, own++];
    return [id, { uuid, xml: `      <TagCategory${attributesXml({ Color: wide(colour), Id: uuid, Name: title, Number: String(number), Style: 'Bold' })}/>\n` }] as const;
  }));
  const definitions = [...names].map(([id, { name, category }], index) => {
    const { uuid = '' } = categories.get(category) ?? categories.get('props') ?? {};
    return `      <TagDefinition${attributesXml({ CatId: uuid, Id: uuidOf(id), Label: name, Number: String(index + 1) })}/>\n`;
  });
  const tags = [...sets].map(([number, ids]) => `      <Tag Number="${number}">\n${ids.map((id) => `        <DefId>${uuidOf(id)}</DefId>\n`).join('')}      </Tag>\n`);
  const list = (name: string, rows: readonly string[]): string => `    <${name}>\n${rows.join('')}    </${name}>\n`;
  return `  <TagData>\n${list('TagCategories', [...categories.values()].map(({ xml }) => xml))}${list('TagDefinitions', definitions)}${list('Tags', tags)}  </TagData>\n`;
}

/** `#rrggbb` with each part doubled, as Final Draft writes colours. */
function wide(colour: string): string {
  return `#${(/^#([0-9a-f]{6})$/i.exec(colour)?.[1] ?? '000000').toUpperCase().replace(/../g, '$&$&')}`;
}

/** An id in the form of Final Draft's, the same for the same name in each export. */
function uuidOf(name: string): string {
  const parts = [0, 1, 2, 3].map((seed) => {
    let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
    for (let at = 0; at < name.length; at++) {
      hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
    }
    return ((hash ^ (hash >>> 15)) >>> 0).toString(16).padStart(8, '0');
  });
  return parts.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * An element's pieces with its tagged words in runs of their own. What is seen of the source (without marks and blanks) stands in it as one
 * stretch, between a forcing mark and a scene's number: so a letter of the source is known again in the runs by counting.
 * @param spans relative to the source
 */
export function withTags(pieces: readonly Piece[], source: string, spans: readonly TaggedSpan[]): readonly Piece[] {
  if (spans.length === 0) {
    return pieces;
  }
  const seen = seenText(pieces);
  const shift = bare(printedText(source)).indexOf(bare(seen));
  if (shift < 0) {
    return pieces;
  }
  const places = placesOf(seen);
  const tags = new Int32Array(seen.length);
  for (const { from, to, tag } of spans) {
    const first = bare(printedText(source.slice(0, from))).length - shift;
    const last = first + bare(printedText(source.slice(from, to))).length - 1;
    const [start, end] = [places[Math.max(0, first)], places[Math.min(places.length - 1, last)]];
    if (start !== undefined && end !== undefined && last >= 0) {
      tags.fill(tag, start, end + 1);
    }
  }
  let at = 0;
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'run') {
      return [piece];
    }
    const from = at;
    at += piece.text.length;
    const runs: Piece[] = [];
    for (let start = from; start < at; ) {
      let end = start + 1;
      while (end < at && tags[end] === tags[start]) {
        end++;
      }
      const tag = tags[start] ?? 0;
      runs.push({ ...runOf(piece.text.slice(start - from, end - from), bitsOf(piece)), ...(tag > 0 && { tag }) });
      start = end;
    }
    return runs;
  });
}

const BLANK = /[\s*_\\]/;

function bare(text: string): string {
  return text.replace(/[\s*_\\]+/g, '');
}

/** Where each letter that counts stands. */
function placesOf(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!BLANK.test(text.charAt(at))) {
      places.push(at);
    }
  }
  return places;
}
