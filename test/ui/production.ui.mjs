// The production's form in a dark theme, and once in a light one: windows of three actors by keys, what is refused stays, sets put together, a scene pinned.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../host/paths.mjs';

const SAMPLE = fs.readFileSync(path.join(ROOT, 'media/sample/surtitles.fountain'), 'utf8');

export const workbench = { open: 'surtitles.fountain', width: 1600, height: 950, files: { 'surtitles.fountain': SAMPLE } };

/** As the file has it; undefined while there is none, as for the moment in which it is written anew. */
function kept(ui) {
  try {
    return JSON.parse(ui.read('surtitles.production.json'));
  } catch {
    return undefined;
  }
}
const castOf = (ui, number) => Object.values(kept(ui)?.elements ?? {}).find(({ castNumber }) => castNumber === number);
const field = (view, label) => view.locator(`input[aria-label="${label}"]`);

async function openForm(ui) {
  await ui.command('Backlot: Show Production');
  const view = await ui.frame('#production [role=tablist]');
  await view.locator('#production [role=tabpanel] section').first().waitFor();
  return view;
}

/** Types into the field that has the focus, and Enter; again where a key was lost. */
async function typeUntil(ui, what, input, text, isSo) {
  await ui.until(what, async () => {
    await input.focus();
    await input.fill('');
    await ui.type(text);
    await ui.press('Enter');
    return ui.until(what, isSo, 4000).catch(() => false);
  });
}

