// Asking for notes: part by part, each note shown as soon as it is whole and found on the page.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';
import { checkNote, type NoteRefusal } from '../core/notes/checkNote';
import { noteSurroundings } from '../core/notes/followNotes';
import type { ReaderNote } from '../core/notes/note';
import { notesRequest, planNotes, type NotesPart, type NotesQuestion } from '../core/notes/notesRequest';
import { scenesOf } from '../core/script/outline';
import { createItemReader } from '../core/suggest/itemReader';
import { snapshotOf } from '../core/suggest/snapshot';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import type { ScriptStore } from '../host/scriptStore';
import { connectedModel, readAnswered, type Answered } from '../models/ask';
import type { Model } from '../models/model';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import { followSpans, someOf, type FollowedSpans } from './followSpans';
import type { NoteStore } from './noteStore';
import type { AskedScope } from './notesScope';
import type { NotesChoice } from './notesWish';
import { kindLabel, offeredWords } from './noteWords';

/** How an asking went. */
export interface NotesOutcome {
  readonly notes: readonly string[];
  readonly refused: Readonly<Partial<Record<NoteRefusal, number>>>;
  readonly ended: Answered['ended'];
  readonly message?: string;
  /** The scenes whose answers broke off, where there were other answers. */
  readonly cut?: readonly string[];
  /** What has not been read to its end, followed until it is disposed of. */
  readonly rest?: FollowedSpans;
}

export type Progress = (message: string) => void;

export interface NotesAsker {
  /**
   * Asks, and puts each note in the store. Undefined where no model is connected: then the writer was told.
   * @param asked the stretches of the scope's script to be read, followed since they were chosen
   */
  ask(scope: AskedScope, asked: FollowedSpans, wish: NotesChoice, progress: Progress, signal: AbortSignal): Promise<NotesOutcome | undefined>;
}

/** From here on the writer is asked first: each request takes its time, and perhaps their money. */
const MANY = 12;

export function createNotesAsker({ scripts, log }: App, models: ModelSource, review: Review, store: NoteStore): NotesAsker {
  // By the model's origin too: what one server was shown is no reason to show another more than it needs.
  const snapshots = new WeakMap<vscode.TextDocument, Map<string, Script>>();
  const snapshotFor = (document: vscode.TextDocument, script: Script, { origin }: Model): Script => {
    const held = snapshots.get(document) ?? new Map<string, Script>();
    const snapshot = snapshotOf(held.get(origin), script);
    snapshots.set(document, held.set(origin, snapshot));
    return snapshot;
  };
  return {
    async ask(scope, asked, wish, progress, signal) {
      const model = await connectedModel(models);
      if (!model) {
        return undefined;
      }
      const { document } = scope;
      // Anew after every wait: the writer goes on writing.
      const plan = (): PlannedPart[] => {
        const script = scripts.get(document);
        const snapshot = snapshotFor(document, script, model);
        return asked.now.flatMap(({ from, to }) => {
          const question: NotesQuestion = { script, span: { from, to: Math.min(to, script.length) }, contextTokens: model.contextTokens, snapshot, ...wish };
          return planNotes(question).map((part) => ({ question, part }));
        });
      };
      let parts = plan();
      if (parts.length === 0) {
        throw new WriterError(vscode.l10n.t('There is nothing to read there yet.'));
      }
      if (parts.length > MANY) {
        if (!(await agreesToMany(parts.length, model)) || signal.aborted) {
          return { notes: [], refused: {}, ended: 'stopped' };
        }
        parts = plan();
      }
      const started = Date.now();
      const outcome = await readParts({ model, parts, scope, wish, review, store, scripts, progress, signal });
      log.info(`notes: ${outcome.ended}, ${outcome.notes.length} given, ${JSON.stringify(outcome.refused)} refused, ${parts.length} requests, ${Date.now() - started} ms`);
      return outcome;
    },
  };
}

async function agreesToMany(count: number, { label }: Model): Promise<boolean> {
  const ask = vscode.l10n.t('Ask');
  const message = vscode.l10n.t('{0} can read only a few scenes at once: this takes {1} requests. You can stop at any time and keep what has come.', plainMessage(label), count);
  return (await vscode.window.showInformationMessage(message, { modal: true }, ask)) === ask;
}

interface PlannedPart {
  readonly question: NotesQuestion;
  readonly part: NotesPart;
}

