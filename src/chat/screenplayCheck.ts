// Whether a text that a chat model proposes is a screenplay that can stand where it is meant for.
import type { Span } from '../core/fountain/elements';
import { reparse } from '../core/fountain/reparse';
import { placedBlocks, sliceOf, textOf, type Script } from '../core/fountain/script';
import { elementsOf } from '../core/script/elements';
import { lineEndOf } from '../core/script/seams';
import { elementsIn, signatureOf } from '../core/script/signatures';
import { structureIn } from '../core/suggest/structure';

/** The lines from `first` to `last`, from 1, without blank ones at the end; undefined when there is nothing on them. */
export function stretchOfLines(script: Script, first: number, last: number): Span | undefined {
  const text = textOf(script);
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
  const from = starts[first - 1];
  if (from === undefined) {
    return undefined;
  }
  const to = from + text.slice(from, starts[last] ?? text.length).trimEnd().length;
  return to > from ? { from, to } : undefined;
}

/** What is wrong with the text, in a sentence for the model; undefined when it may be offered. */
export function whyNoScreenplay(script: Script, span: Span, text: string): string | undefined {
  if (/^\s*(?:\{|<!doctype|<html)/i.test(text) || structureIn(text, new Set()) === 'form') {
    return 'That is no screenplay. Give the new version as plain Fountain text, and nothing else.';
  }
  if (/^(?:title|author|credit|contact|draft date)[ \t]*:/i.test(text)) {
    return 'Leave out the title page: give the scene alone, as Fountain.';
  }
  const inserted = text.replaceAll('\n', lineEndOf(textOf(script)));
  const changed = reparse(script, { offset: span.from, removed: span.to - span.from, inserted });
  const end = span.from + inserted.length;
  const before = [...elementsOf(script)].filter(({ from, to }) => to <= span.from || from >= span.to).map(({ element }) => signatureOf(element));
  const after = [...elementsOf(changed)].filter(({ from, to }) => to <= span.from || from >= end).map(({ element }) => signatureOf(element));
  const slips = (of: Script): number => [...placedBlocks(of)].reduce((sum, { block }) => sum + block.problems.filter(({ kind }) => kind !== 'headingNeedsBlankAfter').length, 0);
  if (slips(changed) > slips(script) || before.length !== after.length || before.some((each, index) => each !== after[index])) {
    return 'Put there, this text would change what stands before or behind it: look for an unclosed [[ or /*, and for lines that run into the next paragraph.';
  }
  const said = elementsIn(changed, { from: span.from, to: end });
  const had = elementsIn(script, span);
  if (had[0]?.element.kind === 'sceneHeading' && said[0]?.element.kind !== 'sceneHeading') {
    return `The scene must begin with its heading: ${sliceOf(script, had[0].from, had[0].to)}`;
  }
  const talks = had.some(({ element }) => element.kind === 'character');
  const isProse = said.length > 2 && said.every(({ element }) => element.kind === 'action' || element.kind === 'sceneHeading') && said.some(({ element }) => element.kind === 'action' && /^[A-Z][\p{L} ]{1,30}: /u.test(element.text));
  return talks && isProse ? 'Dialogue is written as a cue in capitals on a line of its own, and the words on the lines below it. Give the text as Fountain.' : undefined;
}
