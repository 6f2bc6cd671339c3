// What a model answered, made a note on words that are really on the page, or refused with the reason.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import { sceneAt, scenesOf, type OutlineItem, type Scene } from '../script/outline';
import { tooAlike } from '../suggest/distinctness';
import { findQuote } from './findQuote';
import { NOTE_KINDS, type NoteKind, type ReaderNote } from './note';

/** Where notes are looked for, in the script as it stands now. */
export interface NotesScope {
  readonly span: Span;
  /** The kinds asked for; all when missing or empty. */
  readonly kinds?: readonly NoteKind[];
  /** The notes that the script has, discarded ones included. */
  readonly already: readonly Pick<ReaderNote, 'kind' | 'anchor' | 'text'>[];
}

/**
 * Why a note is not shown. `form`: no note at all; `empty`: it says nothing; `notOnPage`: what it quotes is not in the
 * stretch asked about; `otherKind`: not what was asked for; `again`: it was said before.
 */
export type NoteRefusal = 'form' | 'empty' | 'notOnPage' | 'otherKind' | 'again';

export interface CheckedNote {
  readonly kind: NoteKind;
  readonly span: Span;
  /** The exact source of `span`. */
  readonly quote: string;
  readonly scene: string;
  readonly text: string;
  readonly nextStep: string;
}

export type NoteCheck = { readonly ok: true; readonly note: CheckedNote } | { readonly ok: false; readonly reason: NoteRefusal };

/** In UTF-16 units. */
const LONGEST_NOTE = 700;
const LONGEST_STEP = 240;
/** What small models call the kinds. */
const CALLED: readonly (readonly [RegExp, NoteKind])[] = [
  [/same|generic|interchangeable|anyone|dialogue/, 'sameVoice'],
  [/voice|character|behaviou?r/, 'voice'],
  [/set\W*up|pay\W*off|plant|foreshadow/, 'setUp'],
  [/stake|tension|conflict|goal/, 'stakes'],
  [/contin|contradict|logic|plausib|consisten/, 'continuity'],
  [/pac(?:e|ing)|rhythm|length|slow/, 'pace'],
  [/clar|confus|unclear|exposition/, 'clarity'],
];

/**
 * Checks one item of an answer. Whatever it is, nothing is thrown: a form, words and a quote are looked for in it. The
 * quote is taken where it stands nearest to the scene named.
 */
export function checkNote(raw: unknown, script: Script, scope: NotesScope): NoteCheck {
  const fields = fieldsOf(raw);
  const kind = fields && kindOf(fields['kind'] ?? fields['type'] ?? fields['category']);
  const quoted = fields && textIn(fields['quote'] ?? fields['line']);
  if (!fields || kind === undefined || quoted === undefined) {
    return { ok: false, reason: 'form' };
  }
  const text = plainLine(textIn(fields['note'] ?? fields['text'] ?? fields['comment']) ?? '', LONGEST_NOTE);
  const nextStep = plainLine(textIn(fields['next'] ?? fields['nextStep'] ?? fields['next_step'] ?? fields['suggestion']) ?? '', LONGEST_STEP);
  if (!/\p{L}[^]*\p{L}/u.test(text)) {
    return { ok: false, reason: 'empty' };
  }
  if (scope.kinds && scope.kinds.length > 0 && !scope.kinds.includes(kind)) {
    return { ok: false, reason: 'otherKind' };
  }
  const span = nearest(findQuote(script, quoted, scope.span), sceneNamed(script, fields['scene']));
  if (!span) {
    return { ok: false, reason: 'notOnPage' };
  }
  // What was said of a line that has been rewritten since may be true again.
  const standing = scope.already.filter(({ anchor }) => anchor.standing === 'here');
  const isAgain = standing.some((other) => tooAlike(other.text, text) || (other.kind === kind && overlaps(other.anchor, span)));
  if (isAgain) {
    return { ok: false, reason: 'again' };
  }
  return { ok: true, note: { kind, span, quote: sliceOf(script, span.from, span.to), scene: sceneAt(script, span.from)?.item.heading ?? '', text, nextStep } };
}

/** A line of plain words: no control or direction signs, no emphasis of Markdown, not longer than `longest`. */
export function plainLine(text: string, longest: number): string {
  const plain = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/\*\*|__|`+/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (plain.length <= longest) {
    return plain;
  }
  const head = plain.slice(0, longest - 1);
  return `${(/^[^]*\s/u.exec(head)?.[0] ?? head.replace(/[\ud800-\udbff]$/, '')).trimEnd()}\u2026`;
}

function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The scene a model names: by its place in the script, by the script's own number, or by its heading. */
function sceneNamed(script: Script, named: unknown): OutlineItem<Scene> | undefined {
  const scenes = scenesOf(script);
  if (typeof named === 'number') {
    return scenes[Math.round(named) - 1];
  }
  const words = textIn(named)?.trim().toUpperCase();
  if (words === undefined || words === '') {
    return undefined;
  }
  const place = /^(?:SCENE\s*)?#?(\d{1,5})[.)]?$/.exec(words)?.[1];
  return (place === undefined ? undefined : scenes[Number(place) - 1]) ?? scenes.find(({ item }) => item.number?.toUpperCase() === words || item.heading.toUpperCase() === words);
}

function nearest(places: readonly Span[], scene: Span | undefined): Span | undefined {
  if (!scene) {
    return places[0];
  }
  const distance = ({ from, to }: Span): number => Math.max(0, scene.from - from, to - scene.to);
  return places.reduce<Span | undefined>((best, place) => (best && distance(best) <= distance(place) ? best : place), undefined);
}

function kindOf(named: unknown): NoteKind | undefined {
  const words = textIn(named);
  if (words === undefined) {
    return undefined;
  }
  const bare = words.replace(/[^A-Za-z]/g, '').toLowerCase();
  return NOTE_KINDS.find((kind) => kind.toLowerCase() === bare) ?? CALLED.find(([pattern]) => pattern.test(words.toLowerCase()))?.[1] ?? 'clarity';
}

function fieldsOf(raw: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Readonly<Record<string, unknown>>) : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 8000 ? value : undefined;
}
