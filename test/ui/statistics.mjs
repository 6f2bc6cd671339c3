// What the UI tests of the statistics share: a feature to count, and what a writer does in the view.
import assert from 'node:assert/strict';

const PEOPLE = ['MARA', 'DEV', 'OSKAR', 'THE HARBOURMASTER', 'INÉS', 'YOUNG MARA', 'WAITRESS', 'RADIO VOICE', 'MAYOR PELLEGRINO-VANTERPOOL', 'TWIN ONE', 'TWIN TWO', '@שרה', 'DR. OKAFOR', 'NURSE', 'FERRYMAN', 'BARTENDER', 'LITTLE BOY', 'SURGEON'];
const SETS = ['FERRY DECK', 'ALL-NIGHT DINER', "OSKAR'S KITCHEN", 'HARBOUR OFFICE', 'CAR PARK', 'LIGHTHOUSE STAIRS', 'HOSPITAL CORRIDOR', 'BEACH'];
const LINES = ['You came back.', 'I drove around the block until the radio ran out of songs, and then I drove around it again.', 'Say it, then.', 'That is not what I asked you--', 'I thought you were…', 'Nobody told me that the boat was leaving, or that you would be on it, or that I was supposed to wave.', 'No.', 'What do you want me to say?', 'It was real in March.'];
const ACTION = ['Rain on the windows.', 'She puts the letter on the table and does not let go of it. The clock over the counter has stopped. Nobody has noticed, or everybody has, and has decided that it is easier this way.', 'He looks at the door.', 'The engine starts. The whole deck shakes, and one by one the lamps go on along the pier, and the water takes their light and breaks it.'];

/** Numbers from 0 up to 1, the same each time. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A script of so many scenes in three acts, its people coming and going. */
export function feature(scenes, seed = 7) {
  const random = numbers(seed);
  const pick = (from) => from[Math.floor(random() * from.length)];
  const parts = ['Title: The Long Way Down\nAuthor: A. Writer'];
  for (let scene = 0; scene < scenes; scene++) {
    const act = [0, Math.floor(scenes * 0.24), Math.floor(scenes * 0.76)].indexOf(scene);
    if (act >= 0) {
      parts.push(`# ${['Act One: Arrivals', 'Act Two: The Strait', 'Act Three: Landfall'][act]}`);
    }
    parts.push(`${pick(['INT.', 'INT.', 'EXT.', 'INT./EXT.'])} ${pick(SETS)} - ${pick(['DAY', 'NIGHT', 'NIGHT', 'DAWN', 'CONTINUOUS'])} #${scene + 1}#`);
    // The leads most of the time; others for a stretch of the story each.
    const present = PEOPLE.filter((_, index) => (index < 3 ? random() < 0.7 - index * 0.12 : Math.abs(scene / scenes - (index % 9) / 9) < 0.16 && random() < 0.35));
    const beats = 2 + Math.floor(random() * random() * 22);
    for (let beat = 0; beat < beats; beat++) {
      parts.push(present.length === 0 || random() < 0.34 ? pick(ACTION) : `${pick(present)}\n${pick(LINES)}`);
    }
  }
  return `${parts.join('\n\n')}\n`;
}

export async function openStatistics(ui) {
  // Once the bar counts, VS Code knows that a script is open, and offers what can be done with one.
  await ui.statusBar(/^p\. \d+ of \d+/).waitFor();
  await ui.command('Backlot: Show Statistics');
  const view = await ui.frame('#statistics h1');
  await view.locator('#statistics h1').waitFor();
  await ui.page.waitForTimeout(700);
  return view;
}

/** The whole view in one picture, however long it is. */
export async function wholePicture(ui, view, name) {
  const parts = ['rhythm', 'characters', 'exchanges', 'interruptions', 'scenes', 'sets'];
  for (const part of parts) {
    const heading = view.locator(`#part-${part}`);
    if ((await heading.count()) > 0) {
      await heading.evaluate((node) => node.scrollIntoView({ block: 'start' }));
      await ui.page.waitForTimeout(150);
      await ui.picture(`${name}-${part}`);
    }
  }
  await view.evaluate(() => window.scrollTo(0, 0));
}

/** Nothing of the view is wider than the view. */
export async function fits(view) {
  const [inner, outer] = await view.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(inner <= outer, `the view is ${inner} wide in ${outer}`);
}
