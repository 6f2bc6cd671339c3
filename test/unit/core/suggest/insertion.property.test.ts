// Whatever is accepted leaves everything around it as it was: random scripts, hostile alternatives, a judge of its own.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { textOf, type Script } from '../../../../src/core/fountain/script';
import { elementsOf } from '../../../../src/core/script/elements';
import { speechesOf, type Speech } from '../../../../src/core/script/speeches';
import { checkAlternative } from '../../../../src/core/suggest/checkAlternative';
import { insertableSource } from '../../../../src/core/suggest/insertion';

/** Every element with its source, its place counted from the nearer end of the text, and all it says. */
function described(script: Script, text: string, speech: { readonly from: number; readonly to: number }): { outside: string[]; inside: string[] } {
  const outside: string[] = [];
  const inside: string[] = [];
  for (const { element, from, to } of elementsOf(script)) {
    const place = to <= speech.from ? `at ${from}` : `${text.length - from} from the end`;
    const { from: _from, to: _to, line: _line, endLine: _endLine, ...said } = element;
    if (from >= speech.from && to <= speech.to) {
      inside.push(element.kind);
    } else {
      outside.push(`${place}: ${text.slice(from, to)} ${JSON.stringify(said)}`);
    }
  }
  return { outside, inside };
}

/** Notes and boneyards of the script by their source, in order; outside the speech and inside it. */
function marksOf(script: Script, speech: { readonly from: number; readonly to: number }): { outside: string[]; inside: string[] } {
  const found: { outside: string[]; inside: string[] } = { outside: [], inside: [] };
  let offset = 0;
  for (const block of script.chunks.flatMap((chunk) => chunk.blocks)) {
    for (const mark of block.marks) {
      const within = offset + mark.from >= speech.from && offset + mark.to <= speech.to;
      found[within ? 'inside' : 'outside'].push(block.text.slice(mark.from, mark.to));
    }
    offset += block.text.length;
  }
  return found;
}

function assertNothingElseChanged(script: Script, speech: Speech, inserted: string): void {
  const text = textOf(script);
  const after = text.slice(0, speech.from) + inserted + text.slice(speech.to);
  const changed = parse(after);
  const place = { from: speech.from, to: speech.from + inserted.length };
  const [was, is] = [described(script, text, speech), described(changed, after, place)];
  assert.deepEqual(is.outside, was.outside);
  assert.ok(is.inside.length > 0 && is.inside.every((kind) => ['dialogue', 'parenthetical', 'lyrics'].includes(kind)));
  assert.deepEqual(marksOf(changed, place), marksOf(script, speech));
  const said = speechesOf(changed).filter(({ from }) => from === speech.from);
  assert.equal(said.length, 1);
  assert.equal(said[0]?.to, place.to);
  assert.deepEqual(said[0].cue, speech.cue);
  assert.equal(speechesOf(changed).length, speechesOf(script).length);
}

const LINES = [
  'INT. KITCHEN - NIGHT', '.FORCED', 'She goes.', '!MARA', 'MARA', 'TOBIAS (V.O.)', '@McCLANE', 'HENRIK ^', '(beat)', 'Yes, I know.', '~ la la',
  'CUT TO:', '> FADE OUT.', '> centred <', '# Act', '= synopsis', '[[note]]', '[[note', 'over two]]', ']]', '/* cut */', '/*', '*/', 'a [[b]] c /* d */ e',
  '===', '', '', '', '  ', '   ', ' ', '\t', 'Title: x', '*it*', '**bold', '_u_', '\\*', '你好。', 'ÉLÉONORE', 'x /*', 'y */', '[[', 'No (never).',
];
const SCRAPS = [
  ...LINES, '\n', '\n\n', '\r\n', '\r', '\n  \n', ' ', '  ', '"', '\u201c', '\u201d', '(', ')', '((', '*', '**', '_', '~', '>', '<', '@', '!', '.', '#', '=', '^', ':',
  '1. ', '- ', '```', '\\', '\\n', '\u2028', '\u0000', '\ufeff', '\ud83d', '\u{1f600}', 'MARA: ', 'TOBIAS\n', '{"text":"x"}', '（小声）', 'la', 'I never said so.', 'Go. ',
];

const script = fc
  .tuple(fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 24 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
  .map(([lines, end, cue]) => parse((cue ? [...lines, '', 'MARA', 'Yes.', ''] : lines).join(end)));
const alternative = fc.oneof(
  fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SCRAPS) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }), { maxLength: 10 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...LINES, 'I never said so.'), { maxLength: 6 }).map((lines) => lines.join('\n')),
);

describe('insertion', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('accepts nothing that changes anything but its speech', () => {
    let accepted = 0;
    fc.assert(
      fc.property(script, fc.nat(), alternative, fc.option(fc.constant('long, with a parenthetical'), { nil: undefined }), (made, pick, text, direction) => {
        const speeches = speechesOf(made);
        const speech = speeches[pick % Math.max(1, speeches.length)];
        if (!speech) {
          return;
        }
        const checked = checkAlternative({ script: made, speech, accepted: [], ...(direction !== undefined && { direction }) }, { text });
        if (checked.ok) {
          accepted++;
          assertNothingElseChanged(made, speech, checked.text);
        }
      }),
      { numRuns: 10_000 },
    );
    assert.ok(accepted > 1500, `only ${accepted} were accepted: the proof must not be empty`);
  });

  it('proves each source by itself, even for words that were not cleaned', () => {
    fc.assert(
      fc.property(script, fc.nat(), alternative, (made, pick, words) => {
        const speeches = speechesOf(made);
        const speech = speeches[pick % Math.max(1, speeches.length)];
        const source = speech && insertableSource(made, speech, words);
        if (speech && source !== undefined) {
          assertNothingElseChanged(made, speech, source);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('takes plain words for every speech of a feature (../shared/data/big-fish)', function () {
    const file = '../shared/data/big-fish/big-fish.fountain';
    if (!existsSync(file)) {
      console.log(`      skipped: no ${file} here`);
      this.skip();
    }
    const feature = parse(readFileSync(file, 'utf8'));
    const step = 31; // a part of them is proof enough, and quick
    for (const speech of speechesOf(feature).filter((_, index) => index % step === 0)) {
      const checked = checkAlternative({ script: feature, speech, accepted: [] }, { text: 'Ask the harbour master.\n\nHe keeps a book.' });
      assert.ok(checked.ok);
      assertNothingElseChanged(feature, speech, checked.text);
    }
  });
});
