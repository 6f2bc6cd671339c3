// Which of many marks may be put into a script or taken out of it: those that leave it saying the same, marks apart.
import type { Edit } from '../edits/edit';
import { tidyEdits } from '../edits/editList';
import type { Element } from '../fountain/elements';
import { plainText } from '../fountain/inline';
import { blockAt, textOf, type Block, type Chunk, type Script } from '../fountain/script';
import { editedScript } from './edited';
import { elementsOf } from './elements';
import { lineOf, lineStarts } from './lineKinds';

// What is read again, in UTF-16 units, for one change at least and for all that are tried by themselves: beyond it they are
// left out. A second at most, and no script that anybody wrote comes near it.
const LEAST_READ = 500;
const MOST_READ = 2_000_000;

/**
 * The changes after which every line is still what it was, and says what it said: that new marks pair is part of it, else
 * they would print. All are proven together, as they will be made together; a change that stands in the way of the others is
 * tried by itself. Near linear in the script and its changes, however many must be left out.
 * @param changes each within one line; none brings or takes a line end
 */
export function provenChanges<E extends Edit>(script: Script, changes: readonly (readonly E[])[]): (readonly E[])[] {
  const text = textOf(script);
  const edited = (some: readonly (readonly Edit[])[]): Script => editedScript(script, tidyEdits(text, some.flat()));
  const all = edited(changes);
  if (changes.length === 0 || saysTheSame(script, all)) {
    return [...changes];
  }
  if (changes.length === 1) {
    return [];
  }
  let left = MOST_READ;
  const alone = (change: readonly E[]): boolean => {
    left -= LEAST_READ + (blockAt(script, change[0]?.offset ?? 0)?.block.text.length ?? 0);
    return left > 0 && saysTheSame(script, edited([change]));
  };
  const starts = lineStarts(text);
  const different = differentLines(script, all);
  const isDifferent = (change: readonly E[]): boolean => different.has(lineOf(starts, change[0]?.offset ?? 0));
  // A line may be another only because of the one above it: so each is asked again by itself.
  const doubtful = new Set(changes.filter(isDifferent).filter(alone));
  const clear = changes.filter((change) => !isDifferent(change));
  for (const some of [changes.filter((change) => doubtful.has(change) || !isDifferent(change)), clear]) {
    if (saysTheSame(script, edited(some))) {
      return some;
    }
  }
  const single = clear.filter(alone);
  return saysTheSame(script, edited(single)) ? single : [];
}

/** Only blocks that are not the same objects are looked into. */
function saysTheSame(before: Script, after: Script): boolean {
  const [old, now] = withoutSame(before.chunks, after.chunks).map(blocksOf);
  const [oldBlocks, nowBlocks] = withoutSame(old ?? [], now ?? []);
  return saidIn(oldBlocks) === saidIn(nowBlocks);
}

/** Both lists without what they have in common at their two ends. */
function withoutSame<T>(a: readonly T[], b: readonly T[]): readonly [readonly T[], readonly T[]] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) {
    tail += 1;
  }
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

function blocksOf(chunks: readonly Chunk[]): readonly Block[] {
  return chunks.flatMap(({ blocks }) => blocks);
}

function saidIn(blocks: readonly Block[]): string {
  return blocks.flatMap(({ elements }) => elements.map((element) => `${element.kind} ${plainOf(element)}`)).join('\n');
}

/** The lines, as many before as after, on which something else stands. */
function differentLines(before: Script, after: Script): ReadonlySet<number> {
  const now = saidOnLines(after);
  const different = new Set<number>();
  saidOnLines(before).forEach((said, line) => {
    if (said !== now[line]) {
      different.add(line);
    }
  });
  return different;
}

function saidOnLines(script: Script): (string | undefined)[] {
  const lines = Array<string | undefined>(script.lines + 1).fill(undefined);
  for (const { element, line, endLine } of elementsOf(script)) {
    const whole = `${line} ${endLine} ${element.kind} ${plainOf(element)}`;
    const said = whole.split('\n');
    // Line by line where it has as many, so that one line in the way costs a long paragraph no other.
    for (let at = line; at <= endLine; at += 1) {
      lines[at] = said.length === endLine - line + 1 ? `${line} ${element.kind} ${said[at - line] ?? ''}` : whole;
    }
  }
  return lines;
}

function plainOf(element: Element): string {
  switch (element.kind) {
    case 'character':
      return `${plainText(element.name)} (${element.extension ?? ''}) ${element.caret}`;
    case 'titlePage':
      return JSON.stringify(element.entries.map(({ key, values }) => [key, values.map(plainText)]));
    case 'pageBreak':
      return '';
    default:
      return plainText(element.text);
  }
}
