// What is a scenario worth showing: whole, unlike others by what happens, its later scenes found; and the reader before it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { checkScenario } from '../../../../src/core/scenarios/check';
import { happeningsAlike } from '../../../../src/core/scenarios/likeness';
import { LIMITS } from '../../../../src/core/scenarios/limits';
import { plainText } from '../../../../src/core/scenarios/plainText';
import { createScenarioReader, type RawScenario } from '../../../../src/core/scenarios/reader';
import { SAMPLE } from '../suggest/sampleScript';
import { LIKENESS_SETS } from './likenessSets';

const script = parse(SAMPLE);
const raw = (more: Partial<RawScenario> = {}): RawScenario => ({ title: 'The other boat', logline: 'He rows.', turn: 'knows', beats: ['Tobias finds a second boat.', 'Mara hides its key in the flour.'], consequences: [], ...more });

describe('happeningsAlike', () => {
  it('tells different scenarios from the same again in other words, with room between', () => {
    const different: number[] = [];
    const same: number[] = [];
    for (const { names, scenarios } of LIKENESS_SETS) {
      for (const [index, { beats, again }] of scenarios.entries()) {
        // The same with its end left out is the same.
        same.push(happeningsAlike(beats, again, names).likeness, happeningsAlike(again, beats.slice(0, 3), names).likeness);
        for (const other of scenarios.slice(index + 1)) {
          different.push(happeningsAlike(beats, other.beats, names).likeness, happeningsAlike(again, other.beats, names).likeness);
        }
      }
    }
    assert.ok(Math.max(...different) < 0.1, String(Math.max(...different)));
    assert.ok(Math.min(...same) > 0.38, String(Math.min(...same)));
    assert.ok(LIKENESS_SETS.every(({ names, scenarios }) => scenarios.every(({ beats, again }) => happeningsAlike(beats, again, names).alike)));
  });

  it('goes by what happens, not by who or in what order', () => {
    const beats = ['Mara burns the letter.', 'Tobias sees the smoke from the pier.'];
    assert.equal(happeningsAlike(beats, [...beats].reverse(), []).likeness, 1);
    assert.equal(happeningsAlike(['Mara. Tobias.'], ['Mara. Tobias.'], ['MARA', 'TOBIAS']).alike, true);
    assert.equal(happeningsAlike([], ['x'], []).alike, false);
  });
});

