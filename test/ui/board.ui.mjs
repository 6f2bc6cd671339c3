// The stripboard: strips by days beside the script, moved by mouse and keys with the cost live, a cheaper plan found and taken, a changed script shown.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../host/paths.mjs';
import { THEMES } from '../host/workbench.mjs';

const SAMPLE = fs.readFileSync(path.join(ROOT, 'media/sample/surtitles.fountain'), 'utf8');
const FILE = 'surtitles.production.json';
const cast = (castNumber, name, dayCost, more = {}) => ({ category: 'cast', name, character: name, castNumber, dayCost, ...more });
/** Three leads who cost something and a short day: enough for somebody to wait. */
const PRODUCTION = {
  version: 1,
  elements: { teddy: cast(1, 'TEDDY', 900), magda: cast(2, 'MAGDA', 1200), basil: cast(3, 'BASIL', 1500), adeyemi: cast(4, 'MRS. ADEYEMI', 700, { away: [{ from: '2026-05-05', to: '2026-05-05' }] }), hargreave: cast(5, 'HARGREAVE', 600) },
  categories: {}, scenes: {}, sets: {}, locations: {}, crew: {},
  rules: {
    currency: 'EUR', start: '2026-05-04', daysOff: [0, 6], holidays: [], dayEighths: 20, minutesPerEighth: 15, dayHours: 12, dayCall: '07:00', nightCall: '17:00', splitCall: '13:00',
    turnaroundHours: 11, mayMix: true, companyDayCost: 4000, nightCost: 800, moveCost: 500, moveMinutes: 60, setMoveCost: 150, setMoveMinutes: 20,
  },
  demands: {}, boards: {}, refused: {},
};

export const workbench = { open: 'surtitles.fountain', width: 1800, height: 1050, files: { [FILE]: JSON.stringify(PRODUCTION, undefined, 2) } };

const board = (ui) => ui.frame('.strip.scene');
/** The boards of the file beside the script; none while it is being put in the place of the one before. */
const boardsIn = (ui) => {
  try {
    return Object.values(JSON.parse(ui.read(FILE)).boards);
  } catch {
    return [];
  }
};
/** Where the strips lie: their numbers or sets, day for day. */
const lies = (view) => view.locator('.desk .a-day').evaluateAll((days) => days.map((day) => [...day.querySelectorAll('.strip')].map((strip) => strip.dataset.key)).filter((keys) => keys.length > 0));
const focused = (view) => view.evaluate(() => document.activeElement?.dataset.key ?? '');
const still = (ui, ms = 400) => ui.page.waitForTimeout(ms);

/** Puts the focus on a strip: clicked again where the window lost it. */
async function focusOn(ui, view, key) {
  await ui.until(`the focus on ${key}`, async () => {
    await view.locator(`.strip[data-key="${key}"]`).click();
    return (await focused(view)) === key;
  });
}

/** A picture without the mouse in it: what it lies on lights up. */
async function picture(ui, name) {
  await ui.page.mouse.move(20, 8);
  await still(ui, 500);
  await ui.picture(name);
}

/** Chooses a colour theme as a writer does, in this window. */
async function inTheme(ui, view, name, says) {
  await ui.command('Preferences: Color Theme');
  await ui.answer(name);
  await ui.until(`a page in ${name}`, () => view.evaluate((wanted) => document.body.classList.contains(wanted), says));
}

