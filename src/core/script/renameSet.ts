// Renames a set in every heading that plays there, and in the headings of its parts.
import type { Edit } from '../edits/edit';
import { applyEdits } from '../edits/editList';
import type { Element, SceneHeading } from '../fountain/elements';
import { printedText } from '../fountain/inline';
import { parse } from '../fountain/parse';
import { placedBlocks, textOf, type Block, type Script } from '../fountain/script';
import { elementsOf } from './elements';
import { setWithin } from './heading';
import { asName } from './mentions';
import { isWithin, partsOfSet, setKey, setPartsOf, type SetPart } from './setPlace';
import { signatureOf } from './signatures';

export interface SetRename {
  readonly ok: true;
  /** One edit a heading, from the end of the script to its start. */
  readonly edits: readonly Edit[];
  /** The set that has this name already: after the rename the two are one. */
  readonly joins?: { readonly set: string; readonly scenes: number };
}

export type SetRenameResult =
  | SetRename
  /** `unknown`: no scene plays there. `notASet`: a heading would be read as something else. `sameName`: nothing to do. */
  | { readonly ok: false; readonly reason: 'unknown' | 'notASet' | 'sameName' };

/**
 * The edits that give a set another name. HOUSE carries HOUSE - KITCHEN along, since that is a room of the same house;
 * the path HOUSE, KITCHEN renames the kitchen of that house alone. INT. and EXT., times, scene numbers and notes stay.
 * Proven before they are returned: parsed again, the script differs in these sets and in nothing else.
 * @param path keys of the set's parts: see SetSubject
 * @param to the new name as typed; in capitals where the old one stood in capitals
 */
export function renameSet(script: Script, path: readonly string[], to: string): SetRenameResult {
  const name = to.replace(/\s+/gu, ' ').trim();
  const headings = headingsOf(script);
  const inside = headings.filter(({ parts }) => isWithin(parts, path));
  if (inside.length === 0) {
    return { ok: false, reason: 'unknown' };
  }
  const text = textOf(script);
  const edits = inside.map((heading) => editOf(heading, path.length - 1, name)).filter(({ offset, removed, inserted }) => text.slice(offset, offset + removed) !== inserted);
  if (edits.length === 0) {
    return { ok: false, reason: 'sameName' };
  }
  edits.reverse();
  if (!/[\p{L}\p{N}]/u.test(name) || !isProven(script, text, edits, path, name)) {
    return { ok: false, reason: 'notASet' };
  }
  const renamed = [...path.slice(0, -1), ...partsOfSet(name).map((part) => setKey(part.text))];
  const there = headings.filter((heading) => isWithin(heading.parts, renamed) && !inside.includes(heading));
  return { ok: true, edits, ...(there.length > 0 && { joins: { set: renamed.join(' - '), scenes: there.length } }) };
}

interface Heading {
  readonly block: Block;
  readonly offset: number;
  readonly parts: readonly SetPart[];
}

function headingsOf(script: Script): Heading[] {
  return [...placedBlocks(script)].flatMap(({ block, offset }) =>
    block.elements.filter((element): element is SceneHeading => element.kind === 'sceneHeading').map((element) => ({ block, offset, parts: setPartsOf(block, element) })),
  );
}

function editOf({ block, offset, parts }: Heading, index: number, name: string): Edit {
  const { from, to } = parts[index] ?? { from: 0, to: 0 };
  const old = block.text.slice(from, to);
  const notes = block.marks.filter((mark) => mark.from >= from && mark.to <= to).map((mark) => ` ${block.text.slice(mark.from, mark.to)}`);
  return { offset: offset + from, removed: to - from, inserted: inCaseOfSet(printedText(old), name) + notes.join('') };
}

/** HOUSE becomes VILLA however that was typed, House becomes Villa; names with small letters of their own (McCLANE'S) keep them. */
function inCaseOfSet(old: string, name: string): string {
  const isMixed = name !== name.toUpperCase() && /\p{Lu}{2}/u.test(name);
  if (old === old.toUpperCase()) {
    return isMixed ? name : name.toUpperCase();
  }
  return name === name.toUpperCase() ? asName(name) : name;
}

/** Whether the edits change these sets alone: nothing else of any element, no time of day, no number, no note. */
function isProven(script: Script, text: string, edits: readonly Edit[], path: readonly string[], name: string): boolean {
  const after = parse(applyEdits(text, edits));
  const renamed = elements(after);
  const before = elements(script);
  const marks = (of: Script): string => JSON.stringify([...placedBlocks(of)].flatMap(({ block }) => block.marks.map((mark) => mark.text)));
  return (
    before.length === renamed.length &&
    marks(script) === marks(after) &&
    before.every((element, index) => {
      const now = renamed[index];
      return now !== undefined && (element.kind === 'sceneHeading' && now.kind === 'sceneHeading' ? isSameBut(element, now, path, name) : signatureOf(element) === signatureOf(now));
    })
  );
}

function isSameBut(before: SceneHeading, now: SceneHeading, path: readonly string[], name: string): boolean {
  const old = setWithin(before.text);
  const read = setWithin(now.text);
  const keys = partsOfSet(old.set).map((part) => setKey(part.text));
  const wanted = path.every((key, index) => keys[index] === key)
    ? [...keys.slice(0, path.length - 1), ...partsOfSet(name).map((part) => setKey(part.text)), ...keys.slice(path.length)]
    : keys;
  return (
    before.number === now.number &&
    before.forced === now.forced &&
    old.place === read.place &&
    old.time === read.time &&
    partsOfSet(read.set).map((part) => setKey(part.text)).join('\n') === wanted.join('\n')
  );
}

function elements(script: Script): Element[] {
  return [...elementsOf(script)].map(({ element }) => element);
}
