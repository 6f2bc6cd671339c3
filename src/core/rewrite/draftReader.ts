// Reads the new text of a stretch out of a model's answer while it streams in: clean Fountain, whatever stands around it.
import { createThinkingTags } from '../suggest/answer/thinking';
import { createCleaner } from './cleanText';
import { createDraftLines } from './draftLines';

export interface DraftReader {
  /** Takes the next piece of the answer; gives the text that can be shown by now, to be put behind what was given before. */
  push(text: string): string;
  /** The answer is over, whole or cut. Gives the rest. */
  end(): string;
}

/** As long as all that is given: a model in a loop may never end a line. */
const MOST_LINE = 400_000;

/**
 * A reader for one answer: the text between `<draft>` tags, else in a fence, else the screenplay itself; also as a
 * string in JSON. Talk before and behind it, thinking and fences are gone; an HTML page is no answer and gives nothing.
 * How the answer is cut into pieces makes no difference to the sum of what is given. Never throws; linear; bounded.
 */
export function createDraftReader(): DraftReader {
  const tags = createThinkingTags();
  const lines = createDraftLines();
  const cleaner = createCleaner();
  let thinking = false;
  let line = '';
  /** Thinking within the draft: if it never ends it was none, but words of the draft. */
  let within = '';

  function accept(char: string): void {
    const tag = tags.accept(char);
    if (tag !== undefined) {
      turn(tag, char);
    } else if (!thinking) {
      take(char);
    } else if (within !== '' && within.length < MOST_LINE) {
      within += char;
    }
  }

  function turn(tag: 'opens' | 'closes', char: string): void {
    const words = thinking ? line : line.replace(/[<[\u25c1][^<[\u25c1]*$/, '');
    if (tag === 'opens' && !thinking) {
      within = lines.begun() ? line.slice(words.length) + char : '';
    } else if (tag === 'opens' && within !== '') {
      within += char;
    }
    line = words;
    if (tag === 'closes' && !thinking && lines.forget()) {
      // Closed without having been opened: some servers swallow the opening tag.
      line = '';
    }
    thinking = tag === 'opens';
  }

  function take(char: string): void {
    if (char === '\n') {
      lines.take(line);
      line = '';
    } else if (line.length < MOST_LINE) {
      line += char;
    }
  }

  return {
    push(text) {
      [...cleaner.push(text)].forEach(accept);
      lines.begin(line);
      return lines.given();
    },
    end() {
      [...cleaner.end()].forEach(accept);
      [...(thinking ? within : '')].forEach(take);
      lines.end(line);
      line = '';
      return lines.given();
    },
  };
}
