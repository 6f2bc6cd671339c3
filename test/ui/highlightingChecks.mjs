// What the highlighting tests look at, in a dark theme and in a light one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../host/paths.mjs';

const fixture = (name) => fs.readFileSync(path.join(ROOT, 'test/fixtures', name), 'utf8');

/** The scripts that the checks open. */
export const files = { 'everyElement.fountain': fixture('everyElement.fountain'), 'lookalikes.fountain': fixture('lookalikes.fountain') };

/** How the stretch of a line that holds a text is shown. */
async function look(ui, line, text = line) {
  const row = ui.line(line);
  await row.waitFor();
  return row.evaluate((node, wanted) => {
    const plain = (each) => (each.textContent ?? '').replaceAll('\u00a0', ' ');
    const spans = [...node.querySelectorAll('span span')];
    const span = spans.find((each) => plain(each).includes(wanted));
    if (!span) {
      throw new Error(`no stretch with "${wanted}" among ${JSON.stringify(spans.map(plain))}`);
    }
    const { color, fontWeight, fontStyle, textDecorationLine } = getComputedStyle(span);
    return { color, bold: Number(fontWeight) >= 600, italic: fontStyle === 'italic', underline: textDecorationLine.includes('underline') };
  }, text);
}

/** Elements and inline marks are told apart. Gives the looks that the next check compares with. */
export async function checkElements(ui) {
  await ui.open('everyElement.fountain');
  await ui.goTo(29);
  const heading = await look(ui, 'EXT. PLATFORM 9', 'EXT. PLATFORM 9');
  const action = await look(ui, 'Indented action keeps');
  const cue = await look(ui, 'PORTER (O.S.)', 'PORTER');
  const dialogue = await look(ui, 'Is it late?');
  const parenthetical = await look(ui, '(checking a watch');
  const synopsis = await look(ui, '= Synopsis under', 'Synopsis');
  assert.ok(heading.bold && !cue.bold && !dialogue.bold);
  assert.ok(parenthetical.italic && synopsis.italic && !dialogue.italic);
  assert.equal(new Set([heading, action, cue, synopsis].map((each) => each.color)).size, 4, 'headings, action, cues and synopses have colours of their own');
  assert.notEqual(dialogue.color, cue.color);
  assert.ok((await look(ui, 'A clock without hands', 'Everybody')).bold);
  assert.ok((await look(ui, 'A clock without hands', 'Nobody')).italic);
  assert.ok((await look(ui, 'knows the time', 'Underlined')).underline);
  return { heading, action, cue };
}

/** Lines that only the line below tells look like what they are. */
export async function checkCorrections(ui, { heading, action, cue }) {
  await ui.open('lookalikes.fountain');
  await ui.goTo(18);
  await ui.until('the corrections', async () => (await look(ui, 'SILENCE.')).color === action.color);
  assert.deepEqual(await look(ui, 'FADE IN:'), action);
  assert.deepEqual(await look(ui, 'Int. heading in small letters'), action);
  assert.equal((await look(ui, 'INT. HEADING WITH TEXT BELOW')).color, cue.color);
  assert.equal((await look(ui, 'INT. HEADING WITH TEXT BELOW')).bold, false);
  assert.notEqual(heading.color, cue.color);
}
