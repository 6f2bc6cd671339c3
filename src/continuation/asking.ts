// One asking for continuations: from the request until the writer has taken one or gone another way.
import * as vscode from 'vscode';
import { checkContinuation, type Continuation } from '../core/continuation/checkContinuation';
import { follow, standing, type Offered } from '../core/continuation/follow';
import type { ContinuationPlace } from '../core/continuation/place';
import { continuationRequest } from '../core/continuation/request';
import type { Edit } from '../core/edits/edit';
import { mapSpan } from '../core/proposals/mapSpan';
import { createAnswerReader, type RawAlternative } from '../core/suggest/answerReader';
import { snapshotOf } from '../core/suggest/snapshot';
import type { Script } from '../core/fountain/script';
import type { Log } from '../host/log';
import { readAnswered, type Answered } from '../models/ask';
import type { Model } from '../models/model';
import type { Review } from '../review/review';

const COUNT = 3;

export interface AskingFor {
  readonly document: vscode.TextDocument;
  readonly place: ContinuationPlace;
  readonly model: Model;
  readonly review: Review;
  readonly already: readonly string[];
  readonly log: Log;
  /** Told of what was taken, with the record's name for it. */
  accepted(taken: { readonly document: vscode.TextDocument; readonly id: string; readonly offset: number; readonly text: string }): void;
}

/** Why nothing is shown, in a sentence. */
export interface Nothing {
  readonly failed: boolean;
  readonly message: string;
}

export class Asking {
  /** Once something can be shown: undefined; or why nothing can. Undefined too when the writer stopped it. */
  readonly first: Promise<Nothing | undefined>;
  readonly ended: Promise<void>;
  private offered: Offered;
  private readonly found: Continuation[] = [];
  private given = 0;
  private over = false;
  private settled = false;
  /** What of `offered.taken` was accepted, not typed: from and to. */
  private accepted: { from: number; to: number } | undefined;
  private readonly controller = new AbortController();
  private readonly came = new vscode.EventEmitter<void>();
  private record = '';

  constructor(private readonly asked: AskingFor) {
    this.offered = { offset: asked.place.offset, taken: '', texts: [] };
    let tellFirst: () => void = () => undefined;
    const shown = new Promise<undefined>((resolve) => (tellFirst = () => resolve(undefined)));
    const read = this.read(() => tellFirst()).finally(() => {
      this.over = true;
      this.came.fire();
    });
    this.first = Promise.race([shown, read]);
    this.ended = read.then(() => undefined, () => undefined);
  }

  get document(): vscode.TextDocument {
    return this.asked.document;
  }

  get speaker(): string | undefined {
    const { place } = this.asked;
    return place.wants === 'next' ? (place.speechFirst ? place.speakers[0]?.written : undefined) : place.speaker?.written;
  }

  /** Whether it was asked for at this very place, and nothing of it is taken. */
  isAt(document: vscode.TextDocument, offset: number): boolean {
    return document === this.document && offset === this.offered.offset && this.offered.taken === '';
  }

  isWaiting(): boolean {
    return !this.over && this.found.length === 0;
  }

  /** Where the cursor must be: behind what is taken. */
  cursorAt(): number {
    return this.offered.offset + this.offered.taken.length;
  }

  isUnder({ document, selections }: vscode.TextEditor): boolean {
    const [only] = selections;
    return selections.length === 1 && only?.isEmpty === true && document.offsetAt(only.active) === this.cursorAt();
  }

  /** All that was offered here so far, to be asked around. */
  shown(): readonly string[] {
    return [...this.asked.already, ...this.found.map(({ words }) => words)];
  }

  /** What can be shown at the cursor now. */
  items(): vscode.InlineCompletionItem[] {
    this.given = this.found.length;
    const at = this.document.positionAt(this.cursorAt());
    return standing(this.offered).map((text) => new vscode.InlineCompletionItem(text.slice(this.offered.taken.length), new vscode.Range(at, at)));
  }

  /** Waits for another one, where one may still come. */
  async more(token: vscode.CancellationToken): Promise<void> {
    if (this.over || this.found.length > this.given) {
      return;
    }
    await new Promise<void>((resolve) => {
      const heard = vscode.Disposable.from(
        this.came.event(() => {
          heard.dispose();
          resolve();
        }),
        token.onCancellationRequested(() => {
          heard.dispose();
          resolve();
        }),
      );
    });
  }

