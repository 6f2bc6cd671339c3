// A scenario's scope: the part of the script it is about, told by what it says, and found again in a script that has changed.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import { hashOf } from '../ledger/hash';
import { endIndex, wholeSpans } from '../script/nestOutline';
import { outlineOf, scenesOf, type OutlineItem, type Scene } from '../script/outline';
import { LIMITS } from './limits';
import { clipped, comparableHeading, findSceneIndex, scenesWithHeading, scenesWithNumber } from './sceneNames';
import type { Placed, Scope } from './scenario';

/** The hash of a stretch: its words and lines, not the blank lines behind it, nor how lines end. */
function hashOfStretch(script: Script, { from, to }: Span): string {
  return hashOf(sliceOf(script, from, to).trimEnd());
}

/** The hash of all below its first line: what stays where only the heading is rewritten. */
function hashOfBody(script: Script, { from, to }: Span): string {
  return hashOf(/^[^\r\n]*(?:\r\n?|\n)([^]*)$/.exec(sliceOf(script, from, to))?.[1]?.trimEnd() ?? '');
}

/** Of a long script with one set every scene may be the first of the stretch; more than these are not read to their ends. */
const MOST_READ = 48;

const hashes = new WeakMap<Script, Map<string, string>>();

/** A hash that is worked out once for each script. */
function once(script: Script, kind: 'stretch' | 'body', span: Span): string {
  const known = hashes.get(script) ?? new Map<string, string>();
  hashes.set(script, known);
  const key = `${kind} ${span.from} ${span.to}`;
  const hash = known.get(key) ?? (kind === 'stretch' ? hashOfStretch(script, span) : hashOfBody(script, span));
  known.set(key, hash);
  return hash;
}

const spans = new WeakMap<Script, readonly Span[]>();

/** Each scene's whole lines: index for index with scenesOf. */
export function sceneSpansOf(script: Script): readonly Span[] {
  let known = spans.get(script);
  if (!known) {
    const whole = wholeSpans(script);
    known = outlineOf(script).flatMap(({ item }, index) => (item.kind === 'scene' ? [whole[index] ?? { from: 0, to: 0 }] : []));
    spans.set(script, known);
  }
  return known;
}

/**
 * The indices into scenesOf of the scenes that a stretch touches, first and last; undefined where it touches none: before
 * the first heading, or in a script without scenes. An empty stretch is a cursor.
 */
export function scenesTouched(script: Script, span: Span): { first: number; last: number } | undefined {
  const all = sceneSpansOf(script);
  const touches = ({ from, to }: Span, at: number): boolean =>
    span.from === span.to ? from <= span.from && (span.from < to || at === all.length - 1) : from < span.to && span.from < to;
  const first = all.findIndex(touches);
  return first < 0 ? undefined : { first, last: all.findLastIndex(touches) };
}

/** The section whose lines hold the start of the stretch, the innermost; with its index in the outline. */
function sectionAt(script: Script, at: number): { item: OutlineItem; index: number } | undefined {
  const items = outlineOf(script);
  const index = items.findLastIndex(({ item, from, to }) => item.kind === 'section' && from <= at && at < Math.max(to, from + 1));
  const item = items[index];
  return item && { item, index };
}

/** The scenes a stretch means: those it touches; between scenes (on a section's heading, say) the one behind it, at the end the last. */
function scenesMeant(script: Script, span: Span): { first: number; last: number } | undefined {
  const all = sceneSpansOf(script);
  const behind = all.findIndex(({ from }) => from >= span.from);
  const near = behind < 0 ? all.length - 1 : behind;
  return scenesTouched(script, span) ?? (near < 0 ? undefined : { first: near, last: near });
}

/**
 * The whole lines that a scope takes: the scenes that the stretch touches or stands before, the section around its start,
 * or all from its first scene to the script's end. In a script without scenes all of it.
 */
export function scopeSpan(script: Script, span: Span, kind: Scope['kind']): Span {
  const section = kind === 'section' ? sectionAt(script, span.from) : undefined;
  if (section) {
    return wholeSpans(script)[section.index] ?? span;
  }
  const all = sceneSpansOf(script);
  const meant = scenesMeant(script, span);
  const first = meant && all[meant.first];
  const last = meant && all[kind === 'scene' ? meant.first : meant.last];
  return first && last ? { from: first.from, to: kind === 'toEnd' ? script.length : last.to } : { from: 0, to: script.length };
}

