// Who would speak next, and how this script writes their cue.
import { elementsOf } from '../script/elements';
import { isCueName } from '../fountain/rules';
import type { Script } from '../fountain/script';
import { charactersOf } from '../script/characters';
import { peopleOf } from '../script/completeCue';
import { canonicalName } from '../script/names';
import { sceneAt } from '../script/outline';
import { speechesOf, type Speech } from '../script/speeches';
import { typingPlaceAt } from '../script/typingPlace';
import { isSpoken } from './spokenKinds';

export interface Speaker {
  /** Canonical. */
  readonly name: string;
  /** As the script writes it: McCLANE. */
  readonly written: string;
  /** A whole cue line: `@McClane (V.O.)`. */
  readonly cue: string;
}

const MOST = 4;
/** Of so many names at most it is looked whether the scene's action has them. */
const MOST_NAMED = 200;
/** Of extensions these say where somebody is, and hold until the scene ends. */
const PLACED = /^(?:V\.?\s?O\.?|O\.?\s?S\.?|O\.?\s?C\.?)$/i;

export interface NextSpeakers {
  /** The likeliest first: who answers, then those named or heard in the scene. At most four. */
  readonly speakers: readonly Speaker[];
  /** Whether they are people of this scene: where nobody was named or heard in it yet, they are the script's. */
  readonly here: boolean;
  /** Whose speech stands there already, right behind the offset: they do not speak before it too. */
  readonly follower?: Speaker;
}

/** Who would speak at an offset. */
export function nextSpeakers(script: Script, offset: number): NextSpeakers {
  const at = typingPlaceAt(script, offset);
  const names = charactersOf(script).map(({ name }) => name);
  // Behind a finished line the speech around it counts as said.
  const { scene } = peopleOf(script, { from: offset, to: at.to }, names.slice(0, MOST_NAMED));
  const { above, below } = speakersAround(script, offset);
  // Between two speeches neither of the two speaks once more: a third does, or something happens.
  const people = (scene.length > 0 ? scene : names).filter((name) => below === undefined || (name !== below && name !== above));
  const speakers = people.slice(0, MOST).map((name) => speakerNamed(script, name, offset));
  return { speakers, here: scene.length > 0, ...(below === undefined ? {} : { follower: speakerNamed(script, below, offset) }) };
}

/** Whose speech ends right above an offset, and whose begins right behind it: blank lines, notes and boneyards apart. */
function speakersAround(script: Script, offset: number): { readonly above?: string; readonly below?: string } {
  let above: string | undefined;
  for (const { element, from } of elementsOf(script)) {
    if (element.kind === 'note' || element.kind === 'boneyard') {
      continue;
    }
    if (from >= offset) {
      return { ...(above === undefined ? {} : { above }), ...(element.kind === 'character' ? { below: canonicalName(element.name) } : {}) };
    }
    above = element.kind === 'character' ? canonicalName(element.name) : isSpoken(element) ? above : undefined;
  }
  return above === undefined ? {} : { above };
}

/** The likeliest of the script's people whose name begins with what is typed; nobody where it is a whole name already. */
export function speakerBeginning(script: Script, offset: number, typed: string): Speaker | undefined {
  const own = typingPlaceAt(script, offset);
  const begun = canonicalName(typed);
  const known = charactersOf(script).map(({ name }) => name);
  const isHere = ({ blockOffset, cue }: Speech): boolean => blockOffset + cue.from >= own.from && blockOffset + cue.from <= own.to;
  if (speechesOf(script).some((speech) => speech.name === begun && !isHere(speech))) {
    return undefined;
  }
  // Only those who can be meant, and one by one: each is looked for in the whole script, and a long one may know hundreds of names.
  const meant = known.filter((name) => name.startsWith(begun));
  const { scene } = meant.length === 0 ? { scene: [] } : peopleOf(script, own, meant.slice(0, MOST_NAMED));
  for (const name of new Set([...scene.filter((each) => meant.includes(each)), ...meant])) {
    const speaker = speakerNamed(script, name, offset);
    if (speaker.written.startsWith(typed) && speaker.written !== typed) {
      return speaker;
    }
  }
  return undefined;
}

/** Somebody by the name in a cue, as the script writes them: by their last cue before the offset, else their first. */
export function speakerNamed(script: Script, cueName: string, offset: number): Speaker {
  const name = canonicalName(cueName.replace(/^@/, '').replace(/\s*\([^()]*\)\s*\^?$/, '').replace(/\^$/, ''));
  const own = speechesOf(script).filter((speech) => speech.name === name);
  const cueAt = (speech: Speech): number => speech.blockOffset + speech.cue.from;
  const last = own.findLast((speech) => cueAt(speech) < offset) ?? own[0];
  const written = last?.cue.name ?? cueName.replace(/^@/, '').trim();
  const forced = last?.cue.forced === true || !isCueName(written);
  const scene = sceneAt(script, offset);
  const inScene = last !== undefined && cueAt(last) < offset && (scene === undefined || cueAt(last) >= scene.from);
  const extension = inScene && PLACED.test(last.cue.extension ?? '') ? last.cue.extension : continues(script, name, offset);
  return { name, written, cue: `${forced ? '@' : ''}${written}${extension === undefined ? '' : ` (${extension})`}` };
}

/** CONT'D as this script writes it, where it does so and the same person goes on in the same scene. */
function continues(script: Script, name: string, offset: number): string | undefined {
  let extension: string | undefined;
  let last: string | undefined;
  for (const { element, from } of elementsOf(script)) {
    if (element.kind === 'character' && element.extension !== undefined && /^cont[\u2019'.]?\s?d?\.?$/i.test(element.extension)) {
      extension ??= element.extension;
    }
    if (from < offset) {
      last = element.kind === 'sceneHeading' ? undefined : element.kind === 'character' ? canonicalName(element.name) : last;
    }
  }
  return last === name ? extension : undefined;
}
