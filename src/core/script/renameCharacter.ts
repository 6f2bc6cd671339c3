// Renames a character in a whole script: every cue, and where the writer wants it every mention.
import type { Edit } from '../edits/edit';
import { tidyEdits } from '../edits/editList';
import type { Character, Element } from '../fountain/elements';
import { placedBlocks, textOf, type Block, type Script } from '../fountain/script';
import { canonicalName, charactersOf } from './characters';
import { withName } from './cueName';
import { editedScript } from './edited';
import { elementsOf } from './elements';
import { asName, inCaseOf, mentionsIn, mentionsOf } from './mentions';
import { signatureOf } from './signatures';

export interface Rename {
  readonly ok: true;
  /** One edit a cue, from the end of the script to its start. */
  readonly cues: readonly Edit[];
  /** One edit a mention in action, speeches, headings and synopses, likewise. None of them overlaps a cue. */
  readonly mentions: readonly Edit[];
  /** The first cue as it will stand, `@` included where the name needs it. */
  readonly written: string;
  /** The character who has this name already: after the rename the two are one. */
  readonly joins?: { readonly name: string; readonly speeches: number };
}

export type RenameResult =
  | Rename
  /** `notSpeaking`: nobody of the old name speaks. `notAName`: a cue of the new name would not be read as one. `sameName`: nothing to do. */
  | { readonly ok: false; readonly reason: 'notSpeaking' | 'notAName' | 'sameName' };

/**
 * The edits that give a character another name. Proven before they are returned: parsed again, the script differs in
 * these names and in nothing else, with the mentions and without.
 * @param from any spelling of the old name
 * @param to the new name as a writer types it: `victor` and `Victor` stand in capitals above speeches, as the trade writes
 * them; `McCLANE`, and anything behind an `@`, keeps its letters, by forcing the cue with `@`
 * @param inProse the new name as it is written in mentions that are not in capitals; made from `to` where it is not given
 */
export function renameCharacter(script: Script, from: string, to: string, inProse?: string): RenameResult {
  const oldName = canonicalName(from);
  const newName = cueNameOf(to);
  const all = charactersOf(script);
  if (!all.some(({ name }) => name === oldName)) {
    return { ok: false, reason: 'notSpeaking' };
  }
  const text = textOf(script);
  const lines = /[\p{L}\p{N}]/u.test(newName) ? cueEdits(script, oldName, newName) : undefined;
  if (lines === undefined) {
    return { ok: false, reason: 'notAName' };
  }
  const cues = tidyEdits(text, lines).map((edit) => wholeWords(text, edit));
  if (cues.length === 0) {
    return { ok: false, reason: 'sameName' };
  }
  const mentions = mentionEdits(script, oldName, newName, inProse).reverse();
  if (!isProven(script, { oldName, newName, cues, mentions })) {
    return { ok: false, reason: 'notAName' };
  }
  const joined = canonicalName(newName) === oldName ? undefined : all.find(({ name }) => name === canonicalName(newName));
  const written = lines[0]?.inserted.trim() ?? newName;
  return { ok: true, cues, mentions, written, ...(joined && { joins: { name: joined.name, speeches: joined.speeches } }) };
}

/** The name as it stands in cues. */
function cueNameOf(typed: string): string {
  const name = typed.replace(/\s+/gu, ' ').trim();
  if (name.startsWith('@')) {
    return name.slice(1).trim();
  }
  return name === name.toLowerCase() || name === asName(name) ? name.toUpperCase() : name;
}

/** The edit of a cue widened to the words it begins and ends in: a person who looks at it reads MARA to NORA, not MA to NO. */
function wholeWords(text: string, { offset, removed, inserted }: Edit): Edit {
  const before = /[\p{L}\p{M}\p{N}@'’-]*$/u.exec(text.slice(Math.max(0, offset - LONGEST), offset))?.[0] ?? '';
  const end = offset + removed;
  const after = /^[\p{L}\p{M}\p{N}'’-]*/u.exec(text.slice(end, end + LONGEST))?.[0] ?? '';
  return { offset: offset - before.length, removed: before.length + removed + after.length, inserted: before + inserted + after };
}

const LONGEST = 100;

/** Every cue of the old name with the new one; undefined when the new one cannot be written in one of them. */
function cueEdits(script: Script, oldName: string, newName: string): Edit[] | undefined {
  const edits: Edit[] = [];
  // A character's cues are mostly the same few lines over and over, and each is proven by parsing.
  const known = new Map<string, string | undefined>();
  for (const { block, offset } of placedBlocks(script)) {
    for (const element of block.elements) {
      if (element.kind === 'character' && canonicalName(element.name) === oldName) {
        const source = block.text.slice(element.from, element.to);
        const line = known.has(source) ? known.get(source) : cueLine(block, element, newName);
        known.set(source, line);
        if (line === undefined) {
          return undefined;
        }
        edits.push({ offset: offset + element.from, removed: element.to - element.from, inserted: line });
      }
    }
  }
  return edits;
}

function cueLine(block: Block, cue: Character, newName: string): string | undefined {
  const marks = block.marks
    .filter((mark) => mark.from >= cue.from && mark.to <= cue.to)
    .map((mark) => ({ from: mark.from - cue.from, to: mark.to - cue.from }));
  return withName(block.text.slice(cue.from, cue.to), cue, marks, newName);
}

function mentionEdits(script: Script, oldName: string, newName: string, inProse?: string): Edit[] {
  const find = mentionsOf(oldName, charactersOf(script).map(({ name }) => name));
  return [...placedBlocks(script)].flatMap(({ block, offset }) =>
    mentionsIn(block, find).map(({ from, to }) => ({ offset: offset + from, removed: to - from, inserted: inCaseOf(block.text.slice(from, to), newName, inProse) })),
  );
}

interface Proof {
  readonly oldName: string;
  readonly newName: string;
  readonly cues: readonly Edit[];
  readonly mentions: readonly Edit[];
}

/** Whether the cues change the names alone, and the mentions on top of them no kind of any element. */
function isProven(script: Script, { oldName, newName, cues, mentions }: Proof): boolean {
  const renamed = (element: Element): Element =>
    element.kind === 'character' && canonicalName(element.name) === oldName ? { ...element, name: newName } : element;
  // Whether a cue needs its forcing mark may change with the name, so that is not compared.
  const said = (element: Element): string => signatureOf(element.kind === 'character' ? { ...element, forced: false } : element);
  const wanted = elements(script).map((element) => said(renamed(element)));
  const named = elements(editedScript(script, cues));
  const full = elements(editedScript(script, [...cues, ...mentions].sort((a, b) => b.offset - a.offset)));
  return (
    named.length === wanted.length &&
    named.every((element, index) => said(element) === wanted[index]) &&
    full.length === wanted.length &&
    full.every((element, index) => element.kind === named[index]?.kind)
  );
}

function elements(script: Script): Element[] {
  return [...elementsOf(script)].map(({ element }) => element);
}
