// Changes of a production that the writer makes by hand in its breakdown: each pure, from one production to the next.
// Where there is nothing to change the same production comes back.
import type { BreakdownElement, Production, Quote, SceneLight, SceneRecord, Tag } from '../production/production';

type Records<T> = Readonly<Record<string, T>>;

const own = <T>(records: Records<T>, id: string): T | undefined => (Object.hasOwn(records, id) ? records[id] : undefined);

function without<T>(records: Records<T>, id: string): Records<T> {
  return Object.fromEntries(Object.entries(records).filter(([each]) => each !== id));
}

function withScene(production: Production, id: string, change: (record: SceneRecord) => SceneRecord): Production {
  const record = own(production.scenes, id);
  const changed = record && change(record);
  return changed === undefined || changed === record ? production : { ...production, scenes: { ...production.scenes, [id]: changed } };
}

function withTag(production: Production, scene: string, element: string, change: (tag: Tag) => Tag): Production {
  return withScene(production, scene, (record) => {
    const tag = own(record.tags, element);
    return tag ? { ...record, tags: { ...record.tags, [element]: change(tag) } } : record;
  });
}

function withElement(production: Production, id: string, change: (element: BreakdownElement) => BreakdownElement): Production {
  const element = own(production.elements, id);
  return element ? { ...production, elements: { ...production.elements, [id]: change(element) } } : production;
}

/** A name on one line; an empty one changes nothing. What of the script it is found by stays. */
export function renameElement(production: Production, id: string, name: string): Production {
  const plain = name.replace(/\s+/gu, ' ').trim();
  return plain === '' || own(production.elements, id)?.name === plain ? production : withElement(production, id, (element) => ({ ...element, name: plain }));
}

/** Moves an element to another category. Who is no cast any more has no cast number: that one stays free for good. */
export function changeCategory(production: Production, id: string, category: string): Production {
  if (own(production.elements, id)?.category === category) {
    return production;
  }
  return withElement(production, id, ({ castNumber, character, ...rest }) => ({ ...rest, category, ...(category === 'cast' ? { ...(castNumber === undefined ? {} : { castNumber }), ...(character === undefined ? {} : { character }) } : {}) }));
}

/** Makes one element of two: all that was tagged as `id` is `into` from now on, wherever it stands; `id` is gone. */
export function mergeElements(production: Production, id: string, into: string): Production {
  const [gone, stays] = [own(production.elements, id), own(production.elements, into)];
  if (id === into || !gone || !stays) {
    return production;
  }
  const names = [...(stays.also ?? []), ...(gone.character === undefined ? [] : [gone.character]), ...(gone.also ?? [])];
  const isCast = stays.category === 'cast';
  const merged: BreakdownElement = { ...stays, ...(isCast && stays.character === undefined && gone.character !== undefined ? { character: gone.character } : {}) };
  const also = [...new Set(names)].filter((name) => name !== merged.character);
  const elements = { ...without(production.elements, id), [into]: isCast && also.length > 0 ? { ...merged, also } : merged };
  const scenes = Object.fromEntries(Object.entries(production.scenes).map(([scene, record]) => [scene, mergedRecord(record, id, into)]));
  const boards = Object.fromEntries(Object.entries(production.boards).map(([key, board]) => [key, { ...board, seen: Object.fromEntries(Object.entries(board.seen).map(([scene, seen]) => [scene, { ...seen, cast: [...new Set(seen.cast.map((each) => (each === id ? into : each)))] }])) }]));
  return { ...production, elements, scenes, boards };
}

function mergedRecord(record: SceneRecord, id: string, into: string): SceneRecord {
  const [tag, other] = [own(record.tags, id), own(record.tags, into)];
  const tags = tag ? { ...without(record.tags, id), [into]: other ? mergedTag(other, tag) : tag } : record.tags;
  const out = record.without && own(record.without, id) ? without(record.without, id) : record.without;
  return tags === record.tags && out === record.without ? record : { ...record, tags, ...(out === undefined ? {} : { without: out }) };
}

function mergedTag(one: Tag, other: Tag): Tag {
  const count = one.count ?? other.count;
  const notes = [one.notes, other.notes].filter((each) => each !== undefined && each !== '').join('\n');
  return { quotes: [...one.quotes, ...other.quotes], ...(count === undefined ? {} : { count }), ...(notes === '' ? {} : { notes }) };
}

/** Takes an element out of the production altogether. Who speaks comes back by the script alone. */
export function removeElement(production: Production, id: string): Production {
  if (!own(production.elements, id)) {
    return production;
  }
  const scenes = Object.fromEntries(
    Object.entries(production.scenes).map(([scene, record]) => {
      const { without: out, ...rest } = record;
      const left = out && without(out, id);
      return [scene, { ...rest, tags: without(record.tags, id), ...(left === undefined || Object.keys(left).length === 0 ? {} : { without: left }) }];
    }),
  );
  return { ...production, elements: without(production.elements, id), scenes };
}

/** How many of an element a scene needs; undefined: not said. */
export function setCount(production: Production, scene: string, element: string, count: number | undefined): Production {
  if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > 100_000)) {
    return production;
  }
  return withTag(production, scene, element, ({ count: _, ...tag }) => ({ ...tag, ...(count === undefined ? {} : { count }) }));
}

export type SceneField = 'light' | 'storyDay' | 'minutes' | 'synopsis' | 'notes';

const LIGHTS: readonly SceneLight[] = ['day', 'night', 'dawn', 'dusk'];

/**
 * Sets what a scene is by hand; an empty text gives the script its say again.
 * @returns undefined where the text is no light, or no minutes (from 0 to a thousand, a comma or a point before tenths)
 */
export function setSceneField(production: Production, scene: string, field: SceneField, text: string): Production | undefined {
  const value = valueOf(field, text.trim());
  if (value === 'wrong') {
    return undefined;
  }
  return withScene(production, scene, (record) => {
    if (record[field] === value?.[field]) {
      return record;
    }
    const { [field]: _, ...rest } = record;
    return { ...rest, ...value };
  });
}

function valueOf(field: SceneField, text: string): Partial<Pick<SceneRecord, SceneField>> | 'wrong' | undefined {
  if (text === '') {
    return undefined;
  }
  switch (field) {
    case 'light': {
      const light = LIGHTS.find((each) => each === text);
      return light ? { light } : 'wrong';
    }
    case 'minutes': {
      const minutes = /^\d{1,4}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
      return minutes >= 0 && minutes <= 1000 ? { minutes } : 'wrong';
    }
    case 'storyDay':
      return { storyDay: text.replace(/\s+/gu, ' ').slice(0, 40) };
    case 'synopsis':
      return { synopsis: text.replace(/\s+/gu, ' ') };
    case 'notes':
      return { notes: text };
  }
}

const isQuote = (a: Quote, b: Quote): boolean => a.words === b.words && a.before === b.before && a.behind === b.behind;

/** Lets go of words that a tag stood on: the element stays in the scene, without a place where they were its last. */
export function letGoQuote(production: Production, scene: string, element: string, lost: Quote): Production {
  return withTag(production, scene, element, (tag) => ({ ...tag, quotes: tag.quotes.filter((quote) => !isQuote(quote, lost)) }));
}

/** Puts a tag on other words than those that are lost. */
export function moveQuote(production: Production, scene: string, element: string, lost: Quote, to: Quote): Production {
  return withTag(production, scene, element, (tag) => ({ ...tag, quotes: [...tag.quotes.filter((quote) => !isQuote(quote, lost) && !isQuote(quote, to)), to] }));
}
