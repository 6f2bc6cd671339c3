// What the commands of rewriting do: find the stretch, ask which way, ask the model, and have the answer written into a draft.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import type { Script } from '../core/fountain/script';
import { rewriteRequest, stretchFits } from '../core/rewrite/rewriteRequest';
import type { ChatRequest } from '../core/suggest/chat';
import { snapshotOf } from '../core/suggest/snapshot';
import type { App } from '../host/app';
import { inBackground, WriterError, type CommandHandler } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import type { ScriptStore } from '../host/scriptStore';
import { connectedModel } from '../models/ask';
import type { Model } from '../models/model';
import type { ModelSource } from '../models/modelSource';
import { spanNow } from '../review/draftOpened';
import type { DraftAsk } from '../review/drafts';
import type { Review } from '../review/review';
import { directionOf, pickRewriteDirection, rememberDirection, type Chosen } from './rewriteDirections';
import { isPlace, sceneMeant, selectionMeant, type Target } from './rewriteTarget';
import { writeDraft, type Asking } from './writeDraft';

export interface Rewriting {
  readonly commands: Record<string, CommandHandler>;
  /** Writes a draft anew, in another direction if the writer says one. */
  again(ask: DraftAsk): Promise<void>;
}

export function createRewriting(app: App, models: ModelSource, review: Review): Rewriting {
  const { scripts } = app;
  const requests = createRequests();
  const ask = async (find: () => Promise<Target>, choose: (target: Target) => Promise<Chosen | undefined>, mayShowOnly = false): Promise<Asking | undefined> => {
    const first = await find();
    const model = await connectedModel(models);
    const chosen = model && (await choose(first));
    if (!model || !chosen) {
      return undefined;
    }
    const target = await targetNow(first, scripts);
    // From here on nothing is waited for until the draft is open.
    const request = requests(target, chosenNow(chosen, first.script, target.script), model);
    if (mayShowOnly || chosen.show) {
      await show(app, target, model, request);
      return undefined;
    }
    return { target, model, request, chosen };
  };
  const rewrite = async (find: () => Promise<Target>, meant: unknown) => {
    const words = isPlace(meant) ? meant.direction?.trim() : undefined;
    const asking = await ask(find, (target) => (words === undefined || words === '' ? pickRewriteDirection(target, app.context.globalState) : directionOf(words, target)));
    if (asking) {
      const { document, script, span, title } = asking.target;
      const { label: direction, wish } = asking.chosen;
      const writing = review.drafts.open({ document, script, span, kind: 'rewrite', title, direction, wish, reveal: true });
      remember(app, asking.chosen, words);
      await writeDraft(app, review, asking, writing);
    }
  };
  return {
    commands: {
      'backlot.rewrite.scene': (meant: unknown) => rewrite(() => sceneMeant(meant, scripts), meant),
      'backlot.rewrite.selection': (meant: unknown) => rewrite(() => selectionMeant(meant, scripts), meant),
      'backlot.rewrite.showRequest': async () => {
        const isSelected = vscode.window.activeTextEditor?.selection.isEmpty === false;
        await ask(() => (isSelected ? selectionMeant(undefined, scripts) : sceneMeant(undefined, scripts)), (target) => pickRewriteDirection(target, app.context.globalState), true);
      },
    },
    async again({ draft, direction }) {
      if (draft.kind === 'scenario') {
        return;
      }
      const asking = await ask(
        () => draftMeant(draft, app, review),
        (target) => (direction === undefined ? pickRewriteDirection(target, app.context.globalState, draft.direction) : directionOf(direction, target)),
      );
      if (asking) {
        // It may have been discarded while the writer was asked which way.
        needDraft(draft.id, review);
        remember(app, asking.chosen, direction);
        await writeDraft(app, review, asking, review.drafts.rewrite(draft.id, asking.chosen.label, asking.chosen.wish));
      }
    },
  };
}

/** A draft's stretch where it is now: opening its script has looked for it again. */
async function draftMeant(draft: Draft, { scripts }: App, review: Review): Promise<Target> {
  const document = await reopenDocument(draft.uri);
  const { anchor, title } = needDraft(draft.id, review);
  if (anchor.lost) {
    throw new WriterError(vscode.l10n.t('The lines this draft is for are not in the script any more. Undo brings them back.'));
  }
  return { document, script: scripts.get(document), span: { from: anchor.from, to: anchor.to }, title, command: draft.kind === 'chat' ? 'chat.rewrite' : 'rewrite.again' };
}

/** Keeps a direction that the writer chose. What a note or a chat `said` is no wish of theirs. */
function remember({ context, log }: App, chosen: Chosen, said = ''): void {
  if (said === '') {
    inBackground(log, 'rewrite', rememberDirection(context.globalState, chosen));
  }
}

function needDraft(id: string, review: Review): Draft {
  const draft = review.drafts.list().find((one) => one.id === id);
  if (!draft) {
    throw new WriterError(vscode.l10n.t('This draft is not there any more.'));
  }
  return draft;
}

/** What is meant, in the script as it is now: the writer, or a colleague, may have typed while the question was open. */
async function targetNow(target: Target, scripts: ScriptStore): Promise<Target> {
  const document = await reopenDocument(target.document.uri.toString());
  const script = scripts.get(document);
  if (script === target.script) {
    return target;
  }
  const span = spanNow(target.span, target.script, script);
  if (!span || span.from === span.to) {
    throw new WriterError(vscode.l10n.t('What was to be rewritten is not in the script any more. Undo brings it back.'));
  }
  return { ...target, document, script, span };
}

/** A scene to take the manner from was read with the first script too. */
function chosenNow(chosen: Chosen, script: Script, now: Script): Chosen {
  const { like: read, ...rest } = chosen;
  const like = read && spanNow(read, script, now);
  return like ? { ...rest, like } : rest;
}

async function show({ context }: App, { title }: Target, model: Model, request: ChatRequest): Promise<void> {
  const { showRequest } = await import('../models/showRequest');
  await showRequest(context, model, request, vscode.l10n.t('Nothing has been sent by opening this page. It shows what would go out if you had {0} rewritten so now.', title));
}

/** The request for a stretch, over the snapshot of the script that earlier ones sent. */
function createRequests() {
  // By the model's origin too: what one server was shown is no reason to show another more than it needs.
  const snapshots = new WeakMap<vscode.TextDocument, Map<string, Script>>();
  return ({ document, script, span }: Target, { instruction, wish, like }: Chosen, model: Model): ChatRequest => {
    if (!stretchFits(script, span, model.contextTokens)) {
      throw new WriterError(vscode.l10n.t('This is too long for {0} to rewrite in one piece. Select less of it, or connect a model that reads more at once.', model.label));
    }
    const held = snapshots.get(document) ?? new Map<string, Script>();
    const snapshot = snapshotOf(held.get(model.origin), script);
    snapshots.set(document, held.set(model.origin, snapshot));
    return rewriteRequest({ script, span, direction: instruction, wish, contextTokens: model.contextTokens, snapshot, ...(like ? { like } : {}) });
  };
}
