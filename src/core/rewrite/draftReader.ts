// Reads the new text of a stretch out of a model's answer while it streams in: clean Fountain, whatever stands around it.
import { createThinkingTags } from '../suggest/answer/thinking';
import { createDraftLines } from './draftLines';

export interface DraftReader {
  /** Takes the next piece of the answer; gives the text that can be shown by now, to be put behind what was given before. */
  push(text: string): string;
  /** The answer is over; `cut` says that its end is missing. Gives the rest. */
  end(cut?: boolean): string;
}

/** Longer lines are cut: no paragraph is this long, and a model in a loop may never end one. */
const MOST_LINE = 100_000;

/**
 * A reader for one answer: the text between `<draft>` tags, else in a fence, else the screenplay itself; also as a
 * string in JSON. Talk before and behind it, thinking and fences are gone; an HTML page is no answer and gives nothing.
 * How the answer is cut into pieces makes no difference to the sum of what is given. Never throws; linear; bounded.
 */
export function createDraftReader(): DraftReader {
  const tags = createThinkingTags();
  const lines = createDraftLines();
  let thinking = false;
  let line = '';

  function accept(char: string): void {
    const tag = tags.accept(char);
    if (tag !== undefined) {
      line = thinking ? line : line.replace(/[<[\u25c1][^<[\u25c1]*$/, '');
      if (tag === 'closes' && !thinking && lines.forget()) {
        // Closed without having been opened: some servers swallow the opening tag.
        line = '';
      }
      thinking = tag === 'opens';
    } else if (thinking) {
      return;
    } else if (char === '\n') {
      lines.take(line);
      line = '';
    } else if (line.length < MOST_LINE) {
      line += char;
    }
  }

  return {
    push(text) {
      for (const char of text) {
        if (char !== '\r') {
          accept(char);
        }
      }
      lines.begin(line);
      return lines.given();
    },
    end() {
      lines.end(line);
      line = '';
      return lines.given();
    },
  };
}
