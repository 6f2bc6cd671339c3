// npm run bench: how fast the Fountain model is, as ratios against peers and against itself, all in one run.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Fountain } from 'fountain-js';
import { parse } from '../../src/core/fountain/parse';
import { reparse } from '../../src/core/fountain/reparse';
import type { Script } from '../../src/core/fountain/script';
import { outlineOf, outlineTableOf } from '../../src/core/script/outline';
import { featureScript } from '../support/randomScript';
import { benchBreakdown } from './breakdown';
import { medianOf, row } from './measure';
import { benchPages } from './pages';
import { benchPdf } from './pdf';
import { awParse, fountainParserParse } from './peers';
import { benchSchedule, runOnce } from './schedule';

/**
 * A keystroke in the middle: reparse and an outline after it. Typed letters differ, so that no cache answers twice.
 * Warmed up as long as it is measured: a keystroke is the path that is always warm.
 */
function keystroke(text: string, outline: (script: Script) => unknown): number {
  const start = parse(text);
  outline(start);
  const at = text.indexOf('the', text.length / 2);
  let script: Script = start;
  let typed = 0;
  const type = (): void => {
    script = reparse(script, { offset: at + typed, removed: 0, inserted: typed % 6 === 5 ? ' ' : 'x' });
    outline(script);
    typed++;
  };
  for (let warm = 0; warm < 1000; warm++) {
    type();
  }
  return medianOf(1000, type);
}

function benchScript(name: string, text: string): void {
  const large = Array<string>(10).fill(text).join('\n\n');
  console.log(`\n${name}: ${text.length} characters; times 10: ${large.length}`);
  const ours = medianOf(40, () => parse(text));
  const oursLarge = medianOf(8, () => parse(large));
  const fountainJs = medianOf(8, () => new Fountain().parse(text, true));
  const aw = medianOf(12, () => awParse(text));
  const fountainParser = medianOf(4, () => fountainParserParse(text));
  const key = keystroke(text, outlineTableOf);
  const keyLarge = keystroke(large, outlineTableOf);
  const pause = keystroke(text, outlineOf);
  const pauseLarge = keystroke(large, outlineOf);
  console.log(`  medians in ms: parse ${ours.toFixed(2)}, x10 ${oursLarge.toFixed(2)}, fountain-js ${fountainJs.toFixed(2)}, aw-parser ${aw.toFixed(2)}, fountain-parser ${fountainParser.toFixed(2)}, keystroke ${key.toFixed(4)}, x10 ${keyLarge.toFixed(4)}`);
  row('fountain-js / ours', fountainJs / ours, { least: 10 });
  row('aw-parser / ours', aw / ours, { least: 2 });
  row('fountain-parser / ours', fountainParser / ours);
  row('parse x10 / parse x1', oursLarge / ours, { most: 12 });
  row('keystroke (reparse + outline) / parse', key / ours, { most: 0.05 });
  row('keystroke x10 / keystroke x1', keyLarge / key, { most: 2 });
  // What the sidebar asks for after a pause in typing: every scene with its span.
  row('the same with every span / parse', pause / ours);
  row('the same with every span x10 / x1', pauseLarge / pause);
  benchPages(text);
  benchBreakdown(text);
}

function benchScripts(): void {
  benchScript('A generated feature of 190 scenes', featureScript(190));
  const bigFish = path.resolve('../shared/data/big-fish/big-fish.fountain');
  if (existsSync(bigFish)) {
    benchScript('Big Fish', readFileSync(bigFish, 'utf8'));
  } else {
    console.log('\nBig Fish is not beside the project: its rows are left out.');
  }
  void benchPdf('A generated feature of 190 scenes', featureScript(190), row);
}

// `npm run bench` measures scripts, `npm run bench -- schedule` the engine (some minutes), `-- all` both.
const [part, seed, seconds] = process.argv.slice(2);
if (part === 'schedule-run') {
  runOnce(Number(seed), Number(seconds));
} else {
  if (part !== 'schedule') {
    benchScripts();
  }
  if (part === 'schedule' || part === 'all') {
    benchSchedule();
  }
}
