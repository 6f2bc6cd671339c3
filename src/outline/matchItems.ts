// Which rows of an outline are the same as before an edit, so that selection and expansion stay with them.
import type { Scene, Section } from '../core/script/outline';

type Item = Scene | Section;

/**
 * For each new item the index of the old one that it continues, or -1. The same object is the same item; so is one
 * that still says the same heading (when several do, in order: a scene moved elsewhere keeps its row); what is left
 * over between the same neighbours continues in order, kind by kind: a heading that is being rewritten.
 */
export function matchItems(old: readonly Item[], next: readonly Item[]): number[] {
  const matches = next.map(() => -1);
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) {
    matches[head] = head;
    head += 1;
  }
  let tail = 0;
  while (tail < old.length - head && tail < next.length - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) {
    tail += 1;
    matches[next.length - tail] = old.length - tail;
  }
  const free = new Set<number>();
  for (let index = head; index < old.length - tail; index += 1) {
    free.add(index);
  }
  const pair = (keyOfOld: (index: number) => unknown, keyOfNext: (index: number) => unknown): void => {
    const queues = new Map<unknown, number[]>();
    for (const index of free) {
      const queue = queues.get(keyOfOld(index)) ?? [];
      queue.push(index);
      queues.set(keyOfOld(index), queue);
    }
    for (let index = head; index < next.length - tail; index += 1) {
      const found = matches[index] === -1 ? queues.get(keyOfNext(index))?.shift() : undefined;
      if (found !== undefined) {
        matches[index] = found;
        free.delete(found);
      }
    }
  };
  pair((index) => old[index], (index) => next[index]);
  pair((index) => saying(old[index]), (index) => saying(next[index]));
  const gaps = gapsOf(old.length, matches);
  pair((index) => `${gaps.old[index] ?? ''} ${old[index]?.kind ?? ''}`, (index) => `${gaps.next[index] ?? ''} ${next[index]?.kind ?? ''}`);
  return matches;
}

/** Between which matched items each item stands, told by the one before: what is left over there on both sides belongs together. */
function gapsOf(oldLength: number, matches: readonly number[]): { old: number[]; next: number[] } {
  const nextOfOld = new Map(matches.map((old, next) => [old, next]));
  let last = -1;
  const next = matches.map((old, index) => (last = old === -1 ? last : index));
  last = -1;
  const old = Array.from({ length: oldLength }, (_, index) => (last = nextOfOld.get(index) ?? last));
  return { old, next };
}

const saying = (item: Item | undefined): string =>
  item?.kind === 'scene' ? `scene ${item.number ?? ''} ${item.heading}` : `section ${item?.depth ?? 0} ${item?.text ?? ''}`;
