// The statistics in high contrast and in a narrow panel; a crowd, a single voice, names that are long or read from the right; a script that means harm.
import assert from 'node:assert/strict';
import { feature, fits, openStatistics, wholePicture } from './statistics.mjs';

const HOSTILE = 'INT. <script>alert(1)</script> - DAY\n\n<img src=x onerror=alert(1)>\n\n@<b>MARA</b>\nHello, "you" & <i>you</i>.\n\n@</svg><script>document.title=1</script>\nNo.\n';
const CROWD = Array.from({ length: 200 }, (_, at) => `INT. HALL ${at % 9} - NIGHT\n\nGUEST NUMBER ${at} OF THE VERY LONG WEDDING LIST\nHello there.\n\n@שרה\nשלום, מה שלומך היום?\n\nGUEST NUMBER ${(at * 7) % 200} OF THE VERY LONG WEDDING LIST\nAnd to you--`).join('\n\n');
const ALONE = 'INT. ROOM - DAY\n\nMARA\nSo here we are.\n\nShe waits.\n';
const GERMAN = `INT. KÜCHE - TAG\n\nMARA\n${'Ich habe dir doch gesagt, dass wir das nicht so machen können, und du hast es trotzdem getan. '.repeat(12)}\n`;

export const workbench = {
  open: 'feature.fountain',
  width: 1100,
  height: 1000,
  settings: { 'workbench.colorTheme': 'Default High Contrast' },
  files: { 'feature.fountain': feature(90), 'hostile.fountain': HOSTILE, 'crowd.fountain': CROWD, 'alone.fountain': ALONE, 'german.fountain': GERMAN },
};

const show = async (ui, file, text) => {
  await ui.press('Control+Digit1');
  await ui.open(file);
  const view = await ui.frame('#statistics h1');
  await view.locator('h1', { hasText: text }).waitFor();
  await ui.page.waitForTimeout(400);
  await fits(view);
  return view;
};

export const scenarios = {
  'are readable in high contrast, narrow': async (ui) => {
    const view = await openStatistics(ui);
    await fits(view);
    await ui.picture('statistics-contrast');
    await wholePicture(ui, view, 'statistics-contrast');
  },

  'show what a script says as text, whatever it says': async (ui) => {
    const view = await show(ui, 'hostile.fountain', 'hostile.fountain');
    assert.ok((await view.locator('table[aria-label="Characters"]').innerText()).includes('<B>MARA</B>'));
    assert.equal(await view.locator('#statistics script, #statistics img, #statistics b').count(), 0);
    await ui.picture('statistics-hostile');
  },

  'hold two hundred characters, long names and names from the right': async (ui) => {
    const view = await show(ui, 'crowd.fountain', 'crowd.fountain');
    await ui.picture('statistics-crowd');
    await wholePicture(ui, view, 'statistics-crowd');
    await view.getByRole('button', { name: 'Show all 201' }).click();
    assert.equal(await view.locator('table[aria-label="Characters"] tbody tr').count(), 201);
  },

  'say something sensible of a single voice, and no grade for another language': async (ui) => {
    const alone = await show(ui, 'alone.fountain', 'alone.fountain');
    assert.equal(await alone.locator('#part-exchanges').count(), 0);
    await ui.picture('statistics-alone');
    const german = await show(ui, 'german.fountain', 'german.fountain');
    assert.match(await german.locator('.note').first().innerText(), /English dialogue only/);
    assert.equal(await german.locator('table[aria-label="Characters"] tbody td').last().innerText(), '–');
  },
};
