// Reads the objects of a list out of a model's answer while it streams in: scenarios, notes, the scenes of a plan.
import { createItemScanner } from './answer/itemScanner';
import { createThinkingTags } from './answer/thinking';

export interface ItemReader {
  /** Takes the next piece of the answer; gives the objects that became whole by it, in order, as JSON.parse would make them. */
  push(text: string): unknown[];
  /** The answer is over. An object whose end is missing is not given, so there is nothing left to give; the reader gives nothing any more. */
  end(): unknown[];
}

/** Many times what is ever asked for: whoever gives more is in a loop. */
const MOST_ITEMS = 200;

/**
 * A reader for one answer whose form is a list of objects: `{"anything": [{...}, {...}]}`, a bare list, one object after
 * another, fenced or wrapped in prose, slightly broken JSON (see the scanners); thinking sections are skipped, closed or
 * not. Numbers, literals, nested lists and objects of an item are kept as they are. Never throws; how the answer is cut
 * into pieces makes no difference; time is linear in its length and memory bounded, however long it goes on.
 * @param inner names of properties that hold lists of objects within an item: without them an item that stands alone
 *   would be taken for what surrounds the list
 */
export function createItemReader(inner: readonly string[] = []): ItemReader {
  let whole: unknown[] = [];
  let thinking = false;
  let ended = false;
  let given = 0;
  const tags = createThinkingTags();
  const scanner = createItemScanner(new Set(inner.map((name) => name.toLowerCase())), (item) => {
    if (given++ < MOST_ITEMS) {
      whole.push(item);
    }
  });

  function accept(char: string): void {
    const tag = scanner.inString ? undefined : tags.accept(char);
    if (tag !== undefined) {
      // A closing tag that was never opened ends thinking all the same: some servers swallow the opening one.
      thinking = tag === 'opens';
      scanner.reset();
    } else if (!thinking && !scanner.accept(char)) {
      scanner.accept(char); // what was begun is no JSON: this character may begin another
    }
  }

  return {
    push(text) {
      for (let at = 0; at < text.length && !ended; at++) {
        accept(text.charAt(at));
      }
      const taken = whole;
      whole = [];
      return taken;
    },
    end() {
      ended = true;
      scanner.reset();
      return [];
    },
  };
}
