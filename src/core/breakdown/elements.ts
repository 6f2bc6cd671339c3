// Finds an element of a production by category and name, or makes it; elements as the writer changes them are in elementEdits.ts.
import type { BreakdownElement, Production, Tag } from '../production/production';
import { canonicalName } from '../script/names';

export function findElement({ elements }: Production, id: string): BreakdownElement | undefined {
  return Object.hasOwn(elements, id) ? elements[id] : undefined;
}

/** The element of a category and name, case and white space aside; made where there is none. @param newId gives an id not used before */
export function withElement(production: Production, category: string, name: string, newId: () => string): { readonly production: Production; readonly id: string } {
  const found = Object.keys(production.elements).sort().find((id) => {
    const element = production.elements[id];
    return element?.category === category && canonicalName(element.name) === canonicalName(name);
  });
  if (found !== undefined) {
    return { production, id: found };
  }
  const id = freshId(production, newId);
  return { production: { ...production, elements: { ...production.elements, [id]: { category, name: name.replace(/\s+/gu, ' ').trim() } } }, id };
}

function freshId({ elements }: Production, newId: () => string): string {
  for (let tries = 0; tries < 1000; tries++) {
    const id = newId();
    if (!Object.hasOwn(elements, id)) {
      return id;
    }
  }
  throw new RangeError('ids are never new');
}

/** Words of the script as an element's name: without emphasis and outer stops, SHOUTED words in small letters. */
export function nameOfWords(words: string): string {
  const plain = words.replace(/[*_\\]/g, '').replace(/^[\s"'“”‘’(,.;:!?-]+|[\s"'“”‘’),.;:!?-]+$/gu, '').replace(/\s+/gu, ' ');
  const name = plain === '' ? words.trim() : plain;
  return name === name.toUpperCase() && /\p{Lu}{2}/u.test(name) ? name.toLowerCase() : name;
}

/** Two tags as one: every quote of both, no quote twice; what the first says besides goes before the other's. */
export function joinTags(one: Tag | undefined, other: Tag): Tag {
  const quotes = [...(one?.quotes ?? []), ...other.quotes];
  const known = new Set<string>();
  const notes = [...new Set([one?.notes, other.notes])].filter((note) => note !== undefined).join('\n');
  const single = quotes.filter(({ words, before, behind }) => {
    const key = JSON.stringify([words, before, behind]);
    return !known.has(key) && known.add(key);
  });
  return { ...other, ...one, quotes: single, ...(notes !== '' && { notes }) };
}
