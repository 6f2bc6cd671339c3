// What the board's view is told of a script: days, strips, figures, flags, changes, boards side by side.
import assert from 'node:assert/strict';
import { applyEdit, labelOf, sayPlace } from '../../../src/board/applyEdit';
import { boardMeant, boardsOf, boardShown, freeName, SCRIPT_ORDER, scriptOrder, withBoard } from '../../../src/board/boards';
import { shownState } from '../../../src/board/boardState';
import { comparisonOf } from '../../../src/board/comparing';
import { figuresOf } from '../../../src/board/figures';
import { weigh } from '../../../src/board/weigh';
import type { BoardEdit, SceneStrip, ShownBoard } from '../../../src/board/protocol';
import type { Production } from '../../../src/core/production/production';
import { groundOf, newId, paid, say, TELLING } from './ground';

const SCRIPT = [
  'INT. KITCHEN - DAY\n\nSteam rises from a kettle that nobody minds.\n\nMARA\nYou opened the letter.\n\nDEV\nIt was open.\n\n',
  'EXT. PIER - NIGHT\n\nRain beats on the planks, and a rope creaks.\n\nDEV\nShe will never come.\n\n',
  'INT. KITCHEN - DAY\n\nThe table is laid for five; four chairs are empty.\n\nMARA\nEat, somebody.\n\n',
];
const GROUND = groundOf(SCRIPT.join(''), undefined, paid);
const NO_COSTS = groundOf(SCRIPT.join(''));
const ORDER = scriptOrder(GROUND, say);

const shownOf = (ground = GROUND, board = ORDER, id = SCRIPT_ORDER): ShownBoard => shownState(ground, { id, board }, TELLING).shown ?? assert.fail();
const strip = (shown: ShownBoard, number: string): SceneStrip => shown.days.flatMap(({ strips }) => strips).find((each): each is SceneStrip => each.kind === 'scene' && each.number === number) ?? assert.fail();
const edited = (edit: BoardEdit, board = ORDER) => applyEdit(board, edit, GROUND.breakdown, newId);

