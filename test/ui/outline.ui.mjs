// The sidebar as a writer meets it: rows, following, keys, mouse, filter, empty states, renaming, and how fast it keeps up.
import assert from 'node:assert/strict';

const TIDES = `# Act One

INT. FERRY - NIGHT

Rain on glass.

MARA
You came back.

EXT. PIER - DAWN

DEV
I said I would, Mara.

# Act Two

INT. CAR - DAY

MARA
Drive.
`;

export const workbench = {
  open: 'surtitles.fountain',
  height: 1000,
  settings: { 'workbench.hover.delay': 2500 },
  files: { ...Object.fromEntries(['tides', 'steps', 'drag', 'filter', 'key', 'row', 'last'].map((name) => [`${name}.fountain`, TIDES])), 'blank.fountain': 'A line of action.\n', 'feature.fountain': feature(190), 'huge.fountain': feature(2000), 'notes.txt': 'Not a script.\n' },
};

const labels = (ui, view) =>
  ui.row(view).evaluateAll((rows) => rows.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top)).map((row) => row.querySelector('.label-name')?.textContent ?? ''));
const selected = (ui, view) => ui.view(view).locator('.monaco-list-row.selected .label-name').first();
const focusIsInEditor = (ui) => ui.page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null);
// The editor keeps its lines in any order; where they stand is in their style.
const textOf = (ui) =>
  ui.activeEditor().locator('.view-line').evaluateAll((lines) =>
    lines.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top)).map((line) => line.textContent.replace(/\u00a0/g, ' ')).join('\n'),
  );

/** Takes the mouse off the rows, so that no tooltip covers them. */
const away = async (ui) => {
  await ui.page.mouse.move(900, 800);
  await ui.page.waitForTimeout(300);
};

