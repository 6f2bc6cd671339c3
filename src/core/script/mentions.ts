// Where a text names a character: whole words, in capitals or as a name, never inside a longer name.
import type { Element, Span } from '../fountain/elements';
import type { Block } from '../fountain/script';

/** Finds the mentions of one character in any text. */
export type FindMentions = (text: string) => Span[];

/**
 * @param name the character's canonical name
 * @param others the other characters' names: "OLD MAN" is no mention of "MAN"
 */
export function mentionsOf(name: string, others: readonly string[]): FindMentions {
  const longer = others.filter((other) => other !== name && other.includes(name)).sort((a, b) => b.length - a.length);
  const pattern = new RegExp([...longer, name].map((each) => `(${patternOf(each)})`).join('|'), 'giu');
  return (text) => {
    const found: Span[] = [];
    for (const match of text.matchAll(pattern)) {
      // The last group is the name itself; the ones before only keep longer names out of the way.
      const own = match.at(-1);
      const span = { from: match.index, to: match.index + match[0].length };
      if (own !== undefined && isNamed(own) && standsAlone(text, span)) {
        found.push(span);
      }
    }
    return found;
  };
}

const NAMING: ReadonlySet<Element['kind']> = new Set(['action', 'dialogue', 'parenthetical', 'lyrics', 'centered', 'sceneHeading', 'synopsis']);

/** The mentions in a block, relative to it. Cues are no mentions; notes and boneyards are the writer's own and left out. */
export function mentionsIn(block: Block, find: FindMentions): Span[] {
  return block.elements
    .filter((element) => NAMING.has(element.kind))
    .flatMap((element) => find(block.text.slice(element.from, element.to)).map((span) => ({ from: element.from + span.from, to: element.from + span.to })))
    .filter((span) => !block.marks.some((mark) => mark.from < span.to && span.from < mark.to));
}

/** The new name in the case of the mention it replaces: in capitals where that was (JOHN, McCLANE), otherwise as a name is written. */
export function inCaseOf(mention: string, name: string, inProse?: string): string {
  const isMixed = name !== name.toUpperCase() && /\p{Lu}{2}/u.test(name);
  if (/\p{Lu}{2}/u.test(mention) || (mention === mention.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(mention))) {
    return isMixed ? name : name.toUpperCase();
  }
  if (inProse !== undefined) {
    return inProse;
  }
  if (isMixed) {
    return name.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
  }
  return name === name.toUpperCase() ? asName(name) : name;
}

/** MARA as Mara, O'NEIL as O'Neil, JEAN-LUC as Jean-Luc, CHARLIE'S MOTHER as Charlie's Mother. */
export function asName(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}\p{N}\p{M}])(?:\p{L}['’])?\p{L}/gu, (first, at: number, all: string) =>
    // What follows an apostrophe is a new beginning after one letter (O'Neil), an ending otherwise (Charlie's).
    /['’]/.test(all[at - 1] ?? '') && /\p{L}/u.test(all[at - 2] ?? '') ? first : first.toUpperCase(),
  );
}

function patternOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/['’]/g, "['’]"))
    .join('[ \\t]+');
}

/** A name begins with a capital, or has no case at all; "will" is not Will. */
function isNamed(mention: string): boolean {
  const first = /\p{L}/u.exec(mention)?.[0];
  return first === undefined || first !== first.toLowerCase() || first === first.toUpperCase();
}

// Written without spaces between words, so a name of two letters or more counts wherever it stands.
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function standsAlone(text: string, { from, to }: Span): boolean {
  const mention = text.slice(from, to);
  const short = [...mention].length < 2;
  const before = text.slice(Math.max(0, from - 3), from);
  const after = text.slice(to, to + 3);
  // In a name as O'Brien the apostrophe joins; in d'Anna and Anna's it does not.
  const openBefore = !short && UNSPACED.test([...mention][0] ?? '');
  const openAfter = !short && UNSPACED.test([...mention].at(-1) ?? '');
  const joinedBefore = /[\p{L}\p{N}\p{M}]$/u.test(before) || /[\p{Lu}\p{N}]['’]$/u.test(before) || /[\p{L}\p{N}\p{M}]-$/u.test(before) || /[@#]$/.test(before);
  const joinedAfter = /^[\p{L}\p{N}\p{M}]/u.test(after) || /^-[\p{L}\p{N}]/u.test(after) || (short && /^['’]\p{L}{2}/u.test(after));
  return (openBefore || !joinedBefore) && (openAfter || !joinedAfter);
}
