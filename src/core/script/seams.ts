// The blank lines between two stretches of a script: where they begin, and whether they keep the two apart.

/** The end of the last line in `from`..`to` that is not blank, its line end left out; `from` when all are blank. */
export function coreEnd(text: string, from: number, to: number): number {
  let last = to;
  while (last > from && /[ \t\r\n]/.test(text[last - 1] ?? '')) {
    last -= 1;
  }
  if (last === from) {
    return from;
  }
  // Spaces behind the last word belong to it: "CUT TO: " is action only because of them.
  while (last < to && !/[\r\n]/.test(text[last] ?? '\n')) {
    last += 1;
  }
  return last;
}

/** Blank lines that hold a truly empty line: white space of two columns would still join a speech or a note. */
export function blankLineAfter(blanks: string, lineEnd: string): string {
  if (/\n\n|\r\r|\n\r/.test(blanks)) {
    return blanks;
  }
  return /[\r\n]/.test(blanks) ? lineEnd + blanks : blanks + lineEnd + lineEnd;
}

/** The line end this text uses: its first one, or LF. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
