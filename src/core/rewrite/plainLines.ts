// The lines of a screenplay that nothing marks: what may be talk behind it waits until more screenplay shows that it is none.
import { isTalk, looksLikeScreenplay } from './talk';

export interface PlainLines {
  /** A whole line. */
  take(line: string): void;
  /** Nothing more comes: what still waits was talk. */
  end(): void;
}

/** More than this is not kept waiting: it can only be rubbish. */
const MOST_WAITING = 400_000;

/** A line that parts paragraphs. Two spaces and more are an empty line within a speech. */
export function partsParagraphs(line: string): boolean {
  return line.length < 2 && line.trim() === '';
}

/**
 * Gives lines on as they come. A paragraph whose first line reads as talk waits, and all behind it, until a heading, a
 * speech or a transition follows; a line under a cue is somebody's words, whatever it says. Each paragraph is looked at once.
 */
export function createPlainLines(give: (text: string) => void): PlainLines {
  let first = true;
  let waiting: string | undefined;
  let paragraph = '';

  function settle(): void {
    if (waiting !== undefined) {
      waiting += paragraph;
      if (looksLikeScreenplay(paragraph)) {
        give(waiting);
        waiting = undefined;
      }
    }
    paragraph = '';
  }

  return {
    take(line) {
      const parts = partsParagraphs(line);
      if (parts) {
        settle();
      } else if (first && waiting === undefined && isTalk(line)) {
        waiting = '';
      }
      first = parts;
      if (waiting === undefined) {
        give(`${line}\n`);
      } else if (waiting.length + paragraph.length < MOST_WAITING) {
        paragraph += `${line}\n`;
      }
    },
    end: settle,
  };
}
