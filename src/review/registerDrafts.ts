// Drafts in the editor, as far as every start needs them: what lies behind is read when there is a draft, or one is opened.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { DRAFT_KEY, DRAFT_SCHEME } from './draftAddress';
import type { DraftRoom } from './draftRoom';
import type { DraftAsk, Drafts, DraftWriting } from './drafts';
import type { Recorder } from './recorder';

export function registerDrafts(app: App, recorder: Recorder): Drafts & { dispose(): void } {
  const { context, commands, log } = app;
  const asked = new vscode.EventEmitter<DraftAsk>();
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let room: DraftRoom | undefined;
  let entering: Promise<DraftRoom> | undefined;
  const enter = () => (entering ??= import('./draftRoom').then(({ openDraftRoom }) => (room = openDraftRoom(app, { recorder, asked, changed }))));
  if (context.workspaceState.keys().some((key) => key.startsWith(DRAFT_KEY))) {
    inBackground(log, 'drafts', enter());
  }
  const writing = (id: string, begin: (room: DraftRoom, controller: AbortController) => DraftWriting): DraftWriting => {
    const controller = new AbortController();
    const begun = enter().then((entered) => begin(entered, controller));
    return writingLater(id, controller.signal, (say) => inBackground(log, 'draft', begun.then(say)));
  };
  const nowhere = () => Promise.reject(vscode.FileSystemError.NoPermissions());
  const running = vscode.Disposable.from(
    asked,
    changed,
    commands.registerFamily('backlot.drafts.', async () => (await enter()).commands),
    vscode.workspace.registerFileSystemProvider(
      DRAFT_SCHEME,
      {
        onDidChangeFile: changed.event,
        watch: () => ({ dispose: () => undefined }),
        stat: async (uri) => (await enter()).files.stat(uri),
        readFile: async (uri) => (await enter()).files.readFile(uri),
        writeFile: async (uri, bytes) => (await enter()).files.writeFile(uri, bytes),
        readDirectory: nowhere,
        createDirectory: nowhere,
        delete: nowhere,
        rename: nowhere,
      },
      { isCaseSensitive: true },
    ),
  );
  return {
    open(opening) {
      const id = crypto.randomUUID();
      return writing(id, (entered, controller) => entered.open(id, opening, controller));
    },
    rewrite: (id, direction, wish) => writing(id, (entered, controller) => entered.rewrite(id, direction, wish, controller)),
    list: () => room?.list() ?? [],
    show: async (id) => (await enter()).show(id),
    onDidAsk: asked.event,
    dispose() {
      room?.dispose();
      running.dispose();
    },
  };
}

/** A writing that is handed out at once and begins when the room is open: promises keep the order in which things were said. */
function writingLater(id: string, signal: AbortSignal, tell: (say: (to: DraftWriting) => void) => void): DraftWriting {
  return {
    id,
    signal,
    write: (text) => tell((to) => to.write(text)),
    finish: (ended) => tell((to) => to.finish(ended)),
    fail: (message) => tell((to) => to.fail(message)),
    recorded: (record) => tell((to) => to.recorded(record)),
    stop: () => tell((to) => to.stop()),
  };
}
