// From stretches of a draft's text to lines of its document.

/** The first and last line, from 0, of a stretch of a text. */
export function linesOf(text: string, { from, to }: { readonly from: number; readonly to: number }): { readonly first: number; readonly last: number } {
  const first = lineAt(text, from);
  return { first, last: Math.max(first, lineAt(text, to) - (to > from && /[\r\n]/.test(text.charAt(to - 1)) ? 1 : 0)) };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
}
