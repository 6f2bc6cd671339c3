// The ghost text at work: it asks when it is told to, shows what has come, and lets go of it as soon as the writer goes another way.
import * as vscode from 'vscode';
import { lineEndBehind } from '../core/continuation/lineEndBehind';
import { continuationPlace, type ContinuationPlace } from '../core/continuation/place';
import type { App } from '../host/app';
import { WriterError, type CommandHandler } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { isScript } from '../host/scriptStore';
import { continuesByItself } from '../host/settings';
import { connectedModel } from '../models/ask';
import type { Model } from '../models/model';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import { Asking, type Nothing } from './asking';
import { tellNoPlace } from './noPlace';
import { createStatus } from './status';
import { createTakenBack } from './takenBack';

/** How long a pause must be before a continuation comes by itself, where the setting says that it may. */
const PAUSE_MS = 700;

export class GhostText implements vscode.Disposable {
  readonly commands: Readonly<Record<string, CommandHandler>> = {
    'backlot.continuation.suggest': () => this.suggest(),
    'backlot.continuation.stop': () => this.letGo(),
  };
  private current: Asking | undefined;
  private readonly status = createStatus();
  private readonly takenBack;
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly app: App,
    private readonly models: ModelSource,
    private readonly review: Review,
  ) {
    this.takenBack = createTakenBack(review.recorder);
    this.listeners = vscode.Disposable.from(
      app.scripts.onDidChange(({ document, edits }) => {
        if (this.current?.document === document && !this.current.follow(edits)) {
          this.letGo();
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.current?.document === textEditor.document && textEditor === vscode.window.activeTextEditor && !this.current.isUnder(textEditor)) {
          this.letGo();
        }
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor?.document !== this.current?.document && this.letGo()),
      app.scripts.onDidClose((document) => document === this.current?.document && this.letGo()),
      this.takenBack,
      this.status,
    );
  }

  /** What VS Code shows at a cursor: nothing but what was asked for there. */
  async provide(document: vscode.TextDocument, position: vscode.Position, context: vscode.InlineCompletionContext, token: vscode.CancellationToken): Promise<vscode.InlineCompletionItem[]> {
    const offset = document.offsetAt(position);
    const explicit = context.triggerKind === vscode.InlineCompletionTriggerKind.Invoke;
    if (this.current?.document === document && this.current.cursorAt() === offset) {
      if (explicit) {
        // Looking for the next one: it may still be on its way.
        await this.current.more(token);
      }
      return this.current.items();
    }
    // Beside an open list of names it would only be in the way.
    if (explicit || !continuesByItself() || context.selectedCompletionInfo !== undefined) {
      return [];
    }
    return this.byItself(document, offset, token);
  }

  dispose(): void {
    this.letGo();
    this.listeners.dispose();
  }

  private letGo(): void {
    this.current?.end();
    this.current = undefined;
    this.status.hide();
  }

  private begin(document: vscode.TextDocument, place: ContinuationPlace, model: Model): Asking {
    const already = this.current?.isAt(document, place.offset) === true ? this.current.shown() : [];
    this.letGo();
    const asking = new Asking({ document, place, model, review: this.review, already, log: this.app.log, accepted: (taken) => this.takenBack.remember(taken) });
    this.current = asking;
    this.status.show(asking.speaker);
    void asking.ended.then(() => asking === this.current && this.status.hide());
    return asking;
  }

  private async suggest(): Promise<void> {
    const editor = scriptEditor();
    const { document, selection } = editor;
    const script = this.app.scripts.get(document);
    const cursor = document.offsetAt(selection.active);
    // The end of a wrapped row is none of the line: from inside the words it goes on behind them.
    const offset = lineEndBehind(script, cursor) ?? cursor;
    if (this.current?.isAt(document, offset) === true && this.current.isWaiting()) {
      return;
    }
    const place = continuationPlace(script, offset);
    if (typeof place === 'string') {
      throw new WriterError(tellNoPlace(place));
    }
    const { version } = document;
    if (offset !== cursor) {
      // VS Code shows ghost text at the cursor alone.
      const end = document.positionAt(offset);
      editor.selection = new vscode.Selection(end, end);
      editor.revealRange(editor.selection);
      // There and back: what VS Code says of older moves would be taken for the writer leaving.
      await vscode.commands.executeCommand('hideSuggestWidget');
    }
    const model = await connectedModel(this.models);
    if (!model || document.version !== version) {
      return;
    }
    const asking = this.begin(document, place, model);
    const nothing = await asking.first;
    if (nothing !== undefined) {
      tell(nothing);
    } else if (asking === this.current && vscode.window.activeTextEditor?.document === document) {
      // The list of names may have opened meanwhile: VS Code shows one or the other.
      await vscode.commands.executeCommand('hideSuggestWidget');
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    }
  }

  /** Where the setting says so: asks once the writer has paused, without a word when it cannot. */
  private async byItself(document: vscode.TextDocument, offset: number, token: vscode.CancellationToken): Promise<vscode.InlineCompletionItem[]> {
    const isGone = (): boolean => token.isCancellationRequested;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (isGone() || !isScript(document)) {
      return [];
    }
    // Nobody pressed anything: no question may come up under the writer's fingers.
    const model = await this.models.unasked();
    const place = continuationPlace(this.app.scripts.get(document), offset);
    if (isGone() || !('stream' in model) || typeof place === 'string') {
      return [];
    }
    const asking = this.begin(document, place, model);
    await asking.first;
    return asking === this.current ? asking.items() : [];
  }
}

function scriptEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isScript(editor.document)) {
    throw new WriterError(vscode.l10n.t('Open a screenplay and put the cursor where the next line should come.'));
  }
  if (editor.selections.length > 1 || !editor.selection.isEmpty) {
    throw new WriterError(vscode.l10n.t('Put one cursor where the next line should come, with nothing selected.'));
  }
  return editor;
}

function tell({ failed, message }: Nothing): void {
  if (failed) {
    void vscode.window.showWarningMessage(plainMessage(message, 1000));
  } else {
    vscode.window.setStatusBarMessage(plainMessage(message), 6000);
  }
}
