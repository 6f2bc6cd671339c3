// Cues: who speaks next. The other speaker of the scene first, then the scene's people, then the script's.
import { isCueName } from '../fountain/rules';
import { placedBlocks, type Script } from '../fountain/script';
import { charactersOf, type CharacterFigures } from './characters';
import type { CompletionEntry } from './complete';
import { beginsWith, wordBeginsWith } from './completePrefix';
import { someSpeaker } from './completeUsed';
import { mentionsIn, mentionsOf } from './mentions';
import { canonicalName } from './names';
import { sceneIndexAt, scenesOf } from './outline';
import { speechesOf } from './speeches';
import type { TypingPlace } from './typingPlace';

/** @param typed an `@` in front may stand or not */
export function cueItems(script: Script, place: TypingPlace, typed: string): CompletionEntry[] {
  const forced = typed.startsWith('@');
  const begun = canonicalName(forced ? typed.slice(1) : typed);
  const isProse = /\p{Ll}/u.test(typed) && !forced;
  // Most letters typed are prose that begins no name: told before anything is counted.
  if (!someSpeaker(script, (name) => (isProse ? name.startsWith(begun) : ` ${name}`.includes(` ${begun}`)))) {
    return [];
  }
  const isHere = (offset: number): boolean => place.from <= offset && offset <= place.to;
  // A name that is still being typed may be a cue of its own already.
  const known = new Map(charactersOf(script).map((person) => [person.name, person]));
  for (const [name, { speeches, scenes }] of known) {
    const first = scenes[0]?.first;
    if (speeches === 1 && first !== undefined && isHere(first.blockOffset + first.cue.from)) {
      known.delete(name);
    }
  }
  const begins = [...known.keys()].filter((name) => beginsWith(name, begun) && !(isProse && isFirstWord(name, begun)));
  // A later word of a name is looked at where the writer means a name: prose begins with "The" too often.
  const later = begun !== '' && !isProse ? [...known.keys()].filter((name) => wordBeginsWith(name, begun)) : [];
  const wanted = new Set([...begins, ...later]);
  if (wanted.size === 0) {
    return [];
  }
  const { scene, other } = peopleOf(script, place, [...known.keys()]);
  const ranked = [...new Set([...scene, ...known.keys()])].filter((name) => wanted.has(name));
  return [...ranked.filter((name) => begins.includes(name)), ...ranked.filter((name) => !begins.includes(name))].map((name) => {
    const written = spelled(known.get(name), name);
    const why = name === other ? ({ why: 'otherSpeaker' } as const) : scene.includes(name) ? ({ why: 'inScene' } as const) : {};
    return { kind: 'cue', label: written, typedAs: forced ? `@${written}` : written, inserted: isCueName(written) ? written : `@${written}`, ...why };
  });
}

/** "The" alone is not yet THE HARBOURMASTER: short first words begin too much prose. */
function isFirstWord(name: string, begun: string): boolean {
  return /^\S{1,3} /u.test(name) && begun.length <= name.indexOf(' ') + 1;
}

/** The people of the scene so far, who is most likely to speak next first; and the one who answers the last speaker. */
export function peopleOf(script: Script, place: Pick<TypingPlace, 'from' | 'to'>, names: readonly string[]): { scene: string[]; other: string | undefined } {
  const scenes = scenesOf(script);
  const at = sceneIndexAt(scenes, place.from);
  const from = scenes[at]?.from ?? 0;
  const to = scenes[at + 1]?.from ?? script.length;
  const spoken = speechesOf(script, { from, to: place.from }).map(({ name }) => name);
  const last = spoken.at(-1);
  const other = spoken.findLast((name) => name !== last);
  const later = speechesOf(script, { from: place.to, to }).map(({ name }) => name);
  const answer = other ?? later.find((name) => name !== last);
  const named = namedIn(script, from, place.from, names).filter((name) => name !== last);
  const order = [answer, ...named.filter(() => answer === undefined), last, ...spoken.toReversed(), ...named, ...later];
  return { scene: [...new Set(order.filter((name) => name !== undefined))], other: last === undefined ? undefined : answer };
}

/** Those whom the scene's action has named, in order: before anybody speaks they are its people. */
function namedIn(script: Script, from: number, to: number, names: readonly string[]): string[] {
  const finds = names.map((name) => ({ name, find: mentionsOf(name, names) }));
  const found: string[] = [];
  for (const { block, offset } of placedBlocks(script, from)) {
    if (offset >= to) {
      break;
    }
    const here = finds.flatMap(({ name, find }) => mentionsIn(block, find).slice(0, 1).map((span) => ({ name, at: span.from })));
    found.push(...here.sort((a, b) => a.at - b.at).map(({ name }) => name));
  }
  return [...new Set(found)];
}

/** As the script first writes it: McCLANE, not MCCLANE. */
function spelled(person: CharacterFigures | undefined, name: string): string {
  return person?.scenes[0]?.first.cue.name ?? name;
}
