// What the commands of rewriting do: find the stretch, ask which way, ask the model, and have the answer written into a draft.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import type { Script } from '../core/fountain/script';
import { rewriteRequest, stretchFits } from '../core/rewrite/rewriteRequest';
import type { ChatRequest } from '../core/suggest/chat';
import { snapshotOf } from '../core/suggest/snapshot';
import type { App } from '../host/app';
import { WriterError, type CommandHandler } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import { connectedModel } from '../models/ask';
import type { Model } from '../models/model';
import type { ModelSource } from '../models/modelSource';
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
    // The writer may have typed while the question was open: what is meant is the script as it is now.
    const target = scripts.get(first.document) === first.script ? first : await find();
    const request = requests(target, chosen, model);
    if (mayShowOnly || chosen.show) {
      await show(app, target, model, request);
      return undefined;
    }
    await rememberDirection(app.context.globalState, chosen);
    return { target, model, request, chosen };
  };
  const rewrite = async (find: () => Promise<Target>, meant: unknown) => {
    const words = isPlace(meant) ? meant.direction?.trim() : undefined;
    const asking = await ask(find, (target) => (words === undefined || words === '' ? pickRewriteDirection(target, app.context.globalState) : directionOf(words, target)));
    if (asking) {
      const { document, span, title } = asking.target;
      const { label: direction, wish } = asking.chosen;
      await writeDraft(app, review, asking, review.drafts.open({ document, span, kind: 'rewrite', title, direction, wish, reveal: true }));
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
        await writeDraft(app, review, asking, review.drafts.rewrite(draft.id, asking.chosen.label, asking.chosen.wish));
      }
    },
  };
}

/** A draft's stretch where it is now: opening its script has looked for it again. */
async function draftMeant(draft: Draft, { scripts }: App, review: Review): Promise<Target> {
  const document = await reopenDocument(draft.uri);
  const { anchor, title } = review.drafts.list().find(({ id }) => id === draft.id) ?? draft;
  if (anchor.lost) {
    throw new WriterError(vscode.l10n.t('The lines this draft is for are not in the script any more. Undo brings them back.'));
  }
  return { document, script: scripts.get(document), span: { from: anchor.from, to: anchor.to }, title, command: draft.kind === 'chat' ? 'chat.rewrite' : 'rewrite.again' };
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
