// Names of two characters that are probably one, written in two ways: MARA and MARRA, never MAN 1 and MAN 2.
import type { CharacterFigures } from './characters';

/** `rare` is probably a slip for `common`. */
export interface NearNames {
  readonly rare: string;
  readonly common: string;
}

type Person = Pick<CharacterFigures, 'name' | 'speeches'>;

/**
 * The pairs of a script, each rare name with the one name it is nearest to. What speaks for a slip is how the names differ
 * and how seldom the one is there: a doubled letter, two letters swapped, an accent or a space are a slip where the other
 * name has four times the speeches (or both have one); another letter must stand once against five or more, for JON and
 * JOHN, MARIA and MARIO are mostly two people.
 * @param people everyone who speaks, in the order in which they first do
 */
export function nearNames(people: readonly Person[]): NearNames[] {
  const rows = people.map((person, index): Row => ({ person, index, words: wordsOf(person.name) }));
  const groups = groupsOf(rows);
  return rows.flatMap(({ person, index, words }) => {
    let found: Row | undefined;
    for (const key of keysOf(words)) {
      const other = groups.get(key)?.find((each) => isCommoner(each, { person, index, words }) && isSlip(person, words, each));
      found = other && (!found || isCommoner(other, found)) ? other : found;
    }
    return found ? [{ rare: person.name, common: found.person.name }] : [];
  });
}

/** A person with the place in the order of first speaking and the words of the name. */
interface Row {
  readonly person: Person;
  readonly index: number;
  readonly words: readonly string[];
}

/** Equal in speeches, the one who speaks first is taken for the right one. */
function isCommoner(one: Row, other: Row): boolean {
  return one.person.speeches > other.person.speeches || (one.person.speeches === other.person.speeches && one.index < other.index);
}

function isSlip(person: Person, words: readonly string[], other: Row): boolean {
  const likeness = likenessOf(words, other.words);
  const { speeches } = other.person;
  return likeness === 'close' ? person.speeches <= Math.max(1, speeches / 4) : likeness === 'near' && person.speeches === 1 && speeches >= 5;
}

// So many names that differ in the same one place are a numbered crowd, and no slips for one another.
const MOST_ALIKE = 40;

/** Those whose names may be alike, the commonest first: only they are compared, for everyone with everyone is a square. */
function groupsOf(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of [...rows].sort((a, b) => (isCommoner(a, b) ? -1 : 1))) {
    for (const key of keysOf(row.words)) {
      const group = groups.get(key);
      if (!group) {
        groups.set(key, [row]);
      } else if (group.length < MOST_ALIKE) {
        group.push(row);
      }
    }
  }
  return groups;
}

// A line of capitals this long is no name; and its keys together would be as long as its square.
const LONGEST_NAME = 80;

/**
 * What names that are alike have in common. A letter more, another letter, and two swapped come to the same word when one
 * letter is left out of each (or of the longer one).
 */
function keysOf(words: readonly string[]): ReadonlySet<string> {
  const whole = joined(words);
  const keys = new Set([whole]);
  if (whole.length > LONGEST_NAME) {
    return keys;
  }
  for (const [index, word] of words.entries()) {
    const letters = Array.from(word);
    if (!/\p{N}/u.test(word) && letters.length >= SHORTEST_WORD) {
      const others = (variant: string): string => [...words.slice(0, index), `\0${variant}`, ...words.slice(index + 1)].join(' ');
      keys.add(others(word)).add(others(withoutAccents(word)));
      letters.forEach((_letter, at) => keys.add(others(letters.filter((_each, place) => place !== at).join(''))));
    }
  }
  return keys;
}

/** How alike two names are: `close` differs as a slip of the keyboard does, `near` in one letter, undefined is another name. */
export function likenessOf(a: readonly string[], b: readonly string[]): 'close' | 'near' | undefined {
  if (a.length !== b.length) {
    return joined(a) === joined(b) && joined(a).length >= MIN_LETTERS ? 'close' : undefined;
  }
  const different = a.flatMap((word, index) => (word === b[index] ? [] : [[word, b[index] ?? ''] as const]));
  const [pair] = different;
  if (!pair) {
    return 'close';
  }
  return different.length === 1 ? likenessOfWords(pair[0], pair[1]) : undefined;
}

/** A name as its words, without the marks between them. */
export function wordsOf(name: string): string[] {
  return name.normalize('NFC').toUpperCase().split(/[\s.'’"“”_*-]+/u).filter((word) => word !== '');
}

const MIN_LETTERS = 4;
const SHORTEST_WORD = 3;

function joined(words: readonly string[]): string {
  return words.join('');
}

function likenessOfWords(a: string, b: string): 'close' | 'near' | undefined {
  const [short, long] = Array.from(a).length <= Array.from(b).length ? [Array.from(a), Array.from(b)] : [Array.from(b), Array.from(a)];
  // A digit tells people apart (MAN 1), as short words do (MR, MRS), and one guard from the guards.
  if (/\p{N}/u.test(a + b) || short.length < SHORTEST_WORD || long.length - short.length > 1 || isPlural(short, long)) {
    return undefined;
  }
  if (withoutAccents(a) === withoutAccents(b)) {
    return 'close';
  }
  // A slip seldom hits the first letter; names of people often differ in it: HARRY, BARRY.
  if (short[0] !== long[0]) {
    return undefined;
  }
  const at = short.findIndex((letter, index) => letter !== long[index]);
  const place = at < 0 ? short.length : at;
  return short.length < long.length ? likenessByMore(short, long, place) : likenessByOther(short, long, place);
}

/** One has a letter more. Doubled it is a slip; at the end it is often another name: PAUL, PAULA. */
function likenessByMore(short: readonly string[], long: readonly string[], place: number): 'close' | 'near' | undefined {
  if (short.slice(place).join('') !== long.slice(place + 1).join('')) {
    return undefined;
  }
  const doubled = long[place] === long[place - 1] || long[place] === long[place + 1];
  if (doubled && long.length >= MIN_LETTERS) {
    return 'close';
  }
  return place < short.length && long.length > 6 ? 'close' : 'near';
}

/** As many letters, one of them another, or two swapped. */
function likenessByOther(a: readonly string[], b: readonly string[], place: number): 'close' | 'near' | undefined {
  const isSwapped = a[place] === b[place + 1] && a[place + 1] === b[place] && a.slice(place + 2).join('') === b.slice(place + 2).join('');
  if (isSwapped && a.length >= MIN_LETTERS) {
    return 'close';
  }
  if (a.slice(place + 1).join('') !== b.slice(place + 1).join('') || a.length <= MIN_LETTERS) {
    return undefined;
  }
  return place < a.length - 1 && a.length > 6 ? 'close' : 'near';
}

function isPlural(short: readonly string[], long: readonly string[]): boolean {
  return long.length === short.length + 1 && long.join('') === `${short.join('')}S`;
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
