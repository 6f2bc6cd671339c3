// A reader's notes as a writer meets them: under their lines, gone through by keys and mouse, kept, stale, and there after a reload.
import assert from 'node:assert/strict';
import { DINER, expectScript, dinerWorkbench, focusIsInScript, goTo, inScript, isDirty, MARA, server, settle } from './diner.mjs';

export const workbench = dinerWorkbench('first', 'typed', 'notes');

const NOTES = [
  { quote: 'MARA (40s, coat still on) slides into the booth', kind: 'clarity', note: 'We meet her coat before we know that she came to be told something. Whose evening is this: hers, or that of the man who waits?', next: 'Open on the one who has more to lose from the answer.' },
  { quote: 'I drove around the block. Twice.', kind: 'voice', note: 'She explains in words what the wet coat and the lateness have told us. Later she says “No.” and means a page; here she says a page and means no.', next: 'Let her hold the car key and say one word.' },
  { quote: 'It was real in March.', kind: 'setUp', note: 'March is named twice as if it were a place, and we never learn what happened there.', next: 'Let one thing from March lie on the table.' },
  { quote: 'A WAITRESS refills a cup nobody touched.', kind: 'pace', note: 'The scene stops to breathe at the moment when he should have to answer.', next: 'Let her refill it in the middle of his sentence.' },
];
const answer = (notes, everyMs = 0) => [{ text: '{"notes":[' }, ...notes.flatMap((note, i) => [{ waitMs: everyMs }, { text: `${i > 0 ? ',' : ''}${JSON.stringify({ scene: 1, ...note })}` }]), { text: ']}' }];

const shown = (ui) => ui.page.locator('.review-widget').filter({ visible: true }).allInnerTexts().then((texts) => texts.join('\n').replaceAll('\u00a0', ' '));
const waitForNote = (ui, text) => ui.until(`a note to say "${text}"`, async () => (await shown(ui)).includes(text), 10_000);
const glyphs = (ui) => ui.page.locator('.monaco-editor .comment-range-glyph.comment-thread, .monaco-editor .comment-range-glyph.comment-thread-unresolved, .monaco-editor .comment-range-glyph.comment-thread-draft').count();
const action = (ui, name) => ui.page.locator('.review-widget').filter({ visible: true }).locator(`.action-label[aria-label^="${name}"]`).first();
/** Pressed again until it has worked: a window that is busy drops a key now and then. */
const pressUntil = (ui, key, text) => ui.until(`${key} to show "${text}"`, async () => {
  await ui.press(key);
  await settle(ui, 500);
  return (await shown(ui)).includes(text);
});

