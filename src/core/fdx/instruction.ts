// Backlot's own word in a Final Draft file: a processing instruction, which every other program passes over. It holds what
// Final Draft has no place for (a text's marks to the letter), and counts only while it agrees with what stands beside it.
import type { XmlElement, XmlInstruction } from './xmlTree';

export const TARGET = 'backlot';

/** All of it is optional; a reader does without. */
export interface Word {
  /** The Fountain text to the letter. */
  readonly text?: string;
  /** A note on lines of its own, or lyrics that belong to no speech. */
  readonly own?: boolean;
  /** A page break stands here, not before the notes above. */
  readonly pageBreak?: boolean;
  /** Title page: keys and values, in order. */
  readonly entries?: readonly (readonly [string, readonly string[]])[];
}

/** JSON in which nothing ends the instruction and nothing is outside XML's characters. */
export function instruction(word: Word): string {
  const json = JSON.stringify(word).replace(/[<>&?]|[^\u0020-\uD7FF\uE000-\uFFFD]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `<?${TARGET} ${json}?>`;
}

/** The word in an instruction; an empty one where it is somebody else's or no word at all. */
export function wordOf({ target, body }: XmlInstruction): Word {
  if (target !== TARGET) {
    return {};
  }
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? checked(value) : {};
  } catch {
    return {};
  }
}

function checked(value: object): Word {
  const text = 'text' in value && typeof value.text === 'string' ? { text: value.text } : {};
  const own = 'own' in value && value.own === true ? { own: true } : {};
  const pageBreak = 'pageBreak' in value && value.pageBreak === true ? { pageBreak: true } : {};
  const entries = 'entries' in value && Array.isArray(value.entries) ? entriesIn(value.entries) : undefined;
  return { ...text, ...own, ...pageBreak, ...(entries && { entries }) };
}

function entriesIn(list: readonly unknown[]): (readonly [string, readonly string[]])[] | undefined {
  const entries: (readonly [string, readonly string[]])[] = [];
  for (const entry of list) {
    const [key, values] = (Array.isArray(entry) ? entry : []) as readonly unknown[];
    if (typeof key !== 'string' || !Array.isArray(values) || !values.every((one) => typeof one === 'string')) {
      return undefined;
    }
    entries.push([key, values]);
  }
  return entries;
}

/** All that an element's own instructions say. */
export function wordsIn(element: XmlElement): Word {
  return Object.assign({}, ...element.children.map((node) => (node.kind === 'instruction' ? wordOf(node) : {}))) as Word;
}
