// Looks over a text that should be JSON before it is parsed: how deep it goes, and how many keys are written in it.

export interface JsonScan {
  /** How many brackets are open at most. */
  readonly depth: number;
  /** Keys as written: one that is there twice counts twice, where a parser would keep the last and say nothing. */
  readonly keys: number;
}

/** Reads a text once, from its start to its end, whatever it is. */
export function scanJson(text: string): JsonScan {
  let depth = 0;
  let deepest = 0;
  let keys = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = endOfString(text, at + 1);
        break;
      case 0x3a:
        keys++;
        break;
      case 0x5b:
      case 0x7b:
        deepest = Math.max(deepest, ++depth);
        break;
      case 0x5d:
      case 0x7d:
        depth--;
        break;
      default:
        break;
    }
  }
  return { depth: deepest, keys };
}

/** The line, from 1, of the first key that stands in its object for the second time; undefined where none does. @param text must be JSON */
export function lineOfSecond(text: string): number | undefined {
  const objects: Set<string>[] = [];
  let line = 1;
  let last = '';
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '\n':
        line++;
        break;
      case '"': {
        const end = endOfString(text, at + 1);
        last = text.slice(at + 1, end);
        at = end;
        break;
      }
      case '[':
      case '{':
        objects.push(new Set());
        break;
      case ']':
      case '}':
        objects.pop();
        break;
      case ':':
        if (objects.at(-1)?.has(last) === true) {
          return line;
        }
        objects.at(-1)?.add(last);
        break;
      default:
        break;
    }
  }
  return undefined;
}

function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 0x22) {
    at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  }
  return at;
}

/** How many keys a parsed value has, all through. Its depth must be known to be small. */
export function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inner.reduce<number>((sum, each) => sum + countKeys(each), Array.isArray(value) ? 0 : inner.length);
}
