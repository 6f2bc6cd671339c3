// The stripboard in the real extension host: shown, moved, tried out, taken back, searched for something cheaper, and what a changed script does to it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BoardPanel } from '../../src/board/boardPanel';
import type { BoardRoom } from '../../src/board/boardRoom';
import type { BoardState, FromBoard, ShownBoard, ToBoard } from '../../src/board/protocol';
import type { Production } from '../../src/core/production/production';
import { activateBacklot, closeAllEditors, openScript, waitFor } from './workspace';

/** No two are alike: scenes are found again by what is in them. */
const LINES = [
  ['Steam fogs the only window.', 'You opened my letter.'], ['Gulls quarrel over a herring.', 'Nobody sails today.'], ['Five plates, four empty chairs.', 'Eat before it freezes.'], ['Ropes groan against wet iron.', 'Twelve crates, and no receipt.'],
  ['A clock without hands hangs crooked.', 'Father sold the piano.'], ['Fog swallows the lighthouse beam.', 'Count the lanterns again!'], ['An engine coughs beneath the deck.', 'Who taught you to steer?'],
] as const;
let written = 0;
const scene = (heading: string, ...speakers: string[]): string => {
  const [action, speech] = LINES[(written += 1) % LINES.length] ?? LINES[0];
  return `${heading}\n\n${action}\n\n${speakers.map((name) => `${name}\n${speech}\n\n`).join('')}`;
};
const NEW = 'INT. BOAT - NIGHT\n\nTwo strangers mend a net in silence.\n\nMARA\nLeave that knot alone.\n';
const SCRIPT = [
  scene('INT. KITCHEN - DAY', 'MARA', 'DEV'), scene('EXT. PIER - DAY', 'DEV'), scene('INT. KITCHEN - DAY', 'MARA', 'ANNA'), scene('EXT. PIER - DAY', 'DEV', 'ANNA'), scene('INT. KITCHEN - DAY', 'MARA', 'DEV'), scene('EXT. PIER - DAY', 'ANNA'),
].join('');