/** What to keep of a scope with a scenario. The stretch is widened to whole scenes first (scopeSpan). */
export function scopeOf(script: Script, span: Span, kind: Scope['kind']): Scope {
  const whole = scopeSpan(script, span, kind);
  const touched = scenesTouched(script, whole);
  const first = touched && scenesOf(script)[touched.first]?.item;
  const last = touched && scenesOf(script)[touched.last]?.item;
  const section = kind === 'section' ? sectionAt(script, span.from)?.item.item : undefined;
  const from = section?.kind === 'section' ? section.text : (first?.heading ?? '');
  const nth = section ? sectionsNamed(script, from).findIndex((index) => outlineOf(script)[index]?.item === section) : touched ? scenesWithHeading(script, from).indexOf(touched.first) : 0;
  return {
    kind: section || kind !== 'section' ? kind : 'range',
    from: clipped(from),
    ...(!section && first?.number !== undefined && { fromNumber: first.number.slice(0, LIMITS.id) }),
    to: clipped(last?.heading ?? ''),
    ...(last?.number !== undefined && { toNumber: last.number.slice(0, LIMITS.id) }),
    hash: hashOfStretch(script, whole),
    body: hashOfBody(script, whole),
    ...firstOf(script, kind, touched),
    ...(nth > 0 && { nth }),
    scenes: touched ? touched.last - touched.first + 1 : 0,
  };
}

/** What tells a stretch of several scenes from others at its first one. */
function firstOf(script: Script, kind: Scope['kind'], touched: { first: number; last: number } | undefined): Pick<Scope, 'first' | 'firstBody'> {
  const span = touched && sceneSpansOf(script)[touched.first];
  return span && (kind === 'toEnd' || touched.last > touched.first) ? { first: once(script, 'stretch', span), firstBody: once(script, 'body', span) } : {};
}

/** The sections with this text, as indices into the outline. */
function sectionsNamed(script: Script, text: string): number[] {
  const wanted = comparableHeading(text);
  return outlineOf(script).flatMap(({ item }, index) => (item.kind === 'section' && comparableHeading(item.text) === wanted ? [index] : []));
}

/** The indices that fit a name best: heading and number, else heading, else number. */
function named(script: Script, heading: string, number: string | undefined): readonly number[] {
  const byHeading = scenesWithHeading(script, heading);
  const byNumber = scenesWithNumber(script, number);
  const both = byHeading.filter((index) => byNumber.includes(index));
  return both.length > 0 ? both : byHeading.length > 0 ? byHeading : byNumber;
}

/** The stretch from one scene to another, both whole. */
function stretch(script: Script, first: number, last: number, kind: Scope['kind']): Span {
  const all = sceneSpansOf(script);
  const from = all[first]?.from ?? 0;
  return { from, to: kind === 'toEnd' ? script.length : (all[last]?.to ?? script.length) };
}

/** A stretch that the scope may be, and its first scene where it has one. */
interface Candidate {
  readonly span: Span;
  readonly first?: Span;
}

/** Every stretch that the scope may be, the likeliest first. */
function candidates(script: Script, scope: Scope): Candidate[] {
  const { kind, scenes = 1 } = scope;
  const starts = byOrder(named(script, scope.from, scope.fromNumber), scope.nth ?? 0);
  const spans = sceneSpansOf(script);
  const ends = kind === 'range' ? named(script, scope.to, scope.toNumber) : [];
  return starts.flatMap((first) => {
    const expected = Math.min(spans.length - 1, first + Math.max(1, scenes) - 1);
    const lasts = kind === 'scene' ? [first] : kind === 'toEnd' ? [spans.length - 1] : nearestTo(ends, expected, first);
    return lasts.map((last) => candidate(script, first, last, kind));
  });
}

function candidate(script: Script, first: number, last: number, kind: Scope['kind']): Candidate {
  const own = sceneSpansOf(script)[first];
  return { span: stretch(script, first, last, kind), ...(own && { first: own }) };
}

/** How many ends of a stretch are looked at for each start. */
const MOST_ENDS = 8;

/** Of ascending indices, none below `least`, those nearest to `expected`, the nearest first; that itself where there are none. */
function nearestTo(ascending: readonly number[], expected: number, least: number): readonly number[] {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = (ascending[middle] ?? 0) < expected ? [middle + 1, high] : [low, middle];
  }
  const near = ascending.slice(Math.max(0, low - MOST_ENDS), low + MOST_ENDS).filter((index) => index >= least);
  const sorted = near.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).slice(0, MOST_ENDS);
  return sorted.length > 0 ? sorted : [expected];
}