export const scenarios = {
  'takes the windows of three actors by keys alone': async (ui) => {
    const view = await openForm(ui);
    await ui.command('View: Toggle Primary Side Bar Visibility');
    await ui.until('the rules', async () => {
      await view.locator('#tab-cast, #tab-places, #tab-crew').first().focus();
      await ui.press('End', 'ArrowLeft');
      return (await view.locator('#tab-rules[aria-selected=true]').count()) === 1;
    });
    await typeUntil(ui, 'the first day', field(view, 'First day of the shoot'), '10 May 2027', () => kept(ui)?.rules.start === '2027-05-10');
    await typeUntil(ui, 'the pages a day', field(view, 'Pages a day, at most'), '4 5/8', () => kept(ui)?.rules.dayEighths === 37);
    await ui.picture('production-rules-dark');
    await view.locator('#tab-rules').focus();
    await ui.press('Home');
    await view.locator('#tab-cast[aria-selected=true]').waitFor();
    const names = await view.locator('section tr.row').evaluateAll((rows) => rows.map((row) => row.querySelector('input').value));
    await typeUntil(ui, 'the first window', field(view, `Available, ${names[0]}, Add`), '12-16 May', () => castOf(ui, 1)?.available?.length === 1);
    // On down the column, as in a spreadsheet.
    await ui.until('the field of the next', async () => {
      await field(view, `Available, ${names[0]}, Add`).focus();
      await ui.press('ArrowDown');
      return (await view.evaluate(() => document.activeElement.getAttribute('aria-label'))) === `Available, ${names[1]}, Add`;
    });
    await ui.type('17 May - 3 June');
    await ui.press('Enter');
    await ui.until('the second window', () => castOf(ui, 2)?.available?.length === 1);
    await typeUntil(ui, 'days away', field(view, `Away, ${names[2]}, Add`), '24-26 May', () => castOf(ui, 3)?.away?.length === 1);
    const cast = await ui.until('the cast', () => castOf(ui, 3) && [1, 2, 3].map((number) => castOf(ui, number)));
    assert.deepEqual([cast[0].available, cast[1].available, cast[2].away], [[{ from: '2027-05-12', to: '2027-05-16' }], [{ from: '2027-05-17', to: '2027-06-03' }], [{ from: '2027-05-24', to: '2027-05-26' }]]);
    // From the calendars, which close behind the date and never stand over the next row; name, cost and dates in half a window.
    await view.locator(`[aria-label="Away, ${names[4]}, Choose from a calendar"]`).click();
    const first = field(view, `Away, ${names[4]}, First day`);
    await first.fill('2027-06-01');
    await field(view, `Away, ${names[5]}, Add`).click();
    await first.focus();
    await ui.press('Enter');
    await ui.until('the day of the calendar', () => castOf(ui, 5)?.away?.length === 1);
    await first.waitFor({ state: 'hidden' });
    assert.equal(await view.locator('th', { hasText: 'Away' }).evaluate((head) => head.getBoundingClientRect().right <= document.documentElement.clientWidth), true);
    await ui.picture('production-cast-dark');
    assert.equal(ui.read('surtitles.fountain'), SAMPLE);
  },

  'keeps what it does not take, says why, and takes a change back': async (ui) => {
    const view = await openForm(ui);
    const names = await view.locator('section tr.row').evaluateAll((rows) => rows.map((row) => row.querySelector('input').value));
    await typeUntil(ui, 'the cost', field(view, `Day cost, ${names[0]}`), '1200', () => castOf(ui, 1)?.dayCost === 1200);
    await typeUntil(ui, 'the share', field(view, `Held, ${names[0]}`), '30 %', () => castOf(ui, 1)?.holdShare === 0.3);
    const cost = field(view, `Day cost, ${names[1]}`);
    await typeUntil(ui, 'the sentence', cost, '800.50', async () => (await view.locator('.notes .problem').count()) === 1);
    assert.equal(await cost.inputValue(), '800.50');
    assert.equal(await cost.getAttribute('aria-invalid'), 'true');
    assert.equal((await ui.until('the second', () => castOf(ui, 2))).dayCost, undefined);
    await typeUntil(ui, 'days before the shoot', field(view, `Away, ${names[3]}, Add`), '1-4 May', () => castOf(ui, 4)?.away?.length === 1);
    await view.locator('.notes .warning').first().waitFor();
    await field(view, `Played by, ${names[0]}`).focus();
    await ui.page.waitForTimeout(300);
    await ui.picture('production-dark');
    await cost.focus();
    await ui.press('Escape');
    await ui.until('the field as it was', async () => (await cost.inputValue()) === '' && (await view.locator('.notes .problem').count()) === 0);
    await ui.until('the days taken back', async () => {
      await ui.press('Control+KeyZ');
      return ui.until('no days away', () => castOf(ui, 4) && castOf(ui, 4)?.away === undefined, 3000).catch(() => false);
    });
    // Another view, or git: shown at once, and the field that is typed in keeps its words.
    await field(view, `Played by, ${names[1]}`).focus();
    await ui.type('Ad');
    const production = await ui.until('the production', () => kept(ui));
    const [id] = Object.entries(production.elements).find(([, { castNumber }]) => castNumber === 1);
    production.elements[id].played = 'Ines Okafor';
    ui.write('surtitles.production.json', `${JSON.stringify(production, undefined, 2)}\n`);
    await ui.until('the change from outside', async () => (await field(view, `Played by, ${names[0]}`).inputValue()) === 'Ines Okafor');
    assert.equal(await field(view, `Played by, ${names[1]}`).inputValue(), 'Ad');
    await ui.press('Escape');
  },

  'puts sets at one location together, and pins a scene by its number': async (ui) => {
    const view = await openForm(ui);
    await view.locator('#tab-places').click();
    const boxes = view.locator('td.choice input');
    await boxes.nth(0).check();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    const put = field(view, 'Put at location');
    await put.fill('Old theatre');
    await view.locator('.options .other').waitFor();
    await put.press('ArrowDown');
    await put.press('Enter');
    await ui.until('the location', () => Object.values(kept(ui)?.sets ?? {}).filter(({ location }) => location !== undefined).length === 3);
    await ui.page.waitForTimeout(300);
    await ui.picture('production-places-dark');
    await view.locator('#tab-demands').click();
    const scene = field(view, 'Pin a scene to a day: Scene');
    await scene.click();
    await scene.fill('3');
    await view.locator('.options li').first().waitFor();
    await ui.picture('production-scenes-dark');
    await scene.press('Enter');
    assert.match(await scene.inputValue(), /^3 /);
    const day = field(view, 'Pin a scene to a day: Day');
    await day.fill('15 May');
    await day.press('Enter');
    await ui.until('the pinned day', () => Object.values(kept(ui)?.demands ?? {}).some(({ kind, date }) => kind === 'pinned' && date === '2027-05-15'));
    await view.locator('.notes .warning', { hasText: 'day off' }).waitFor();
    await ui.picture('production-demands-dark');
  },

  'says what an import would change before anything is changed': async (ui) => {
    const before = ui.read('surtitles.production.json');
    ui.write('cast.csv', `Number;Character;Day cost;Shoe size\r\n2;;950;38\r\n3;;much;40\r\n`);
    const view = await openForm(ui);
    await view.locator('button', { hasText: 'Import CSV' }).click();
    await ui.answer(path.join(ui.workspace, 'cast.csv'));
    await view.locator('dialog.import').waitFor();
    await ui.page.waitForTimeout(300);
    await ui.picture('production-import-dark');
    assert.equal(ui.read('surtitles.production.json'), before);
    await view.locator('dialog.import button.primary').press('Enter');
    await ui.until('the sum', () => castOf(ui, 2)?.dayCost === 950);
  },

  'is readable in a light theme': async (ui) => {
    await ui.command('Preferences: Toggle between Light/Dark Themes');
    const view = await openForm(ui);
    await ui.until('the light theme', () => view.evaluate(() => document.body.classList.contains('vscode-light')));
    await view.locator('#tab-cast').click();
    await ui.page.waitForTimeout(500);
    await ui.picture('production-light');
  },
};
