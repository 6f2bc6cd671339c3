// Who the characters are, from the script itself: how each first appears, how they speak, and their own lines.
import type { Script } from '../../fountain/script';
import { charactersOf } from '../../script/characters';
import { mentionsOf } from '../../script/mentions';
import { speechesOf, type Speech } from '../../script/speeches';
import { clipTo, spread } from './clip';
import { materialIn } from './material';
import { spokenLine } from './spoken';
import { withoutTags } from './tags';
import { describeVoice } from './voice';

/** What one character's note is made of, its parts in the order of their worth. */
interface CastNote {
  readonly head: string;
  readonly samples: readonly string[];
}

const MOST_SAMPLES = 8;
/** Speeches that show a voice: not a bare yes, not a page. */
const SAMPLE_WORDS = { least: 4, most: 45 };
const ENTRANCE_TOKENS = 90;
const SAMPLE_TOKENS = 80;

const notes = new WeakMap<Script, Map<string, CastNote>>();
const bySpeaker = new WeakMap<Script, ReadonlyMap<string, readonly Speech[]>>();

/** Every character's speeches in order, by canonical name. */
export function speechesBySpeaker(script: Script): ReadonlyMap<string, readonly Speech[]> {
  let found = bySpeaker.get(script);
  if (!found) {
    const made = new Map<string, Speech[]>();
    for (const speech of speechesOf(script)) {
      const own = made.get(speech.name) ?? [];
      own.push(speech);
      made.set(speech.name, own);
    }
    found = made;
    bySpeaker.set(script, found);
  }
  return found;
}

/** The paragraph of action that first names a character: in capitals, as scripts bring people in, before any other. */
export function entranceOf(script: Script, name: string): string | undefined {
  const find = mentionsOf(name, charactersOf(script).map((person) => person.name));
  let other: string | undefined;
  for (const { element, text } of materialIn(script)) {
    if (element.kind !== 'action') {
      continue;
    }
    const mentions = find(text);
    if (mentions.some(({ from, to }) => text.slice(from, to) === name)) {
      return text;
    }
    other ??= mentions.length > 0 ? text : undefined;
  }
  return other;
}

function castNote(script: Script, name: string): CastNote {
  const known = notes.get(script)?.get(name);
  if (known) {
    return known;
  }
  const speeches = speechesBySpeaker(script).get(name) ?? [];
  const lines = speeches.map((speech) => spokenLine(script, speech));
  const entrance = entranceOf(script, name)?.replace(/\s+/gu, ' ').trim();
  const telling = lines.filter((_, index) => {
    const words = speeches[index]?.words ?? 0;
    return words >= SAMPLE_WORDS.least && words <= SAMPLE_WORDS.most;
  });
  const head = [
    withoutTags(name),
    ...(entrance === undefined ? [] : [`First seen: ${clipTo(entrance, ENTRANCE_TOKENS)}`]),
    `Speaks: ${describeVoice(speeches, lines)}`,
  ];
  const samples = spread(telling.length > 0 ? telling : lines, MOST_SAMPLES).map((line) => `- ${clipTo(line, SAMPLE_TOKENS)}`);
  const made = { head: head.join('\n'), samples };
  const cache = notes.get(script) ?? new Map<string, CastNote>();
  cache.set(name, made);
  notes.set(script, cache);
  return made;
}

/** One character's note with at most `samples` lines of theirs, spread over the script. */
export function describeCharacter(script: Script, name: string, samples: number): string {
  const note = castNote(script, name);
  return [note.head, ...spread(note.samples, samples)].join('\n');
}

/** The script's main characters, most words first: those with a voice to know, at most `most`. */
export function mainCast(script: Script, most: number): readonly string[] {
  return charactersOf(script)
    .filter((person, index) => index < most && (index < 2 || person.speeches >= 3))
    .map((person) => person.name);
}
