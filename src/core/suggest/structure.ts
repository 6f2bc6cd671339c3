// Whether words meant for one speech bring other parts of a screenplay with them.

/** What was found in the words: another speaker, a heading, a transition, a note or boneyard mark, the answer's own form. */
export type Structure = 'speaker' | 'heading' | 'transition' | 'mark' | 'form';

const HEADING = /^\.?(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ]/;
const MARK = /\[\[|\]\]|\/\*|\*\//;
const FORM = /"(?:alternatives|intent|likelihood|text)"\s*:/;

function isCapitals(line: string): boolean {
  return line === line.toUpperCase() && line !== line.toLowerCase();
}

/** The name in a line that looks like a cue, or the name before a colon: upper case, brackets and marks gone. */
function nameIn(line: string): string {
  return line
    .replace(/[*_@^#]/g, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toUpperCase();
}

/**
 * The first thing in cleaned words that is no part of a speech.
 * @param names the canonical names of the script's characters
 */
export function structureIn(text: string, names: ReadonlySet<string>): Structure | undefined {
  if (MARK.test(text)) {
    return 'mark';
  }
  if (FORM.test(text)) {
    return 'form';
  }
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const before = lines[index - 1];
    if (HEADING.test(line) && isCapitals(line)) {
      return 'heading';
    }
    if (/ TO:$|^TO:$/.test(line) && isCapitals(line)) {
      return 'transition';
    }
    const label = /^([^:\n]{1,60}):(?:\s|$)/.exec(line)?.[1];
    if (label !== undefined && names.has(nameIn(label))) {
      return 'speaker';
    }
    const followed = next !== undefined && next !== '';
    if (followed && names.has(nameIn(line)) && (isCapitals(line) || line.startsWith('@'))) {
      return 'speaker';
    }
    // Capitals between a blank line and words are a cue, whoever it is.
    if (followed && before === '' && isCapitals(line) && !/[.!?,;:\u2026"'\u2019\u201d-]$/.test(line)) {
      return 'speaker';
    }
  }
  return undefined;
}