interface Reading {
  readonly model: Model;
  readonly parts: readonly PlannedPart[];
  readonly scope: AskedScope;
  readonly wish: NotesChoice;
  readonly review: Review;
  readonly store: NoteStore;
  readonly scripts: ScriptStore;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function readParts(reading: Reading): Promise<NotesOutcome> {
  const { parts, scope, scripts, progress } = reading;
  const notes: string[] = [];
  const refused: Partial<Record<NoteRefusal, number>> = {};
  const cut: number[] = [];
  const places = followSpans(scope.document.uri.toString(), parts.map(({ part }) => part), scripts);
  let rest: FollowedSpans | undefined;
  const outcome = (answered: Answered | undefined, read: number): NotesOutcome => {
    const left = parts.flatMap((_, index) => (index >= read || cut.includes(index) ? [index] : []));
    rest = left.length > 0 ? someOf(places, left) : undefined;
    const ended = answered?.ended ?? (cut.length > 0 ? 'cut' : 'whole');
    return {
      notes,
      refused,
      ended,
      ...(answered?.message === undefined ? {} : { message: answered.message }),
      ...(cut.length > 0 && parts.length > 1 ? { cut: cut.flatMap((index) => parts[index] ?? []).map(partMessage) } : {}),
      ...(rest ? { rest } : {}),
    };
  };
  try {
    for (const [index, planned] of parts.entries()) {
      progress(partMessage(planned));
      const answered = await readPart(reading, planned, () => places.now[index] ?? planned.part, notes, refused);
      if (answered.ended === 'failed' || answered.ended === 'stopped') {
        return outcome(answered, index);
      }
      if (answered.ended === 'cut') {
        cut.push(index);
      }
    }
    return outcome(undefined, parts.length);
  } finally {
    if (!rest) {
      places.dispose();
    }
  }
}

async function readPart({ model, scope, wish, review, store, scripts, signal }: Reading, { question, part }: PlannedPart, span: () => Span, notes: string[], refused: Partial<Record<NoteRefusal, number>>): Promise<Answered> {
  const { document } = scope;
  const uri = document.uri.toString();
  const already = store.all(uri).filter(({ anchor }) => anchor.standing === 'here' && anchor.from < span().to && anchor.to > span().from).map(offeredWords);
  const request = notesRequest(question, part, already);
  const direction = wish.direction ?? wish.kinds?.map(kindLabel).join(', ');
  const recording = review.recorder.begin({ document, command: `notes.${scope.kind}`, model, request, span: span(), ...(direction === undefined ? {} : { direction }) });
  const reader = createItemReader();
  const take = (items: readonly unknown[]): void => {
    for (const item of items) {
      // Against the script as it stands now: the writer may have typed since it was sent.
      const script = scripts.get(document);
      const checked = checkNote(item, script, { span: span(), already: store.all(uri), ...(wish.kinds ? { kinds: wish.kinds } : {}) });
      if (!checked.ok) {
        refused[checked.reason] = (refused[checked.reason] ?? 0) + 1;
        continue;
      }
      const { span: place, ...said } = checked.note;
      const anchor = { ...place, standing: 'here' as const, around: noteSurroundings(script, place) };
      const note: ReaderNote = { ...said, id: crypto.randomUUID(), uri, anchor, state: 'open', createdAt: Date.now(), ...(recording.id === '' ? {} : { record: recording.id }) };
      store.put(note);
      notes.push(note.id);
      recording.offered(offeredWords(note));
    }
  };
  // As it is on record should something go wrong here.
  let answered: Answered = { ended: 'failed' };
  try {
    answered = await readAnswered(model.stream(request, signal), (text) => take(reader.push(text)));
    take(reader.end());
  } finally {
    const { ended, model: returned, usage } = answered;
    recording.end({ ended, ...(returned === undefined ? {} : { model: returned }), ...(usage ? { usage } : {}) });
  }
  return answered;
}

function partMessage({ part: { firstScene, lastScene }, question: { script } }: PlannedPart): string {
  const all = scenesOf(script).length;
  if (lastScene === 0) {
    return vscode.l10n.t('before the first scene');
  }
  return firstScene === lastScene ? vscode.l10n.t('scene {0} of {1}', lastScene, all) : vscode.l10n.t('scenes {0}–{1} of {2}', Math.max(1, firstScene), lastScene, all);
}
