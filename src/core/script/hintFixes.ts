// What may be done about a hint, each proven: parsed again, the hint is gone.
import type { Edit } from '../edits/edit';
import { tidyEdits } from '../edits/editList';
import { blockAt, textOf, type Script } from '../fountain/script';
import { editedScript } from './edited';
import { elementAt } from './elements';
import { hintsOf, type Hint } from './hints';
import { sceneAt } from './outline';
import { renameCharacter } from './renameCharacter';
import { numberBetween, sameNumberKey } from './sceneNumberBetween';
import { addNumbers, numberedHeadings, setNumbers } from './sceneNumbers';
import { coreEnd, lineEndOf } from './seams';

/** A way to mend it. `number`, `name` and `places` are what its title says. */
export type Fix = { readonly edits: readonly Edit[] } & (
  | { readonly what: 'putBlankBelow' | 'makeAction' | 'closeAtLine' | 'closeAtScene' | 'joinNote' | 'dropBrackets' | 'joinSpeech' | 'numberAll' }
  | { readonly what: 'giveNumber'; readonly number: string }
  | { readonly what: 'rename'; readonly name: string; readonly places: number }
);

/** The fixes of a hint of this script, the likeliest first. */
export function fixesOf(script: Script, hint: Hint): Fix[] {
  const text = textOf(script);
  const kind = new Set([hint.kind]);
  const before = hintsOf(script, kind).length;
  // Mended is what leaves fewer hints of this kind: not one gone here and another come there.
  return fixesFor(script, text, hint).filter(({ edits }) => edits.length > 0 && hintsOf(editedScript(script, tidyEdits(text, edits)), kind).length < before);
}

function fixesFor(script: Script, text: string, hint: Hint): Fix[] {
  switch (hint.what) {
    case 'headingNeedsBlankAfter':
      return [{ what: 'putBlankBelow', edits: [insert(hint.to, lineEndOf(text))] }, makeAction(text, hint)];
    case 'unclosedNote':
      return [...joinNote(text, hint), { what: 'closeAtLine', edits: [insert(endOfLine(text, hint.to), ']]')] }, dropBrackets(hint)];
    case 'unclosedBoneyard':
      return [{ what: 'closeAtLine', edits: [insert(endOfLine(text, hint.to), ' */')] }, ...closeAtScene(script, text, hint), dropBrackets(hint)];
    case 'cueAlone':
      return [...joinSpeech(script, text, hint), makeAction(text, hint)];
    case 'cueSilent':
      return [];
    case 'nearName':
      return renameFix(script, hint.name, hint.other);
    case 'numberTwice':
    case 'numberMissing':
      return numberFixes(script, hint);
  }
}

function insert(offset: number, inserted: string): Edit {
  return { offset, removed: 0, inserted };
}

function endOfLine(text: string, offset: number): number {
  const line = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  return offset + line.trimEnd().length;
}

function makeAction(text: string, { from, to }: Hint): Fix {
  const indent = /^[ \t]*/.exec(text.slice(from, to))?.[0].length ?? 0;
  return { what: 'makeAction', edits: [insert(from + indent, '!')] };
}

function dropBrackets({ from }: Hint): Fix {
  return { what: 'dropBrackets', edits: [{ offset: from, removed: 2, inserted: '' }] };
}

// A note that was meant to reach further than this is rather two.
const LONGEST_NOTE = 4000;

/** Where the end stands behind empty lines: two spaces on each of them keep a note together (Fountain 1.1, Notes). */
function joinNote(text: string, { from }: Hint): Fix[] {
  const rest = text.slice(from + 2, from + LONGEST_NOTE);
  const close = rest.indexOf(']]');
  const next = rest.indexOf('[[');
  if (close < 0 || (next >= 0 && next < close)) {
    return [];
  }
  const blanks = [...rest.slice(0, close).matchAll(/(?<=\r\n|\r(?!\n)|\n)[ \t]?(?=\r|\n)/g)].filter((match) => match[0] !== '\t');
  return [{ what: 'joinNote', edits: blanks.map((match) => ({ offset: from + 2 + match.index, removed: match[0].length, inserted: '  ' })) }];
}

function closeAtScene(script: Script, text: string, hint: Hint): Fix[] {
  const scene = sceneAt(script, hint.from);
  const end = scene ? coreEnd(text, scene.from, scene.to) : text.trimEnd().length;
  return end > endOfLine(text, hint.to) ? [{ what: 'closeAtScene', edits: [insert(end, ' */')] }] : [];
}

/** The blank lines between the cue and the paragraph below it go, where that is action. Where a boneyard stands between, nothing does. */
function joinSpeech(script: Script, text: string, hint: Hint): Fix[] {
  const placed = blockAt(script, hint.from);
  const next = placed && elementAt(script, placed.offset + placed.block.text.length);
  if (!placed || next?.element.kind !== 'action' || next.from !== placed.offset + placed.block.text.length) {
    return [];
  }
  const end = endOfLine(text, hint.from);
  if (/[^ \t\r\n]/.test(text.slice(end, next.from))) {
    return [];
  }
  return [{ what: 'joinSpeech', edits: [{ offset: end, removed: next.from - end, inserted: lineEndOf(text) }] }];
}

function renameFix(script: Script, name: string, other: string): Fix[] {
  const rename = renameCharacter(script, name, `@${other}`);
  return rename.ok ? [{ what: 'rename', name: other, places: rename.cues.length + rename.mentions.length, edits: [...rename.cues, ...rename.mentions].sort((a, b) => b.offset - a.offset) }] : [];
}

function numberFixes(script: Script, hint: Hint): Fix[] {
  const headings = numberedHeadings(script);
  const index = headings.findIndex(({ from }) => from === hint.from);
  const numbers = headings.map(({ number }) => number);
  const taken = new Set(numbers.flatMap((number) => (number === undefined ? [] : [sameNumberKey(number)])));
  const after = numbers.find((number, at) => at > index && number !== undefined);
  const number = numberBetween(numbers.findLast((each, at) => at < index && each !== undefined), after, taken);
  const one = setNumbers(script, numbers.map((each, at) => (at === index ? number : each)));
  const missing = numbers.filter((each) => each === undefined).length;
  const all = hint.what === 'numberMissing' && missing > 1 ? addNumbers(script) : undefined;
  return [...(one.ok ? [{ what: 'giveNumber' as const, number, edits: one.edits }] : []), ...(all?.ok ? [{ what: 'numberAll' as const, edits: all.edits }] : [])];
}
