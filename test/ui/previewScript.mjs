// What the UI tests of the preview share: a scene with all that a page can hold, text that means harm, and how to open a preview.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../host/paths.mjs';

export const DINER = `Title:
    _**THE LONG WAY DOWN**_
Credit: written by
Author: A. Writer
Source: after a story by nobody
Draft date: 4 March 2026
Contact:
    A. Writer
    12 Harbour Street
    a.writer@example.com

# Act One

= Two people in a booth, and a letter that nobody opens.

INT. ALL-NIGHT DINER - NIGHT #1#

Rain on the windows. A dead jukebox. MARA (40s, coat still on) slides into the booth across from DEV (50s), who has been here long enough to shred three napkins. [[Does he smoke?]]

DEV
You're late.

MARA
I drove around the block. Twice. I kept thinking if I parked, then it's _real_.

DEV
It was *real* in **March**.

MARA
(not looking at him)
You don't get to say March to me like it's a place we went together.

[[The letter has to be seen before this.]]

A WAITRESS refills a cup nobody touched.

DEV
I never said that.

MARA ^
You always say that.

DEV
(over her)
Not once. Not in eleven years of sitting across from you in places like this one.

MARA ^
Every time.

~On the long way down
~I count the floors

> THE END OF MARCH <

CUT TO:

EXT. PARKING LOT - LATER #2A#

The rain has stopped. They stand by two cars.

DEV
Did you open it?

MARA
No.

> FADE OUT.
`;

export const HOSTILE = `Title: <img src=x onerror="window.hacked=1">

INT. </script><script>window.hacked=1</script> - DAY

<img src=x onerror="window.hacked=1"> <b>not bold</b> &amp; &lt;

A \u0007bell and \u200Ba space of no width.

${'long'.repeat(2500)}

ЖАННА
Привет, мир. Это русская реплика, и она должна стоять ровно.

أحمد
مرحبا بالعالم، هذا سطر من اليمين إلى اليسار في السيناريو.

李明
你好，世界。这是一句很长的中文台词，用来看看每个字是否占两列。

Emoji 😀👨‍👩‍👧 in action, then text after 😀 it.

MARA
{{constructor.constructor('window.hacked=1')()}} \${window.hacked=1}
`;

/** Opens the preview with its key, from the script, and gives the frame that holds its pages. */
export async function openPreview(ui) {
  await ui.page.keyboard.press('Control+KeyK');
  await ui.page.keyboard.press('KeyV');
  // Away from buttons, whose tips would stand in the pictures.
  await ui.page.mouse.move(420, 640);
  return ui.frame('main.pages');
}

/** Waits until the sheets in the preview are so many, all of them drawn. */
export async function drawn(ui, frame, least = 1) {
  await ui.until(`${least} sheets in the preview`, async () => (await frame.locator('.sheet').count()) >= least);
  await ui.until('all of them drawn', async () => (await frame.locator('.sheet:not(:has(.line))').count()) === 0);
}

/** A generated script of so many scenes, as the other tests have it. */
export async function generated(scenes) {
  const file = path.join(ROOT, `dist/test/ui-script-${process.pid}.mjs`);
  await build({ entryPoints: [path.join(ROOT, 'test/support/randomScript.ts')], bundle: true, format: 'esm', platform: 'node', outfile: file, logLevel: 'error' });
  const { featureScript } = await import(pathToFileURL(file).href);
  await rm(file);
  return featureScript(scenes);
}

