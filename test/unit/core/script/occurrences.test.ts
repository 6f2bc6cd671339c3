import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { placedBlocks } from '../../../../src/core/fountain/script';
import { charactersOf } from '../../../../src/core/script/characters';
import { headingParts } from '../../../../src/core/script/heading';
import { firstAppearance, occurrencesOf } from '../../../../src/core/script/occurrences';
import { renameCharacter } from '../../../../src/core/script/renameCharacter';
import { isWithin, partsOfSet, setKey, setPartsOf } from '../../../../src/core/script/setPlace';
import { subjectAt, type Subject } from '../../../../src/core/script/subjects';
import { featureScript, randomFrom, randomText } from '../../../support/randomScript';

/** The subject where `|` stands. */
function at(marked: string): { text: string; subject: Subject | undefined } {
  const text = marked.replace('|', '');
  return { text, subject: subjectAt(parse(text), marked.indexOf('|')) };
}
const said = (marked: string): unknown => {
  const { text, subject } = at(marked);
  return subject && [subject.kind === 'set' ? subject.path.join('/') : subject.name, text.slice(subject.from, subject.to)];
};

const SPEECH = "\n\nMARA\nYes.\n\nHOUSE\nNo.\n\nMR. O'NEIL\nPerhaps.\n\n@李明\n好。\n\nWILL\nI will.\n";

describe('subjectAt', () => {
  const cases: readonly (readonly [string, string | undefined, string?])[] = [
    ['INT. FE|RRY - NIGHT', 'FERRY', 'FERRY'],
    ['INT. FERRY| - NIGHT #3#', 'FERRY', 'FERRY'],
    ['IN|T. FERRY - NIGHT', undefined],
    ['INT. FERRY - NI|GHT', undefined],
    ['INT. FERRY - NIGHT #|3#', undefined],
    ['int. ferry – dec|k – day', 'FERRY/DECK', 'deck'],
    ['INT. FER|RY - DECK - DAY', 'FERRY', 'FERRY'],
    ['.THE  *VO|ID*', 'THE VOID', 'THE  *VOID'],
    ['INT. [[blue]] FERRY [[x]] DE|CK - DAY', 'FERRY DECK', 'FERRY [[x]] DECK'],
    ["INT. MA|RA'S FLAT - DAY", 'MARA', 'MARA'],
    ["INT. MARA'S FL|AT - DAY", "MARA'S FLAT", "MARA'S FLAT"],
    ['INT. HO|USE - DAY', 'HOUSE', 'HOUSE'],
    ['INT. 東京|駅 - 夜', '東京駅', '東京駅'],
    ['Then |Mara waits.', 'MARA', 'Mara'],
    ["Then Mr. O'|Neil waits.", "MR. O'NEIL", "Mr. O'Neil"],
    ['Then Mr. O’|Neil waits.', "MR. O'NEIL", 'Mr. O’Neil'],
    ['She w|ill wait.', undefined],
    ['Then Wi|ll waits.', 'WILL', 'Will'],
    ['Then 李|明 waits.', '李明', '李明'],
    ['Nobody wa|its.', undefined],
    ['A [[note of Ma|ra]] here.', undefined],
  ];
  for (const [marked, name, text] of cases) {
    it(`${marked}: ${name ?? 'nothing'}`, () => {
      assert.deepEqual(said(`${marked}${SPEECH}`), name === undefined ? undefined : [name, text]);
      assert.deepEqual(said(`\uFEFF\r\n${`${marked}${SPEECH}`.replaceAll('\n', '\r\n')}`), name === undefined ? undefined : [name, text]);
    });
  }
});

