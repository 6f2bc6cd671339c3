// A seeded history of a script: suggestions taken, the writer's edits, moves, deletions and undo, with the truth of every word.
//
// Every word is an object that knows where it came from; edits move these objects, and the truth is read off them at the
// end. Nothing of src/core/ledger is asked for it. Model and writer share one vocabulary with common and rare words, and
// short lines that both write ("No."), so words alone tell nothing.
//
// What the history leaves out, because no text could tell it afterwards:
// - a word typed anew that stands within 25 words of the same word by the other hand, or of a place where that stood;
// - one of two such words within 25 words of each other being cut (which of the two is left?);
// - a line of the model's shorter than eight words moved alone, or left by the lines beside it: nothing is left to know it by.
// And what it leaves out though a writer does it, because the attribution is known to be weak there:
// - an edit that wears a line of the model's, or the share of its paragraph that is the model's, below two thirds (isWorn);
// - an edit within two paragraphs of a line of the model's shorter than eight words; a cut, a move, a split or a suggestion
//   within three (isShortNear).
import { accept, Device, offer, stamp } from './support';

/** A word: whose it is, and where in which accepted insertion. `null` is the writer. */
export interface Word {
  readonly text: string;
  readonly from: { readonly accept: string; readonly at: number; readonly line: number } | null;
}

interface Element {
  readonly kind: 'action' | 'speech';
  cue: Word[];
  words: Word[];
}

interface Scene {
  heading: Word[];
  elements: Element[];
}

export interface Truth {
  readonly human: number;
  readonly offered: number;
  readonly edited: number;
}

const REACH = 25;
const SHORT = 8;

