// The deck under a speech, as a writer meets it: while it is written, whole, used, stale and failed; and the keys that must
// reach the script whatever arrives meanwhile.
import assert from 'node:assert/strict';
import { answerOf } from '../support/scriptedServer.mjs';
import { begin, DINER, dinerWorkbench, discardAll, expectScript, focusIsInScript, FOUR, goTo, inDeck, inScript, isDirty, LONG, MARA, rows, server, settle, deckText, suggest, TOO_LONG, waitForDeck, waitForNoDeck } from './diner.mjs';

export const workbench = dinerWorkbench('first', 'number', 'keys', 'wish', 'edit', 'typing', 'clicking', 'arrows', 'split', 'mouse', 'stale', 'failure', 'stop', 'notes', 'moving');

export const scenarios = {
  'shows each alternative as soon as it is whole': async (ui) => {
    server.script(answerOf(FOUR, 900));
    await goTo(ui, MARA);
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'Reading the scene');
    await ui.picture('deck-reading-dark');
    await waitForDeck(ui, 'circles the truth');
    await ui.picture('deck-writing-dark');
    await waitForDeck(ui, '4 alternatives');
    await settle(ui);
    await ui.picture('deck-dark');
    assert.equal(await isDirty(ui), false);
    assert.ok(await focusIsInScript(ui));
  },

  'uses one by its number, and one undo brings the line back': async (ui) => {
    await begin(ui, 'number');
    await suggest(ui);
    await ui.press('Alt+Digit2');
    await ui.line('Twice around').waitFor();
    await waitForNoDeck(ui);
    await settle(ui);
    await ui.picture('deck-used-dark');
    await expectScript(ui, 'number', DINER.replace(/I drove.*real\./, FOUR[1][0]));
    await ui.press('Control+KeyZ');
    await ui.line(MARA).waitFor();
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'number', DINER);
    await ui.press('Control+Shift+KeyZ');
    await ui.line('Twice around').waitFor();
    await waitForNoDeck(ui);
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'number', DINER);
  },

  'is worked by keys alone: go to it, choose, use': async (ui) => {
    await begin(ui, 'keys');
    await suggest(ui);
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await ui.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await settle(ui, 200);
    await ui.picture('deck-focused-dark');
    await ui.press('Escape');
    await inScript(ui);
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await ui.press('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'Control+Enter');
    await ui.line('Twice around').waitFor();
    await inScript(ui);
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await ui.press('Digit3');
    await ui.line('You know how long').waitFor();
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'keys', DINER);
  },

  'takes a wish in its box, reached by a key': async (ui) => {
    await begin(ui, 'wish');
    await suggest(ui);
    server.script(answerOf([['Block. Twice. Parked. Real.', 'counts words'], ['The car stayed warm. I did not.', 'turns cold']], 300));
    await ui.press('Control+Alt+KeyM');
    await ui.page.locator('.review-widget .comment-form.expand, .review-widget .comment-form-container.expand').first().waitFor();
    await ui.type('warm');
    await ui.press('Escape');
    await inScript(ui);
    await waitForDeck(ui, '4 alternatives');
    await ui.press('Control+Alt+KeyM');
    await inDeck(ui);
    await ui.press('Control+KeyA');
    await ui.type('colder');
    await settle(ui, 200);
    await ui.picture('deck-steer-dark');
    await ui.press('Control+Enter');
    await waitForDeck(ui, '6 alternatives');
    assert.match(JSON.stringify(server.requests.at(-1)), /Colder: the character gives less/);
    await inScript(ui);
    await ui.picture('deck-six-dark');
    await expectScript(ui, 'wish', DINER);
  },

  'lets the writer change an alternative before using it': async (ui) => {
    await begin(ui, 'edit');
    await suggest(ui);
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await ui.press('ArrowDown', 'F2');
    await ui.page.locator('.review-widget .edit-container .monaco-editor').waitFor();
    await ui.press('Control+End');
    await ui.type(' Nearly.');
    await ui.picture('deck-edit-dark');
    await ui.press('Control+Enter');
    await ui.line('came. Nearly.').waitFor();
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'edit', DINER);
    await discardAll(ui);
    assert.equal(await isDirty(ui), false);
  },

  'is worked by the mouse alone: discard, then use, and the focus is back in the script': async (ui) => {
    await begin(ui, 'mouse');
    await suggest(ui);
    const press = async (row, action) => {
      await rows(ui).nth(row).hover();
      await rows(ui).nth(row).locator(`.action-label[aria-label^="${action}"]`).first().click();
    };
    await press(0, 'Discard');
    await waitForDeck(ui, '3 alternatives');
    assert.equal(await isDirty(ui), false);
    await press(1, 'Use');
    await ui.line('You know how long').waitFor();
    await inScript(ui);
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '3 alternatives');
    await expectScript(ui, 'mouse', DINER);
    await discardAll(ui);
  },

  'loses no key of a writer who types, clicks and moves while alternatives arrive': async (ui) => {
    for (const mood of ['typing', 'clicking', 'arrows', 'split']) {
      await begin(ui, mood);
      server.script(answerOf([...LONG, TOO_LONG], 700));
      await ui.press('Control+Alt+KeyD');
      await waitForDeck(ui, 'deflects');
      if (mood === 'clicking') {
        await rows(ui).first().click();
      } else if (mood === 'arrows') {
        await ui.press('Control+Alt+KeyA');
        await inDeck(ui);
        await ui.press('ArrowDown', 'Escape');
        await inScript(ui);
      }
      if (mood === 'split') {
        await ui.command('View: Split Editor Right');
        await settle(ui);
      }
      await ui.line("You're late").click();
      await ui.press('End');
      const top = () => ui.page.evaluate(() => document.querySelector('.editor-instance .view-lines')?.getBoundingClientRect().top);
      const before = await top();
      const typed = ' The quick brown fox is late again, and again, and again, and once more.';
      await ui.page.keyboard.type(typed, { delay: 45 });
      assert.ok(await focusIsInScript(ui), mood);
      assert.equal(await top(), before, `${mood}: the script scrolled`);
      await waitForDeck(ui, 'Left out');
      await settle(ui);
      await ui.picture(`deck-long-${mood}`);
      await expectScript(ui, mood, DINER.replace("You're late.", `You're late.${typed}`));
    }
    await ui.command('View: Single Column Editor Layout');
  },

  'says so when the line has changed, and offers nothing that would not fit': async (ui) => {
    await begin(ui, 'stale');
    await suggest(ui);
    await ui.press('End');
    await ui.type(' Almost.');
    await waitForDeck(ui, 'the line has changed');
    await settle(ui);
    await ui.picture('deck-stale-dark');
    for (let i = 0; i < 8 && !(await deckText(ui)).includes('4 alternatives'); i++) {
      await ui.press('Control+KeyZ');
      await settle(ui);
    }
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'stale', DINER);
    await discardAll(ui);
  },

  'tells a failure in one sentence and asks again when told to': async (ui) => {
    await begin(ui, 'failure');
    server.script([{ status: 401, message: 'no' }]);
    await goTo(ui, MARA);
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'no answer');
    await settle(ui);
    await ui.picture('deck-failed-dark');
    server.script(answerOf(FOUR));
    await rows(ui).first().locator('.action-label').first().click();
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'failure', DINER);
    await discardAll(ui);
  },

  'stops at Escape, and keeps what is whole': async (ui) => {
    await begin(ui, 'stop');
    server.script(answerOf(FOUR, 700));
    await goTo(ui, MARA);
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'deflects');
    const before = server.aborts.length;
    await ui.press('Escape');
    await ui.until('the server to see it', () => server.aborts.length > before);
    await waitForDeck(ui, 'MARA — ');
    assert.ok((await rows(ui).count()) < 4);
    await discardAll(ui);
  },

  'keeps alternatives in the script as notes, one step for undo': async (ui) => {
    await begin(ui, 'notes');
    await suggest(ui, FOUR.slice(0, 2));
    await ui.command('Backlot: Keep Alternatives as Notes in the Script');
    await ui.line('[[alt:').first().waitFor();
    await ui.picture('deck-kept-dark');
    await expectScript(ui, 'notes', DINER.replace("it's real.", `it's real.\n\n[[alt: ${FOUR[0][0]}]]\n[[alt: ${FOUR[1][0]}]]`));
    await ui.press('Control+KeyZ');
    await expectScript(ui, 'notes', DINER);
    await discardAll(ui);
  },

  'goes with its speech when the scene moves, there and back, and so does a folded one': async (ui) => {
    await begin(ui, 'moving');
    server.script(answerOf(FOUR.slice(0, 2)));
    await goTo(ui, 'It was real in March');
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'DEV — 2 alternatives');
    await suggest(ui);
    await ui.showContainer('Backlot');
    const [diner, lot] = [DINER.slice(DINER.indexOf('INT.'), DINER.indexOf('EXT.')), DINER.slice(DINER.indexOf('EXT.'))];
    const moved = DINER.replace(diner + lot, `${lot}\n${diner.trimEnd()}\n`);
    const move = async (key) => {
      await ui.row('Scenes', 'DINER').first().click();
      await ui.press(key);
      await settle(ui, 900);
    };
    const boxesOf = (found) => found.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
    const standsUnderItsSpeech = async () => {
      await waitForDeck(ui, 'MARA — 4 alternatives');
      await settle(ui);
      const speeches = await boxesOf(ui.activeEditor().locator('.view-line', { hasText: /block\.|it's.real\.|March\.$/ }));
      const [last] = await boxesOf(ui.activeEditor().locator('.view-line', { hasText: /it's.real\.$/ }));
      const [deck] = await boxesOf(ui.threads().filter({ visible: true }));
      assert.ok(Math.abs(deck.top - last.bottom) < 12, `deck at ${deck.top}, its speech to ${last.bottom}`);
      const icons = await boxesOf(ui.activeEditor().locator('.comment-range-glyph.comment-thread-unresolved'));
      const tops = (boxes) => boxes.map(({ top }) => Math.round(top)).sort((a, b) => a - b);
      assert.deepEqual(tops(icons), tops(speeches));
    };
    await standsUnderItsSpeech();
    await move('Alt+ArrowDown');
    await ui.picture('deck-moved-dark');
    await standsUnderItsSpeech();
    await expectScript(ui, 'moving', moved);
    await ui.line("I kept thinking").click();
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    assert.equal(await ui.page.locator('.notification-list-item').count(), 0);
    await ui.press('Escape');
    await inScript(ui);
    await ui.press('Control+KeyZ');
    await settle(ui, 900);
    await standsUnderItsSpeech();
    await ui.picture('deck-moved-back-dark');
    await expectScript(ui, 'moving', DINER);
    await ui.line('It was real in March').click();
    await ui.press('Control+Alt+KeyA');
    await waitForDeck(ui, 'DEV — 2 alternatives');
    await inDeck(ui);
    await ui.press('Escape');
    await inScript(ui);
  },
};
