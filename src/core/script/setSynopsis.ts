// The `= ` line under a scene heading or section: written, replaced or taken away.
import type { Edit } from '../edits/edit';
import { applyEdits, tidyEdits } from '../edits/editList';
import { parse } from '../fountain/parse';
import { textOf, type Script } from '../fountain/script';
import { elementsOf, type PlacedElement } from './elements';
import { wholeSpans } from './nestOutline';
import { lineEndOf } from './seams';
import { elementsIn, says, signatureOf } from './signatures';

export type SynopsisResult =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  /** The words would not stay a synopsis of one line: they hold half a note or half a boneyard. */
  | { readonly ok: false; readonly reason: 'noItem' | 'wouldChangeText' };

/**
 * Sets the synopsis of an item of the outline: its first synopsis line is replaced, or a new one is put under the
 * heading with a blank line between, as Fountain's own sample has it. Empty words take it away.
 * Proven before it is returned: all other elements stay as they were.
 * @param index in outlineOf(script)
 */
export function setSynopsis(script: Script, index: number, words: string): SynopsisResult {
  const span = wholeSpans(script)[index];
  if (span === undefined) {
    return { ok: false, reason: 'noItem' };
  }
  const next = wholeSpans(script).find(({ from }) => from > span.from)?.from ?? script.length + 1;
  const own = elementsIn(script, { from: span.from, to: next });
  const heading = own.find(({ element }) => element.kind === 'sceneHeading' || element.kind === 'section');
  if (heading === undefined) {
    return { ok: false, reason: 'noItem' };
  }
  const old = own.find(({ element }) => element.kind === 'synopsis');
  const line = words.replace(/\s+/gu, ' ').trim();
  const text = textOf(script);
  const expected = expectedAfter(script, heading, old, line);
  for (const edit of candidates(text, heading, old, line)) {
    const edits = tidyEdits(text, [edit]);
    if (says(parse(applyEdits(text, edits)), expected)) {
      return { ok: true, edits };
    }
  }
  return { ok: false, reason: 'wouldChangeText' };
}

// Enough for any blank line a person leaves; bounds the search on a hostile one.
const LOOK_BACK = 200;

/** What the whole script must say afterwards. */
function expectedAfter(script: Script, heading: PlacedElement, old: PlacedElement | undefined, line: string): string[] {
  const signatures: string[] = [];
  const wanted = [...elementsOf(parse(`= ${line}`))].map(({ element }) => signatureOf(element)).join();
  for (const placed of elementsOf(script)) {
    if (old === undefined || placed.from !== old.from) {
      signatures.push(signatureOf(placed.element));
    } else if (line !== '') {
      signatures.push(wanted);
    }
    if (placed.from === heading.from && old === undefined && line !== '') {
      signatures.push(wanted);
    }
  }
  return signatures;
}

/** The ways to write it, the best looking first. */
function candidates(text: string, heading: PlacedElement, old: PlacedElement | undefined, line: string): Edit[] {
  const lineEnd = lineEndOf(text);
  if (line !== '') {
    return old === undefined
      ? ['', lineEnd].map((more) => ({ offset: heading.to, removed: 0, inserted: lineEnd + lineEnd + `= ${line}` + more }))
      : [{ offset: old.from, removed: old.to - old.from, inserted: `= ${line}` }];
  }
  if (old === undefined) {
    return [{ offset: heading.to, removed: 0, inserted: '' }];
  }
  // With the blank line above it, as we put it there; else with its own line end alone; else leave an empty line.
  const head = text.slice(Math.max(0, old.from - LOOK_BACK), old.from);
  const cuts = [/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/, /(?:\r\n|\r|\n)[ \t]*$/].flatMap((above) => {
    const length = above.exec(head)?.[0].length;
    return length === undefined ? [] : [{ offset: old.from - length, removed: old.to - old.from + length, inserted: '' }];
  });
  return [...cuts, { offset: old.from, removed: old.to - old.from, inserted: '' }];
}
