// Words and hashes of the record: the same in every language, on every system, however a line is set.
import assert from 'node:assert/strict';
import { hashedText, hashOf } from '../../../../src/core/ledger/hash';
import { fingerprintsOf, ledgerWords, wordPlaces } from '../../../../src/core/ledger/words';

describe('the words of the record', () => {
  it('keep apostrophes, leave out marks, and part what has no spaces by the character', () => {
    assert.deepEqual(ledgerWords("*Don’t* _you_ -- 'ave it? o'clock… 3 well-known"), ['Don’t', 'you', 'ave', 'it', "o'clock", '3', 'well', 'known']);
    assert.deepEqual(ledgerWords('你好，世界 ok สวัส'), ['你', '好', '世', '界', 'ok', 'ส', 'วั', 'ส']);
    assert.deepEqual(ledgerWords('Ναι. Да! é 🙂 ?!'), ['Ναι', 'Да', 'é']);
    assert.deepEqual(ledgerWords(''), []);
    assert.deepEqual([...wordPlaces('no, no')].map(({ from }) => from), [0, 4]);
  });

  it('have the same fingerprints in other capitals, quotes and forms of letters, and others under another salt', () => {
    assert.deepEqual(fingerprintsOf("DON'T Straße é", 's'), fingerprintsOf('don’t STRASSE e\u0301', 's'));
    assert.notDeepEqual(fingerprintsOf('rain', 'a'), fingerprintsOf('rain', 'b'));
    assert.match(fingerprintsOf('rain', 'a')[0] ?? '', /^[0-9a-f]{8}$/);
  });

  it('have fingerprints that differ: a hundred thousand words, no more clashes than chance gives 32 bits', function () {
    this.timeout(20_000);
    const words = Array.from({ length: 100_000 }, (_, at) => `w${at.toString(36)}`);
    // Expected 1.2; a thousandth chance of 6.
    assert.ok(words.length - new Set(fingerprintsOf(words.join(' '), 'salt')).size < 7);
  });

  it('are the same with signs in them that nobody sees', () => {
    assert.equal(ledgerWords('so\u00adft zero\u200bwidth').length, 2);
    assert.deepEqual(fingerprintsOf('so\u00adft zero\u200bwidth', 's'), fingerprintsOf('soft zerowidth', 's'));
  });

  it('keep their values: a record written today is read for years', () => {
    assert.equal(hashOf('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.deepEqual(fingerprintsOf('It rains.', 'salt'), ['a986e599', '1dc6de09']);
  });

  it('hash texts alike whatever their line ends', () => {
    assert.equal(hashOf('a\r\nb\rc'), hashOf('a\nb\nc'));
    assert.notEqual(hashOf('a\nb'), hashOf('a b'));
    assert.deepEqual(hashedText('Two words', false), { hash: hashOf('Two words'), words: 2 });
    assert.deepEqual(hashedText('Two words', true), { hash: hashOf('Two words'), words: 2, text: 'Two words' });
    assert.equal(hashOf('\ud800').length, 64);
  });
});
