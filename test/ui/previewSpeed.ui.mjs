// How long a key takes to the preview's pages, in a script of 120 pages: npm run bench:preview prints it.
import assert from 'node:assert/strict';
import { drawn, generated, openPreview } from './previewScript.mjs';

const SCRIPT = await generated(190);
const KEYS = 150;
/** A hundred and twenty words a minute. */
const APART_MS = 100;
/** As fast as keys repeat. */
const BURST_MS = 33;

export const workbench = { open: 'feature.fountain', sampleOnly: true, files: { 'feature.fountain': SCRIPT }, settings: { 'editor.acceptSuggestionOnEnter': 'off' } };

let frame;

/** The moment of each key in the window, and the moment its letter stands painted on the page, by the one clock of the machine. */
async function typeAndWatch(ui, text, apart) {
  await frame.evaluate(() => {
    const shown = (globalThis.shownAt = []);
    const channel = new globalThis.MessageChannel();
    const letters = () => [...document.querySelectorAll('.line')].filter(({ textContent }) => textContent.includes('zq')).flatMap(({ textContent }) => textContent.match(/[zq]/g)).length;
    const before = letters();
    const waiting = [];
    // A message posted in an animation frame arrives once that frame is painted.
    channel.port1.onmessage = () => {
      const now = performance.timeOrigin + performance.now();
      for (const count of waiting.splice(0)) {
        while (shown.length < count) {
          shown.push(now);
        }
      }
    };
    const look = () => {
      const count = letters() - before;
      if (count > shown.length) {
        window.requestAnimationFrame(() => {
          waiting.push(count);
          channel.port2.postMessage(0);
        });
      }
    };
    globalThis.watching?.disconnect();
    globalThis.watching = new MutationObserver(look);
    globalThis.watching.observe(document.querySelector('.sheets'), { childList: true, subtree: true, characterData: true });
  });
  await ui.page.evaluate(() => {
    const pressed = (globalThis.pressedAt = []);
    globalThis.noting?.abort();
    globalThis.noting = new AbortController();
    window.addEventListener('keydown', ({ key, timeStamp }) => ('zq'.includes(key) ? pressed.push(performance.timeOrigin + timeStamp) : undefined), { capture: true, signal: globalThis.noting.signal });
  });
  for (const letter of text) {
    const next = Date.now() + apart;
    await ui.page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - Date.now())));
  }
  // The first letter alone is not a word that is watched for: it counts with the second.
  const letters = text.replaceAll(' ', '').length;
  await ui.until('all letters on the page', () => frame.evaluate((count) => globalThis.shownAt.length >= count, letters));
  const pressed = await ui.page.evaluate(() => globalThis.pressedAt);
  const shown = await frame.evaluate(() => globalThis.shownAt);
  assert.equal(pressed.length, letters);
  return pressed.map((at, index) => shown[index] - at).slice(1).sort((a, b) => a - b);
}

function report(what, times) {
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1);
  console.log(`        ${what}: key to paint of ${times.length} keys: median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${times.at(-1).toFixed(1)} ms`);
}

/** Words of the letters that are watched for. */
const words = (count) => Array.from({ length: count }, (_each, at) => (at % 8 === 7 ? ' ' : at % 2 === 0 ? 'z' : 'q')).join('');

export const scenarios = {
  'opens with all its pages': async (ui) => {
    await ui.goTo(SCRIPT.split('\n').findIndex((line, at) => at > SCRIPT.split('\n').length / 2 && line.length > 80) + 1);
    await ui.press('End');
    frame = await openPreview(ui);
    await drawn(ui, frame, 110);
    await ui.page.waitForTimeout(1500);
  },

  'keeps up with a writer': async (ui) => {
    await ui.type(' ');
    await typeAndWatch(ui, words(16), APART_MS);
    await ui.press('Enter', 'Enter');
    report('typing, 10 keys a second', await typeAndWatch(ui, words(KEYS), APART_MS));
  },

  'keeps up with a key held down': async (ui) => {
    await ui.press('Enter', 'Enter');
    report('30 keys a second', await typeAndWatch(ui, words(KEYS), BURST_MS));
  },
};
