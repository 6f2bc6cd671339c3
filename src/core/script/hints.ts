// Hints: what in a script is probably not as its writer means it. Never an error; a script is right as it stands.
import type { Action, Span } from '../fountain/elements';
import { printedText } from '../fountain/inline';
import { endsInTo, isCueName, splitCue } from '../fountain/rules';
import { placedBlocks, type Block, type Script } from '../fountain/script';
import { canonicalName, charactersOf, type CharacterFigures } from './characters';
import { nearNames, type NearNames } from './nearNames';
import { sameNumberKey } from './sceneNumberBetween';
import { numberedHeadings } from './sceneNumbers';
import { speechesOf } from './speeches';
import { areNumbersLocked } from './titleEntry';

/** What a writer may turn off, each by itself. */
export type HintKind = 'headings' | 'unclosed' | 'cues' | 'names' | 'sceneNumbers';

/** One hint at its place. `name`, `other` and `number` are what the sentence about it says. */
export type Hint = Span &
  (
    | { readonly kind: 'headings'; readonly what: 'headingNeedsBlankAfter' }
    | { readonly kind: 'unclosed'; readonly what: 'unclosedNote' | 'unclosedBoneyard' }
    /** `cueAlone`: a known name (or one with an extension) on a line of its own, taken for action. `cueSilent`: a cue with brackets below and no words. */
    | { readonly kind: 'cues'; readonly what: 'cueAlone' | 'cueSilent'; readonly name: string }
    | { readonly kind: 'names'; readonly what: 'nearName'; readonly name: string; readonly other: string }
    | { readonly kind: 'sceneNumbers'; readonly what: 'numberTwice'; readonly number: string }
    | { readonly kind: 'sceneNumbers'; readonly what: 'numberMissing' }
  );

/** Whether it is surely read otherwise than it looks; the others are guesses, which only the writer can judge. */
export function isSure({ kind }: Hint): boolean {
  return kind === 'headings' || kind === 'unclosed';
}

/** What a block says by itself, relative to it; whether a name is anybody's only the script knows. */
interface BlockHints {
  readonly problems: readonly Hint[];
  readonly cues: readonly (Span & { readonly name: string; readonly what: 'cueAlone' | 'cueSilent'; readonly isSure: boolean })[];
}

const ofBlock = new WeakMap<Block, BlockHints>();
const NONE: BlockHints = { problems: [], cues: [] };

/**
 * Every hint in order. What blocks say by themselves is kept with them, so that after a keystroke little is worked out anew.
 * @param kinds those that are wanted
 */
export function hintsOf(script: Script, kinds: ReadonlySet<HintKind>): Hint[] {
  const hints: Hint[] = [];
  const names = new Set(kinds.has('cues') ? charactersOf(script).map(({ name }) => name) : []);
  for (const { block, offset } of placedBlocks(script)) {
    const { problems, cues } = blockHints(block);
    hints.push(...problems.map((hint) => at(hint, offset)));
    for (const { from, to, name, what, isSure } of cues) {
      if (isSure || names.has(name)) {
        hints.push({ kind: 'cues', what, name, from: offset + from, to: offset + to });
      }
    }
  }
  const all = [...hints, ...(kinds.has('names') ? nameHints(script) : []), ...(kinds.has('sceneNumbers') ? numberHints(script) : [])];
  return all.filter(({ kind }) => kinds.has(kind)).sort((a, b) => a.from - b.from || a.to - b.to);
}

function at<T extends Span>(hint: T, offset: number): T {
  return { ...hint, from: hint.from + offset, to: hint.to + offset };
}

function blockHints(block: Block): BlockHints {
  // Most blocks have nothing to say: told by one look, so that the cache holds the others alone.
  if (block.problems.length === 0 && !block.elements.some(({ kind }) => kind === 'action' || kind === 'character')) {
    return NONE;
  }
  let hints = ofBlock.get(block);
  if (!hints) {
    hints = { problems: block.problems.map(problemHint), cues: cueHints(block) };
    ofBlock.set(block, hints);
  }
  return hints;
}

