// Shares are exact: histories of 200 suggestions among edits, moves and deletions, against the truth of every word.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { scenesOf } from '../../../../src/core/script/outline';
import { attribute, type Shares } from '../../../../src/core/ledger/attribute';
import { entriesOf, type LedgerFile } from '../../../../src/core/ledger/readLedger';
import { verifyChain } from '../../../../src/core/ledger/verifyChain';
import { History, live, randomOf, SUGGESTIONS } from './history';

const EXACT = [1, 2, 3, 4, 5, 6, 7, 8];
// Of the first hundred seeds so many come out exact to the word, whole and in each scene. The others miss or claim words
// of some 4,300: a cue left by its speech, a line moved alone and worn to seven words, two words met by chance.
const SEEDS = 100;
const EXACT_OF_SEEDS = 93;
const MOST_WORDS_OFF = 7;

describe('shares', () => {
  for (const seed of EXACT) {
    it(`are exact, whole and by scene, after a history of ${SUGGESTIONS} suggestions (seed ${seed}); and no entry of it can go, change or move unseen`, function () {
      this.timeout(20_000);
      const history = live(seed);
      const files = history.device.files();
      const script = parse(history.text());
      assert.equal(scenesOf(script).length, history.scenes.length);
      const { scenes, total } = attribute(script, entriesOf(files));
      const truth = history.truth();
      // Enough of each kind, or the figures would say little.
      assert.ok(truth.total.human > 500 && truth.total.offered > 500 && truth.total.edited > 100);
      assert.deepEqual({ total, scenes: [...scenes] }, { total: truth.total, scenes: [...truth.scenes] });
      tamper(files, randomOf(seed));
    });
  }

  it(`are exact in ${EXACT_OF_SEEDS} of ${SEEDS} histories, and off by ${MOST_WORDS_OFF} words at most in a scene or the whole of any other`, function () {
    this.timeout(300_000);
    const off = Array.from({ length: SEEDS }, (_, at) => wordsOff(live(at + 1)));
    const exact = off.filter((words) => words === 0).length;
    const worst = Math.max(...off);
    assert.ok(exact >= EXACT_OF_SEEDS && worst <= MOST_WORDS_OFF, `${exact} of ${SEEDS} are exact, the worst is off by ${worst} words`);
  });

  it('are all the writer’s where there are no entries', () => {
    const history = new History(randomOf(7));
    const { total, spans } = attribute(parse(history.text()), []);
    assert.deepEqual([total.offered, total.edited, spans.length], [0, 0, 0]);
    assert.equal(total.human, history.words().length);
  });
});

function tamper(files: readonly LedgerFile[], random: (below: number) => number): void {
  assert.equal(verifyChain(files).whole, true);
  const entries = files.filter(({ name }) => name.endsWith('.json'));
  const at = random(entries.length);
  const other = (at + 1 + random(entries.length - 1)) % entries.length;
  const changed = (change: (file: LedgerFile, index: number) => LedgerFile): boolean => verifyChain(files.map((file) => change(file, entries.indexOf(file)))).whole;
  assert.equal(changed((file, index) => (index === at ? { ...file, text: file.text.replace('http://localhost', 'https://else.where').replace('"edited": false', '"edited": true').replace('"accept": "d', '"accept": "e') } : file)), false, 'altered');
  assert.equal(changed((file, index) => (index === at ? { ...file, text: entries[other]?.text ?? '' } : index === other ? { ...file, text: entries[at]?.text ?? '' } : file)), false, 'reordered');
  assert.equal(verifyChain(files.filter((file) => file !== entries[at])).whole, false, 'deleted');
  assert.equal(verifyChain(files.filter((file) => file !== entries.at(-1))).whole, false, 'the last deleted');
}

/** The largest difference of any figure, whole or in a scene, from the truth. */
function wordsOff(history: History): number {
  const { scenes, total } = attribute(parse(history.text()), entriesOf(history.device.files()));
  const truth = history.truth();
  const difference = (found: Shares | undefined, is: Shares): number => Math.max(...(['human', 'offered', 'edited'] as const).map((kind) => Math.abs((found?.[kind] ?? 0) - is[kind])));
  return Math.max(difference(total, truth.total), ...truth.scenes.map((is, index) => difference(scenes[index], is)));
}
