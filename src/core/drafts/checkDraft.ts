// What is off with a draft as a piece of a screenplay: marked for the writer, never repaired in silence.
import type { Span } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { placedBlocks, type Script } from '../fountain/script';
import { charactersOf } from '../script/characters';
import { canonicalName } from '../script/names';
import { scenesOf } from '../script/outline';
import { speechesOf } from '../script/speeches';
import { checkHeadings, type HeadingProblem } from './checkHeadings';
import type { Draft } from './draft';
import { paperLength, type PaperLength } from './draftLength';
import { hiddenGone } from './settleWritten';

/** One thing that is off, on a span of the draft's text, with what a sentence about it needs. */
export type DraftProblem = Span & ProblemKind;

type ProblemKind =
  | HeadingProblem
  /** A name that speaks elsewhere stands by itself, with nothing said under it. */
  | { readonly kind: 'cueWithoutWords'; readonly name: string }
  | { readonly kind: 'unclosedNote' | 'unclosedBoneyard' }
  /** A heading with the next line right under it. */
  | { readonly kind: 'headingNeedsBlankAfter' }
  /** Somebody speaks who does not in the stretch. `inScript`: they do elsewhere. */
  | { readonly kind: 'newSpeaker'; readonly name: string; readonly inScript: boolean }
  /** A note or boneyard of the writer's is not in the draft any more. */
  | { readonly kind: 'hiddenGone'; readonly source: string }
  /** Something no screenplay has: a fence, a tag of HTML, a heading in bold as Markdown has it. */
  | { readonly kind: 'foreign'; readonly text: string }
  | { readonly kind: 'tooLong'; readonly eighths: number; readonly wished: number }
  | { readonly kind: 'tooManyLines'; readonly lines: number; readonly wished: number }
  /** Nothing is left. */
  | { readonly kind: 'empty' };

/**
 * All that is off, in the order of its place. What only the end can tell (what is missing, a cue still without its
 * words) is left out while the draft is being written.
 * @param script the script the draft is for, with its stretch in it
 */
export function checkDraft(draft: Draft, script: Script): readonly DraftProblem[] {
  const { text, base } = draft;
  if (text === base) {
    return [];
  }
  const writing = draft.activity.kind === 'writing';
  if (text.trim() === '') {
    return writing ? [] : [{ kind: 'empty', from: 0, to: text.length }];
  }
  const [now, was] = [parse(`\n${text}`), parse(`\n${base}`)];
  const problems = [
    ...marks(now, writing),
    ...speakers(draft, script, now, was),
    ...(writing ? [] : lonelyCues(script, now)),
    ...checkHeadings(draft.wish.newHeadings === true, { now, was, writing }),
    ...foreign(text),
    ...(writing ? [] : hiddenGone(base, text).map((source) => ({ kind: 'hiddenGone' as const, source, from: 0, to: 0 }))),
    ...lengths(draft),
  ];
  return problems.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** A place in what was parsed with a line end before it, as one in the text. */
function placeIn(from: number, to: number): Span {
  return { from: Math.max(0, from - 1), to: Math.max(0, to - 1) };
}

/** Notes and boneyards never closed, headings without air. What is in the last block may yet be closed while the model writes. */
function marks(now: Script, writing: boolean): DraftProblem[] {
  const blocks = [...placedBlocks(now)];
  return blocks.flatMap(({ block, offset }, index) => {
    const open = writing && index === blocks.length - 1;
    return block.problems.flatMap(({ kind, from, to }) => (open && kind !== 'headingNeedsBlankAfter' ? [] : [{ kind, ...placeIn(offset + from, offset + to) }]));
  });
}

function speakers(draft: Draft, script: Script, now: Script, was: Script): DraftProblem[] {
  if (draft.wish.newCast === true) {
    return [];
  }
  const known = new Set(speechesOf(was).map(({ name }) => name));
  // A stretch may end between the people who talk: those of its scene are no strangers either.
  const around = speechesAround(draft, script);
  const all = new Set(charactersOf(script).map(({ name }) => name));
  const told = new Set<string>();
  return speechesOf(now).flatMap(({ name, cue, blockOffset }) => {
    if (known.has(name) || around.has(name) || told.has(name)) {
      return [];
    }
    told.add(name);
    return [{ kind: 'newSpeaker' as const, name, inScript: all.has(name), ...placeIn(blockOffset + cue.from, blockOffset + cue.to) }];
  });
}

/** Who speaks in the scenes that the stretch is part of. */
function speechesAround({ anchor }: Draft, script: Script): Set<string> {
  if (anchor.lost) {
    return new Set();
  }
  const scenes = scenesOf(script).filter(({ from, to }) => from < Math.max(anchor.to, anchor.from + 1) && to > anchor.from);
  return new Set(scenes.flatMap((scene) => speechesOf(script, scene).map(({ name }) => name)));
}

function lonelyCues(script: Script, now: Script): DraftProblem[] {
  const names = new Set(charactersOf(script).map(({ name }) => name));
  const found: DraftProblem[] = [];
  for (const { block, offset } of placedBlocks(now)) {
    for (const element of block.elements) {
      if (element.kind === 'action' && !element.text.includes('\n')) {
        const name = canonicalName(element.text.replace(/\s*\([^()]*\)\s*\^?$/, '').replace(/^@/, ''));
        const capitals = element.text === element.text.toUpperCase() || element.text.startsWith('@');
        if (capitals && names.has(name)) {
          found.push({ kind: 'cueWithoutWords', name, ...placeIn(offset + element.from, offset + element.to) });
        }
      }
    }
  }
  return found;
}

const FOREIGN = /^[ \t]*(`{3,}[^\n]*|<\/?[a-z][a-z0-9]*(?: [^<>\n]*)?\/?>[ \t]*|(?:\*{1,2}|#{1,6}[ \t]+\**)(?:INT|EXT|EST|I\/E)[. ][^\n]*)$/gim;

function foreign(text: string): DraftProblem[] {
  return [...text.matchAll(FOREIGN)].map((match) => ({ kind: 'foreign', text: match[0].trim(), from: match.index, to: match.index + match[0].length }));
}

function lengths({ text, wish }: Draft): DraftProblem[] {
  if (wish.eighths === undefined && wish.lines === undefined) {
    return [];
  }
  const { eighths, lines }: PaperLength = paperLength(text);
  const whole = { from: 0, to: text.length };
  return [
    ...(wish.eighths !== undefined && eighths > wish.eighths ? [{ kind: 'tooLong' as const, eighths, wished: wish.eighths, ...whole }] : []),
    ...(wish.lines !== undefined && lines > wish.lines ? [{ kind: 'tooManyLines' as const, lines, wished: wish.lines, ...whole }] : []),
  ];
}
