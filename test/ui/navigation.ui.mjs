// Finding one's way as a writer sees it: breadcrumbs, sticky scroll, Go to Symbol, folding, hover, rename, references.
import assert from 'node:assert/strict';

const TIDES = `Title: Tides
Author: A. Writer

# Act One

INT. FERRY - NIGHT #1#

MARA (30) sleeps under MR. O'NEIL's coat. [[pier.png]]

MARA (V.O.)
You came back. I knew you would.

MR. O'NEIL
(low)
I said I would, Mara.

INT. FERRY - ENGINE ROOM - DAY #2#

Oil and noise. Mara finds the letter.

/* An older scene,
kept for now. */

MARA
Is this yours?

# Act Two

EXT. PIER - DAWN #3#

Gulls. The ferry is gone.

MARA
Drive.
${'\nThe road goes on. Rain comes and goes. Nobody says a word.\n'.repeat(45)}`;

export const workbench = {
  open: 'tides.fountain',
  height: 900,
  settings: { 'editor.hover.delay': 200 },
  files: { 'tides.fountain': TIDES, 'pier.png': 'not really', 'other.fountain': '# Elsewhere\n\nINT. LIGHTHOUSE - NIGHT\n\nZENOBIA\nWho goes there?\n' },
};

const crumbs = (ui) => ui.page.locator('.breadcrumbs-control .monaco-breadcrumb-item').allInnerTexts();
const shown = (ui) =>
  ui.activeEditor().locator('.view-line').evaluateAll((lines) => lines.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top)).map((line) => line.textContent.replace(/\u00a0/g, ' ')));
/** What the hover says at a place, asked for with the keyboard: a mouse that rests is nothing a test can wait for. */
const hover = async (ui, line, column) => {
  await ui.goTo(line, column);
  await ui.press('Control+KeyK', 'Control+KeyI');
  const tip = ui.page.locator('.monaco-resizable-hover .monaco-hover-content .hover-contents');
  await tip.first().waitFor({ timeout: 8000 });
  return (await tip.allInnerTexts()).join('\n').replace(/\u00a0/g, ' ');
};
const away = async (ui) => {
  await ui.page.mouse.move(1150, 860);
  await ui.page.waitForTimeout(600);
};