/** Numbers by chance from a seed (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const COMMON = 'the a to you of and in it is that he she was for on with as his her they at this have not we be by but what all were when there can an your which do how if will up out them then so some into has more no make than been who its now way could my made did down only after'.split(' ');
const SYLLABLES = 'ka lo mi ren tas vel dor ish an qu pel om tri sa ger no fa lin bo ur'.split(' ');
const RARE = Array.from({ length: 1400 }, (_, at) => `${SYLLABLES[at % 20] ?? ''}${SYLLABLES[Math.floor(at / 20) % 20] ?? ''}${SYLLABLES[Math.floor(at / 400) + 7] ?? ''}`);
const NAMES = ['MARA', 'DEV', 'OLD JOE', 'SUE', 'THE PRIEST', 'TOM'];
const SHORT_LINES = [['no'], ['yes'], ['what'], ['i', 'know'], ['not', 'now'], ['go', 'on']];

export class History {
  readonly device: Device;
  readonly scenes: Scene[] = [];
  /** Insertions taken and not taken back: their generated words in order. */
  private readonly taken = new Map<string, Word[]>();
  private count = 0;

  constructor(private readonly random: (below: number) => number, scenes = 40, name = 'device') {
    this.device = new Device(name);
    for (let at = 0; at < scenes; at++) {
      this.scenes.push({ heading: this.own(['INT.', this.word(), this.word(), 'DAY']), elements: Array.from({ length: 4 + random(7) }, () => this.element(this.own)) });
    }
  }

  private readonly own = (texts: readonly string[]): Word[] => texts.map((text) => ({ text: text.replace('.', ''), from: null }));

  private pick<T>(list: readonly T[]): T | undefined {
    return list[this.random(list.length)];
  }

  private word(): string {
    return (this.random(5) < 2 ? this.pick(COMMON.slice(0, 1 + this.random(COMMON.length))) : this.pick(RARE)) ?? 'the';
  }

  private line(kind: Element['kind']): string[] {
    return kind === 'speech' && this.random(5) === 0 ? [...(this.pick(SHORT_LINES) ?? ['no'])] : Array.from({ length: 3 + this.random(kind === 'speech' ? 12 : 22) }, () => this.word());
  }

  private element(make: (texts: readonly string[]) => Word[]): Element {
    const kind = this.random(3) === 0 ? 'action' : 'speech';
    return { kind, cue: kind === 'speech' ? make((this.pick(NAMES) ?? 'SUE').split(' ')) : [], words: make(this.line(kind)) };
  }

  /** All printed words in order. */
  words(): Word[] {
    return this.scenes.flatMap((scene) => sceneWords(scene));
  }

  /** Those of a scene and of some at both sides. */
  private wordsNear(scene: Scene): Word[] {
    const at = this.scenes.indexOf(scene);
    return this.scenes.slice(Math.max(0, at - 3), at + 4).flatMap((each) => sceneWords(each));
  }

  text(): string {
    return this.scenes.map(({ heading, elements }) => {
      const [, ...place] = heading.map(({ text }) => text.toUpperCase());
      const paragraphs = elements.filter(({ words }) => words.length > 0).map(({ cue, words }) => {
        const texts = words.map(({ text }, at) => (at === 0 ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text));
        // Paragraphs are broken into lines anew each time: words do not stand where they stood.
        const said = texts.map((text, at) => (at > 0 && at % 11 === 0 ? `\n${text}` : at > 0 ? ` ${text}` : text)).join('');
        return cue.length > 0 ? `${cue.map(({ text }) => text).join(' ')}\n${said}.` : `${said}.`;
      });
      return [`INT. ${place.slice(0, -1).join(' ')} - ${place.at(-1) ?? ''}`, ...paragraphs].join('\n\n');
    }).join('\n\n');
  }

  /** One suggestion is taken: a line, a paragraph, or a stretch of a scene. Sometimes it is undone, sometimes redone. */
  suggest(): void {
    const what = this.random(10);
    let scene: Scene | undefined;
    let at = 0;
    for (let tries = 0; tries < 100 && (!scene || this.isShortNear(scene, at, what < 7 ? 3 : Infinity)); tries++) {
      scene = this.pick(this.scenes);
      at = this.random(scene?.elements.length ?? 0);
    }
    const old = scene?.elements[at];
    if (!scene || !old || this.isShortNear(scene, at, what < 7 ? 3 : Infinity)) {
      return;
    }
    if (what < 5 && old.kind === 'speech' && !this.isCueHeld(scene, at)) {
      return;
    }
    const before = [...scene.elements];
    const drafts: string[][][] = what < 7 || old.kind === 'action' ? [] : Array.from({ length: 4 + this.random(8) }, () => this.element(this.own)).map(({ cue, words }) => [cue.map(({ text }) => text), words.map(({ text }) => text)]);
    const [from, removed] = drafts.length > 0 ? [this.random(2), scene.elements.length - this.random(2)] : what < 5 && old.kind === 'speech' ? [at, 1] : [at + 1, 0];
    const lines = drafts.length > 0 ? drafts.flat().filter((line) => line.length > 0) : [this.line(removed === 1 ? 'speech' : 'action')];
    // Before the yes the writer may have changed a word in the middle: that one is theirs.
    const own = removed === 1 && (lines[0]?.length ?? 0) > 4 && this.random(6) === 0 ? 2 : -1;
    const id = this.entryFor(scene, lines, own, () => {
      const made = this.wordsOf(lines, own, this.nextId());
      const inserted = drafts.map(([cue = [], words = []]): Element => ({ kind: cue.length > 0 ? 'speech' : 'action', cue: made.splice(0, cue.length), words: made.splice(0, words.length) }));
      const put = drafts.length > 0 ? inserted : [{ kind: removed === 1 ? 'speech' : 'action', cue: removed === 1 ? old.cue : [], words: made } satisfies Element];
      scene.elements.splice(from, removed, ...put);
      return put.flatMap(({ cue, words }) => (removed === 1 && drafts.length === 0 ? words : [...cue, ...words]));
    });
    this.sometimesUndo(scene, before, id);
  }

  /** Whether a speech's cue is the writer's, or stands behind what it was inserted behind, so that it can be told without its speech. */
  private isCueHeld({ elements }: Scene, at: number): boolean {
    const [cue, before] = [elements[at]?.cue[0], elements[at - 1]?.words.at(-1)];
    return !cue?.from || (cue.from.accept === before?.from?.accept && cue.from.at === before.from.at + 1);
  }

  private nextId(): string {
    return `${this.device.name}${this.device.entries.length + 1}`;
  }

  private wordsOf(lines: readonly (readonly string[])[], own: number, id: string): Word[] {
    let at = 0;
    return lines.flatMap((line, index) => line.map((text): Word => {
      const word = { text: at === own ? `x${text}` : text, from: at === own ? null : { accept: id, at, line: index } };
      at++;
      return word;
    }));
  }

  /** Writes offer and accept, as the recorder would, with the words that stand around when the text is in. */
  private entryFor(scene: Scene, lines: readonly (readonly string[])[], own: number, put: () => Word[]): string {
    const offered = this.device.write(offer([lines.map((line) => line.join(' ')).join('\n')]), stamp(this.count++));
    const inserted = put();
    const all = this.wordsNear(scene);
    const start = all.indexOf(inserted[0] as Word);
    const salt = `salt${this.device.entries.length}`;
    const text = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');
    const prints = (words: readonly Word[]): readonly string[] => accept(text(words), { salt }).inserted.fingerprints;
    const body = accept(text(inserted), {
      salt, offer: offered.id, edited: own >= 0,
      around: { before: prints(all.slice(Math.max(0, start - 12), start)), after: prints(all.slice(start + inserted.length, start + inserted.length + 12)) },
      ...(own >= 0 && { generated: [[0, own], [own + 1, inserted.length]] }),
    });
    const { id } = this.device.write({ ...body, inserted: { ...body.inserted, lines: lines.map(({ length }) => length) } }, stamp(this.count++));
    this.taken.set(id, inserted.filter(({ from }) => from !== null));
    return id;
  }

  private sometimesUndo(scene: Scene, before: readonly Element[], id: string): void {
    if (this.random(12) > 0) {
      return;
    }
    this.device.write({ kind: 'takenBack', accept: id }, stamp(this.count++));
    if (this.random(3) === 0) {
      this.device.write({ kind: 'takenAgain', accept: id }, stamp(this.count++));
      return;
    }
    scene.elements = [...before];
    this.taken.delete(id);
  }

  /** The writer changes, adds or cuts a word: as often in a model's line as elsewhere. */
  editWord(): void {
    const scene = this.pick(this.scenes);
    const line = this.random(scene?.elements.length ?? 0);
    const element = scene?.elements[line];
    const at = this.random(element?.words.length ?? 0);
    const word = element?.words[at];
    if (!scene || !element || !word || element.words.length < 2 || this.isShortNear(scene, line, 2) || this.isWorn(element, word)) {
      return;
    }
    const all = this.wordsNear(scene);
    const here = all.indexOf(word);
    const near = all.slice(Math.max(0, here - REACH), here + REACH + 1);
    const gone = near.flatMap(({ from }) => (from ? (this.taken.get(from.accept) ?? []) : [])).map(({ text }) => text);
    const fresh = this.word();
    const isTwin = near.some((other) => other !== word && other.text === word.text && other.from?.accept !== word.from?.accept);
    const how = this.random(3);
    if (how !== 1 && (isTwin || (word.from === null && gone.includes(word.text)))) {
      return;
    }
    if (how !== 2 && (gone.includes(fresh) || near.some(({ text }) => text === fresh))) {
      return;
    }
    element.words.splice(at, how === 1 ? 0 : 1, ...(how === 2 ? [] : this.own([fresh])));
  }

  /** A speech is cut in two by a line of action; the second half gets a cue of its own. */
  splitSpeech(): void {
    const scene = this.pick(this.scenes);
    const at = this.random(scene?.elements.length ?? 0);
    const element = scene?.elements[at];
    if (!scene || element?.kind !== 'speech' || element.words.length < 2 * SHORT || this.isShortNear(scene, at)) {
      return;
    }
    const half = SHORT + this.random(element.words.length - 2 * SHORT + 1);
    const rest: Element = { kind: 'speech', cue: this.own(['JOHN', 'AGAIN']), words: element.words.slice(half) };
    element.words = element.words.slice(0, half);
    scene.elements.splice(at + 1, 0, { kind: 'action', cue: [], words: this.own(['zzpause', 'zzbeat']) }, rest);
  }

  /** A paragraph or speech moves to another place, alone. */
  moveLine(): void {
    const [scene, target] = [this.pick(this.scenes), this.pick(this.scenes)];
    const at = this.random(scene?.elements.length ?? 0);
    const element = scene?.elements[at];
    if (!scene || !target || !element || scene.elements.length < 2 || this.isShortNear(scene, at) || pieces(element).some((length) => length < SHORT)) {
      return;
    }
    const to = this.random(target.elements.length + 1);
    if (this.isShortNear(target, to)) {
      return;
    }
    scene.elements.splice(at, 1);
    target.elements.splice(Math.min(to, target.elements.length), 0, element);
  }

  deleteLine(): void {
    const scene = this.pick(this.scenes);
    const at = this.random(scene?.elements.length ?? 0);
    if (scene && scene.elements.length > 2 && !this.isShortNear(scene, at)) {
      scene.elements.splice(at, 1);
    }
  }

  moveScene(): void {
    const [scene] = this.scenes.splice(this.random(this.scenes.length), 1);
    if (scene) {
      this.scenes.splice(this.random(this.scenes.length + 1), 0, scene);
    }
  }

  /** Whether a third of a model's line has gone already, or a third of the paragraph it stands in is another's. */
  private isWorn({ words }: Element, { from }: Word): boolean {
    return words.some((word) => {
      const other = word.from ?? from;
      const left = words.filter((each) => each.from?.accept === other?.accept && each.from?.line === other?.line).length;
      const were = (this.taken.get(other?.accept ?? '') ?? []).filter((each) => each.from?.line === other?.line).length;
      return other !== null && 3 * left - 3 < 2 * Math.max(were, words.length + 1);
    });
  }

  /** Whether a short line of the model's lives by these neighbours. */
  private isShortNear({ elements }: Scene, at: number, reach = 3): boolean {
    return elements.slice(Math.max(0, at - reach), at + reach + 1).some((element) => pieces(element).some((length) => length < SHORT));
  }

  /** Counts by scene, in order, and the whole. */
  truth(): { readonly scenes: readonly Truth[]; readonly total: Truth } {
    const edited = this.editedLines();
    const count = (words: readonly Word[]): Truth => {
      const ai = words.filter(({ from }) => from !== null);
      const changed = ai.filter(({ from }) => from !== null && edited.has(`${from.accept} ${from.line}`)).length;
      return { human: words.length - ai.length, offered: ai.length - changed, edited: changed };
    };
    return { scenes: this.scenes.map((scene) => count(sceneWords(scene))), total: count(this.words()) };
  }

  /** Lines of insertions that lost a word, or have one between two of theirs that stood together, or were changed before the yes. */
  private editedLines(): Set<string> {
    const alive = new Set(this.words());
    const edited = new Set<string>();
    for (const [accept, words] of this.taken) {
      for (const [index, word] of words.entries()) {
        const gap = index > 0 && (word.from?.at ?? 0) !== (words[index - 1]?.from?.at ?? 0) + 1;
        if (!alive.has(word) || gap) {
          edited.add(`${accept} ${word.from?.line ?? 0}`);
        }
      }
    }
    for (const { words } of this.scenes.flatMap(({ elements }) => elements)) {
      for (const [index, word] of words.entries()) {
        const follower = words.findIndex(({ from }, later) => later > index && from !== null && from.accept === word.from?.accept && from.at === word.from.at + 1 && from.line === word.from.line);
        if (word.from && follower > index + 1) {
          edited.add(`${word.from.accept} ${word.from.line}`);
        }
      }
    }
    return edited;
  }
}

