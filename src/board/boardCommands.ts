// The commands of the board: each does by keyboard and palette what the view does by hand, to the strips and the day selected there.
import * as vscode from 'vscode';
import { WriterError, type CommandHandler } from '../host/commands';
import { keysOf, sceneOfKey } from '../core/board/strips';
import { boardsOf } from './boards';
import type { BoardPanel } from './boardPanel';
import type { BoardSession } from './boardSession';
import { dayNames } from './dayViews';
import type { BoardEdit, FromBoard } from './protocol';

export function boardCommands(open: (wish: unknown) => Promise<BoardPanel>, meant: () => Promise<BoardPanel>): Readonly<Record<string, CommandHandler>> {
  /** What is said by the session that is meant; undefined: nothing. */
  const says = (message: (session: BoardSession) => FromBoard | undefined | Promise<FromBoard | undefined>) => async (): Promise<void> => {
    const panel = await meant();
    const said = await message(panel.session);
    if (said) {
      await panel.hear(said);
    }
  };
  const edits = (edit: (session: BoardSession) => BoardEdit | undefined | Promise<BoardEdit | undefined>) =>
    says(async (session) => {
      const made = await edit(session);
      return made && { kind: 'edit', edit: made };
    });
  return {
    'backlot.board.open': async (wish?: unknown) => {
      await open(wish);
    },
    ...ofBoards(says),
    ...ofStrips(edits),
    'backlot.board.undo': says(() => ({ kind: 'undo' })),
    'backlot.board.redo': says(() => ({ kind: 'redo' })),
    'backlot.board.optimise': says(({ runs }) => ({ kind: 'optimise', scope: { from: 'all' }, seconds: runs.seconds })),
    'backlot.board.optimiseFromHere': says((session) => ({ kind: 'optimise', scope: { from: 'day', day: daySelected(session) }, seconds: session.runs.seconds })),
    'backlot.board.optimiseWithin': says((session) => ({ kind: 'optimise', scope: { from: 'days', days: daysSelected(session) }, seconds: session.runs.seconds })),
    'backlot.board.stop': async () => {
      const { session } = await meant();
      session.runs.stop('run');
      session.runs.stop('reasons');
    },
    'backlot.board.take': says(() => ({ kind: 'take', as: 'new' })),
    'backlot.board.takeInPlace': says(() => ({ kind: 'take', as: 'replace' })),
    'backlot.board.leave': says(() => ({ kind: 'leave' })),
    'backlot.board.explain': says(() => ({ kind: 'explain' })),
    'backlot.board.compare': says(() => ({ kind: 'compare' })),
    'backlot.board.goToScene': says((session) => {
      const scene = scenesSelected(session)[0];
      return scene === undefined ? undefined : { kind: 'goTo', scene };
    }),
    'backlot.board.sheets': says((session) => ({ kind: 'sheets', ...(session.selected.day !== undefined && { day: session.selected.day }) })),
  };
}

type Says = (message: (session: BoardSession) => FromBoard | undefined | Promise<FromBoard | undefined>) => CommandHandler;
type Edits = (edit: (session: BoardSession) => BoardEdit | undefined | Promise<BoardEdit | undefined>) => CommandHandler;

function ofBoards(says: Says): Record<string, CommandHandler> {
  return {
    'backlot.board.newBoard': says(() => ({ kind: 'newBoard' })),
    'backlot.board.duplicate': says(({ shown }) => ({ kind: 'board', what: 'duplicate', board: shown.id })),
    'backlot.board.rename': says(({ shown }) => ({ kind: 'rename', board: shown.id })),
    'backlot.board.delete': says(({ shown }) => ({ kind: 'board', what: 'delete', board: shown.id })),
    'backlot.board.choose': says(async (session) => {
      const rows = boardsOf(session.ground, session.telling.say).map(({ id, board }) => ({ label: board.name, id, description: session.told?.boards.find((row) => row.id === id)?.cost.text ?? '' }));
      const chosen = await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('Which board?') });
      return chosen && { kind: 'board', what: 'choose', board: chosen.id };
    }),
  };
}

