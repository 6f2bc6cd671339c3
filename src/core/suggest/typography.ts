// Quotes, apostrophes and dashes as the script writes them: a model's habits should not be seen in the writer's page.
import { placedBlocks, type Script } from '../fountain/script';

interface Habit {
  /** What the model wrote. */
  readonly found: RegExp;
  /** When the script never writes it so, and does write it the other way: what to put there. */
  readonly here: string;
  readonly there: RegExp;
}

const HABITS: readonly Habit[] = [
  { found: /[\u2018\u2019]/g, here: "'", there: /'/ },
  { found: /[\u201c\u201d]/g, here: '"', there: /["']/ },
  { found: /\u2026/g, here: '...', there: /\.{3}/ },
  { found: / ?\u2014 ?/g, here: ' -- ', there: / --/ },
  { found: /\u2014/g, here: '--', there: /--/ },
  { found: /'/g, here: '\u2019', there: /\u2019/ },
];

const written = new WeakMap<Script, readonly Habit[]>();

function habitsAgainst(script: Script): readonly Habit[] {
  let against = written.get(script);
  if (!against) {
    const uses = (pattern: RegExp): boolean => {
      const once = new RegExp(pattern.source, 'u');
      for (const { block } of placedBlocks(script)) {
        if (once.test(block.text)) {
          return true;
        }
      }
      return false;
    };
    against = HABITS.filter(({ found, there }) => !uses(found) && uses(there));
    written.set(script, against);
  }
  return against;
}

/** The text with quotes, apostrophes, dots and dashes in the script's own way, where the script has one. */
export function inTypographyOf(script: Script, text: string): string {
  let made = text;
  for (const { found, here } of habitsAgainst(script)) {
    made = made.replace(found, here);
  }
  return made
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}