describe('occurrencesOf', () => {
  const TEXT = 'INT. FERRY - DAY\n\nMara sleeps. YOUNG MARA and MARA (30) wake.\n\nMARA\nMara, Mara. [[Mara]]\n\nYOUNG MARA\nmara?\n\nINT. FERRY - DECK - NIGHT\n\n@Mara (V.O.) ^\nYes.\n\nEXT. FERRYMAN - DAY\n';
  const script = parse(TEXT);
  const found = (subject: Subject): string[] => occurrencesOf(script, subject).map(({ kind, from, to }) => `${kind} ${TEXT.slice(from, to)} ${from}`);

  it('finds cues and mentions of a character, and none of longer names or in notes', () => {
    assert.deepEqual(found({ kind: 'character', name: 'MARA', isCue: true, from: 0, to: 0 }).map((one) => one.replace(/ \d+$/, '')), [
      'mention Mara', 'mention MARA', 'cue MARA', 'mention Mara', 'mention Mara', 'cue Mara',
    ]);
  });

  it('finds the headings of a set with those of its parts, or of a part alone', () => {
    assert.deepEqual(found({ kind: 'set', path: ['FERRY'], from: 0, to: 0 }), ['heading FERRY 5', `heading FERRY ${TEXT.indexOf('FERRY - DECK')}`]);
    assert.deepEqual(found({ kind: 'set', path: ['FERRY', 'DECK'], from: 0, to: 0 }), [`heading DECK ${TEXT.indexOf('DECK')}`]);
  });

  const first = (text: string, name: string): string | undefined => {
    const one = firstAppearance(parse(text), { kind: 'character', name, isCue: true, from: 0, to: 0 });
    return one && `${one.kind}: ${text.slice(0, one.from).split('\n').at(-1) ?? ''}|${text.slice(one.from).split('\n')[0] ?? ''} @${text.slice(0, one.from).split('\n').length}`;
  };

  it('knows the introduction in capitals, and without one the first cue', () => {
    assert.equal(first('Mara sleeps.\n\nMARA\nOh.\n\nThen MARA (30) wakes.\n', 'MARA'), 'mention: Then |MARA (30) wakes. @6');
    assert.equal(first('Mara sleeps.\n\nDEV\nMARA!\n\nMARA\nOh.\n', 'MARA'), 'cue: |MARA @6');
    assert.equal(first('THE CAR WILL EXPLODE!\n\nWILL\nNo.\n\nWILL (40) runs.\n', 'WILL'), 'mention: |WILL (40) runs. @6');
    assert.equal(first('THE CAR WILL EXPLODE!\n\nWILL\nNo.\n', 'WILL'), 'mention: THE CAR |WILL EXPLODE! @1');
    assert.equal(first('昨日、李明は走る。\n\n@李明\n好。\n', '李明'), 'mention: 昨日、|李明は走る。 @1');
    assert.equal(first('A.\n', 'NOBODY'), undefined);
  });

  it('finds exactly what renaming changes, in generated scripts', () => {
    for (let seed = 0; seed < 4; seed++) {
      const made = parse(featureScript(25, seed));
      for (const { name } of charactersOf(made)) {
        const places = occurrencesOf(made, { kind: 'character', name, isCue: true, from: 0, to: 0 });
        const rename = renameCharacter(made, name, 'ZZYZX');
        assert.ok(rename.ok);
        assert.deepEqual(places.filter(({ kind }) => kind === 'cue').length, rename.cues.length);
        assert.deepEqual(places.filter(({ kind }) => kind === 'mention').map(({ from }) => from), rename.mentions.map(({ offset }) => offset).reverse());
      }
    }
  });
});

describe('setPartsOf', () => {
  it('finds every part where it is written, on any text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const text = randomText(randomFrom(seed), 30);
        for (const { block } of placedBlocks(parse(text))) {
          for (const element of block.elements) {
            if (element.kind === 'sceneHeading') {
              const wanted = partsOfSet(headingParts(element.text).set).map((part) => setKey(part.text));
              const parts = setPartsOf(block, element);
              assert.deepEqual(parts.map(({ key }) => key), wanted, JSON.stringify(text));
              assert.ok(parts.every(({ from, to }, index) => from >= (parts[index - 1]?.to ?? element.from) && to <= element.to && from < to));
              assert.ok(isWithin(parts, wanted.slice(0, 1)));
            }
          }
        }
      }),
      { seed: 5, numRuns: 3000 },
    );
  });
});
