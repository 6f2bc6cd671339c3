// Who wrote the words of a script as it stands: the writer, a model, or a model in a line that the writer has changed since.
//
// How words are found again. An accept entry holds a fingerprint for each inserted word, and for some words around them.
// The script is searched for rows of three words and more of this; rows that follow each other become chains, and a chain
// that tells enough (about five ordinary words, those around counted) says where the insertion stands, wherever the scene
// has moved. Between a chain's rows the longest common row of the rest is taken: those are the words that survived an edit.
//
// What is decided here:
// - Only words that print are counted (see scriptWords), and each is one of three:
//   `offered` a model's word in an inserted line that stands as it was accepted;
//   `edited` a model's word that survives in a line of which the writer has cut or changed a word, or put one into;
//   `human` all else: also every word the writer put into such a line.
// - A line cut in two, moved, or joined to another is not edited by that.
// - A long line (about eight words) that was copied is a model's at both places; a short one only where it was put.
// - A short line ("No.") is the model's only where its neighbours tell that it is that one. Moved alone among strangers
//   it counts as the writer's, as does any trace too small to tell. Such words are few, and wrongly claiming is worse.
// - A word the writer deletes and types again at the same place is the model's: no text can tell.
import type { Script } from '../fountain/script';
import { scenesOf } from '../script/outline';
import { claimWords, type Claims } from './claims';
import type { Entry } from './entry';
import { liveAccepts, type Accepted } from './liveAccepts';
import { scriptWords, type ScriptWords } from './scriptWords';

export type AiKind = 'offered' | 'edited';

/** Numbers of words. */
export interface Shares {
  readonly human: number;
  readonly offered: number;
  readonly edited: number;
}

/** A stretch of a model's words with nothing of the writer's between them; from the first one's start to the last one's end. UTF-16 offsets. */
export interface AiSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: AiKind;
  /** The accept entry's id. */
  readonly accept: string;
  readonly words: number;
}

/** What has become of an accepted insertion that was not taken back. */
export interface AcceptFate {
  readonly accept: Accepted;
  /** Of its generated words, those that are still there; a copy's words count again. */
  readonly offered: number;
  readonly edited: number;
  /** Where its first word stands now: index into scenesOf (-1 before the first), and line from 0. Missing when nothing is left. */
  readonly now?: { readonly scene: number; readonly line: number };
}

export interface Attribution {
  readonly total: Shares;
  /** Index for index with scenesOf. */
  readonly scenes: readonly Shares[];
  /** What stands before the first heading. */
  readonly opening: Shares;
  readonly spans: readonly AiSpan[];
  /** In order of time. */
  readonly accepts: readonly AcceptFate[];
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Attributes every printed word of a script.
 * @param entries in order of time (see entriesOf), of this script and of others beside it: a line may have come from there
 * @param own the script's own among them (see entriesOfScript), where others are given; others claim long lines alone
 */
export function attribute(script: Script, entries: readonly Entry[], own: readonly Entry[] = entries): Attribution {
  const words = scriptWords(script);
  const accepts = liveAccepts(entries);
  const ownIds = new Set(own.map(({ id }) => id));
  const claims = claimWords(words, accepts, ({ id }) => ownIds.has(id));
  const edited = editedLines(words, accepts, claims);
  const total = { human: 0, offered: 0, edited: 0 };
  const opening = { human: 0, offered: 0, edited: 0 };
  const scenes = scenesOf(script).map(() => ({ human: 0, offered: 0, edited: 0 }));
  const fates = accepts.map((accept): Writable<AcceptFate> => ({ accept, offered: 0, edited: 0 }));
  const spans: AiSpan[] = [];
  let lastPlace = -2;
  for (const [place, owner] of claims.owner.entries()) {
    const shares = scenes[words.scene[place] ?? -1] ?? opening;
    const fate = fates[owner];
    const kind = !fate ? 'human' : edited[owner]?.has(lineOf(fate.accept, claims.word[place] ?? 0)) === true ? 'edited' : 'offered';
    total[kind]++;
    shares[kind]++;
    if (!fate || kind === 'human') {
      continue;
    }
    fate[kind]++;
    fate.now ??= { scene: words.scene[place] ?? -1, line: words.lines[words.element[place] ?? 0] ?? 0 };
    const [from, to, last] = [words.from[place] ?? 0, words.to[place] ?? 0, spans.at(-1)];
    const goesOn = last && lastPlace === place - 1 && last.kind === kind && last.accept === fate.accept.id && words.element[place] === words.element[lastPlace];
    if (goesOn) {
      spans[spans.length - 1] = { ...last, to, words: last.words + 1 };
    } else {
      spans.push({ from, to, kind, accept: fate.accept.id, words: 1 });
    }
    lastPlace = place;
  }
  return { total, scenes, opening, spans, accepts: fates };
}

/** For each insertion the lines of it that the writer has changed. */
function editedLines(words: ScriptWords, accepts: readonly Accepted[], claims: Claims): Set<number>[] {
  const found = accepts.map((accept) => new Uint8Array(accept.inserted.fingerprints.length));
  for (const [place, owner] of claims.owner.entries()) {
    found[owner]?.fill(1, claims.word[place], (claims.word[place] ?? 0) + 1);
  }
  const edited = accepts.map((accept, number) => {
    const lines = new Set<number>();
    let next = 0;
    for (const [from, to] of [...accept.generated, [accept.inserted.fingerprints.length, 0] as const]) {
      // A word that is not the model's was put there by the writer before the yes, if they changed anything then.
      for (; accept.edited && next < from; next++) {
        lines.add(lineOf(accept, next));
      }
      for (next = Math.max(next, from); next < to; next++) {
        if (found[number]?.[next] !== 1) {
          lines.add(lineOf(accept, next));
        }
      }
    }
    return lines;
  });
  addPutIn(words, accepts, claims, edited);
  return edited;
}

/** Adds the lines into which the writer put words: between two of one line, in the paragraph of either. */
function addPutIn(words: ScriptWords, accepts: readonly Accepted[], { owner, word }: Claims, edited: readonly Set<number>[]): void {
  const last = new Map<number, number>();
  for (const [place, number] of owner.entries()) {
    const accept = accepts[number];
    const before = last.get(number);
    if (!accept) {
      continue;
    }
    last.set(number, place);
    const line = lineOf(accept, word[place] ?? 0);
    // Words that stood between them before the yes are no change since.
    if (before === undefined || before === place - 1 || word[place] !== (word[before] ?? 0) + 1 || lineOf(accept, word[before] ?? 0) !== line) {
      continue;
    }
    if (words.element[before + 1] === words.element[before] || words.element[place - 1] === words.element[place]) {
      edited[number]?.add(line);
    }
  }
}

const lineStarts = new WeakMap<Accepted, readonly number[]>();

/** The number of the inserted line that a word stands in; one line where the entry does not tell. */
function lineOf(accept: Accepted, word: number): number {
  let ends = lineStarts.get(accept);
  if (!ends) {
    let sum = 0;
    ends = (accept.inserted.lines ?? []).map((count) => (sum += count));
    lineStarts.set(accept, ends);
  }
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