describe('checkScenario', function () {
  this.timeout(60_000);

  const check = (scenario: RawScenario, already: { logline: string; beats: readonly string[] }[] = []): ReturnType<typeof checkScenario> => checkScenario({ script, already, behind: SAMPLE.indexOf('EXT. PIER') }, scenario);

  it('gives a whole one, on single lines, its turn read from what was said', () => {
    const checked = check(raw({ title: '**The  other\nboat**', turn: 'Who pays the price', beats: ['a b', 'c\u0000d', ' ', 'a b'] }));
    assert.deepEqual(checked, { ok: true, scenario: { title: 'The other boat', logline: 'He rows.', turn: 'pays', beats: ['a b', 'c d'], consequences: [] } });
  });

  it('refuses what has no title, or hardly a story', () => {
    assert.deepEqual(check(raw({ title: ' ** ' })), { ok: false, reason: 'untitled' });
    assert.deepEqual(check(raw({ beats: [] })), { ok: false, reason: 'thin', beats: 0 });
    assert.deepEqual(check(raw({ beats: ['The same.', 'The same.', '...'] })), { ok: false, reason: 'thin', beats: 1 });
  });

  it('refuses what was there before under another title, and says which', () => {
    const other = { logline: '', beats: ['Henrik sells the nets.', 'A storm takes the pier.'] };
    const same = { logline: '', beats: ['A second boat is found by Tobias.', 'In the flour Mara hides the key to it.', 'Rain.'] };
    const checked = check(raw({ title: 'Another name' }), [other, same]);
    assert.ok(!checked.ok && checked.reason === 'alike');
    assert.equal(checked.to, 1);
    assert.ok(check(raw(), [other]).ok);
  });

  it('finds the later scenes however they are named, behind the stretch first, and marks those that are not there', () => {
    const named = ['int. lighthouse kitchen', 'Scene 4', 'EXT. PIER — LATER (3)', '1. INT. LIGHTHOUSE KITCHEN - NIGHT', 'EXT. MOON - DAY', ''];
    const checked = check(raw({ consequences: named.map((scene) => ({ scene, change: 'Gone.' })) }));
    assert.ok(checked.ok);
    assert.deepEqual(checked.scenario.consequences, [
      { scene: 'INT. LIGHTHOUSE KITCHEN - DAWN', sceneNumber: '4', change: 'Gone.' },
      { scene: 'INT. LIGHTHOUSE KITCHEN - DAWN', sceneNumber: '4', change: 'Gone.' },
      { scene: 'EXT. PIER - LATER', sceneNumber: '3', change: 'Gone.' },
      { scene: 'INT. LIGHTHOUSE KITCHEN - NIGHT', sceneNumber: '1', change: 'Gone.' },
      { scene: 'EXT. MOON - DAY', change: 'Gone.', unknown: true },
    ]);
  });

  it('never throws, and keeps to what a card and a file hold', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('x '.repeat(3000), '[[', '#1#', '4', 'INT. LIGHTHOUSE KITCHEN - DAWN'));
    const any = fc.record({ title: text, logline: text, turn: text, beats: fc.array(text, { maxLength: 20 }), consequences: fc.array(fc.record({ scene: text, change: text, number: text }), { maxLength: 30 }) });
    fc.assert(
      fc.property(any, (scenario) => {
        const checked = check(scenario);
        if (checked.ok) {
          const { title, logline, beats, consequences } = checked.scenario;
          assert.ok(title.length <= LIMITS.title && logline.length <= LIMITS.logline && beats.length <= LIMITS.beats && consequences.length <= LIMITS.consequences);
          assert.ok(beats.every((beat) => beat.length <= LIMITS.beat && !/[\n\r\u0000]/.test(beat)));
          assert.ok(consequences.every(({ scene, change }) => scene.length <= LIMITS.heading && change.length <= LIMITS.change));
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('createScenarioReader', () => {
  it('reads the names and forms that models choose', () => {
    const reader = createScenarioReader();
    const found = reader.push(
      'Here you are:\n[{"Title":"A","Log Line":"l","axis":"wants","beats":"1. One.\\n2. Two.","consequences":["INT. X - DAY: changes", {"heading":"INT. Y","effect":"e","scene_number":7}]},' +
        '{"name":"B","premise":"p","turn":"pays","beats":[{"beat":"- One."},{"description":"Beat 2: Two."}],"consequences":"none"}, {"likelihood":0.1}]',
    );
    assert.deepEqual(found, [
      { title: 'A', logline: 'l', turn: 'wants', beats: ['One.', 'Two.'], consequences: [{ scene: 'INT. X - DAY', change: 'changes' }, { scene: 'INT. Y', change: 'e', number: '7' }] },
      { title: 'B', logline: 'p', turn: 'pays', beats: ['One.', 'Two.'], consequences: [{ scene: '', change: 'none' }] },
    ]);
    assert.deepEqual(reader.end(), []);
  });
});

describe('plainText', () => {
  it('is one line, in which nothing stands that is not seen', () => {
    assert.equal(plainText('The \u202egnp.exe\u2069 \u0000boat\n\u0007\u2066here\ufeff\u200b'), 'The gnp.exe boat here');
    assert.equal(plainText('\u{e0041}\ud800x\udc00'), 'x');
    assert.equal(plainText('می\u200cخواهم \u{1f469}\u200d\u{1f680}'), 'می\u200cخواهم \u{1f469}\u200d\u{1f680}', 'joiners spell words');
  });

  it('is what titles, beats and later scenes are', () => {
    const checked = checkScenario({ script, already: [] }, raw({ title: 'The \u202egnp.exe', beats: ['One \u2066thing\u0007.', 'Another thing at sea.'], consequences: [{ scene: 'INT. \u202eNOWHERE', change: 'Gone\u200b.' }] }));
    assert.ok(checked.ok);
    assert.deepEqual([checked.scenario.title, checked.scenario.beats[0], checked.scenario.consequences[0]?.scene, checked.scenario.consequences[0]?.change], ['The gnp.exe', 'One thing .', 'INT. NOWHERE', 'Gone.']);
  });
});
