// All notes of a script in one list, by scene: go to one, resolve, discard, filter, copy, and tidy up.
import * as vscode from 'vscode';
import { isStale, type ReaderNote } from '../core/notes/note';
import { notesByScene } from '../core/notes/noteList';
import { tellWriter } from '../host/commands';
import { rewrite, type NoteParts } from './noteCommands';
import { clearResolved, resolveAll, settleNote } from './noteFate';
import { goToNote } from './notePlace';
import { copyNotes } from './notesMarkdownFile';
import { countNotes, kindLabel, stateLabel } from './noteWords';

interface NoteItem extends vscode.QuickPickItem {
  readonly note?: ReaderNote;
}

type Act = () => unknown;

const LONGEST_QUOTE = 70;

/** Shows the list; in a script without notes it says how to ask for some. */
export async function showNotes(parts: NoteParts, document: vscode.TextDocument): Promise<void> {
  const uri = document.uri.toString();
  if (parts.store.shown(uri).length === 0) {
    const ask = vscode.l10n.t('Notes on This Scene');
    const whole = vscode.l10n.t('Notes on the Whole Script');
    const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('There are no notes on this script yet. A reader gives them on a scene, a section or all of it.'), ask, whole);
    if (chosen !== undefined) {
      await vscode.commands.executeCommand(chosen === ask ? 'backlot.notes.scene' : 'backlot.notes.script', document.uri);
    }
    return;
  }
  openList(parts, document);
}

function openList(parts: NoteParts, document: vscode.TextDocument): void {
  const { store, threads, app } = parts;
  const uri = document.uri.toString();
  const pick = vscode.window.createQuickPick<NoteItem>();
  const acts = new Map<vscode.QuickInputButton, Act>();
  let openOnly = false;
  const draw = (): void => {
    const notes = store.shown(uri);
    const open = notes.filter(({ state }) => state === 'open').length;
    acts.clear();
    pick.title = vscode.l10n.t('Script Notes');
    pick.placeholder = vscode.l10n.t('{0}, {1} open. Type to filter; Enter goes to the line', countNotes(notes.length), open);
    const button = (icon: string, tooltip: string, act: Act): vscode.QuickInputButton => {
      const made = { iconPath: new vscode.ThemeIcon(icon), tooltip };
      acts.set(made, act);
      return made;
    };
    pick.buttons = [
      button(openOnly ? 'filter-filled' : 'filter', openOnly ? vscode.l10n.t('Show all') : vscode.l10n.t('Show open ones alone'), () => (openOnly = !openOnly)),
      button('check-all', vscode.l10n.t('Resolve all'), () => resolveAll(uri, parts)),
      button('clear-all', vscode.l10n.t('Clear what is resolved'), () => clearResolved(uri, parts)),
      button('copy', vscode.l10n.t('Copy as Markdown'), () => copyNotes(document, parts)),
    ];
    pick.items = notesByScene(openOnly ? notes.filter(({ state }) => state === 'open') : notes, app.scripts.get(document)).flatMap(({ number, heading, notes: own }): NoteItem[] => [
      { label: number === 0 ? vscode.l10n.t('before the first scene') : `${number}. ${heading}`, kind: vscode.QuickPickItemKind.Separator },
      ...own.map((note) => itemOf(note, button, parts)),
    ]);
  };
  const run = (act: Act | undefined): void => {
    Promise.resolve(act?.()).then(draw, (error: unknown) => tellWriter(app.log, 'notes.list', error));
  };
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  draw();
  // The note that is read, or the next one behind the cursor, is where the list begins.
  const active = pick.items.find(({ note }) => note?.id === threads.open) ?? pick.items.find(({ note }) => note && note.anchor.from >= cursorIn(document));
  pick.activeItems = active ? [active] : [];
  pick.onDidTriggerButton((button) => run(acts.get(button)));
  pick.onDidTriggerItemButton(({ button }) => run(acts.get(button)));
  pick.onDidAccept(() => {
    const note = pick.activeItems[0]?.note;
    pick.hide();
    run(note && (() => goToNote(note, store, threads)));
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function itemOf(note: ReaderNote, button: (icon: string, tooltip: string, act: Act) => vscode.QuickInputButton, parts: NoteParts): NoteItem {
  const quote = note.quote.replace(/\s+/gu, ' ');
  const shortened = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()}…` : quote;
  const state = stateLabel(note);
  const change = (to: ReaderNote['state']): Act => () => settleNote(note, to, parts);
  const settle = note.state === 'open' ? button('check', vscode.l10n.t('Resolve'), change('resolved')) : button('debug-restart', vscode.l10n.t('Reopen'), change('open'));
  return {
    note,
    label: `$(${iconOf(note)}) ${kindLabel(note.kind)}`,
    // Icons are written so in labels: in what a model or a script says they are words.
    description: [plain(`“${shortened}”`), ...(state === undefined ? [] : [state])].join(' · '),
    detail: plain(note.text),
    buttons: [...(note.state === 'open' && note.anchor.standing !== 'gone' ? [button('sparkle', vscode.l10n.t('Rewrite With the Next Step'), () => rewrite(note))] : []), ...(note.kept?.stands ? [] : [settle]), button('close', vscode.l10n.t('Discard'), change('discarded'))],
  };
}

function iconOf(note: ReaderNote): string {
  return note.state === 'kept' ? 'bookmark' : note.state === 'resolved' ? 'check' : isStale(note) ? 'warning' : 'comment';
}

function plain(text: string): string {
  return text.replace(/\$\(/g, '$\u200b(');
}

function cursorIn(document: vscode.TextDocument): number {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  return editor ? document.offsetAt(editor.selection.active) : 0;
}
