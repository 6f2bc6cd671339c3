// Finds lexicon words in a block's action, and tells by the words around them whether they are the thing: longest match first.
import type { Element } from '../fountain/elements';
import type { Block } from '../fountain/script';
import { touchesMark } from '../script/hiddenMarks';
import { lexiconIndex, type LexiconEntry, type LexiconForm } from './lexiconIndex';

/** A thing named in a block. Offsets and the element's index are the block's. */
export interface Finding {
  readonly category: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly element: number;
}

interface Token {
  /** As written, and in small letters. */
  readonly text: string;
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** No stop, dash or bracket between it and the token before. */
  readonly joined: boolean;
}

const found = new WeakMap<Block, readonly Finding[]>();
const NONE: readonly Finding[] = [];

/** What the lexicon knows in the block's action, in order. Kept with the block. */
export function findingsOf(block: Block): readonly Finding[] {
  if (!block.elements.some(({ kind }) => kind === 'action')) {
    return NONE;
  }
  let findings = found.get(block);
  if (!findings) {
    findings = block.elements.flatMap((element, index) => (element.kind === 'action' ? inAction(block, element, index) : []));
    found.set(block, findings);
  }
  return findings;
}

function inAction(block: Block, element: Element, index: number): Finding[] {
  const tokens = tokensOf(block, element);
  const findings: Finding[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = longestAt(tokens, at);
    const { category } = match?.entry ?? {};
    const last = tokens[at + (match?.words.length ?? 1) - 1];
    const first = tokens[at];
    if (match && category !== undefined && first && last) {
      findings.push({ category, name: nameOf(match, tokens, at), from: first.from, to: last.to, element: index });
    }
    at += match?.words.length ?? 1;
  }
  const introduced = introducedIn(block, element, index);
  let next = 0;
  const others = findings.filter(({ from, to }) => {
    while ((introduced[next]?.to ?? Infinity) <= from) {
      next++;
    }
    return (introduced[next]?.from ?? Infinity) >= to;
  });
  return introduced.length === 0 ? findings : [...others, ...introduced].sort((a, b) => a.from - b.from);
}

