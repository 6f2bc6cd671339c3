// The writer's own directions, and those a room shares in a file beside the script: text, a line each.

export interface OwnDirection {
  readonly label: string;
  /** What the model is told. */
  readonly instruction: string;
}

/** Longer, and what stands before a colon is no label but the beginning of a sentence. */
const LONGEST_LABEL = 48;

/**
 * The directions in a text: one a line, "colder: they give each other less" or a plain sentence. Headings, blank lines, fences,
 * rules and HTML comments say nothing; list marks are not part of a direction. Each once.
 */
export function readDirections(text: string): OwnDirection[] {
  const found = new Map<string, OwnDirection>();
  for (const line of text.replace(/^\uFEFF/u, '').replace(/<!--[^]*?(?:-->|$)/gu, '').split(/\r\n|\r|\n/u)) {
    const direction = readDirection(line);
    if (direction && !found.has(direction.label.toLowerCase())) {
      found.set(direction.label.toLowerCase(), direction);
    }
  }
  return [...found.values()];
}

/** One direction; undefined where a line holds none. */
export function readDirection(line: string): OwnDirection | undefined {
  if (/^\s*(?:#|```|~~~|(?:[-*_]\s*){3,}$)/u.test(line)) {
    return undefined;
  }
  const words = line.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/u, '').replace(/\*\*/gu, '').trim();
  if (words === '') {
    return undefined;
  }
  const [, label = '', instruction = ''] = /^([^:：]+)[:：]\s*(\S.*)$/u.exec(words) ?? [];
  return label !== '' && label.length <= LONGEST_LABEL ? { label: label.trim(), instruction } : { label: words, instruction: words };
}
