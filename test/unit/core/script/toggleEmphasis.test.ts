import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { elementsOf } from '../../../../src/core/script/elements';
import { signatureOf } from '../../../../src/core/script/signatures';
import { toggleEmphasis, type Emphasis } from '../../../../src/core/script/toggleEmphasis';
import { featureScript, randomFrom, randomText } from '../../../support/randomScript';

/** Toggles at the selection that `‹` and `›` mark, or at the caret `|`; gives the text with the selection marked again. */
function toggle(marked: string, emphasis: Emphasis): string {
  const caret = marked.indexOf('|');
  const text = marked.replace(/[‹›|]/g, '');
  const from = caret >= 0 ? caret : marked.indexOf('‹');
  const to = caret >= 0 ? caret : marked.indexOf('›') - 1;
  const { edits, selections } = toggleEmphasis(parse(text), [{ from, to }], emphasis);
  const after = applyEdits(text, edits);
  const [selection] = selections;
  assert.ok(selection);
  return selection.from === selection.to ? `${after.slice(0, selection.from)}|${after.slice(selection.from)}` : `${after.slice(0, selection.from)}‹${after.slice(selection.from, selection.to)}›${after.slice(selection.to)}`;
}

describe('toggleEmphasis', () => {
  it('puts marks around what is selected, and takes them away again, the words still selected', () => {
    for (const [emphasis, mark] of [['bold', '**'], ['italic', '*'], ['underline', '_']] as const) {
      const on = `She ${mark}‹turns away›${mark}.\n`;
      assert.equal(toggle('She ‹turns away›.\n', emphasis), on);
      assert.equal(toggle(on, emphasis), 'She ‹turns away›.\n');
      assert.equal(toggle(`She ‹${mark}turns away${mark}›.\n`, emphasis), 'She ‹turns away›.\n');
    }
  });

  it('means the word at the caret, or all of the stretch it stands in', () => {
    assert.equal(toggle('She tu|rns.\n', 'bold'), 'She **tu|rns**.\n');
    assert.equal(toggle('She turns|.\n', 'italic'), 'She *turns|*.\n');
    assert.equal(toggle('|Über-Ich!\n', 'underline'), '_|Über-Ich_!\n');
    assert.equal(toggle('She **tur|ns away**.\n', 'bold'), 'She tur|ns away.\n');
  });

  it('gives marks to type between where there is no word, and takes them away when nothing was typed', () => {
    assert.equal(toggle('She | turns.\n'.replace(' |', ' - |'), 'bold'), 'She - **|** turns.\n');
    assert.equal(toggle('She - **|** turns.\n', 'bold'), 'She - | turns.\n');
  });

  it('lets several emphases stand around the same words', () => {
    assert.equal(toggle('**‹Now›**\n', 'italic'), '***‹Now›***\n');
    assert.equal(toggle('***‹Now›***\n', 'bold'), '*‹Now›*\n');
    assert.equal(toggle('***‹Now›***\n', 'italic'), '**‹Now›**\n');
    assert.equal(toggle('_**‹Now›**_\n', 'underline'), '**‹Now›**\n');
    assert.equal(toggle('**_‹Now›_**\n', 'bold'), '_‹Now›_\n');
  });

  it('takes an emphasis out of the middle, and joins it again', () => {
    assert.equal(toggle('**one ‹two› three**\n', 'bold'), '**one** ‹two› **three**\n');
    assert.equal(toggle('**one** ‹two› **three**\n', 'bold'), '**one ‹two› three**\n');
    assert.equal(toggle('‹one **two› three**\n', 'bold'), '**‹one two› three**\n');
    assert.equal(toggle('‹one **two** three›\n', 'bold'), '**‹one two three›**\n');
  });

  it('marks every line of a selection by itself, spaces and forcing marks left outside', () => {
    assert.equal(toggle('MARA\n(‹beat)\nOne  \n~Two\r\n\r\n!THREE \n›', 'bold'), 'MARA\n(**‹beat**)\n**One**  \n~**Two**\r\n\r\n!**THREE** \n›');
    assert.equal(toggle('‹> Centred <\n›', 'italic'), '‹> *Centred* <\n›');
    assert.equal(toggle('INT. A\n\n‹MARA ^›\nHi.\n', 'bold'), 'INT. A\n\n**‹MARA** ^›\nHi.\n');
  });

  it('leaves a line alone where marks would print or make something else of it', () => {
    assert.equal(toggle('INT. A #‹12›#\n\nOne.\n', 'bold'), 'INT. A #‹12›#\n\nOne.\n');
    assert.equal(toggle('One [[a ‹note]] two› three\n', 'bold'), 'One [[a ‹note]] two› three\n');
  });

  it('marks all of a long script but the lines that would become something else', () => {
    const text = `INT. A - DAY\n\n${'She waits.\n\n'.repeat(1500)}CUT TO:\n\n${'One.\n'.repeat(800)}a * b [[\n*/]]\nTwo.\n`;
    const all = { from: 0, to: text.length };
    const on = toggleEmphasis(parse(text), [all], 'bold');
    const after = applyEdits(text, on.edits);
    assert.equal(after.split('**She waits.**\n').length, 1501);
    assert.equal(after.split('**One.**\n').length, 801);
    assert.match(after, /^INT\. A - DAY\n[^]*\nCUT TO:\n[^]*\n\*\*Two\.\*\*\n$/);
    assert.equal(applyEdits(after, toggleEmphasis(parse(after), on.selections, 'bold').edits), text);
  });

  it('property: a script all selected says the same, marks apart, and every line that can have them has them', () => {
    const said = (text: string): string => JSON.stringify([...elementsOf(parse(text))].map(({ element, line }) => [line, signatureOf(element).replace(/[*_]/g, '')]));
    let marked = 0;
    let leftOut = 0;
    for (let seed = 1; seed <= 90; seed++) {
      const random = randomFrom(seed);
      const text = (seed % 3 === 0 ? featureScript(1, seed) : randomText(random, 4 + Math.floor(random() * 30))).replace(/[*_\\]/g, '');
      const { edits } = toggleEmphasis(parse(text), [{ from: 0, to: text.length }], 'bold');
      const after = applyEdits(text, edits);
      assert.equal(after.replace(/\*/g, ''), text, `seed ${seed}`);
      assert.equal(said(after), said(text), `seed ${seed}`);
      const [lines, now] = [text.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/)];
      let from = 0;
      for (const [index, line] of lines.entries()) {
        from = index === 0 ? 0 : text.indexOf(line, from);
        const alone = line !== '' && toggleEmphasis(parse(text), [{ from, to: from + line.length }], 'bold').edits.length > 0;
        if (alone && now[index] !== line) {
          marked += 1;
        } else if (!alone && line !== '') {
          leftOut += 1;
          assert.equal(now[index], line, `seed ${seed}, line ${index}`);
        }
        // In a heap of marks one line may stand in another's way: both are then left as they are.
        assert.ok(!alone || now[index] !== line || seed % 3 > 0, `seed ${seed}: ${line}`);
        from += line.length;
      }
    }
    assert.ok(marked > 300 && leftOut > 40, `${marked} ${leftOut}`);
  });

  it('property: twice is as before, and nothing but marks ever changes', () => {
    const text = featureScript(8, 5);
    const script = parse(text);
    const kinds = [...elementsOf(script)].map(({ element }) => element.kind).join();
    let tried = 0;
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: 120 }), fc.constantFrom<Emphasis>('bold', 'italic', 'underline'), (from, length, emphasis) => {
        const selection = { from, to: Math.min(text.length, from + length) };
        const first = toggleEmphasis(script, [selection], emphasis);
        const on = applyEdits(text, first.edits);
        assert.equal([...elementsOf(parse(on))].map(({ element }) => element.kind).join(), kinds);
        if (!text.slice(selection.from - 80, selection.to + 80).includes('*')) {
          const second = toggleEmphasis(parse(on), first.selections, emphasis);
          assert.equal(applyEdits(on, second.edits), text);
          assert.deepEqual(second.selections, [selection]);
          tried += first.edits.length;
        }
      }),
      { seed: 11, numRuns: 200 },
    );
    assert.ok(tried > 150);
  });
});
