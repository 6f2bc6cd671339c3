import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { elementsOf } from '../../../../src/core/script/elements';
import { compareNumbers, numberBetween } from '../../../../src/core/script/sceneNumberBetween';
import { addNumbers, filledNumbers, numberedHeadings, removeNumbers, renumber, type NumberingResult } from '../../../../src/core/script/sceneNumbers';
import { signatureOf } from '../../../../src/core/script/signatures';
import { featureScript, randomFrom, randomText } from '../../../support/randomScript';

function after(text: string, result: NumberingResult): string {
  assert.ok(result.ok, 'refused');
  return applyEdits(text, result.edits);
}
const added = (text: string): string => after(text, addNumbers(parse(text)));
const removed = (text: string): string => after(text, removeNumbers(parse(text)));
const renumbered = (text: string, first = 1, keepSpecial = false): string => after(text, renumber(parse(text), first, keepSpecial));
const between = (before: string | undefined, behind: string | undefined, ...taken: string[]): string =>
  numberBetween(before, behind, new Set([before, behind, ...taken].filter((each) => each !== undefined).map((each) => each.toUpperCase())));

describe('numberBetween', () => {
  it('gives the numbers of a shooting script', () => {
    assert.equal(between('12', '13'), '12A');
    assert.equal(between('12A', '13'), '12B');
    assert.equal(between('12', '12A'), 'A12A');
    assert.equal(between('A12A', '12A'), 'B12A');
    assert.equal(between('12A', '12B'), '12AA');
    assert.equal(between('12AA', '12B'), '12AB');
    assert.equal(between('12A', '12AA'), 'A12AA');
    assert.equal(between(undefined, '1'), 'A1');
    assert.equal(between('A1', '1'), 'B1');
    assert.equal(between(undefined, 'A1'), 'AA1');
    assert.equal(between('A12A', 'B12A'), 'AB12A');
  });

  it('goes on with whole numbers at the end, from 1 in an empty script', () => {
    assert.equal(between('120', undefined), '121');
    assert.equal(between('120B', undefined), '121');
    assert.equal(between(undefined, undefined), '1');
  });

  it('passes over I and O, which are read as 1 and 0, and goes on behind Z', () => {
    assert.equal(between('12H', '13'), '12J');
    assert.equal(between('12N', '13'), '12P');
    assert.equal(between('12Z', '13'), '12ZA');
  });

  it('never reuses the number of a scene that was cut or that stands elsewhere', () => {
    assert.equal(between('12', '14'), '12A');
    assert.equal(between('12', '13', '12A'), '12B');
    assert.equal(between('12', undefined, '13'), '14');
  });

  it('keeps small letters small, and adds to numbers of the writer’s own making', () => {
    assert.equal(between('1a', '2'), '1b');
    assert.equal(between('I-1-A', 'I-2'), 'I-1-AA');
    assert.equal(between('1.', '2.'), '1.A');
  });

  it('belongs to the scene before it where scenes are out of order', () => {
    assert.equal(between('40', '13'), '40A');
  });

  it('property: whatever numbers were made before, the next one stands strictly between its neighbours', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
        const numbers = ['1', '2', '3'];
        for (const place of places) {
          const at = place % (numbers.length + 1);
          const made = numberBetween(numbers[at - 1], numbers[at], new Set(numbers));
          assert.ok(!numbers.includes(made));
          numbers.splice(at, 0, made);
        }
        for (let at = 1; at < numbers.length; at++) {
          assert.ok(compareNumbers(numbers[at - 1] ?? '', numbers[at] ?? '') < 0, `${numbers[at - 1]} before ${numbers[at]}`);
        }
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});

describe('scene numbers', () => {
  const plain = 'Title: T\n\nINT. A - DAY\n\nOne.\n\n.FORCED\nTwo.\n\nEXT. УЛИЦА - НОЧЬ\n\nThree.\n';

  it('numbers every heading, forced and non-Latin ones too, and takes the numbers out again', () => {
    const numbered = 'Title: T\n\nINT. A - DAY #1#\n\nOne.\n\n.FORCED #2#\nTwo.\n\nEXT. УЛИЦА - НОЧЬ #3#\n\nThree.\n';
    assert.equal(added(plain), numbered);
    assert.equal(removed(numbered), plain);
  });

  it('keeps the numbers there are, and gives new scenes letters', () => {
    assert.equal(added('INT. NEW\n\nINT. A #12#\n\nINT. B\n\nINT. C\n\nINT. D #13#\n\nINT. E\n'), 'INT. NEW #A12#\n\nINT. A #12#\n\nINT. B #12A#\n\nINT. C #12B#\n\nINT. D #13#\n\nINT. E #14#\n');
    assert.deepEqual(filledNumbers(['12', undefined, '12A']), ['12', 'A12A', '12A']);
  });

  it('numbers anew from any first number, with the writer’s own numbers kept where asked', () => {
    const text = 'INT. A #4#\n\nINT. B #4A#\n\nINT. C\n\nINT. D #I-1-A#\n\nINT. E #9#\n';
    assert.equal(renumbered(text), 'INT. A #1#\n\nINT. B #2#\n\nINT. C #3#\n\nINT. D #4#\n\nINT. E #5#\n');
    assert.equal(renumbered(text, 101, true), 'INT. A #101#\n\nINT. B #4A#\n\nINT. C #102#\n\nINT. D #I-1-A#\n\nINT. E #103#\n');
  });

  it('leaves notes, spaces and line ends alone', () => {
    assert.equal(added('INT. A [[red]]  \r\n\r\nINT. B\r\n'), 'INT. A [[red]] #1#  \r\n\r\nINT. B #2#\r\n');
    assert.equal(renumbered('INT. A #7# [[red]]\n\nINT. /* x */ B  #8# \n'), 'INT. A #1# [[red]]\n\nINT. /* x */ B  #2# \n');
    assert.equal(added('INT. A [[two\nlines]]\n\nOne.\n'), 'INT. A #1# [[two\nlines]]\n\nOne.\n');
    assert.equal(removed('INT. A #7# [[red]]\n'), 'INT. A [[red]]\n');
    assert.equal(renumbered('INT. A #1[[n]]2#\n'), 'INT. A #1[[n]]#\n');
  });

  it('does nothing where nothing is to do', () => {
    for (const text of ['', 'No scenes.\n', 'INT. A #1#\n\nINT. B #2#\n']) {
      assert.deepEqual(addNumbers(parse(text)).ok && addNumbers(parse(text)), { ok: true, edits: [], numbers: numberedHeadings(parse(text)).map(({ number }) => number) });
    }
  });

  it('property: numbers put in and taken out leave the script as it was, and nothing else is ever touched', () => {
    const others = (text: string): string[] => [...elementsOf(parse(text))].map(({ element }) => (element.kind === 'sceneHeading' ? `heading ${element.forced} ${element.text.replace(/\s+/gu, '')}` : signatureOf(element)));
    let numbered = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const random = randomFrom(seed);
      const text = seed % 20 === 0 ? featureScript(12, seed) : randomText(random, 2 + Math.floor(random() * 25));
      const script = parse(text);
      const result = addNumbers(script);
      assert.ok(result.ok, `seed ${seed} is refused`);
      const full = applyEdits(text, result.edits);
      assert.equal(others(full).join('\n'), others(text).join('\n'), `seed ${seed}`);
      assert.ok(numberedHeadings(parse(full)).every(({ number }) => number !== undefined), `seed ${seed}`);
      if (numberedHeadings(script).every(({ number }) => number === undefined)) {
        assert.equal(removed(full), text, `seed ${seed}`);
        numbered += result.edits.length;
      }
      assert.equal(added(full), full);
      const bare = removed(full);
      assert.equal(others(bare).join('\n'), others(text).join('\n'), `seed ${seed}`);
    }
    assert.ok(numbered > 100, `only ${numbered} headings were tried`);
  });
});
