// Who of the cast is named in a block's action, whoever they are: looked for in one go, and only where their first word stands.
import type { Span } from '../fountain/elements';
import type { Block } from '../fountain/script';
import { touchesMark } from '../script/hiddenMarks';
import { mentionsOf, type FindMentions } from '../script/mentions';
import { lexiconIndex } from './lexiconIndex';

/** All names to look for. The same object for the same names, so that what was found in a block stays found. */
export interface NameIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly string[]>;
  /** Names of scripts without spaces between words: they have no first word. */
  readonly unspaced: readonly string[];
  /** Whom a part of a name stands for: see partsOf. */
  readonly parts: ReadonlyMap<string, string>;
}

/** A name where it stands, relative to the block. */
export interface NamedAt extends Span {
  readonly name: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

let last: { readonly key: string; readonly index: NameIndex } | undefined;

/** @param names canonical */
export function nameIndexOf(names: Iterable<string>): NameIndex {
  const sorted = [...names].sort();
  const key = sorted.join('\n');
  if (last?.key !== key) {
    const byFirstWord = new Map<string, string[]>();
    const parts = partsOf(sorted);
    for (const name of [...sorted, ...parts.keys()]) {
      const [word] = name.match(WORD) ?? [];
      if (word !== undefined && !UNSPACED.test(name)) {
        byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), name]);
      }
    }
    last = { key, index: { byFirstWord, unspaced: sorted.filter((name) => UNSPACED.test(name)), parts } };
  }
  return last.index;
}

/** What in a name is no name: the trade's ways to call people who have none, titles, and names that open sentences as other words. */
const NO_NAMES = new Set(
  ('THE A AN SOME VARIOUS SEVERAL ALL BOTH EVERYONE LAST ADULT TEENAGE LEADER OLD OLDER YOUNG YOUNGER LITTLE BIG TALL SHORT FAT SKINNY FIRST SECOND THIRD ONE TWO THREE OTHER ANOTHER NEW MR MRS MS MISS DR SIR LADY LORD KING QUEEN PRINCE PRINCESS OFFICER DETECTIVE INSPECTOR SERGEANT SGT ' +
    'CAPTAIN CAPT COLONEL GENERAL MAJOR LIEUTENANT LT AGENT DEPUTY SHERIFF MAYOR PRESIDENT SENATOR JUDGE FATHER MOTHER BROTHER SISTER UNCLE AUNT GRANDMA GRANDPA DAD MOM MAN WOMAN BOY GIRL KID GUY GUARD NURSE DOCTOR WAITER ' +
    'WAITRESS COP DRIVER SOLDIER VOICE VOICES RADIO TV CROWD SOMEONE WIFE HUSBAND SON DAUGHTER FRIEND JR SR AND OF IN ON WITH WILL MAY MARK HOPE JOY FAITH GRACE CHASE DAWN SUMMER APRIL JUNE ART DAY NIGHT').split(' '),
);

/** DON and PRICE stand for DON PRICE where nobody else is called so: action mostly calls people by one of their names. */
function partsOf(names: readonly string[]): Map<string, string> {
  const claims = new Map<string, string | undefined>();
  const taken = new Set(names);
  for (const name of names) {
    const words = /['’]S\b/u.test(name) || UNSPACED.test(name) ? [] : [...name.matchAll(WORD)].map(([word]) => word);
    for (const word of words.length > 1 && words.length <= 3 ? new Set([words[0], words.at(-1)]) : []) {
      if (word !== undefined && word.length > 2 && !taken.has(word) && !NO_NAMES.has(word) && !/\p{N}/u.test(word) && !lexiconIndex().has(word.toLowerCase())) {
        claims.set(word, claims.has(word) && claims.get(word) !== name ? undefined : name);
      }
    }
  }
  return new Map([...claims].flatMap(([word, name]) => (name === undefined ? [] : [[word, name] as const])));
}

const wordsOfBlocks = new WeakMap<Block, ReadonlySet<string>>();
const found = new WeakMap<Block, { readonly index: NameIndex; readonly named: readonly NamedAt[] }>();
const finders = new WeakMap<NameIndex, Map<string, FindMentions>>();
const NONE: readonly NamedAt[] = [];

/** Every name in the block's action, in order. Notes and boneyards are the writer's own and left out; dialogue puts nobody on the set. */
export function namedInAction(block: Block, index: NameIndex): readonly NamedAt[] {
  if (!block.elements.some(({ kind }) => kind === 'action')) {
    return NONE;
  }
  const known = found.get(block);
  if (known?.index === index) {
    return known.named;
  }
  const named = readNamed(block, index);
  found.set(block, { index, named });
  return named;
}

function readNamed(block: Block, index: NameIndex): readonly NamedAt[] {
  const words = wordsOf(block);
  const names = [...[...words].flatMap((word) => index.byFirstWord.get(word) ?? []), ...index.unspaced.filter((name) => block.text.includes(name))];
  if (names.length === 0) {
    return NONE;
  }
  const named = names.flatMap((name) => {
    const find = finderOf(name, names, index);
    return block.elements
      .filter(({ kind }) => kind === 'action')
      .flatMap((element) => find(block.text.slice(element.from, element.to)).filter(({ from }) => !isAnothers(block.text.slice(0, element.from + from), name, index)).map(({ from, to }) => ({ name: index.parts.get(name) ?? name, from: element.from + from, to: element.from + to })));
  });
  return named.filter((span) => !touchesMark(block, span.from, span.to)).sort((a, b) => a.from - b.from);
}

/** In ZACKY PRICE the second word is no DON PRICE; in Mr. Price it is. */
function isAnothers(before: string, name: string, index: NameIndex): boolean {
  const whole = index.parts.get(name);
  const [, last = ''] = /(\p{L}[\p{L}\p{M}'’.-]*)\s+$/u.exec(before.slice(-60)) ?? [];
  return whole?.endsWith(name) === true && /^\p{Lu}/u.test(last) && !last.endsWith('.') && !/^(?:Mr|Mrs|Ms|Dr|Miss)$/i.test(last);
}

/** Only names that stand in the block can be in one another's way there. */
function finderOf(name: string, names: readonly string[], index: NameIndex): FindMentions {
  const longer = names.filter((other) => other !== name && other.includes(name));
  const ofIndex = finders.get(index) ?? new Map<string, FindMentions>();
  finders.set(index, ofIndex);
  const key = [name, ...longer].join('\n');
  const finder = ofIndex.get(key) ?? mentionsOf(name, longer);
  ofIndex.set(key, finder);
  return finder;
}

function wordsOf(block: Block): ReadonlySet<string> {
  let words = wordsOfBlocks.get(block);
  if (!words) {
    words = new Set(block.text.toUpperCase().match(WORD) ?? []);
    wordsOfBlocks.set(block, words);
  }
  return words;
}
