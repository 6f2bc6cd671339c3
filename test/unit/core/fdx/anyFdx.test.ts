// Final Draft files of any paragraphs in any order, styles and notes anywhere: no word is lost, and what is made is Fountain that stays.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { dualCues } from '../../../../src/core/script/dualDialogue';
import { converted, elementsIn, roundTrip } from './sameScript';

const TYPES = ['Scene Heading', 'Action', 'General', 'Character', 'Parenthetical', 'Dialogue', 'Dialogue', 'Transition', 'Shot', 'Singing', 'Cast List', 'New Act', 'Stage Directions', 'Outline 1', 'Outline Body', ''];
const STYLES = ['', '', 'Bold', 'Italic', 'Bold+Italic', 'Underline', 'Bold+Underline', 'AllCaps', 'Strikeout'];
const WORDS = ['INT. HOUSE - DAY', 'EXT. STREET #12A#', 'MARA', 'DEV (V.O.)', '李明', 'CUT TO:', 'Title: a film', '(beat)', 'word', '=', '===', '#', '~', '!', '.dot', '@', '>', '<', '*', '**', '_', '[[', ']]', '/*', '*/', ' ', '  ', '\n', '\n\n', '\t', '^', '😀', '…'];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => words.join(''));
const run = fc.record({ style: fc.constantFrom(...STYLES), text, note: fc.option(fc.constantFrom('ask', 'two ]] three', 'four\nfive'), { freq: 8 }) });
const paragraph = fc.record({ type: fc.constantFrom(...TYPES), runs: fc.array(run, { maxLength: 3 }), newPage: fc.boolean(), alignment: fc.constantFrom('Left', 'Left', 'Center', 'Right') });

type Paragraph = typeof paragraph extends fc.Arbitrary<infer T> ? T : never;

function xmlOf({ type, runs, newPage, alignment }: Paragraph): string {
  const inner = runs.map((each) => `<Text Style="${each.style}">${escape(each.text)}</Text>${each.note === null ? '' : `<ScriptNote>${each.note.split('\n').map((line) => `<Paragraph><Text>${line}</Text></Paragraph>`).join('')}</ScriptNote>`}`);
  return `<Paragraph Type="${type}" Alignment="${alignment}" StartsNewPage="${newPage ? 'Yes' : 'No'}">${inner.join('')}</Paragraph>`;
}

const file = (content: string): string => `<FinalDraft DocumentType="Script" Version="5"><Content>${content}</Content></FinalDraft>`;
/** Letters and digits, in capitals: what must be there again, whatever stands between. */
const lettersOf = (words: string): string => (words.match(/[\p{L}\p{N}]+/gu) ?? []).join('').toUpperCase();

describe('any Final Draft file', () => {
  it('loses no letter of a run or a note', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
        const letters = lettersOf(converted(file(paragraphs.map(xmlOf).join(''))).fountain);
        for (const { runs } of paragraphs) {
          for (const each of runs) {
            assert.ok(letters.includes(lettersOf(each.text)), `${JSON.stringify(each.text)} in ${letters}`);
            assert.ok(each.note === null || letters.includes(lettersOf(each.note)));
          }
        }
      }),
      { numRuns: 600, seed: 1 },
    );
  });

  it('makes Fountain that goes to Final Draft and back as it is', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), (paragraphs) => {
        const { fountain } = converted(file(paragraphs.map(xmlOf).join('')));
        assert.deepEqual(elementsIn(roundTrip(fountain)), elementsIn(fountain));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('keeps two speeches side by side, whatever is said in them', () => {
    const said = text.filter((words) => lettersOf(words) !== '' && !/[=[\]/*~]/.test(words));
    fc.assert(
      fc.property(said, said, (left, right) => {
        const speech = (name: string, words: string): string => `<Paragraph Type="Character"><Text>${name}</Text></Paragraph><Paragraph Type="Dialogue"><Text>${escape(words)}</Text></Paragraph>`;
        const { fountain } = converted(file(`<Paragraph><DualDialogue>${speech('BRICK', left)}${speech('STEEL', right)}</DualDialogue></Paragraph>`));
        assert.equal(dualCues(parse(fountain)).size, 1, fountain);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
