// Makes any text safe to stand in an ink story: whatever it says, it is printed, never obeyed. Rules: inkle/ink, Documentation/WritingWithInk.md, and its compiler.

/** Special wherever they stand: escapes, logic, alternatives, tags, and (in choices) what only the option shows. */
const ANYWHERE = /[\\{}|#[\]]/g;
/** Comments go before anything else is read, so no backslash before them counts: one must stand between their two signs. */
const COMMENT = /\/(?=[/*])|(?<=\/)[/*]/g;
/** Diverts, threads and glue. */
const ARROW = /-(?=>)|<(?=[->])/g;
/** Words that begin a statement at the start of a line. */
const STATEMENT = /^(?:VAR|CONST|LIST|INCLUDE|EXTERNAL|TODO)(?![A-Za-z0-9_])/;

/**
 * A text as one line of ink that prints exactly it. The text is on one line and has no white space at its ends, nor two
 * spaces in a row: ink's runtime folds those (see onOneLine).
 */
export function escapeInk(text: string): string {
  const inside = text.replace(ANYWHERE, '\\$&').replace(COMMENT, '\\$&').replace(ARROW, '\\$&');
  // Bullets, gathers, knots, logic: all are told by the first sign of a line.
  if (inside.startsWith('return')) {
    return `{""}${inside}`; // its compiler warns of this word whatever stands before it but logic: an empty text
  }
  const first = /^[\p{L}\p{M}\p{N}\\]/u.test(inside) && !STATEMENT.test(inside);
  return first || inside === '' ? inside : `\\${inside}`;
}

/** A name for a knot: letters, figures and underscores of ASCII, told apart by what stands first in it. */
export function knotName(prefix: string, text: string): string {
  const words = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [prefix, ...words].join('_').slice(0, 48).replace(/_+$/, '');
}
