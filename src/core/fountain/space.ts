// White space and line ends as Fountain reads them: form feed, U+2028 and their like are text, not space.

/** Space, tab, or another blank of Unicode's category Zs. Not String.trim's set, which takes line separators too. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    (code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0x3000 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x1680))
  );
}

export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** The offset behind the line end that stands at `at` (CRLF is one), or `at` where none does. */
export function afterLineEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x0d) {
    return text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
  }
  return code === 0x0a ? at + 1 : at;
}

/** How many line ends are in `text` from `from` to `to`. */
export function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; ) {
    if (isLineEnd(text.charCodeAt(at))) {
      count++;
      at = afterLineEnd(text, at);
    } else {
      at++;
    }
  }
  return count;
}

export function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

export function trimStart(text: string): string {
  return text.slice(skipSpace(text, 0, text.length));
}

export function trimEnd(text: string): string {
  let to = text.length;
  while (to > 0 && isSpace(text.charCodeAt(to - 1))) {
    to--;
  }
  return text.slice(0, to);
}

export function trim(text: string): string {
  return trimStart(trimEnd(text));
}