export const scenarios = {
  'lays the script out as strips by days, with who works and who waits': async (ui) => {
    await ui.command('Backlot: Open Stripboard (Schedule)');
    const view = await board(ui);
    await view.locator('.strip.scene').nth(11).waitFor();
    assert.equal(await view.locator('.strip.scene').count(), 12);
    assert.ok((await lies(view)).length >= 2, 'more than one day');
    assert.match(await view.locator('.total').innerText(), /\d/);
    assert.ok((await view.locator('.lane-head').count()) >= 4);
    await ui.press('Control+KeyB');
    await picture(ui, 'board-dark');
    assert.equal(boardsIn(ui).length, 0, 'to look writes nothing');
  },

  'moves a strip by the mouse while the cost follows, and takes it back': async (ui) => {
    const view = await board(ui);
    const before = await lies(view);
    const [from, to] = [before[0]?.[0], before[1]?.[0]];
    const start = await view.locator(`.strip[data-key="${from}"] .set`).boundingBox();
    const end = await view.locator(`.strip[data-key="${to}"]`).boundingBox();
    assert.ok(start && end);
    await ui.page.mouse.move(start.x + 20, start.y + 6);
    await ui.page.mouse.down();
    await ui.page.mouse.move(start.x + 60, start.y + 30, { steps: 4 });
    await ui.page.mouse.move(end.x + 300, end.y + 3, { steps: 8 });
    await view.locator('.drop-line:not([hidden])').waitFor();
    await view.locator('.change').first().waitFor();
    await ui.picture('board-drag-dark');
    await ui.page.mouse.up();
    await ui.until('the strip on the second day', async () => (await lies(view))[1]?.[0] === from);
    await ui.until('it to be kept', () => boardsIn(ui).length === 1);
    await focusOn(ui, view, from);
    await ui.until('it to be back', async () => {
      await ui.press('Control+KeyZ');
      await still(ui, 300);
      return JSON.stringify(await lies(view)) === JSON.stringify(before);
    });
    assert.equal(ui.read('surtitles.fountain'), SAMPLE);
  },

  'is worked by keys alone: walked, carried to another day, put away, undone, and it says so': async (ui) => {
    const view = await board(ui);
    const before = await lies(view);
    const last = before[0]?.at(-1) ?? '';
    await focusOn(ui, view, before[0]?.[0] ?? '');
    const order = before.flat();
    await ui.until('the focus on the last strip of the day', async () => {
      const at = await focused(view);
      if (at === last) {
        return true;
      }
      await ui.press(order.includes(at) && order.indexOf(at) > order.indexOf(last) ? 'ArrowUp' : 'ArrowDown');
      await still(ui, 60);
      return false;
    });
    await ui.press('Alt+ArrowDown');
    await ui.until('the strip on the second day', async () => (await lies(view))[1]?.[0] === last);
    await ui.until('the focus still on it', async () => (await focused(view)) === last);
    await ui.until('words for who does not see it', async () => /\p{L}/u.test(await view.locator('.heard').innerText()));
    await ui.until('it to be kept', () => JSON.stringify(boardsIn(ui).map(({ days }) => days[1]?.strips[0])) === JSON.stringify([{ scene: last.slice(2) }]));
    await ui.press('Delete');
    await view.locator('.dock .day-name', { hasText: '(1)' }).waitFor();
    await still(ui, 300);
    await ui.press('KeyM');
    await view.locator('.menu').waitFor();
    await picture(ui, 'board-menu-dark');
    await ui.press('Escape');
    await ui.until('all to be back', async () => {
      await ui.press('Control+KeyZ');
      await still(ui, 300);
      return JSON.stringify(await lies(view)) === JSON.stringify(before);
    });
  },

  'finds a cheaper plan, shows it beside the board, and takes it at the word': async (ui) => {
    const view = await board(ui);
    const before = await lies(view);
    await view.locator('select[data-control="seconds"]').selectOption('5');
    await view.locator('[data-control="optimise"]').click();
    await view.locator('.proposal').waitFor();
    await ui.until('the end of the search', async () => (await view.locator('[data-control="cancelRun"]').count()) === 0, 30_000);
    assert.deepEqual(await lies(view), before, 'nothing is moved unasked');
    await view.locator('[data-control="showProposal"]').click();
    await ui.until('the proposal on the desk', async () => JSON.stringify(await lies(view)) !== JSON.stringify(before));
    await picture(ui, 'board-proposal-dark');
    const proposed = await lies(view);
    await view.locator('[data-control="takeNew"]').click();
    await ui.until('a board of its own', async () => (await view.locator('.tab.shown').count()) === 1 && (await view.locator('.proposal').count()) === 0);
    assert.deepEqual(await lies(view), proposed);
  },

  'says why the plan is as it is': async (ui) => {
    const view = await board(ui);
    await view.locator('[data-control="explain"]').click();
    await view.locator('.panel .reasons').waitFor();
    await ui.until('the reasons', async () => (await view.locator('.panel .reasons progress').count()) === 0, 40_000);
    await picture(ui, 'board-reasons-dark');
    await view.locator('[data-control="close:reasons"]').click();
  },

  'shows what the script changed, in a light theme too': async (ui) => {
    const view = await board(ui);
    const scene = 'INT. WARDROBE STORE - DAY\n\nTEDDY hides behind a rack of cloaks.\n\nTEDDY\nNobody reads the last line anyway.\n\n';
    ui.write('surtitles.fountain', SAMPLE.replace('INT. BACKSTAGE CORRIDOR - NIGHT #3#', `${scene}INT. BACKSTAGE CORRIDOR - DAY #3#`));
    await view.locator('.notice.changed').waitFor();
    await view.locator('.dock .strip', { hasText: 'WARDROBE STORE' }).waitFor();
    await view.locator('.desk .badge.changed').first().waitFor();
    await inTheme(ui, view, THEMES.light, 'vscode-light');
    await view.locator('[data-control="changes"]').click();
    await view.locator('.panel .changes .change-row').first().waitFor();
    await picture(ui, 'board-light');
    await inTheme(ui, view, 'Dark High Contrast', 'vscode-high-contrast');
    await view.locator('[data-control="close:changes"]').click();
    await picture(ui, 'board-contrast');
  },
};