/**
 * The first of the stretches whose words are these. Of several scenes the first alone is read before the whole is; where
 * a file does not say how that reads, or every scene reads like every other, only so many are read.
 */
function withWords(script: Script, all: Iterable<Candidate>, kind: 'stretch' | 'body', wanted: string | undefined, firstWanted: string | undefined): Span | undefined {
  let read = 0;
  for (const { span, first } of all) {
    if (firstWanted !== undefined && first && once(script, kind, first) !== firstWanted) {
      continue;
    }
    // A stretch that is one scene is as long as that scene: all of them together are the script.
    read += first && first.to === span.to ? 0 : 1;
    if (read > MOST_READ) {
      return undefined;
    }
    if (once(script, kind, span) === wanted) {
      return span;
    }
  }
  return undefined;
}

/** The one that stood at this place among equals first, then the others. */
function byOrder(found: readonly number[], nth: number): readonly number[] {
  const own = found[Math.min(nth, found.length - 1)];
  return own === undefined ? [] : [own, ...found.filter((index) => index !== own)];
}

/** Where the heading is gone: the stretch of as many scenes with the same words below its first line. */
function byBody(script: Script, { body, firstBody, scenes = 1, kind }: Scope): Span | undefined {
  if (body === undefined || body === hashOf('') || kind === 'section') {
    return undefined;
  }
  const count = Math.max(1, scenes);
  const firsts = Array.from({ length: Math.max(0, sceneSpansOf(script).length - count + 1) }, (_, first) => candidate(script, first, first + count - 1, kind));
  return withWords(script, firsts, 'body', body, firstBody);
}

const placed = new WeakMap<Script, WeakMap<Scope, { readonly place: Placed | undefined }>>();

/**
 * The scope in a script as it stands; undefined when neither its heading, its number nor its words are there any more.
 * Of several that fit, the one that still reads the same; of several such, or none, the one that stands at the same
 * place among its equals. Worked out once for a script and a scope.
 */
export function placeScope(script: Script, scope: Scope): Placed | undefined {
  const known = placed.get(script) ?? new WeakMap<Scope, { readonly place: Placed | undefined }>();
  placed.set(script, known);
  const found = known.get(scope) ?? { place: findScope(script, scope) };
  known.set(scope, found);
  return found.place;
}

function findScope(script: Script, scope: Scope): Placed | undefined {
  const found = scope.from === '' ? beforeScenes(script) : scope.kind === 'section' ? sectionSpans(script, scope) : candidates(script, scope);
  const same = withWords(script, found, 'stretch', scope.hash, scope.first);
  if (same) {
    return { ...same, unchanged: true };
  }
  const body = scope.body === undefined ? undefined : withWords(script, found, 'body', scope.body, scope.firstBody);
  // Of a stretch in which a word changed, its first scene says where it is.
  const begun = scope.first === undefined ? undefined : found.find(({ first }) => first && once(script, 'stretch', first) === scope.first)?.span;
  const nearest = body ?? begun ?? (found.length === 1 ? undefined : byBody(script, scope)) ?? found[0]?.span;
  return nearest && { ...nearest, unchanged: false };
}

function sectionSpans(script: Script, scope: Scope): Candidate[] {
  const items = outlineOf(script);
  const whole = wholeSpans(script);
  return byOrder(sectionsNamed(script, scope.from), scope.nth ?? 0).flatMap((index) => {
    const span = endIndex(items, index) > index ? whole[index] : undefined;
    return span ? [{ span }] : [];
  });
}

/** A scope of a script that had no scenes: what stands before its first one now. */
function beforeScenes(script: Script): Candidate[] {
  const to = sceneSpansOf(script)[0]?.from ?? script.length;
  return to > 0 ? [{ span: { from: 0, to } }] : [];
}

/** The scene that a consequence or a scene of a plan names; undefined when the script has none such. @param from where to look first */
export function findScene(script: Script, { scene, sceneNumber }: { readonly scene?: string; readonly sceneNumber?: string }, from = 0): OutlineItem<Scene> | undefined {
  const scenes = scenesOf(script);
  const first = from === 0 ? 0 : scenes.findIndex((each) => each.from >= from);
  const index = findSceneIndex(script, scene ?? '', sceneNumber, first < 0 ? scenes.length : first);
  return index === undefined ? undefined : scenes[index];
}
