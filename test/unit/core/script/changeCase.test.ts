import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { changeCase, nextCase } from '../../../../src/core/script/changeCase';
import { elementsOf } from '../../../../src/core/script/elements';
import { lineKinds } from '../../../../src/core/script/lineKinds';
import { featureScript } from '../../../support/randomScript';

/** The text with the case of `part` changed, so many times. */
function changed(text: string, part: string, times = 1): string {
  let now = text;
  for (let time = 0; time < times; time++) {
    const from = now.toLowerCase().indexOf(part.toLowerCase());
    assert.ok(from >= 0, `${part} is not in ${JSON.stringify(now)}`);
    now = applyEdits(now, changeCase(parse(now), [{ from, to: from + part.length }]));
  }
  return now;
}
const kinds = (text: string): string[] => [...elementsOf(parse(text))].map(({ element }) => element.kind);

describe('nextCase', () => {
  it('goes round: capitals, small letters, titles, sentences', () => {
    assert.equal(nextCase('Rain on Glass. it stops.'), 'RAIN ON GLASS. IT STOPS.');
    assert.equal(nextCase('RAIN ON GLASS. IT STOPS.'), 'rain on glass. it stops.');
    assert.equal(nextCase('rain on glass. it stops.'), 'Rain On Glass. It Stops.');
    assert.equal(nextCase('Rain On Glass. It Stops.'), 'Rain on glass. It stops.');
    assert.equal(nextCase('Rain on glass. It stops.'), 'RAIN ON GLASS. IT STOPS.');
  });

  it('never stands still where there are letters, and has no say where a script has no case', () => {
    assert.deepEqual(['mara', 'MARA', 'Mara', 'маша', 'ΑΒΓ', 'x', 'X'].map(nextCase), ['Mara', 'mara', 'MARA', 'Маша', 'αβγ', 'X', 'x']);
    assert.equal(nextCase('李明 12!'), '李明 12!');
    assert.equal(nextCase("DON'T O'NEILL"), "don't o'neill");
    assert.equal(nextCase("don't o'neill"), "Don't O'Neill");
  });
});

describe('changeCase', () => {
  it('leaves notes, boneyards, scene numbers and title keys as they are', () => {
    assert.equal(changed('int. bar [[Fix me]] - day /* Old */ #12a#\n\nOne.\n', 'int. bar [[Fix me]] - day /* Old */ #12a#'), 'Int. Bar [[Fix me]] - Day /* Old */ #12a#\n\nOne.\n');
    assert.equal(changed('Title: a film\nDraft date: may\n\nText\n', 'Title: a film\nDraft date: may'), 'Title: A Film\nDraft date: May\n\nText\n');
  });

  it('begins no sentence behind a note', () => {
    assert.equal(changed('he [[why?]] goes\n', 'he [[why?]] goes', 2), 'He [[why?]] goes\n');
  });

  it('keeps a cue a cue by an @, and takes it away with the capitals', () => {
    const speech = 'INT. A\n\nMARA (V.O.)\nYou came back.\n';
    assert.equal(changed(speech, 'MARA'), 'INT. A\n\n@mara (V.O.)\nYou came back.\n');
    assert.equal(changed(speech, 'MARA', 2), 'INT. A\n\n@Mara (V.O.)\nYou came back.\n');
    assert.equal(changed(speech, 'MARA (V.O.)', 4), 'INT. A\n\nMARA (V.O.)\nYou came back.\n');
    assert.equal(changed('@李明\n你好。\n', '@李明\n你好。'), '@李明\n你好。\n');
  });

  it('keeps a transition and an action what they are', () => {
    assert.equal(changed('One.\n\nCUT TO:\n\nINT. A\n', 'CUT TO:'), 'One.\n\n> cut to:\n\nINT. A\n');
    assert.equal(changed('One.\n\nCUT TO:\n\nINT. A\n', 'CUT TO:', 4).includes('\nCUT TO:\n'), true);
    assert.equal(changed('One.\n\nLook out.\nHe falls.\n', 'Look out.'), 'One.\n\n!LOOK OUT.\nHe falls.\n');
    assert.equal(changed('One.\n\nLook Out, you.\nHe falls.\n', 'Look out, you.'), 'One.\n\n!LOOK OUT, YOU.\nHe falls.\n');
  });

  it('changes several stretches at once, each from its own case, and keeps CRLF', () => {
    const text = 'one\r\n\r\nTWO\r\n\r\nthree\r\n';
    assert.equal(applyEdits(text, changeCase(parse(text), [{ from: 0, to: 3 }, { from: 7, to: 10 }])), 'One\r\n\r\ntwo\r\n\r\nthree\r\n');
    assert.deepEqual(changeCase(parse('123 !?\n'), [{ from: 0, to: 6 }]), []);
  });

  it('property: every line of the script stays what it is', () => {
    const text = featureScript(10, 3);
    const script = parse(text);
    let changes = 0;
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: 300 }), (from, length) => {
        const edits = changeCase(script, [{ from, to: Math.min(text.length, from + length) }]);
        const after = applyEdits(text, edits);
        assert.deepEqual(lineKinds(parse(after)), lineKinds(script));
        assert.equal(after.replace(/[@!]/g, '').toLowerCase().replace(/> /g, ''), text.toLowerCase().replace(/> /g, ''));
        changes += edits.length;
      }),
      { seed: 7, numRuns: 300 },
    );
    assert.ok(changes > 100);
    assert.ok(kinds(text).includes('transition'));
  });
});