describe('what the board shows', () => {
  it('shows strips with the facts of their scenes', () => {
    const { key: _, scene: __, people, ...first } = strip(shownOf(), '2');
    assert.deepEqual(first, {
      kind: 'scene', number: '2', place: 'E', light: 'N', colour: { place: 'ext', light: 'night' }, set: 'PIER', heading: 'EXT. PIER - NIGHT', synopsis: first.synopsis, eighths: first.eighths, length: '2/8', cast: '2', location: '', storyDay: first.storyDay,
      spoken: 'Scene 2, EXT. PIER - NIGHT, 2/8 page, DEV',
    });
    assert.deepEqual(people.map(({ number, name }) => [number, name]), [['2', 'DEV']]);
  });

  it('means the board that the change before it made, though the view does not show it yet', () => {
    const now = { ...GROUND, production: withBoard(GROUND.production, 'mine', ORDER) };
    assert.equal(boardMeant(now, 'mine', SCRIPT_ORDER, say), 'mine');
    assert.equal(boardMeant(GROUND, 'mine', SCRIPT_ORDER, say), SCRIPT_ORDER);
    assert.equal(boardMeant(now, undefined, SCRIPT_ORDER, say), SCRIPT_ORDER);
  });

  it('names days, dates and the closed days between', () => {
    const ground = groundOf(SCRIPT.join(''), undefined, (production) => ({ ...paid(production), rules: { ...paid(production).rules, start: '2026-05-15', dayEighths: 2, mayMix: false } }));
    const shown = shownOf(ground, scriptOrder(ground, say));
    assert.deepEqual(shown.days.map(({ name, date, gap }) => [name, date, gap]), [
      ['Day 1', 'Fri, May 15, 2026', undefined], ['Day 2', 'Mon, May 18, 2026', 'Sat, May 16 – Sun, May 17: weekly day off'], ['Day 3', 'Tue, May 19, 2026', undefined],
    ]);
    const first = shown.figures.days[shown.days[1]?.id ?? ''] ?? assert.fail();
    assert.equal(first.kindLabel, 'Night');
    assert.match(first.end, /^End of Day 2 – Mon, May 18, 2026 – 2\/8 page$/);
    assert.deepEqual(first.held.map(({ name }) => name), ['MARA']);
  });

  it('adds the costs up, and says nothing of a date where the shoot has none', () => {
    const { figures } = shownOf();
    assert.equal(figures.total.value, figures.parts.reduce((sum, { value }) => sum + value, 0));
    assert.deepEqual(figures.parts.map(({ id }) => id), ['company', 'worked', 'nights', 'moves']);
    assert.equal(figures.headline, '1 shooting day · 0 held days · 2 moves · no red flags');
    const plain = shownState(NO_COSTS, { id: SCRIPT_ORDER, board: scriptOrder(NO_COSTS, say) }, TELLING);
    assert.match(plain.notice ?? '', /assumed/);
    assert.ok(plain.shown?.days.every(({ date }) => date === undefined));
  });

  it('tells what a move changes before it is done', () => {
    const before = weigh(GROUND, ORDER);
    const day = ORDER.days[0]?.id ?? '';
    const after = weigh(GROUND, edited({ op: 'moveStrips', strips: [strip(shownOf(), '2').key], day }));
    assert.deepEqual(figuresOf(after, TELLING, before).changes, [{ text: '€200 less', good: true }, { text: '1 move fewer', good: true }]);
    assert.deepEqual(figuresOf(before, TELLING, before).changes, []);
  });

  it('says what is broken, on which day and where to change it', () => {
    const ground = groundOf(SCRIPT.join(''), undefined, (production): Production => {
      const base = paid(production);
      const [id = '', mara] = Object.entries(base.elements).find(([, { name }]) => name === 'MARA') ?? [];
      return { ...base, elements: { ...base.elements, [id]: { ...mara, name: 'MARA', category: 'cast', away: [{ from: '2026-05-11', to: '2026-05-11' }] } }, rules: { ...base.rules, dayEighths: 3 } };
    });
    const all = applyEdit(scriptOrder(ground, say), { op: 'joinDays', day: 'day-1' }, ground.breakdown, newId);
    const { figures, days } = shownOf(ground, applyEdit(all, { op: 'toBoneyard', strips: [] }, ground.breakdown, newId));
    assert.deepEqual(figures.flags.map(({ day, open }) => [day, open?.what]), [[days[0]?.id, 'element'], [days[0]?.id, 'rules']]);
    assert.equal(figures.flags[0]?.text, 'MARA cannot be had on Day 1 (Mon, May 11, 2026), for scene 1, 3.');
    assert.match(figures.flags[1]?.text ?? '', /^Day 1 .* has \d\/8 page; 3\/8 page a day are allowed\.$/);
    assert.deepEqual(figures.days[days[0]?.id ?? '']?.flags, figures.flags.map(({ id }) => id));
  });

  it('shows changed, new and dropped scenes of a kept board, and moves none of them', () => {
    const kept = { ...GROUND.production, boards: { mine: { ...ORDER, name: 'Mine' } } };
    const changed = `${SCRIPT[0] ?? ''}MARA\nIt was not.\n\nGUS\nIt was, you know.\n\nEXT. ROAD - DAY\n\nA dog looks at the sea for a long time.\n\n${SCRIPT[2] ?? ''}`;
    const ground = groundOf(changed, kept);
    const board = ground.production.boards['mine'] ?? assert.fail();
    const shown = shownOf(ground, board, 'mine');
    assert.equal(shown.changed, '1 scene changed, 1 scene new, 1 scene dropped');
    assert.deepEqual(strip(shown, '1').state?.told.filter((told) => told.includes('GUS')), ['Now with GUS.']);
    assert.deepEqual(shown.toPlace.map(({ heading, state }) => [heading, state?.kind]), [['EXT. ROAD - DAY', 'new']]);
    const dropped = shown.days.flatMap(({ strips }) => strips).find((each) => each.kind === 'scene' && each.state?.kind === 'dropped');
    assert.equal(dropped?.kind === 'scene' && dropped.heading, 'EXT. PIER - NIGHT');
    assert.deepEqual(shown.figures.flags.map(({ text }) => text), ['Scene 2 is on no day.']);
    const accepted = applyEdit(board, { op: 'acceptChanges' }, ground.breakdown, newId);
    assert.equal(shownOf(ground, accepted, 'mine').changed, '1 scene new');
  });

  it('is never lost for words: no scenes, a board of nothing, hostile ids', () => {
    const empty = groundOf('Title: Nothing\n');
    assert.match(shownState(empty, { id: SCRIPT_ORDER, board: scriptOrder(empty, say) }, TELLING).empty?.title ?? '', /No scenes/);
    const hostile = { name: '__proto__', days: [{ id: 'constructor', kind: 'shoot', strips: [{ scene: '__proto__' }, { banner: '<b>' }] }, { id: '__proto__', kind: 'off', strips: [] }, { id: 'constructor', kind: 'shoot', strips: [] }], boneyard: ['toString', 'gone'], seen: {}, made: { by: 'engine' } } as const;
    const shown = shownOf(GROUND, hostile, 'x');
    assert.deepEqual(shown.days.map(({ id }) => id), ['constructor', '__proto__', 'constructor-2']);
    assert.equal(shown.toPlace.length, 3);
    assert.ok(shown.boneyard.every(({ state }) => state?.kind === 'dropped'));
    assert.equal(Object.hasOwn(shown.figures.days, '__proto__'), true);
  });

  it('lists boards, names new ones, and holds them against each other', () => {
    const other = edited({ op: 'moveStrips', strips: [strip(shownOf(), '2').key], day: ORDER.days[0]?.id ?? '' });
    const ground = { ...GROUND, production: withBoard(GROUND.production, 'mine', { ...other, name: 'My board' }) };
    assert.deepEqual(boardsOf(ground, say).map(({ id }) => id), [SCRIPT_ORDER, 'mine']);
    assert.equal(boardShown(ground, 'gone', say).id, 'mine');
    assert.equal(boardShown(ground, SCRIPT_ORDER, say).id, SCRIPT_ORDER);
    assert.equal(freeName(ground.production, 'My board'), 'My board 2');
    const { rows, moved, columns } = comparisonOf(ground, boardsOf(ground, say), TELLING);
    assert.deepEqual(columns.map(({ name }) => name), ['Script order', 'My board']);
    assert.deepEqual(rows.find(({ label }) => label === 'Moves between locations')?.cells, [{ text: '2' }, { text: '1', difference: '−1', better: true }]);
    assert.deepEqual(moved, ['Every scene is shot on the same day.']);
    assert.deepEqual(withBoard(ground.production, 'mine', undefined).boards, {});
  });

  it('says what undo takes back and where a strip is now', () => {
    const { key } = strip(shownOf(), '2');
    const edit: BoardEdit = { op: 'moveStrips', strips: [key], day: ORDER.days[0]?.id ?? '' };
    assert.equal(labelOf(edit, GROUND.breakdown, say), 'Move scene 2');
    assert.equal(labelOf({ op: 'toBoneyard', strips: [key, 'b:x:1'] }, GROUND.breakdown, say), '2 strips to the boneyard');
    assert.equal(sayPlace(edited(edit), edit, GROUND.breakdown, say), 'Scene 2 is now on day 1, 3 of 3.');
    assert.equal(edited({ op: 'moveStrips', strips: ['s:nobody'], day: ORDER.days[0]?.id ?? '' }), ORDER);
  });
});
