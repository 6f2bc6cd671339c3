// The lines of a screenplay that nothing marks: what may be talk behind it waits until more screenplay shows that it is none.
import { isRule, isTalk, looksLikeScreenplay } from './talk';

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
  /** Nothing waits but a line drawn across. */
  let ruled = false;

  function begin(line: string): void {
    const talk = isTalk(line);
    if (waiting === undefined && (talk || isRule(line))) {
      waiting = '';
      ruled = !talk;
    } else if (waiting !== undefined && ruled && !talk && !isRule(line)) {
      give(waiting + paragraph);
      waiting = undefined;
      paragraph = '';
    } else {
      ruled &&= !talk;
    }
  }

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
      } else if (first) {
        begin(line);
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
