import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { nameAt } from '../../../../src/core/script/nameAt';
import { nextSpeech } from '../../../../src/core/script/nextSpeech';

const TEXT = 'INT. MARA\'S FLAT\n\nOld Man and MARA.\n\n**MARA** (V.O.)\nMara! [[Mara]]\n\nOLD MAN\nMan?\n\nMARA\nYes.\n';

describe('nameAt', () => {
  const script = parse(TEXT);
  const at = (needle: string, nth = 0): unknown => {
    let offset = -1;
    for (let found = 0; found <= nth; found += 1) {
      offset = TEXT.indexOf(needle, offset + 1);
    }
    const found = nameAt(script, offset + 1);
    return found && [found.name, found.isCue, TEXT.slice(found.from, found.to)];
  };

  it('finds the name in a cue, whatever stands around it', () => {
    assert.deepEqual(at('MARA', 2), ['MARA', true, 'MARA']);
    assert.deepEqual(at('(V.O.)'), ['MARA', true, 'MARA']);
    assert.deepEqual(at('OLD MAN'), ['OLD MAN', true, 'OLD MAN']);
  });

  it('finds mentions, the longest name first, and none in notes', () => {
    assert.deepEqual(at('MARA', 0), ['MARA', false, 'MARA']);
    assert.deepEqual(at('Man and'), ['OLD MAN', false, 'Old Man']);
    assert.deepEqual(at('Mara!'), ['MARA', false, 'Mara']);
    assert.equal(at('Mara', 1), undefined);
    assert.equal(at('Man?'), undefined);
    assert.equal(nameAt(parse(''), 0), undefined);
  });
});

describe('nextSpeech', () => {
  const script = parse(TEXT);
  const said = (offset: number, way: 'next' | 'previous', name = 'MARA'): unknown => {
    const found = nextSpeech(script, name, offset, way);
    return found && [TEXT.slice(found.speech.from, found.speech.to), found.isAround];
  };

  it('goes on from any place, and around the ends', () => {
    assert.deepEqual(said(0, 'next'), ['Mara! [[Mara]]', false]);
    assert.deepEqual(said(TEXT.indexOf('Mara!'), 'next'), ['Yes.', false]);
    assert.deepEqual(said(TEXT.indexOf('Yes'), 'next'), ['Mara! [[Mara]]', true]);
    assert.deepEqual(said(TEXT.indexOf('Yes'), 'previous'), ['Mara! [[Mara]]', false]);
    assert.deepEqual(said(0, 'previous'), ['Yes.', true]);
    assert.equal(said(0, 'next', 'NOBODY'), undefined);
  });
});