function sceneWords({ heading, elements }: Scene): Word[] {
  return [...heading, ...elements.filter(({ words }) => words.length > 0).flatMap(({ cue, words }) => [...cue, ...words])];
}

/** How many words each insertion has in an element, a cue counted with its speech where both are of one. */
function pieces({ cue, words }: Element): number[] {
  const counts = new Map<string, number>();
  for (const { from } of [...cue, ...words]) {
    if (from) {
      counts.set(from.accept, (counts.get(from.accept) ?? 0) + 1);
    }
  }
  return [...counts.values()];
}

export const SUGGESTIONS = 200;

/** A whole history: 200 suggestions, and three acts of the writer after each. */
export function live(seed: number): History {
  const random = randomOf(seed);
  const history = new History(random);
  const acts: readonly (readonly [number, () => void])[] = [[60, () => history.editWord()], [6, () => history.moveLine()], [3, () => history.moveScene()], [5, () => history.deleteLine()], [4, () => history.splitSpeech()]];
  const sum = acts.reduce((weights, [weight]) => weights + weight, 0);
  for (let suggestion = 0; suggestion < SUGGESTIONS; suggestion++) {
    history.suggest();
    for (let edit = 0; edit < 3; edit++) {
      let chance = random(sum);
      acts.find(([weight]) => (chance -= weight) < 0)?.[1]();
    }
  }
  return history;
}