  /** Follows a change of the script; false when the writer has gone another way, or has all of it. */
  follow(edits: readonly Edit[]): boolean {
    const from = this.offered.taken.length;
    const followed = follow(this.offered, edits);
    if (followed === undefined) {
      this.settle(edits);
      return false;
    }
    this.offered = followed.offered;
    const to = this.offered.taken.length;
    if (followed.by === 'accepted') {
      this.accepted = { from: this.accepted?.from ?? from, to };
    } else if (followed.by === 'back' && this.accepted) {
      this.accepted = to <= this.accepted.from ? undefined : { from: this.accepted.from, to: Math.min(to, this.accepted.to) };
    }
    return this.found.length === 0 || standing(this.offered).length > 0;
  }

  /** The writer has it, or does not want it. More calls do nothing. */
  end(): void {
    this.settle([]);
    this.controller.abort();
    this.came.fire();
    this.came.dispose();
  }

  /** Tells the record, once. @param edits what has changed the script since it was in step */
  private settle(edits: readonly Edit[]): void {
    if (this.settled) {
      return;
    }
    this.settled = true;
    const { document, review } = this.asked;
    const { offset, taken, texts } = this.offered;
    if (this.accepted) {
      const text = taken.slice(this.accepted.from, this.accepted.to);
      const span = mapSpan({ from: offset + this.accepted.from, to: offset + this.accepted.to }, edits).narrow;
      const offered = texts.find((each) => each.startsWith(taken)) ?? text;
      const id = review.recorder.accepted({ document, ...(this.record === '' ? {} : { record: this.record }), offered, inserted: text, replaced: '', span });
      this.asked.accepted({ document, id, offset: span.from, text });
    } else if (this.given > 0 && this.record !== '' && !texts.includes(taken)) {
      review.recorder.declined(document, this.record);
    }
  }

  private async read(first: () => void): Promise<Nothing | undefined> {
    const { document, place, model, review, already, log } = this.asked;
    const snapshot = snapshotFor(document, model.origin, place.script);
    const request = continuationRequest({ place, count: COUNT, contextTokens: model.contextTokens, already, snapshot });
    const recording = review.recorder.begin({ document, command: 'continuation', model, request, span: { from: place.offset, to: place.offset } });
    this.record = recording.id;
    const started = Date.now();
    let refused = 0;
    const take = (raws: readonly RawAlternative[]): void => {
      for (const raw of raws) {
        const checked = checkContinuation(place, raw, this.found);
        if (!checked.ok) {
          refused += 1;
          continue;
        }
        recording.offered(checked.inserted);
        this.found.push(checked);
        this.offered = { ...this.offered, texts: [...this.offered.texts, checked.inserted] };
        if (standing(this.offered).length > 0) {
          first();
        }
        this.came.fire();
      }
    };
    const reader = createAnswerReader();
    let answer: Answered;
    try {
      answer = await readAnswered(model.stream(request, this.controller.signal), (text) => take(reader.push(text)));
      take(answer.ended === 'stopped' ? [] : reader.end(answer.ended !== 'whole'));
      recording.end({ ended: answer.ended, ...(answer.model === undefined ? {} : { model: answer.model }), ...(answer.usage ? { usage: answer.usage } : {}) });
    } finally {
      // Does nothing after an answer's end. Should anything be thrown (no key can be read), the record does not wait for ever.
      recording.end({ ended: 'failed' });
    }
    log.info(`continuation: ${answer.ended}, ${this.found.length} offered, ${refused} refused, after ${Date.now() - started} ms`);
    if (answer.ended === 'failed' && this.found.length === 0) {
      return { failed: true, message: answer.message ?? '' };
    }
    return this.found.length > 0 || answer.ended === 'stopped' ? undefined : { failed: false, message: vscode.l10n.t('The model gave nothing that fits here. Ask again, or write a few words first.') };
  }
}

// By the model's origin too: what one server was shown is no reason to show another more than it needs.
const snapshots = new WeakMap<vscode.TextDocument, Map<string, Script>>();

function snapshotFor(document: vscode.TextDocument, origin: string, script: Script): Script {
  const held = snapshots.get(document) ?? new Map<string, Script>();
  const snapshot = snapshotOf(held.get(origin), script);
  snapshots.set(document, held.set(origin, snapshot));
  return snapshot;
}
