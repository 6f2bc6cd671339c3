// Every place where a character or a set stands in a script, and the one where they first appear.
import type { Character, Element, SceneHeading, Span } from '../fountain/elements';
import { placedBlocks, type Block, type Script } from '../fountain/script';
import { canonicalName, charactersOf } from './characters';
import { nameSpan } from './cueName';
import { mentionsIn, mentionsOf, type FindMentions } from './mentions';
import { isWithin, setPartsOf } from './setPlace';
import type { Subject } from './subjects';

/** A name where it stands, absolute. */
export interface Occurrence extends Span {
  /** A cue says that somebody speaks, a heading that a scene plays there; a mention only names them. */
  readonly kind: 'cue' | 'heading' | 'mention';
  /** What it stands in, with its block's place. */
  readonly element: Element;
  readonly block: Block;
  readonly blockOffset: number;
}

/** Every place of a character or set, in order. Characters in notes and boneyards are the writer's own and left out. */
export function occurrencesOf(script: Script, subject: Subject): readonly Occurrence[] {
  return subject.kind === 'character' ? characterOccurrences(script, subject.name) : setOccurrences(script, subject.path);
}

const ofCharacters = new WeakMap<Script, Map<string, readonly Occurrence[]>>();

/** @param name canonical */
export function characterOccurrences(script: Script, name: string): readonly Occurrence[] {
  const known = ofCharacters.get(script) ?? new Map<string, readonly Occurrence[]>();
  ofCharacters.set(script, known);
  let found = known.get(name);
  if (!found) {
    const find = mentionsOf(name, charactersOf(script).map((person) => person.name));
    found = [...placedBlocks(script)].flatMap(({ block, offset }) => [...cuesIn(block, offset, name), ...namedIn(block, offset, find)].sort((a, b) => a.from - b.from));
    known.set(name, found);
  }
  return found;
}

function cuesIn(block: Block, blockOffset: number, name: string): Occurrence[] {
  return block.elements
    .filter((element): element is Character => element.kind === 'character' && canonicalName(element.name) === name)
    .map((element) => {
      const marks = block.marks.map(({ from, to }) => ({ from: from - element.from, to: to - element.from }));
      const span = nameSpan(block.text.slice(element.from, element.to), element, marks) ?? { from: 0, to: element.to - element.from };
      const from = blockOffset + element.from;
      return { kind: 'cue', element, block, blockOffset, from: from + span.from, to: from + span.to };
    });
}

function namedIn(block: Block, blockOffset: number, find: FindMentions): Occurrence[] {
  return mentionsIn(block, find).flatMap(({ from, to }) => {
    const element = block.elements.find((one) => one.from <= from && to <= one.to);
    return element === undefined ? [] : [{ kind: 'mention', element, block, blockOffset, from: blockOffset + from, to: blockOffset + to }];
  });
}

/** The headings of a set and of its parts: each occurrence is the part the path ends with. */
export function setOccurrences(script: Script, path: readonly string[]): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const { block, offset } of placedBlocks(script)) {
    for (const element of headingsIn(block)) {
      const parts = setPartsOf(block, element);
      const part = parts[path.length - 1];
      if (part !== undefined && isWithin(parts, path)) {
        found.push({ kind: 'heading', element, block, blockOffset: offset, from: offset + part.from, to: offset + part.to });
      }
    }
  }
  return found;
}

function headingsIn(block: Block): SceneHeading[] {
  return block.elements.filter((element): element is SceneHeading => element.kind === 'sceneHeading');
}

/**
 * Where a character or set first appears: a character where the action introduces them, in capitals as the trade does,
 * or else at their first cue; a set at its first heading.
 */
export function firstAppearance(script: Script, subject: Subject): Occurrence | undefined {
  const all = occurrencesOf(script, subject);
  const introductions = all.filter((one) => one.element.kind === 'action' && isInCapitals(textAt(one)));
  // In a line that shouts from end to end the capitals say nothing, unless there is no better place.
  return introductions.find((one) => !shouts(one)) ?? introductions[0] ?? all.find(({ kind }) => kind !== 'mention') ?? all[0];
}

function textAt({ block, blockOffset, from, to }: Occurrence): string {
  return block.text.slice(from - blockOffset, to - blockOffset);
}

/** Capitals throughout, or letters that know no case. */
function isInCapitals(name: string): boolean {
  return name === name.toUpperCase();
}

/** Whether the line has other capitals and not one small letter. */
function shouts({ block, blockOffset, from, to }: Occurrence): boolean {
  const before = block.text.slice(0, from - blockOffset).split(/[\r\n]/u).at(-1) ?? '';
  const after = block.text.slice(to - blockOffset).split(/[\r\n]/u)[0] ?? '';
  return /\p{Lu}/u.test(before + after) && !/\p{Ll}/u.test(before + after);
}