export const scenarios = {
  'lists the scenes and characters of the sample': async (ui) => {
    await ui.showContainer('Backlot');
    await ui.row('Scenes', 'AUDITORIUM').first().waitFor();
    await ui.row('Characters', 'INÉS').first().waitFor();
    await ui.goToText('surtitles.fountain', 'A cupboard with a window');
    await ui.until('the scene at the cursor to be selected', async () => /SURTITLE BOOTH/.test(await selected(ui, 'Scenes').innerText()));
    await ui.picture('outline-dark');
  },

  'shows a tooltip, and the first lines of a character': async (ui) => {
    await ui.row('Characters', 'TEDDY').first().locator('.monaco-tl-twistie').click();
    await ui.until('the scenes of the character', async () => (await ui.row('Characters').count()) > 6);
    await ui.row('Scenes', 'SURTITLE BOOTH').first().hover();
    await ui.page.locator('.workbench-hover').first().waitFor();
    await ui.picture('outline-tooltip-dark');
    await away(ui);
  },

  'goes to a scene by click, by double click and by Enter': async (ui) => {
    await ui.open('tides.fountain');
    await ui.row('Scenes', 'PIER').click();
    await ui.statusBar('Ln 10, Col 1').waitFor();
    assert.equal(await focusIsInEditor(ui), false, 'a click leaves the focus in the list');
    await ui.row('Scenes', 'CAR').dblclick();
    await ui.statusBar('Ln 17, Col 1').waitFor();
    await ui.until('the focus in the script', () => focusIsInEditor(ui));
    await ui.row('Scenes', 'CAR').click();
    await ui.press('ArrowUp', 'ArrowUp', 'Enter');
    await ui.statusBar('Ln 10, Col 1').waitFor();
    await ui.until('the focus in the script', () => focusIsInEditor(ui));
  },

  'follows the cursor': async (ui) => {
    await ui.goTo(4);
    await ui.until('the first scene to be selected', async () => (await selected(ui, 'Scenes').innerText()) === 'FERRY');
    await ui.goTo(18);
    await ui.until('the last scene to be selected', async () => (await selected(ui, 'Scenes').innerText()) === 'CAR');
    assert.equal(await focusIsInEditor(ui), true);
  },

  'moves a scene with Alt and the arrow keys, step by step, and one undo takes each back': async (ui) => {
    await openTides(ui, 'steps');
    await ui.row('Scenes', 'FERRY').click();
    await ui.press('Alt+ArrowDown');
    await ui.until('the scenes changed places', async () => (await labels(ui, 'Scenes')).join() === 'Act One,PIER,FERRY,Act Two,CAR');
    await ui.press('Alt+ArrowDown');
    await ui.until('the scene moved into the next act', async () => (await labels(ui, 'Scenes')).join() === 'Act One,PIER,Act Two,FERRY,CAR');
    await ui.until('the moved scene is still selected', async () => (await selected(ui, 'Scenes').innerText()) === 'FERRY');
    await ui.press('Enter');
    await ui.until('the focus in the script', () => focusIsInEditor(ui));
    await ui.press('Control+KeyZ', 'Control+KeyZ');
    await ui.until('the text as it was', async () => (await textOf(ui)).trim() === TIDES.trim());
  },

  'moves a scene by drag and drop': async (ui) => {
    await openTides(ui, 'drag');
    await away(ui);
    await ui.row('Scenes', 'CAR').dragTo(ui.row('Scenes', 'FERRY'));
    await ui.until('the dropped scene', async () => (await labels(ui, 'Scenes')).join() === 'Act One,CAR,FERRY,PIER,Act Two');
    await ui.picture('outline-dropped-dark');
    await ui.activeEditor().locator('.view-line').first().click();
    await ui.press('Control+KeyZ');
    await ui.until('the text as it was', async () => (await textOf(ui)).trim() === TIDES.trim());
  },

  'filters, says so, and shows all again': async (ui) => {
    await openTides(ui, 'filter');
    await ui.command('Backlot: Filter Scenes');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'DEV' }).first().waitFor();
    await ui.picture('outline-filter-ask-dark');
    await ui.answer('I said I');
    await ui.until('one scene', async () => (await labels(ui, 'Scenes')).join() === 'Act One,PIER');
    await ui.view('Scenes').locator('.message', { hasText: 'Scenes with' }).waitFor();
    await ui.picture('outline-filter-dark');
    await ui.command('Backlot: Show All Scenes');
    await ui.until('all scenes', async () => (await labels(ui, 'Scenes')).length === 5);
  },

  'renames a character everywhere with F2, as one step': async (ui) => {
    await openTides(ui, 'key');
    await ui.goTo(7, 2);
    await ui.press('F2');
    await ui.page.locator('.rename-box input').waitFor();
    await ui.page.locator('.rename-box input').fill('NORA');
    await ui.picture('outline-rename-dark');
    await ui.press('Enter');
    await ui.until('the cues and the mention', async () => (await textOf(ui)).includes('NORA') && (await textOf(ui)).includes('I said I would, Nora.'));
    await ui.press('Control+KeyZ');
    await ui.until('one undo for all of it', async () => (await textOf(ui)).trim() === TIDES.trim());
  },

  'renames a character from its row': async (ui) => {
    await openTides(ui, 'row');
    await ui.row('Characters', 'MARA').first().click({ button: 'right' });
    await ui.page.locator('.context-view .action-label', { hasText: 'Rename Character' }).waitFor();
    // A menu takes no click in its first moment, lest the one that opened it chooses something.
    await ui.page.waitForTimeout(400);
    await ui.page.locator('.context-view .action-label', { hasText: 'Rename Character' }).click();
    await ui.quickInput().fill('DEV');
    await ui.page.locator('.quick-input-message', { hasText: 'already speaks' }).waitFor();
    await ui.picture('outline-rename-clash-dark');
    await ui.answer('NORA');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Everywhere' }).waitFor();
    await ui.press('Enter');
    await ui.row('Characters', 'NORA').first().waitFor();
    await ui.until('the mention too', async () => (await textOf(ui)).includes('I said I would, Nora.'));
    await ui.activeEditor().locator('.view-line').first().click();
    await ui.press('Control+KeyZ');
    await ui.until('one undo for all of it', async () => (await textOf(ui)).trim() === TIDES.trim());
  },

  'keeps up with typing in a script of feature length': async (ui) => {
    await ui.open('feature.fountain');
    await ui.goTo(1340, 1);
    await ui.until('a scene to be selected', async () => (await selected(ui, 'Scenes').count()) === 1);
    await ui.press('Control+End');
    await ui.row('Scenes', 'Sequence 8').locator('.monaco-tl-twistie').click();
    await ui.until('the last section to be closed', async () => (await ui.row('Scenes', 'Sequence 8').getAttribute('aria-expanded')) === 'false');
    await ui.activeEditor().locator('.view-line').last().click();
    await ui.press('Control+End');
    await ui.type('\n\n# The end\n\nINT. LAST PLACE');
    await ui.row('Scenes', 'LAST PLACE').first().waitFor();
    await sayTimes(ui, 'a script of feature length');
    assert.equal(await ui.row('Scenes', 'Sequence 8').getAttribute('aria-expanded'), 'false', 'what was closed stays closed');
    await ui.picture('outline-feature-dark');
  },

  'stays quick in a script of 2,000 scenes': async (ui) => {
    const started = Date.now();
    await ui.open('huge.fountain');
    await ui.until('all scenes to be counted', async () => (await ui.view('Scenes').locator('.pane-header').innerText()).includes('2000'));
    console.log(`    2,000 scenes in the sidebar ${Date.now() - started} ms after they were asked for`);
    await ui.press('Control+End');
    await ui.type('\n\nINT. LAST PLACE');
    await ui.row('Scenes', 'LAST PLACE').first().waitFor();
    await sayTimes(ui, 'a script of 2,000 scenes');
  },

  'keeps the script when a text file is opened, and explains itself when empty': async (ui) => {
    await openTides(ui, 'last');
    await ui.open('notes.txt');
    await ui.page.waitForTimeout(300);
    assert.equal((await labels(ui, 'Scenes')).length, 5);
    await ui.open('blank.fountain');
    await ui.view('Scenes').locator('.welcome-view', { hasText: 'No scenes yet' }).waitFor();
    await ui.picture('outline-no-scenes-dark');
    await ui.command('View: Close All Editors');
    await ui.page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" }).click({ timeout: 3000 }).catch(() => undefined);
    await ui.view('Scenes').locator('.welcome-view', { hasText: 'New Screenplay' }).waitFor();
    await ui.picture('outline-no-script-dark');
  },
};

