// The line end a script is written with.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';

/** The line end just before a stretch that begins a line, or a plain one where there is none. */
export function lineEndOf(script: Script, span: Span): string {
  return /\r\n$|\r$|\n$/u.exec(sliceOf(script, Math.max(0, span.from - 2), span.from))?.[0] ?? '\n';
}

/** A text with each line ended so. */
export function withLineEnd(text: string, lineEnd: string): string {
  return text.replace(/\r\n|\r|\n/gu, lineEnd);
}
