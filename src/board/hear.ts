// What each thing that the view says comes to.
import * as vscode from 'vscode';
import { WriterError } from '../host/commands';
import { rangeOf } from '../host/positions';
import { reopenDocument } from '../host/reopenDocument';
import { askName, askSheet } from './asking';
import { SCRIPT_ORDER, boardsOf } from './boards';
import type { BoardSession } from './boardSession';
import type { FromBoard, OpenTarget, SheetKind } from './protocol';
import { scenesById } from './names';

export async function hear(session: BoardSession, message: FromBoard): Promise<void> {
  switch (message.kind) {
    case 'ready':
      return session.refresh();
    case 'edit':
      return edit(session, message);
    case 'preview':
      session.tryOut(message.seq, message.edit);
      return;
    case 'selected':
      session.selected = { strips: message.strips, ...(message.day !== undefined && { day: message.day }) };
      return;
    case 'undo':
    case 'redo':
      return session.takeBack(message.kind);
    case 'optimise':
      return session.runs.optimise(message.scope, message.seconds);
    case 'cancel':
      session.runs.stop(message.what);
      return;
    case 'take':
      return session.runs.take(message.as);
    case 'leave':
      return session.runs.leave();
    case 'explain':
      return session.runs.explain();
    case 'closeReasons':
      session.runs.closeReasons();
      return session.refresh();
    case 'closeComparison':
      return session.compare(undefined);
    case 'compare':
      return session.compare(message.boards ?? allOf(session));
    case 'newBoard':
      return session.newBoard();
    case 'board':
    case 'rename':
      return ofBoard(session, message);
    case 'goTo':
      return goTo(session, message.scene);
    case 'open':
      return open(session, message.target);
    case 'sheets':
      return sheets(session, message.sheet, message.day);
  }
}

/** Refused or not written, the view is shown how things stand: it may have drawn the change already. */
async function edit(session: BoardSession, { edit: wished }: Extract<FromBoard, { kind: 'edit' }>): Promise<void> {
  try {
    await session.edit(wished);
  } catch (error) {
    await session.refresh();
    throw error;
  }
}

function allOf({ ground, shown, telling }: BoardSession): string[] {
  const all = boardsOf(ground, telling.say).map(({ id }) => id);
  // The one shown is what the others are held against, wherever it stands in the list.
  return [shown.id, ...all.filter((id) => id !== shown.id)];
}

async function ofBoard(session: BoardSession, message: Extract<FromBoard, { kind: 'board' | 'rename' }>): Promise<void> {
  const { board: id } = message;
  const found = boardsOf(session.ground, session.telling.say).find((each) => each.id === id);
  if (!found) {
    await session.refresh();
    throw new WriterError(vscode.l10n.t('That board is not there any more.'));
  }
  if (message.kind === 'board' && message.what !== 'delete') {
    return message.what === 'choose' ? session.choose(id) : session.duplicate(id);
  }
  if (id === SCRIPT_ORDER) {
    throw new WriterError(vscode.l10n.t('The order of the script is always there. Duplicate it for a board of your own.'));
  }
  if (message.kind === 'rename') {
    const name = message.name?.trim() ?? (await askName(found.board.name));
    return name === undefined || name === '' || name === found.board.name ? undefined : session.replace(vscode.l10n.t('Rename board'), id, (board) => ({ ...board, name }));
  }
  // It can be undone, so nobody is asked twice.
  await session.replace(vscode.l10n.t('Delete board'), id, () => undefined);
}

/** Puts the cursor to a scene's heading, in the editor that shows the script, or opens one. */
async function goTo(session: BoardSession, id: string): Promise<void> {
  const scene = scenesById(session.ground.breakdown).get(id);
  if (!scene) {
    throw new WriterError(vscode.l10n.t('That scene is not in the script any more.'));
  }
  const document = await reopenDocument(session.uri.toString());
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await vscode.window.showTextDocument(document, shown?.viewColumn ?? vscode.ViewColumn.One);
  const at = rangeOf(document, { from: scene.from, to: scene.from });
  editor.selection = new vscode.Selection(at.start, at.start);
  editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const TABS: Readonly<Partial<Record<OpenTarget['what'], string>>> = { rules: 'rules', location: 'places', crew: 'crew', demand: 'demands' };

async function open(session: BoardSession, { what, id }: OpenTarget): Promise<void> {
  if (what === 'file') {
    await vscode.window.showTextDocument(session.productions.fileOf(session.uri));
  } else if (what === 'scene') {
    await goTo(session, id ?? '');
  } else if (what === 'breakdown' || what === 'production') {
    await vscode.commands.executeCommand(`backlot.${what}.open`, { uri: session.uri.toString() });
  } else {
    const category = what === 'element' ? session.ground.production.elements[id ?? '']?.category : undefined;
    const tab = TABS[what] ?? (category === 'cast' ? 'cast' : 'elements');
    await vscode.commands.executeCommand('backlot.production.open', { uri: session.uri.toString(), tab, ...(id !== undefined && { id }) });
  }
}

export async function sheets(session: BoardSession, wished: SheetKind | undefined, day: string | undefined): Promise<void> {
  const sheet = wished ?? (await askSheet());
  if (sheet) {
    const { id } = session.shown;
    await vscode.commands.executeCommand('backlot.sheets.open', { uri: session.uri.toString(), sheet, board: id, ...(day !== undefined && { dayId: day }) });
  }
}