/** Opens one of the copies and waits until the sidebar shows it. */
async function openTides(ui, name) {
  await ui.open(`${name}.fountain`);
  await ui.until('the rows of the file', async () => (await labels(ui, 'Scenes')).join() === 'Act One,FERRY,PIER,Act Two,CAR');
  await away(ui);
}

async function sayTimes(ui, where) {
  const times = [];
  for (const key of 'abcdefghijklmno') {
    times.push(await timeFromKeyToRow(ui, 'LAST PLACE', key));
    await ui.page.waitForTimeout(250);
  }
  times.sort((a, b) => a - b);
  console.log(`    from a key to its row in ${where}, ms: median ${times[7].toFixed(0)}, worst ${times[14].toFixed(0)}`);
}

/** Milliseconds from a key press to the row that shows it, measured in the window itself. */
async function timeFromKeyToRow(ui, text, key) {
  await ui.page.evaluate((wanted) => {
    const state = { from: 0, took: undefined };
    window.backlotTiming = state;
    document.addEventListener('keydown', () => (state.from = performance.now()), { once: true, capture: true });
    const before = [...document.querySelectorAll('.pane .monaco-list-row .label-name')].find((row) => row.textContent.includes(wanted))?.textContent;
    const observer = new MutationObserver(() => {
      const now = [...document.querySelectorAll('.pane .monaco-list-row .label-name')].find((row) => row.textContent.includes(wanted))?.textContent;
      if (now !== undefined && now !== before && state.took === undefined) {
        state.took = performance.now() - state.from;
        observer.disconnect();
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, text);
  await ui.page.keyboard.press(key);
  return ui.until('the row', () => ui.page.evaluate(() => window.backlotTiming.took));
}

/** A made-up script of so many scenes: 190 are about 120 pages. */
function feature(scenes) {
  const people = ['MARA', 'DEV', 'THE HARBOURMASTER', 'OSKAR', 'INÉS', 'WAITRESS'];
  const sets = ['FERRY DECK', 'ALL-NIGHT DINER', 'HARBOUR OFFICE', 'CAR PARK'];
  const parts = [];
  for (let scene = 0; scene < scenes; scene += 1) {
    if (scene % 24 === 0) {
      parts.push(`# Sequence ${scene / 24 + 1}`);
    }
    parts.push(`${scene % 3 === 0 ? 'EXT' : 'INT'}. ${sets[scene % 4]} - ${scene % 2 === 0 ? 'DAY' : 'NIGHT'}`);
    for (let beat = 0; beat < 9; beat += 1) {
      parts.push(beat % 2 === 0 ? 'She turns to the window, where the light is, and waits for the boat that never comes.' : `${people[(scene + beat) % 6]}\nI never said that it would be easy, only that it would be over by the morning.`);
    }
  }
  return `${parts.join('\n\n')}\n`;
}
