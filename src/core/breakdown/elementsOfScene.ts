// The elements of one scene: who speaks, who is named in its action, and what the writer put there.
import type { Span } from '../fountain/elements';
import { cueNames } from '../production/cueNames';
import type { Production, SceneRecord } from '../production/production';
import { nameSpan } from '../script/cueName';
import { canonicalName } from '../script/names';
import type { OutlineItem, Scene } from '../script/outline';
import { elementsIn, type SceneContent } from '../script/sceneContents';
import type { SceneElement } from './breakdown';
import { namedInAction, type NameIndex } from './castMentions';
import { findTag } from './quotes';

export interface ElementSources {
  readonly production: Production;
  readonly roster: ReadonlyMap<string, string>;
  readonly names: NameIndex;
  readonly rank: (category: string) => number;
}

export interface ElementsInScene {
  /** In the order of sheets: by category, cast by number, others by name. */
  readonly elements: SceneElement[];
  /** Ids of cast who are heard in voice-over alone. */
  readonly voices: string[];
}

/** Everything in a scene. Who speaks in voice-over alone and is not named in its action is not there: the trade calls nobody for that. */
export function elementsOfScene({ item, from }: OutlineItem<Scene>, content: SceneContent, record: SceneRecord | undefined, sources: ElementSources): ElementsInScene {
  const { production, roster } = sources;
  const found = new Map<string, { from: SceneElement['from']; spans: Span[] }>();
  const { cues, named, present } = castIn(content, sources.names);
  const heard = new Set<string>();
  const add = (name: string, how: SceneElement['from'], spans: readonly Span[]): void => {
    const id = roster.get(name);
    if (id !== undefined && !(record?.without && Object.hasOwn(record.without, id))) {
      const known = found.get(id);
      found.set(id, { from: known?.from ?? how, spans: [...(known?.spans ?? []), ...spans] });
    }
  };
  for (const cue of item.characters) {
    const names = roster.has(cue) ? [cue] : cueNames(cue, (name) => roster.has(name));
    for (const name of names) {
      if (present.has(cue) || named.has(name)) {
        add(name, 'speaks', cues.get(cue) ?? []);
      } else {
        heard.add(roster.get(name) ?? '');
      }
    }
  }
  named.forEach((spans, name) => add(name, 'silent', spans));
  const elements = [...found].map(([id, { from: how, spans }]) => elementOf(production, id, how, spans));
  for (const [id, tag] of Object.entries(record?.tags ?? {})) {
    const { spans, lost } = findTag(content, tag);
    const at = elements.findIndex((element) => element.id === id);
    const before = elements[at];
    const more = { ...(lost.length > 0 && { lost }), ...(tag.count !== undefined && { count: tag.count }) };
    if (before) {
      elements[at] = { ...before, spans: [...before.spans, ...spans.filter((span) => !before.spans.some((other) => other.from < span.to && span.from < other.to))], ...more };
    } else {
      elements.push({ ...elementOf(production, id, 'hand', spans), ...more });
    }
  }
  const sorted = elements
    .map((element) => ({ ...element, spans: element.spans.map((span) => ({ from: span.from + from, to: span.to + from })).sort((a, b) => a.from - b.from) }))
    .sort((a, b) => sources.rank(a.category) - sources.rank(b.category) || (a.castNumber ?? Infinity) - (b.castNumber ?? Infinity) || order(a.name, b.name) || order(a.id, b.id));
  return { elements: sorted, voices: [...heard].filter((id) => id !== '' && !sorted.some((element) => element.id === id)) };
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** An id that no element has (one branch took it out, another tagged it) still shows, under itself. */
function elementOf({ elements }: Production, id: string, from: SceneElement['from'], spans: readonly Span[]): SceneElement {
  const element = Object.hasOwn(elements, id) ? elements[id] : undefined;
  const castNumber = element?.category === 'cast' ? element.castNumber : undefined;
  return { id, category: element?.category ?? 'props', name: element?.name ?? id, ...(castNumber !== undefined && { castNumber }), from, spans };
}

interface CastIn {
  /** By canonical name, relative to the scene. */
  readonly cues: ReadonlyMap<string, readonly Span[]>;
  readonly named: ReadonlyMap<string, readonly Span[]>;
  /** Cues not all of which are in voice-over. */
  readonly present: ReadonlySet<string>;
}

const VOICE_OVER = /(?<!\p{L})V\.? ?O\.?(?!\p{L})/iu;

const casts = new WeakMap<SceneContent, { readonly names: NameIndex; readonly cast: CastIn }>();

function castIn(content: SceneContent, names: NameIndex): CastIn {
  const known = casts.get(content);
  if (known?.names === names) {
    return known.cast;
  }
  const cast = readCast(content, names);
  casts.set(content, { names, cast });
  return cast;
}

function readCast(content: SceneContent, names: NameIndex): CastIn {
  const cues = new Map<string, Span[]>();
  const named = new Map<string, Span[]>();
  const present = new Set<string>();
  const put = (to: Map<string, Span[]>, name: string, span: Span): void => {
    const spans = to.get(name);
    if (spans) {
      spans.push(span);
    } else {
      to.set(name, [span]);
    }
  };
  for (const { element, block, at } of elementsIn(content)) {
    if (element.kind === 'character') {
      const marks = block.marks.map(({ from, to }) => ({ from: from - element.from, to: to - element.from }));
      const span = nameSpan(block.text.slice(element.from, element.to), element, marks) ?? { from: 0, to: element.to - element.from };
      if (!VOICE_OVER.test(element.extension ?? '')) {
        present.add(canonicalName(element.name));
      }
      put(cues, canonicalName(element.name), { from: at + element.from + span.from, to: at + element.from + span.to });
    }
  }
  for (const { block, first, end, at } of content.pieces) {
    const [from, to] = [block.elements[first]?.from ?? 0, block.elements[end - 1]?.to ?? 0];
    for (const span of namedInAction(block, names)) {
      if (span.from >= from && span.to <= to) {
        put(named, span.name, { from: at + span.from, to: at + span.to });
      }
    }
  }
  return { cues, named, present };
}
