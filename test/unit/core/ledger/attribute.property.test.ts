// Shares are exact: histories of 200 suggestions among edits, moves and deletions, against the truth of every word.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { scenesOf } from '../../../../src/core/script/outline';
import { attribute } from '../../../../src/core/ledger/attribute';
import { entriesOf, type LedgerFile } from '../../../../src/core/ledger/readLedger';
import { verifyChain } from '../../../../src/core/ledger/verifyChain';
import { History, live, randomOf, SUGGESTIONS } from './history';

// Of the first hundred seeds 93 come out exact to the word. The others miss or claim one to seven words of some 4,300:
// a cue left by its speech, a line moved alone and worn to seven words, two words met by chance. Two of those stand here
// too, so that they get no worse.
const EXACT = [1, 2, 3, 4, 5, 6, 7, 8];
const NEARLY = [12, 65];

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

  for (const seed of NEARLY) {
    it(`are off by seven words at most where a trace is too small to tell (seed ${seed})`, function () {
      this.timeout(20_000);
      const history = live(seed);
      const { total } = attribute(parse(history.text()), entriesOf(history.device.files()));
      const truth = history.truth().total;
      assert.ok(Math.abs(total.human - truth.human) <= 7 && Math.abs(total.offered - truth.offered) <= 7 && Math.abs(total.edited - truth.edited) <= 7);
    });
  }

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