/** The same in the dark and in the light. */
export const scenariosIn = (theme) => ({
  'says where the cursor is, in the path above the script': async (ui) => {
    await ui.goTo(11, 5);
    await ui.until('the path', async () => (await crumbs(ui)).join(' ').includes('1 INT. FERRY - NIGHT'));
    assert.match((await crumbs(ui)).join(' '), /Act One.*1 INT\. FERRY - NIGHT/s);
    await ui.picture(`navigation-breadcrumbs-${theme}`);
  },

  'lists scenes with their lengths, and goes to one': async (ui) => {
    await ui.page.locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: 'INT. FERRY' }).click();
    await ui.page.locator('.monaco-breadcrumbs-picker .monaco-list-row', { hasText: 'ENGINE ROOM' }).waitFor();
    await ui.picture(`navigation-path-open-${theme}`);
    await ui.press('Escape');
    await ui.goTo(1);
    await ui.press('Control+Shift+KeyO');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'EXT. PIER' }).waitFor();
    await ui.picture(`navigation-symbols-${theme}`);
    await ui.answer('@pier');
    await ui.statusBar('Ln 29').waitFor();
  },

  'finds scenes and people of other scripts': async (ui) => {
    await ui.press('Control+KeyT');
    await ui.quickInput().waitFor();
    await ui.quickInput().fill('#zeno');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'ZENOBIA' }).waitFor();
    await ui.quickInput().fill('#int');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'LIGHTHOUSE' }).waitFor();
    await ui.picture(`navigation-workspace-${theme}`);
    await ui.press('Escape');
  },

  'tells figures on hover': async (ui) => {
    await ui.goTo(1);
    const mara = await hover(ui, 10, 2);
    assert.match(mara, /MARA\s+3 speeches · 11 words/);
    assert.match(mara, /Speaks in 3 scenes/);
    await ui.picture(`navigation-hover-character-${theme}`);
    await ui.press('Escape', 'Escape');
    const set = await hover(ui, 6, 7);
    assert.match(set, /Scene 1 · page 1/);
    assert.match(set, /FERRY\s+2 scenes/);
    await ui.picture(`navigation-hover-scene-${theme}`);
    await ui.press('Escape', 'Escape');
    assert.match(await hover(ui, 4, 3), /Act One\s+2 scenes/);
    // Followed by a click, a scene in the figures is gone to.
    await ui.press('Escape', 'Escape');
    await hover(ui, 10, 2);
    await ui.page.locator('.monaco-resizable-hover a', { hasText: 'PIER' }).click();
    await ui.statusBar('Ln 29').waitFor({ timeout: 8000 });
  },

  'lights up every place of a name': async (ui) => {
    await ui.goTo(10, 2);
    await ui.until('the places of MARA', async () => (await ui.activeEditor().locator('.wordHighlightStrong').count()) >= 2);
    await ui.until('the mentions', async () => (await ui.activeEditor().locator('.wordHighlight').count()) >= 2);
    await away(ui);
    await ui.picture(`navigation-highlight-${theme}`);
    await ui.goTo(11, 6);
    await ui.page.waitForTimeout(800);
    assert.equal(await ui.activeEditor().locator('.wordHighlight, .wordHighlightText, .wordHighlightStrong').count(), 0);
  },

  'shows all speeches and mentions': async (ui) => {
    await ui.goTo(10, 2);
    await ui.press('Shift+F12');
    await ui.page.locator('.zone-widget .monaco-list-row', { hasText: /Is.this.yours/ }).waitFor({ timeout: 8000 });
    await ui.page.waitForTimeout(400);
    await ui.picture(`navigation-references-${theme}`);
    await ui.press('Escape');
    await ui.until('the peek to close', async () => (await ui.page.locator('.zone-widget .monaco-list-row').count()) === 0);
    await ui.goTo(24, 2);
    await ui.press('F12');
    await ui.statusBar('Ln 8, Col 1').waitFor();
  },

  'folds to the headings': async (ui) => {
    await ui.goTo(1);
    await ui.command('Fold Level 2');
    await ui.until('the folded scenes', async () => !(await shown(ui)).some((line) => line.includes('You came back')));
    await away(ui);
    await ui.picture(`navigation-folded-${theme}`);
    assert.deepEqual((await shown(ui)).filter((line) => /INT\.|EXT\.|# Act/.test(line)).length >= 5, true);
    await ui.command('Unfold All');
    await ui.until('all of it', async () => (await shown(ui)).some((line) => line.includes('You came back')));
  },

  'keeps the section and the heading in sight while scrolling': async (ui) => {
    await ui.goTo(100);
    await ui.until('sticky lines', async () => (await ui.activeEditor().locator('.sticky-line-content').allInnerTexts()).join(' ').replace(/\u00a0/g, ' ').includes('EXT. PIER - DAWN'));
    await ui.picture(`navigation-sticky-${theme}`);
  },

  'renames a set with its rooms, and says no elsewhere': async (ui) => {
    await ui.goTo(6, 8);
    await ui.press('F2');
    const box = ui.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'FERRY');
    await box.fill('night boat');
    await ui.picture(`navigation-rename-${theme}`);
    await ui.press('Enter');
    await ui.until('the new set', async () => (await shown(ui)).filter((line) => line.includes('INT. NIGHT BOAT')).length === 2);
    await ui.press('Control+KeyZ');
    await ui.until('the old set', async () => (await shown(ui)).filter((line) => line.includes('INT. FERRY')).length === 2);
    await ui.goTo(11, 6);
    await ui.press('F2');
    await ui.page.locator('.monaco-editor-overlaymessage', { hasText: 'set in a scene heading' }).waitFor();
    await ui.picture(`navigation-rename-nothing-${theme}`);
  },
});

export const scenarios = scenariosIn('dark');
