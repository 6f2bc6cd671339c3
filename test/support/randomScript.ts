// Random and real-looking scripts for property tests: seeded, so that a failure can be repeated.

/** A small seeded generator (mulberry32): numbers from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) {
    throw new RangeError('nothing to pick from');
  }
  return chosen;
}

// Everything that decides anything in Fountain, so that random text falls into all of the parser's corners.
const FRAGMENTS = [
  '\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '  \n', ' \n', '\t\n', ' ', '   ', '\t',
  'INT. HOUSE - DAY', 'EXT. STREET - NIGHT #12A#', 'int/ext car', 'I/E. VAN - DUSK', '.FORCED', '..dots', 'Est une femme.',
  'MARA', 'DEV (V.O.)', '@McAdam', 'ЖАННА', 'MARA ^', 'R2D2 (on phone) ^', '23', '李明',
  'You came back.', 'lower case prose', '(beat)', '(', ')', '~la la la', '!BANG', '!', '> CUT TO:', '> centred <', 'CUT TO:', 'FADE OUT.', 'CUT TO: ',
  '# Act One', '## Sequence', '= what happens', '===', '==', '[[', ']]', '[[note]]', '/*', '*/', '/* gone */', '*', '**', '_', '\\*',
  'Title: A Film', 'Author:', '    Me', 'key: value', '\u{feff}', '\u2028', '\f', '\u00a0', '\u3000', '😀', '\0', 'e\u0301',
] as const;

/** Text made of what decides things in Fountain, in no order. */
export function randomText(random: () => number, pieces: number): string {
  let text = '';
  for (let at = 0; at < pieces; at++) {
    text += pick(random, FRAGMENTS);
  }
  return text;
}

const PEOPLE = ['MARA', 'DEV', 'THE HARBOURMASTER', 'YOUNG MARA', 'OSKAR', 'INÉS', 'WAITRESS', 'RADIO'] as const;
const SETS = ['FERRY DECK', 'ALL-NIGHT DINER', "OSKAR'S KITCHEN", 'HARBOUR OFFICE', 'CAR PARK', 'STAIRWELL'] as const;
const TIMES = ['DAY', 'NIGHT', 'DAWN', 'LATER', 'CONTINUOUS'] as const;
const WORDS =
  'the a of to and she he they turns looks waits door window hand light rain glass slowly never again table coat water rope boat money letter knows says leaves stays quiet loud old new cold warm half whole first last before after under over through against nothing everything someone nobody street harbour morning'.split(
    ' ',
  );

/** `count` words of prose, as a sentence or more. */
export function randomProse(random: () => number, count: number): string {
  const words: string[] = [];
  for (let at = 0; at < count; at++) {
    words.push(pick(random, WORDS));
  }
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A script of so many scenes in the proportions of a produced feature (190 scenes are about 120 pages). */
export function featureScript(scenes: number, seed = 1): string {
  const random = randomFrom(seed);
  const parts = ['Title: The Long Way Down\nCredit: written by\nAuthor: A. Writer\n'];
  for (let scene = 1; scene <= scenes; scene++) {
    if (scene % 24 === 1) {
      parts.push(`# Sequence ${Math.ceil(scene / 24)}`);
    }
    const number = scene % 7 === 0 ? ` #${scene}#` : '';
    parts.push(`${pick(random, ['INT.', 'EXT.', 'INT./EXT.'])} ${pick(random, SETS)} - ${pick(random, TIMES)}${number}`);
    if (scene % 5 === 0) {
      parts.push(`= ${randomProse(random, 9)}`);
    }
    const beats = 3 + Math.floor(random() * 10);
    for (let beat = 0; beat < beats; beat++) {
      parts.push(random() < 0.5 ? randomAction(random) : randomSpeech(random));
    }
    if (random() < 0.18) {
      parts.push(pick(random, ['CUT TO:', '> FADE OUT.', 'DISSOLVE TO:']));
    }
  }
  return `${parts.join('\n\n')}\n`;
}

function randomAction(random: () => number): string {
  const prose = randomProse(random, 6 + Math.floor(random() * 30));
  return random() < 0.04 ? `${prose} [[check this]]` : prose;
}

function randomSpeech(random: () => number): string {
  const extension = random() < 0.1 ? pick(random, [' (V.O.)', ' (O.S.)', " (CONT'D)"]) : '';
  const parenthetical = random() < 0.12 ? '(beat)\n' : '';
  const emphasis = random() < 0.06 ? ' *Really*.' : '';
  return `${pick(random, PEOPLE)}${extension}\n${parenthetical}${randomProse(random, 3 + Math.floor(random() * 18))}${emphasis}`;
}

/** A random edit of a text: typing, deleting, pasting fragments, splitting and joining lines. */
export function randomEdit(random: () => number, text: string): { offset: number; removed: number; inserted: string } {
  const offset = Math.floor(random() * (text.length + 1));
  const most = random() < 0.1 ? text.length - offset : Math.min(text.length - offset, Math.floor(random() * 12));
  const removed = random() < 0.5 ? 0 : Math.floor(random() * (most + 1));
  const inserted = random() < 0.25 ? '' : randomText(random, 1 + Math.floor(random() * 3));
  return { offset, removed, inserted };
}