// ROSIE (30s), OLD TOM, 71,: how the trade brings somebody in.
const INTRODUCED = /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}'’.-]{0,24}\p{Lu}(?: {1,3}\p{Lu}[\p{Lu}'’.-]{0,24}\p{Lu}){0,3})(?: {0,3}\( {0,3}|, {1,3})(?:(?:early|mid|late|EARLY|MID|LATE)[- ])?\d{1,2}(?:['’]?[sS])?(?= {0,3}[),.])/gu;

/** People with an age whom the action introduces in capitals: cast, also where they never speak. */
function introducedIn(block: Block, element: Element, index: number): Finding[] {
  const text = block.text.slice(element.from, element.to);
  return [...text.matchAll(INTRODUCED)].flatMap((match) => {
    const [, name = ''] = match;
    const from = element.from + match.index;
    return !touchesMark(block, from, from + name.length) ? [{ category: 'cast', name, from, to: from + name.length, element: index }] : [];
  });
}

/** The longest form that stands there and is meant: what is not meant may hide a shorter one that is. */
function longestAt(tokens: readonly Token[], at: number): LexiconForm | undefined {
  const first = tokens[at];
  const forms = (first && lexiconIndex().get(first.word)) ?? [];
  return forms.find((form) => form.words.every((word, step) => tokens[at + step]?.word === word && (step === 0 || tokens[at + step]?.joined === true)) && isMeant(form, tokens, at));
}

/** Extras are as many as they are written: "farmers"; all else is one thing by its own name. */
function nameOf({ entry, words, form }: LexiconForm, tokens: readonly Token[], at: number): string {
  if (entry.kind !== 'people' || (form !== 'plural' && !isNumber(words[0] ?? ''))) {
    return entry.name;
  }
  // "Two hundred people", "a dozen men": the whole number, or none.
  let first = at;
  while (first > 0 && tokens[first]?.joined === true && isNumber(tokens[first - 1]?.word ?? '')) {
    first--;
  }
  if (first < at && tokens[first]?.joined === true && tokens[first - 1]?.word === 'a') {
    first--;
  }
  return [...tokens.slice(first, at).map(({ word }) => word), ...words].join(' ');
}

/** A year is no count of people. */
function isNumber(word: string): boolean {
  return NUMBERS.has(word) || (/^[1-9]\d{0,5}$/.test(word) && !/^(?:19|20)\d\d$/.test(word));
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const NUMBERS = words('two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty hundred thousand several many');
/** What says that a thing comes. */
const DETERMINERS = words('a an the this that these those his her its their our my your another each every no any some several many few both two three four five six seven eight nine ten twelve dozen dozens hundred hundreds');
const OF_THINGS = words('of with in on into onto from by under behind beside inside over against through without');
/** Behind these a bare verb is a verb. */
const OF_DEEDS = words('to and they we you i who then must can could will would should may might ’ll not never');
const SAYS_NONE = words('no without like');

function isMeant({ entry, words: own, form }: LexiconForm, tokens: readonly Token[], at: number): boolean {
  if (entry.category === undefined) {
    return true;
  }
  const [before, next] = [tokens[at - 1], tokens[at + own.length]];
  const text = tokens.slice(at, at + own.length).map((token) => token.text);
  const isShouted = text.every((each) => each === each.toUpperCase() && /\p{Lu}{2}/u.test(each)) && !isShoutedLine(tokens);
  if (entry.inCapitalsOnly) {
    return isShouted;
  }
  if (isBarred(entry, tokens, at, own.length) || isAName(text, tokens, at, own.length)) {
    return false;
  }
  if (entry.kind === 'deed') {
    return form === 'other' || own.length > 1 || isDeed(before, next);
  }
  // "He WHISTLES" shouts a verb.
  // A storm of emotion and a wave of relief wet nobody.
  if (entry.isAmbiguous && entry.category === 'specialEffects' && own.length === 1 && next?.word === 'of') {
    return false;
  }
  const isThing = (isShouted && (form !== 'plural' || entry.kind === 'people')) || !entry.isAmbiguous || own.length > 1 || (form === 'single' && opensSentence(entry, tokens, at));
  return !isDenied(tokens, at) && (isThing || isAThing(tokens, at, form));
}

/** Words that the entry may not stand before or behind. */
function isBarred({ notBefore, notBehind }: LexiconEntry, tokens: readonly Token[], at: number, length: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + length]];
  const follows = (phrase: string): boolean => phrase.split(' ').every((word, step) => tokens[at + length + step]?.word === word && tokens[at + length + step]?.joined === true);
  return (next !== undefined && notBefore.some(follows)) || (before !== undefined && tokens[at]?.joined === true && notBehind.includes(before.word));
}

/** Mr. Fox and Rose are no animal and no flower: a capital alone, not at a sentence's start, makes a name, and so do two in a row. */
function isAName(text: readonly string[], tokens: readonly Token[], at: number, length: number): boolean {
  const isTitled = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);
  if (text.length > 1 || !isTitled(tokens[at])) {
    return false;
  }
  if (TITLES.has(tokens[at - 1]?.word ?? '')) {
    return true;
  }
  const begins = tokens[at]?.joined === false || at === 0;
  const next = tokens[at + length];
  return !CAR_MAKES.has(tokens[at]?.word ?? '') && (!begins || (isTitled(next) && next?.joined === true));
}

const TITLES = words('mr mrs ms miss dr sir lady lord captain capt sgt sergeant professor prof uncle aunt sister brother father saint st');
const CAR_MAKES = words('cadillac chevy chevrolet buick mustang corvette porsche ferrari mercedes volkswagen volvo toyota honda lincoln pontiac oldsmobile thunderbird bentley harley polaroid bible jeep vespa german christmas');

/** "like a lion", "no gun", "without a hat": not there. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  for (let back = 1; back <= 3; back++) {
    const token = tokens[at - back];
    if (!token || tokens[at - back + 1]?.joined === false) {
      return false;
    }
    if (SAYS_NONE.has(token.word) && (back === 1 || DETERMINERS.has(tokens[at - back + 1]?.word ?? ''))) {
      return true;
    }
  }
  return isCompared(tokens, at);
}

const LIKERS = words('would to i you we they not ’d');
/** How far behind "like" a comparison still goes on: "like a tray past a dog". */
const FAR = 8;

/** Behind "as if" and "as though", and a few words behind "like a", within its part of the sentence: said, not there. */
function isCompared(tokens: readonly Token[], at: number): boolean {
  for (let back = at; back > 0 && tokens[back]?.joined === true; back--) {
    const [one, two] = [tokens[back - 1], tokens[back - 2]];
    if ((one?.word === 'if' || one?.word === 'though') && two?.word === 'as' && one.joined) {
      return true;
    }
    const isLikened = one?.word === 'like' && DETERMINERS.has(tokens[back]?.word ?? '') && !(one.joined && LIKERS.has(two?.word ?? ''));
    if (isLikened && at - back <= FAR) {
      return true;
    }
  }
  return false;
}

/** "Rain." and "Smoke fills the hall": what a sentence opens with comes without an article where there is no counting it, or where it is all that is said. */
function opensSentence({ category }: LexiconEntry, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.joined === false && (next?.joined !== true || category === 'specialEffects' || category === 'makeup');
}

/**
 * A word that is also a verb is the thing where an article or the like stands right before it, or a preposition. With up to two words between
 * them it mostly is: but "the woman leaves" and "two buttons fly" have a noun there, which makes it a verb.
 */
function isAThing(tokens: readonly Token[], at: number, form: LexiconForm['form']): boolean {
  for (let back = 1; back <= 3; back++) {
    const token = tokens[at - back];
    if (!token || tokens[at - back + 1]?.joined === false) {
      return false;
    }
    if (DETERMINERS.has(token.word) || /['’]s$/.test(token.word)) {
      return true;
    }
    if (back === 1 && OF_THINGS.has(token.word)) {
      return true;
    }
    const isNoun = form === 'plural' ? !ADJECTIVES.test(token.word) : /[^s]s$/.test(token.word);
    if (PRONOUNS.has(token.word) || token.word.endsWith('ly') || isNoun) {
      return false;
    }
  }
  return false;
}

const ADJECTIVES = /(?:ed|ing|[^l]y|ous|ful|ic|en)$|^(?:old|new|small|big|large|long|short|dead|white|black|red|blue|green|brown|grey|gray|pink|wet|dry|dark|cheap|fresh|loose|huge|little|more|other|tall|thick|thin|worn|hot|cold|metal|plastic|paper|glass|steel|brass|silver|gold)$/;
const PRONOUNS = words('he she it they we you i who that which to and one everyone someone anyone nobody everybody somebody nothing');

/** A bare verb: behind "to", "they" and the like or a plural; not behind an article, and not where a noun's company stands. */
function isDeed(before: Token | undefined, next: Token | undefined): boolean {
  return before !== undefined && next !== undefined && (OF_DEEDS.has(before.word) || /[^s]s$/.test(before.word)) && !DETERMINERS.has(before.word) && next.word !== 'of';
}

/** A line without one small letter shouts from end to end: its capitals say nothing. */
function isShoutedLine(tokens: readonly Token[]): boolean {
  let isShouted = shouted.get(tokens);
  if (isShouted === undefined) {
    isShouted = tokens.length > 3 && tokens.every(({ text }) => text === text.toUpperCase());
    shouted.set(tokens, isShouted);
  }
  return isShouted;
}

const shouted = new WeakMap<readonly Token[], boolean>();

const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

function tokensOf(block: Block, element: Element): Token[] {
  const text = block.text.slice(element.from, element.to);
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [from, to] = [element.from + match.index, element.from + match.index + match[0].length];
    if (touchesMark(block, from, to)) {
      continue;
    }
    // Emphasis and a hyphen part no words; nor does a line's end.
    const between = text.slice(last, match.index);
    tokens.push({ text: match[0], word: match[0].toLowerCase().replace(/’/g, "'"), from, to, joined: tokens.length > 0 && /^(?:[\s*_]+|-)$/u.test(between) });
    last = match.index + match[0].length;
  }
  return tokens;
}