describe('the stripboard', () => {
  let editor: vscode.TextEditor;
  let panel: BoardPanel;
  let said: ToBoard[];

  beforeEach(async () => {
    await activateBacklot();
  });
  afterEach(closeAllEditors);

  /** The board of a script. What the view is told is kept; the view itself asks for all once it is up. */
  async function open(text: string, production?: object): Promise<void> {
    editor = await openScript(text);
    if (production) {
      await vscode.workspace.fs.writeFile(fileOf(editor), new TextEncoder().encode(JSON.stringify(production)));
    }
    await vscode.commands.executeCommand('backlot.board.open', editor.document.uri);
    panel = await waitFor('the panel', async () => (await room()).panelOf(editor.document.uri.toString()));
    said = [];
    panel.session.heard = (message) => said.push(message);
    await waitFor('the board', () => panel.session.told !== undefined);
  }

  const room = (): Thenable<BoardRoom> => vscode.commands.executeCommand<BoardRoom>('_backlot.board');
  const fileOf = ({ document }: vscode.TextEditor): vscode.Uri => document.uri.with({ path: document.uri.path.replace(/\.fountain$/, '.production.json') });
  const kept = async (): Promise<Production> => JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(editor)))) as Production;
  const state = (): BoardState => panel.session.told ?? assert.fail('nothing was told');
  const board = (): ShownBoard => state().shown ?? assert.fail('no board is shown');
  const days = (): string[] => board().days.map(({ strips }) => strips.map((strip) => (strip.kind === 'scene' ? strip.number : strip.text)).join(' '));
  const strip = (number: string): string => [...board().days.flatMap(({ strips }) => strips), ...board().boneyard, ...board().toPlace].find((each) => each.kind === 'scene' && each.number === number)?.key ?? assert.fail(`no strip ${number}`);
  const day = (number: number): string => board().days.find((each) => each.number === number)?.id ?? assert.fail(`no day ${number}`);
  const say = (message: FromBoard): Promise<void> => panel.hear(message);
  const heard = <K extends ToBoard['kind']>(kind: K): Promise<Extract<ToBoard, { kind: K }>> => waitFor(kind, () => said.filter((each): each is Extract<ToBoard, { kind: K }> => each.kind === kind).at(-1));

  /** Costs, and one page a day. */
  async function withCosts(): Promise<void> {
    const productions = panel.session.productions;
    await productions.change(editor.document.uri, 'Costs', ({ production }) => ({
      ...production,
      elements: Object.fromEntries(Object.entries(production.elements).map(([id, element]) => [id, { ...element, dayCost: 100 }])),
      rules: { ...production.rules, dayEighths: 4, moveCost: 50, companyDayCost: 10, start: '2026-05-11' },
    }));
    await waitFor('the costs', () => board().figures.total.value > 0 && board().days.length > 1);
  }

  async function type(text: string, at: number, remove = 0): Promise<void> {
    const { document } = editor;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + remove)), text);
    await vscode.workspace.applyEdit(edit);
  }

  it('shows the script in its own order, and keeps nothing before a hand changes it', async () => {
    await open(SCRIPT);
    assert.equal(state().boards.length, 1);
    assert.deepEqual(days().join(' ').split(' '), ['1', '2', '3', '4', '5', '6']);
    assert.match(state().notice ?? '', /assumed/);
    await assert.rejects(kept());
  });

  it('moves strips as one step of undo, and tells what a move would cost before it is done', async () => {
    await open(SCRIPT);
    await withCosts();
    const before = days();
    const cost = board().figures.total.value;
    await say({ kind: 'preview', seq: 6, edit: { op: 'moveStrips', strips: [strip('1')], day: day(1) } });
    await say({ kind: 'preview', seq: 7, edit: { op: 'moveStrips', strips: [strip('6')], day: day(1), before: strip('1') } });
    const tried = await heard('preview');
    assert.equal(tried.seq, 7);
    assert.deepEqual(said.filter(({ kind }) => kind === 'preview').length, 1, 'only the last of what came at once is answered');
    assert.deepEqual(days(), before);
    await say({ kind: 'edit', edit: { op: 'moveStrips', strips: [strip('6')], day: day(1), before: strip('1') } });
    assert.match(days()[0] ?? '', /^6 1/);
    assert.equal(board().figures.total.value, tried.figures.total.value);
    assert.match((await heard('told')).text, /Scene 6 is now on day 1, 1 of/);
    assert.equal(Object.keys((await kept()).boards).length, 1);
    assert.equal(state().undo, 'Move scene 6');
    await say({ kind: 'undo' });
    assert.deepEqual(days(), before);
    assert.equal(board().figures.total.value, cost);
    await say({ kind: 'redo' });
    assert.match(days()[0] ?? '', /^6 1/);
  });

  it('finds a cheaper plan with the real engine, says what it is worth, and reschedules nothing before a yes', async () => {
    await open(SCRIPT);
    await withCosts();
    const before = days();
    await say({ kind: 'optimise', scope: { from: 'all' }, seconds: 4 });
    const { run } = await heard('run');
    assert.equal(run?.state, 'done');
    assert.ok(run.proposal && run.proposal.figures.total.value <= board().figures.total.value, run.told);
    assert.match(run.told, /^(Proved: no plan|The best found)/);
    assert.deepEqual(run.proposal.figures.flags, []);
    assert.deepEqual(days(), before);
    const cost = run.proposal.figures.total.value;
    await say({ kind: 'take', as: 'new' });
    assert.equal(board().figures.total.value, cost);
    assert.equal(state().run, undefined);
    assert.deepEqual(days().join(' ').split(' ').sort(), ['1', '2', '3', '4', '5', '6']);
    await say({ kind: 'compare' });
    assert.equal(state().comparison?.columns.length, state().boards.length);
    assert.equal(state().comparison?.rows[0]?.cells[0]?.text, board().figures.total.text);
  });

  it('explains what the plan holds, and what one change would save', async () => {
    await open(SCRIPT);
    await withCosts();
    // MARA then works on the first day and the last, and waits in between.
    await say({ kind: 'edit', edit: { op: 'moveStrips', strips: [strip('3')], day: day(1) } });
    await say({ kind: 'explain' });
    const { reasons } = await heard('reasons');
    assert.equal(reasons?.state, 'done');
    assert.ok(reasons.reasons.length > 0);
    assert.ok(reasons.reasons.some(({ subject, why }) => subject === 'held' && why.length > 0), JSON.stringify(reasons.reasons[0]));
    await say({ kind: 'closeReasons' });
    assert.equal(state().reasons, undefined);
  });

  it('says which rules clash where no plan can keep them all', async () => {
    await open(SCRIPT);
    await withCosts();
    await panel.session.productions.change(editor.document.uri, 'Away', ({ production }) => ({
      ...production,
      elements: Object.fromEntries(Object.entries(production.elements).map(([id, element]) => [id, element.name === 'MARA' ? { ...element, available: [{ from: '2020-01-01', to: '2020-01-02' }] } : element])),
    }));
    await say({ kind: 'optimise', scope: { from: 'all' }, seconds: 5 });
    const { run } = await heard('run');
    assert.match(run?.told ?? '', /No plan can keep all the rules: proved/);
    assert.ok(run?.clash?.items.some(({ text, open: target }) => text.includes('MARA') && target?.what === 'element'), JSON.stringify(run?.clash));
  });

  it('stops a search at once', async () => {
    await open(Array.from({ length: 60 }, (_, at) => scene(`INT. ROOM ${at % 9} - ${at % 4 ? 'DAY' : 'NIGHT'}`, `P${'ABCDEFGH'[at % 8] ?? ''}`, `P${'ABCDEFGHIJK'[(at * 5) % 11] ?? ''}`)).join(''));
    await withCosts();
    const search = say({ kind: 'optimise', scope: { from: 'all' }, seconds: 600 });
    await waitFor('a plan', () => panel.session.runs.search?.proposal !== undefined, 20_000);
    await say({ kind: 'cancel', what: 'run' });
    await search;
    const { run } = await heard('run');
    assert.equal(run?.state, 'done');
    assert.ok(run.proposal);
    await say({ kind: 'leave' });
    assert.equal(state().run, undefined);
  });

  it('shows what changed in the script, and changes its days for none of it', async () => {
    await open(SCRIPT);
    await say({ kind: 'edit', edit: { op: 'addOff' } });
    const before = days();
    // The second scene goes, the third is another one's too, and one is new at the end.
    const text = editor.document.getText();
    const pier = text.indexOf('EXT. PIER');
    await type('', pier, text.indexOf('INT. KITCHEN', pier) - pier);
    await type('GUS\nNo.\n\n', editor.document.getText().indexOf('EXT. PIER'));
    await type(`\n\n${NEW}`, editor.document.getText().length);
    await waitFor('the changes', () => board().changed !== '' && board().toPlace.length === 1);
    // The last scene has the empty rows before the new one now, and may be an eighth longer.
    assert.match(board().changed, /^(1 scene|2 scenes) changed, 1 scene new, 1 scene dropped$/);
    assert.equal(days().join(' ').split(' ').length, before.join(' ').split(' ').length);
    assert.equal(board().toPlace[0]?.state?.kind, 'new');
    assert.ok(board().figures.flags.some(({ text: told }) => told.includes('on no day')));
    await say({ kind: 'edit', edit: { op: 'moveStrips', strips: [board().toPlace[0]?.key ?? ''], day: day(1) } });
    await say({ kind: 'edit', edit: { op: 'acceptChanges' } });
    assert.equal(board().changed, '');
    assert.deepEqual(board().figures.flags, []);
  });

  it('goes along with a script that is given another name, and works there', async () => {
    await open(SCRIPT);
    await say({ kind: 'edit', edit: { op: 'toBoneyard', strips: [strip('2')] } });
    await waitFor('the boneyard', () => board().boneyard.length === 1);
    const renamed = vscode.Uri.joinPath(editor.document.uri, '..', 'board-renamed.fountain');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(editor.document.uri, renamed);
    await vscode.workspace.applyEdit(edit);
    panel = await waitFor('the panel of the new name', async () => (await room()).panelOf(renamed.toString()));
    await waitFor('its board', () => panel.session.told?.shown?.boneyard.length === 1);
    await say({ kind: 'edit', edit: { op: 'toBoneyard', strips: [strip('3')] } });
    await waitFor('two in the boneyard', () => board().boneyard.length === 2);
  });

  it('says so where there is nothing to show: no scenes, an unreadable file, a board that is gone', async () => {
    await open('Title: Nothing yet\n');
    assert.match(state().empty?.title ?? '', /No scenes/);
    await open(SCRIPT);
    await say({ kind: 'newBoard' });
    const { id } = board();
    const whole = await vscode.workspace.fs.readFile(fileOf(editor));
    await vscode.workspace.fs.writeFile(fileOf(editor), new TextEncoder().encode('<<<<<<< ours\n'));
    await waitFor('the trouble', () => state().empty?.open?.what === 'file');
    await vscode.workspace.fs.writeFile(fileOf(editor), whole);
    await waitFor('the board again', () => state().shown?.id === id);
    await vscode.workspace.fs.delete(fileOf(editor));
    await waitFor('the script order', () => state().shown !== undefined && state().shown?.id !== id);
    await assert.rejects(say({ kind: 'board', what: 'delete', board: id }), /not there any more/);
  });
});