function ofStrips(edits: Edits): Record<string, CommandHandler> {
  return {
    'backlot.board.addDay': edits((session) => ({ op: 'addDay', ...beforeNext(session) })),
    'backlot.board.addOff': edits((session) => ({ op: 'addOff', ...beforeNext(session) })),
    'backlot.board.removeDay': edits((session) => ({ op: 'removeDay', day: daySelected(session), strips: 'before' })),
    'backlot.board.splitDay': edits((session) => {
      const at = stripsSelected(session)[0];
      return at === undefined ? undefined : { op: 'splitDay', day: dayOfStrip(session, at), at };
    }),
    'backlot.board.joinDays': edits((session) => ({ op: 'joinDays', day: daySelected(session) })),
    'backlot.board.noteDay': edits((session) => ({ op: 'note', day: daySelected(session) })),
    'backlot.board.addBanner': edits((session) => {
      const before = session.selected.strips[0];
      return { op: 'addBanner', day: daySelected(session), ...(before !== undefined && { before }) };
    }),
    'backlot.board.moveTo': edits(moveTo),
    'backlot.board.toBoneyard': edits((session) => ({ op: 'toBoneyard', strips: stripsSelected(session) })),
    'backlot.board.acceptChanges': edits(() => ({ op: 'acceptChanges' })),
  };
}

async function moveTo(session: BoardSession): Promise<BoardEdit | undefined> {
  const strips = stripsSelected(session);
  const { weighed, telling } = session;
  const names = dayNames(weighed, telling);
  const days = weighed.board.days.flatMap(({ id, kind }, at) => (kind === 'shoot' ? [{ label: names[at]?.name ?? '', description: names[at]?.date ?? '', day: id }] : []));
  const chosen = await vscode.window.showQuickPick([...days, { label: vscode.l10n.t('A new day'), description: '', day: undefined }], { placeHolder: vscode.l10n.t('To which day?') });
  return chosen && (chosen.day === undefined ? { op: 'moveToNewDay', strips } : { op: 'moveStrips', strips, day: chosen.day });
}

/** @throws WriterError where none is selected */
function stripsSelected({ selected }: BoardSession): readonly string[] {
  if (selected.strips.length === 0) {
    throw new WriterError(vscode.l10n.t('Select strips on the board first.'));
  }
  return selected.strips;
}

function scenesSelected(session: BoardSession): string[] {
  return stripsSelected(session).flatMap((key) => sceneOfKey(key) ?? []);
}

/** @throws WriterError where none is selected */
function daySelected(session: BoardSession): string {
  const { day, strips } = session.selected;
  const first = strips[0];
  const found = day ?? (first === undefined ? undefined : dayOfStrip(session, first));
  if (found === undefined || found === '') {
    throw new WriterError(vscode.l10n.t('Select a day on the board first.'));
  }
  return found;
}

function daysSelected(session: BoardSession): string[] {
  const days = session.selected.strips.map((strip) => dayOfStrip(session, strip)).filter((day) => day !== '');
  return days.length > 0 ? [...new Set(days)] : [daySelected(session)];
}

/** Empty: it stands on no day. */
function dayOfStrip({ weighed }: BoardSession, strip: string): string {
  const { days } = weighed.board;
  return days[keysOf(days).findIndex((keys) => keys.includes(strip))]?.id ?? '';
}

/** Behind the day selected; without one at the end. */
function beforeNext({ weighed, selected }: BoardSession): { before?: string } {
  const { days } = weighed.board;
  const at = selected.day === undefined ? -1 : days.findIndex(({ id }) => id === selected.day);
  const next = at < 0 ? undefined : days[at + 1]?.id;
  return next === undefined ? {} : { before: next };
}
