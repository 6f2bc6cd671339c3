// npm run fuzz [-- COUNT [SEED]]: random texts through parse and reparse. A million by default; a short run is in npm test.
import { applyEdit } from '../../src/core/edits/edit';
import { inlineMarks, plainText, printedText } from '../../src/core/fountain/inline';
import { parse } from '../../src/core/fountain/parse';
import { reparse } from '../../src/core/fountain/reparse';
import { textOf, type Script } from '../../src/core/fountain/script';
import { charactersOf } from '../../src/core/script/characters';
import { dualDialogueOf } from '../../src/core/script/dualDialogue';
import { elementsOf } from '../../src/core/script/elements';
import { locationsOf } from '../../src/core/script/locations';
import { outlineOf } from '../../src/core/script/outline';
import { randomEdit, randomFrom, randomText } from '../support/randomScript';

/** What is wrong with a script of `text`, or undefined. */
function faultOf(script: Script, text: string): string | undefined {
  if (textOf(script) !== text) {
    return 'the blocks are not the text';
  }
  let end = 0;
  for (const { element, from, to } of elementsOf(script)) {
    if (from < end || to < from || to > text.length) {
      return `${element.kind} at ${from}..${to} overlaps what ends at ${end}`;
    }
    end = to;
    if ('text' in element) {
      inlineMarks(element.text);
      plainText(printedText(element.text));
    }
  }
  outlineOf(script);
  charactersOf(script);
  locationsOf(script);
  dualDialogueOf(script);
  return undefined;
}

function shapeOf(script: Script): string {
  return JSON.stringify(script.chunks.flatMap((chunk) => chunk.blocks));
}

/** Tries one random text, then one random edit of it. Returns what went wrong, or undefined. */
function tryOne(seed: number): string | undefined {
  const random = randomFrom(seed);
  const text = randomText(random, 1 + Math.floor(random() * 24));
  try {
    const script = parse(text);
    const edit = randomEdit(random, text);
    const edited = applyEdit(text, edit);
    const after = reparse(script, edit);
    const fault = faultOf(script, text) ?? faultOf(after, edited);
    if (fault !== undefined) {
      return fault;
    }
    return shapeOf(after) === shapeOf(parse(edited)) ? undefined : 'reparse differs from parse';
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : 'threw';
  }
}

const count = Number(process.argv[2] ?? 1_000_000);
const first = Number(process.argv[3] ?? 1);
let failed = 0;
for (let seed = first; seed < first + count && failed < 10; seed++) {
  const fault = tryOne(seed);
  if (fault !== undefined) {
    failed++;
    console.error(`seed ${seed}: ${fault}\n  ${JSON.stringify(randomText(randomFrom(seed), 24)).slice(0, 400)}`);
  }
}
console.log(`${count - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
