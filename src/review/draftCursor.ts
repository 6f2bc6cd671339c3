// The cursor in a draft: which change is at it, and its way from one change to the next.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { hunksOf, type Hunk } from '../core/drafts/hunks';
import { WriterError } from '../host/commands';
import { readAddress } from './draftAddress';
import { linesOf } from './draftLines';
import { draftState } from './draftState';
import type { DraftChange, DraftStore } from './draftStore';

/** How often, and how many times, it is looked whether the editor shows a draft as it was written to its end. */
const LOOK_MS = 50;
const LOOKS = 200;
/** How many times it is looked whether the cursor is still there. */
const STAYS = 30;

/** The draft's side that has the focus. */
export function draftEditor(id: string): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && readAddress(editor.document.uri)?.id === id ? editor : undefined;
}

/** Puts the cursor on a change, and shows it. */
export function goTo(editor: vscode.TextEditor, draft: Draft, hunk: Hunk): void {
  const { first } = linesIn(editor, draft, hunk);
  const position = new vscode.Position(Math.min(first, editor.document.lineCount - 1), 0);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * The change at the cursor. Where there is none the cursor goes to the next one, which is given to nobody: the writer sees it first.
 * @throws WriterError when the draft has no focus, or nothing is left in it
 */
export function hunkAtCursor(draft: Draft): Hunk | undefined {
  const editor = draftEditor(draft.id);
  const hunks = hunksOf(draft);
  if (hunks.length === 0) {
    throw new WriterError(vscode.l10n.t('Nothing is left to decide in this draft.'));
  }
  if (!editor) {
    throw new WriterError(vscode.l10n.t('Put the cursor on a change in the draft first. Alt+F5 goes to the next one.'));
  }
  const { line } = editor.selection.active;
  const placed = hunks.map((hunk) => ({ hunk, ...linesIn(editor, draft, hunk) }));
  const found = placed.find(({ from, last }) => line >= from && line <= last);
  const next = placed.find(({ first }) => first > line) ?? placed[0];
  if (!found && next) {
    goTo(editor, draft, next.hunk);
  }
  return found?.hunk;
}

/** `from`: what is taken out or put in between two lines is at both of them. */
function linesIn({ document }: vscode.TextEditor, { text, base }: Draft, hunk: Hunk): { from: number; first: number; last: number } {
  const isNew = readAddress(document.uri)?.side === 'new';
  const span = isNew ? hunk.text : hunk.base;
  const { first, last } = linesOf(isNew ? text : base, span);
  return { from: span.to > span.from ? first : first - 1, first, last };
}

/** Once a draft is written, the cursor stands on its first change, unless the writer went elsewhere in it meanwhile. */
export function startAtFirstChange(store: DraftStore): vscode.Disposable {
  const moved = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const look = (written: Draft, looks: number): void => {
    const { id, text, base } = written;
    const now = store.get(id);
    const [first] = now ? hunksOf(now) : [];
    if (!now || !first || moved.has(id) || now.text !== text || now.base !== base || looks === 0) {
      timers.delete(id);
      return;
    }
    const editor = vscode.window.visibleTextEditors.find(({ document }) => isNewSide(document.uri, id) && document.lineCount === text.split(/\r\n|\r|\n/).length);
    if (editor) {
      goTo(editor, now, first);
      timers.set(id, setTimeout(() => stay(written, editor, editor.selection.active, STAYS), LOOK_MS));
    } else {
      timers.set(id, setTimeout(() => look(written, looks - 1), LOOK_MS));
    }
  };
  // The diff editor goes to a difference of its own when it has found one, after us.
  const stay = (written: Draft, editor: vscode.TextEditor, place: vscode.Position, looks: number): void => {
    const { id, text } = written;
    if (looks === 0 || moved.has(id) || store.get(id)?.text !== text || !vscode.window.visibleTextEditors.includes(editor)) {
      timers.delete(id);
      return;
    }
    if (!editor.selection.active.isEqual(place)) {
      editor.selection = new vscode.Selection(place, place);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    timers.set(id, setTimeout(() => stay(written, editor, place, looks - 1), LOOK_MS));
  };
  const follow = ({ id, before, after }: DraftChange): void => {
    if (after?.activity.kind === 'writing' && before?.activity.kind !== 'writing') {
      moved.delete(id);
    }
    if (after && before?.activity.kind === 'writing' && draftState(after) === 'open') {
      clearTimeout(timers.get(id));
      // The side that was read-only is read anew first.
      timers.set(id, setTimeout(() => look(after, LOOKS), LOOK_MS));
    }
    if (!after) {
      moved.delete(id);
    }
  };
  return vscode.Disposable.from(
    store.onDidChange(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const id = readAddress(textEditor.document.uri)?.id;
      if (id !== undefined && (kind === vscode.TextEditorSelectionChangeKind.Keyboard || kind === vscode.TextEditorSelectionChangeKind.Mouse)) {
        moved.add(id);
      }
    }),
    new vscode.Disposable(() => timers.forEach((timer) => clearTimeout(timer))),
  );
}

function isNewSide(uri: vscode.Uri, id: string): boolean {
  const meant = readAddress(uri);
  return meant?.id === id && meant.side === 'new';
}
