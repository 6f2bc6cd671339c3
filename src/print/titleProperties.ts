// What a script's title page says of it, for a document's properties and for headers.
import { printedText, plainText } from '../core/fountain/inline';
import type { Script } from '../core/fountain/script';

export interface TitleProperties {
  readonly title?: string;
  readonly author?: string;
  /** The draft date, as the writer wrote it. */
  readonly date?: string;
}

const KEYS: readonly (readonly [keyof TitleProperties, RegExp])[] = [
  ['title', /^title$/i],
  ['author', /^(authors?|written by)$/i],
  ['date', /^(draft ?date|date)$/i],
];

/** Values of several lines are joined: a title's by a space, authors by commas. */
export function titlePropertiesOf(script: Script): TitleProperties {
  const element = script.chunks[0]?.blocks[0]?.elements[0];
  const entries = element?.kind === 'titlePage' ? element.entries : [];
  const found: Partial<Record<keyof TitleProperties, string>> = {};
  for (const { key, values } of entries) {
    const name = KEYS.find(([, pattern]) => pattern.test(key.trim()))?.[0];
    const words = values.map((value) => plainText(printedText(value)).trim()).filter(Boolean);
    if (name !== undefined && found[name] === undefined && words.length > 0) {
      found[name] = words.join(name === 'author' ? ', ' : ' ');
    }
  }
  return found;
}
