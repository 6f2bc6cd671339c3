// Asking for notes: part by part, each note shown as soon as it is whole and found on the page.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';
import { checkNote, type NoteRefusal } from '../core/notes/checkNote';
import { noteSurroundings } from '../core/notes/followNotes';
import type { ReaderNote } from '../core/notes/note';
import { notesRequest, planNotes, type NotesPart, type NotesQuestion } from '../core/notes/notesRequest';
import { mapSpan } from '../core/proposals/mapSpan';
import { scenesOf } from '../core/script/outline';
import { createItemReader } from '../core/suggest/itemReader';
import { snapshotOf } from '../core/suggest/snapshot';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import type { ScriptStore } from '../host/scriptStore';
import { connectedModel, readAnswered, type Answered } from '../models/ask';
import type { Model } from '../models/model';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import type { NoteStore } from './noteStore';
import type { AskedScope } from './notesScope';
import type { NotesChoice } from './notesWish';
import { kindLabel, offeredWords } from './noteWords';

/** How an asking went. `rest`: what has not been read, where it ended early. */
export interface NotesOutcome {
  readonly notes: readonly string[];
  readonly refused: Readonly<Partial<Record<NoteRefusal, number>>>;
  readonly ended: Answered['ended'];
  readonly message?: string;
  readonly rest?: Span;
}

export type Progress = (message: string) => void;

export interface NotesAsker {
  /** Asks, and puts each note in the store. Undefined where no model is connected: then the writer was told. */
  ask(scope: AskedScope, wish: NotesChoice, progress: Progress, signal: AbortSignal): Promise<NotesOutcome | undefined>;
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
    async ask(scope, wish, progress, signal) {
      const model = await connectedModel(models);
      if (!model) {
        return undefined;
      }
      const { document, span } = scope;
      const script = scripts.get(document);
      const question: NotesQuestion = { script, span: { from: span.from, to: Math.min(span.to, script.length) }, contextTokens: model.contextTokens, snapshot: snapshotFor(document, script, model), ...wish };
      const parts = planNotes(question);
      if (parts.length === 0) {
        throw new WriterError(vscode.l10n.t('There is nothing to read there yet.'));
      }
      if (parts.length > MANY && !(await agreesToMany(parts.length, model))) {
        return { notes: [], refused: {}, ended: 'stopped' };
      }
      const started = Date.now();
      const outcome = await readParts({ model, question, parts, scope, wish, review, store, scripts, progress, signal });
      log.info(`notes: ${outcome.ended}, ${outcome.notes.length} given, ${JSON.stringify(outcome.refused)} refused, ${parts.length} requests, ${Date.now() - started} ms`);
      return outcome;
    },
  };
}

async function agreesToMany(count: number, { label }: Model): Promise<boolean> {
  const ask = vscode.l10n.t('Ask');
  const message = vscode.l10n.t('{0} can read only a few scenes at once: this takes {1} requests. You can stop at any time and keep what has come.', label, count);
  return (await vscode.window.showInformationMessage(message, { modal: true }, ask)) === ask;
}

interface Reading {
  readonly model: Model;
  readonly question: NotesQuestion;
  readonly parts: readonly NotesPart[];
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
  const places = followSpans(scope.document, parts, scripts);
  try {
    for (const [index, part] of parts.entries()) {
      progress(partMessage(part, reading.question.script));
      const answered = await readPart(reading, part, () => places.now[index] ?? part, notes, refused);
      if (answered.ended === 'failed' || answered.ended === 'stopped') {
        const rest = { from: places.now[index]?.from ?? 0, to: places.now.at(-1)?.to ?? 0 };
        return { notes, refused, ended: answered.ended, rest, ...(answered.message === undefined ? {} : { message: answered.message }) };
      }
      if (answered.ended === 'cut' && index === parts.length - 1) {
        return { notes, refused, ended: 'cut' };
      }
    }
    return { notes, refused, ended: 'whole' };
  } finally {
    places.dispose();
  }
}

async function readPart({ model, question, scope, wish, review, store, scripts, signal }: Reading, part: NotesPart, span: () => Span, notes: string[], refused: Partial<Record<NoteRefusal, number>>): Promise<Answered> {
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
  let answered: Answered = { ended: 'stopped' };
  try {
    answered = await readAnswered(model.stream(request, signal), (text) => take(reader.push(text)));
    take(reader.end(answered.ended !== 'whole'));
  } finally {
    const { ended, model: returned, usage } = answered;
    recording.end({ ended, ...(returned === undefined ? {} : { model: returned }), ...(usage ? { usage } : {}) });
  }
  return answered;
}

/** Stretches of a script that go along with what the writer writes meanwhile. */
function followSpans(document: vscode.TextDocument, spans: readonly Span[], scripts: ScriptStore): { readonly now: readonly Span[]; dispose(): void } {
  let now: readonly Span[] = spans;
  const listening = scripts.onDidChange((change) => {
    if (change.document === document) {
      now = now.map((span) => (change.before ? mapSpan(span, change.edits).wide : { from: 0, to: change.script.length }));
    }
  });
  return {
    get now() {
      return now;
    },
    dispose: () => {
      listening.dispose();
    },
  };
}

function partMessage({ firstScene, lastScene }: NotesPart, script: Script): string {
  const all = scenesOf(script).length;
  if (lastScene === 0) {
    return vscode.l10n.t('before the first scene');
  }
  return firstScene === lastScene ? vscode.l10n.t('scene {0} of {1}', lastScene, all) : vscode.l10n.t('scenes {0}–{1} of {2}', Math.max(1, firstScene), lastScene, all);
}