function problemHint({ kind, from, to }: Block['problems'][number]): Hint {
  return kind === 'headingNeedsBlankAfter' ? { kind: 'headings', what: kind, from, to } : { kind: 'unclosed', what: kind, from, to };
}

function cueHints(block: Block): BlockHints['cues'] {
  return block.elements.flatMap((element, index): BlockHints['cues'][number][] => {
    if (element.kind === 'action') {
      const cue = lonelyCue(block, element);
      return cue ? [{ ...cue, what: 'cueAlone', from: element.from, to: element.to }] : [];
    }
    const below = block.elements.slice(index + 1);
    const end = below.findIndex(({ kind }) => kind !== 'parenthetical');
    // Brackets alone: somebody nods. Where nothing at all is meant to be said, that is what action is for.
    const isSilent = element.kind === 'character' && below[0]?.kind === 'parenthetical' && (end < 0 || !['dialogue', 'lyrics'].includes(below[end]?.kind ?? ''));
    return isSilent ? [{ name: canonicalName(element.name), what: 'cueSilent', isSure: true, from: element.from, to: element.to }] : [];
  });
}

// What stands behind a name only in a cue.
const EXTENSION = /^(?:V\. ?O\.?|VO|O\. ?S\.?|OS|O\. ?C\.?|OC|CONT[’']?D\.?)$/i;

/** An action of one line that has the look of a cue. */
function lonelyCue(block: Block, action: Action): { name: string; isSure: boolean } | undefined {
  const source = block.text.slice(action.from, action.to).trimStart();
  const text = printedText(action.text).trim();
  if (action.text.includes('\n') || source.startsWith('!') || text.length > LONGEST_CUE || endsInTo(text)) {
    return undefined;
  }
  const forced = text.startsWith('@');
  const cue = splitCue(forced ? text.slice(1) : text);
  if (cue.name === '' || (!forced && !isCueName(cue.name))) {
    return undefined;
  }
  return { name: canonicalName(cue.name), isSure: (forced && !/\s/.test(cue.name)) || cue.caret || EXTENSION.test(cue.extension ?? '') };
}

const LONGEST_CUE = 60;

let lastPeople = '';
let lastPairs: readonly NearNames[] = [];

/** The cues of names that are probably a slip. */
function nameHints(script: Script): Hint[] {
  const first = ({ scenes }: CharacterFigures): number => scenes[0]?.first.blockOffset ?? 0;
  const people = [...charactersOf(script)].sort((a, b) => first(a) - first(b));
  // The same people speak as often as before at most keystrokes.
  const key = people.map(({ name, speeches }) => `${name}\t${speeches}`).join('\n');
  if (key !== lastPeople) {
    lastPairs = nearNames(people);
    lastPeople = key;
  }
  const others = new Map(lastPairs.map(({ rare, common }) => [rare, common]));
  if (others.size === 0) {
    return [];
  }
  return speechesOf(script).flatMap(({ name, cue, blockOffset }) => {
    const other = others.get(name);
    return other === undefined ? [] : [{ kind: 'names' as const, what: 'nearName' as const, name, other, from: blockOffset + cue.from, to: blockOffset + cue.to }];
  });
}

/** Numbers that two scenes have, and scenes without one: only where numbers are used, that is by most scenes or by a locked script. */
function numberHints(script: Script): Hint[] {
  const headings = numberedHeadings(script);
  const numbered = headings.filter(({ number }) => number !== undefined).length;
  if (numbered === 0 || (numbered * 2 <= headings.length && !areNumbersLocked(script))) {
    return [];
  }
  const seen = new Set<string>();
  return headings.flatMap(({ number, from, to }): Hint[] => {
    if (number === undefined) {
      return [{ kind: 'sceneNumbers', what: 'numberMissing', from, to }];
    }
    const key = sameNumberKey(number);
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice ? [{ kind: 'sceneNumbers', what: 'numberTwice', number, from, to }] : [];
  });
}