export const scenarios = {
  'come one by one, the first one open, and take no key of a writer who types on': async (ui) => {
    await ui.open('typed.fountain');
    server.script(answer(NOTES, 700));
    await goTo(ui, 'Say it, then.');
    await ui.press('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await ui.command('Backlot: Script Notes on This Scene');
    await ui.press('End');
    await ui.type(' [[I type');
    await waitForNote(ui, 'Whose evening is this');
    for (let i = 0; i < 12; i++) {
      await ui.type(' on');
      await settle(ui, 220);
    }
    await ui.type(' and on]]');
    assert.ok(await focusIsInScript(ui));
    await ui.notification('4 notes').waitFor();
    assert.equal(await shown(ui).then((text) => text.includes('Whose evening') && !text.includes('wet coat')), true);
    await ui.press('Control+KeyS');
    await ui.until('every key to be in the script', () => ui.read('typed.fountain').includes(`[[I type${' on'.repeat(12)} and on]]`));
  },

  'are gone through by keys, and marked in the text': async (ui) => {
    await ui.open('notes.fountain');
    server.script(answer(NOTES));
    await goTo(ui, MARA);
    await ui.command('Backlot: Script Notes on This Scene');
    await waitForNote(ui, 'Whose evening is this');
    await goTo(ui, 'INT. ALL-NIGHT');
    await pressUntil(ui, 'Control+Alt+KeyN', 'wet coat');
    await ui.notification('4 notes').waitFor();
    await ui.command('Notifications: Clear All Notifications');
    await settle(ui, 900);
    await ui.picture('notes-dark');
    assert.ok((await glyphs(ui)) >= 3, 'each note has a sign beside its line');
    await pressUntil(ui, 'Control+Alt+KeyN', 'as if it were a place');
    assert.ok(await focusIsInScript(ui));
    await pressUntil(ui, 'Control+Alt+Shift+KeyN', 'wet coat');
    assert.equal(await isDirty(ui), false);
  },

  'are discarded by a key in the thread that is read, in no other, and come back by Undo': async (ui) => {
    await pressUntil(ui, 'Control+Alt+KeyN', 'as if it were a place');
    // Another one, opened by the mouse: its sign stands beside its line.
    const { y } = await ui.line('A WAITRESS refills').boundingBox();
    const signs = ui.activeEditor().locator('.comment-range-glyph:not(.line-hover)');
    await ui.until('the thread clicked open', async () => {
      const boxes = await Promise.all((await signs.all()).map(async (sign) => ({ sign, box: await sign.boundingBox() })));
      const near = boxes.filter(({ box }) => box).sort((a, b) => Math.abs(a.box.y - y) - Math.abs(b.box.y - y))[0];
      await near?.sign.click({ timeout: 2000 });
      await settle(ui, 700);
      return (await shown(ui)).includes('stops to breathe');
    });
    const remark = (text) => ui.page.locator('.review-widget .review-comment').filter({ visible: true, hasText: text }).first();
    const before = await glyphs(ui);
    await remark('stops to breathe').click();
    await ui.press('Delete', 'Control+Enter', 'Delete');
    await settle(ui, 900);
    assert.equal(await glyphs(ui), before);
    await ui.until('the note that is read to go', async () => {
      await remark('as if it were a place').click({ timeout: 2000 }).catch(() => undefined);
      await ui.press('Delete');
      await settle(ui, 900);
      return !(await shown(ui)).includes('as if it were a place');
    });
    assert.equal(await glyphs(ui), before - 1);
    await ui.notification('Note discarded.').locator('.monaco-button', { hasText: 'Undo' }).click();
    await ui.until('the note to be back', async () => (await glyphs(ui)) === before);
    await ui.line('INT. ALL-NIGHT').click();
    await expectScript(ui, 'notes', DINER);
    await pressUntil(ui, 'Control+Alt+Shift+KeyN', 'wet coat');
  },

  'are resolved and kept in the script by the mouse; one undo takes the note out again': async (ui) => {
    await action(ui, 'Keep Note in Script').click();
    await ui.line('[[Voice: She explains').waitFor();
    await inScript(ui);
    await settle(ui, 900);
    await ui.picture('notes-kept-dark');
    await ui.press('Control+KeyZ');
    await expectScript(ui, 'notes', DINER);
    await pressUntil(ui, 'Control+Alt+KeyN', 'as if it were a place');
    await action(ui, 'Resolve Note').click();
    await ui.until('the note to fold', async () => !(await shown(ui)).includes('as if it were a place'));
    await inScript(ui);
    await expectScript(ui, 'notes', DINER);
  },

  'are one list by scene': async (ui) => {
    await ui.command('Backlot: Show All Notes');
    const rows = ui.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: /[·] resolved/ }).first().waitFor();
    await settle(ui, 500);
    await ui.picture('notes-list-dark');
    await ui.type('refills');
    await rows.filter({ hasText: 'Pace' }).first().waitFor();
    await ui.press('Enter');
    await waitForNote(ui, 'stops to breathe');
    await inScript(ui);
  },

  'say when their line has changed, and are there after a reload': async (ui) => {
    await ui.press('Home');
    await ui.type('Slowly, a');
    await ui.press('Delete');
    await waitForNote(ui, 'the line has changed since');
    assert.ok(await focusIsInScript(ui));
    await ui.line('Slowly, a WAITRESS').waitFor();
    await ui.picture('notes-stale-dark');
    await ui.press('Control+KeyS');
    await settle(ui, 800);
    await ui.reload();
    await ui.awake();
    await ui.until('the notes to be there', async () => (await glyphs(ui)) >= 3, 30_000);
    await ui.line('INT. ALL-NIGHT').click();
    await pressUntil(ui, 'Control+Alt+KeyN', 'Whose evening');
  },
};
