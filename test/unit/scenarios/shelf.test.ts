import assert from 'node:assert/strict';
import { readScenario, scenarioFileName, serialiseScenario } from '../../../src/core/scenarios/file';
import type { Scenario } from '../../../src/core/scenarios/scenario';
import { Shelf } from '../../../src/scenarios/shelf';
import { memoryFolder, type MemoryFolder } from './memoryFolder';

function scenarioOf(id: string, fields: Partial<Scenario> = {}): Scenario {
  return {
    version: 1, id, round: 'r', scope: { kind: 'scene', from: 'INT. DINER - NIGHT', to: 'INT. DINER - NIGHT', hash: 'h' }, title: `The ${id}`, logline: 'She knows.', turn: 'knows',
    beats: ['She reads it.', 'He sees.'], consequences: [], fate: 'open', createdAt: `2026-11-22T18:00:0${id.length}.000Z`, ...fields,
  };
}

const shelfOn = (folder: MemoryFolder | undefined, changed: () => void = () => undefined): Shelf => new Shelf(folder, changed);
const inFile = (folder: MemoryFolder, scenario: Scenario): Scenario | undefined => {
  const read = readScenario(folder.files.get(scenarioFileName(scenario)) ?? '');
  return read.ok ? read.scenario : undefined;
};

describe('a shelf of scenarios', () => {
  it('keeps each in a file of its own, at once, and reads them again', async () => {
    const folder = memoryFolder();
    const told: number[] = [];
    const shelf: Shelf = shelfOn(folder, () => told.push(shelf.scenarios.length));
    const [one, two] = [scenarioOf('a'), scenarioOf('bb')];
    assert.equal(await shelf.add(one), 'written');
    assert.equal(await shelf.add(two), 'written');
    assert.deepEqual(told, [1, 2]);
    assert.deepEqual([...folder.files.keys()].sort(), [one, two].map(scenarioFileName).sort());
    const other = shelfOn(folder);
    await other.reread();
    assert.deepEqual(other.scenarios, [one, two]);
  });

  it('goes with its script: the same shelf, on in the new folder, nothing lost and nothing twice', async () => {
    const [from, to] = [memoryFolder(), memoryFolder()];
    const shelf = shelfOn(from);
    await shelf.add(scenarioOf('a'));
    const moving = shelf.move(to, () => {
      from.files.forEach((text, name) => to.files.set(name, text));
      from.files.clear();
      return Promise.resolve();
    });
    const adding = shelf.add(scenarioOf('bb'));
    const changing = shelf.change('a', (now) => ({ ...now, fate: 'kept' }));
    await Promise.all([moving, adding, changing]);
    assert.deepEqual([...from.files.keys()], []);
    assert.deepEqual([...to.files.keys()].sort(), [scenarioOf('a'), scenarioOf('bb')].map(scenarioFileName).sort());
    assert.equal(inFile(to, scenarioOf('a'))?.fate, 'kept');
    assert.deepEqual(shelf.scenarios.map(({ id }) => id), ['a', 'bb']);
  });

  it('writes what was in memory alone once its script has a folder', async () => {
    const shelf = shelfOn(undefined);
    await shelf.add(scenarioOf('a'));
    assert.equal(shelf.unsaved, 1);
    const folder = memoryFolder();
    await shelf.move(folder, () => Promise.resolve());
    assert.deepEqual(inFile(folder, scenarioOf('a')), scenarioOf('a'));
    assert.equal(shelf.unsaved, 0);
  });

  it('keeps all in memory, and says why, where its files cannot be brought along', async () => {
    const [from, to] = [memoryFolder(), memoryFolder()];
    const shelf = shelfOn(from);
    await shelf.add(scenarioOf('a'));
    await shelf.move(to, () => Promise.reject(new Error('No way there.')));
    assert.deepEqual([shelf.scenarios.map(({ id }) => id), shelf.unsaved, shelf.problem], [['a'], 1, 'No way there.']);
    assert.equal(from.files.size, 1);
  });

  it('writes nothing that it could not read again', async () => {
    const folder = memoryFolder();
    const shelf = shelfOn(folder);
    await shelf.add(scenarioOf('a'));
    const text = `INT. A - DAY\n\n${'Words. '.repeat(8000)}`;
    const scenes = Array.from({ length: 30 }, () => ({ fate: 'new' as const, heading: 'INT. A - DAY', beat: '', text }));
    assert.equal(await shelf.change('a', (now) => ({ ...now, scenes })), 'tooLarge');
    assert.deepEqual([shelf.get('a'), inFile(folder, scenarioOf('a')), shelf.unsaved], [scenarioOf('a'), scenarioOf('a'), 0]);
  });

  it('shows what a colleague brings, changes and takes away, and tells only when something is another', async () => {
    const folder = memoryFolder();
    let told = 0;
    const shelf = shelfOn(folder, () => (told += 1));
    const one = scenarioOf('a');
    folder.files.set('theirs.json', serialiseScenario(one));
    await shelf.reread();
    await shelf.reread();
    assert.equal(told, 1);
    folder.files.set('theirs.json', serialiseScenario({ ...one, fate: 'kept' }));
    await shelf.reread();
    assert.equal(shelf.get('a')?.fate, 'kept');
    folder.files.clear();
    await shelf.reread();
    assert.deepEqual(shelf.scenarios, []);
    assert.equal(told, 3);
  });

  it('changes a scenario as its file says it now, in the file it stands in', async () => {
    const one = scenarioOf('a');
    const folder = memoryFolder({ 'renamed.json': serialiseScenario(one) });
    const shelf = shelfOn(folder);
    await shelf.reread();
    folder.files.set('renamed.json', serialiseScenario({ ...one, title: 'As a colleague calls it' }));
    assert.equal(await shelf.change('a', (now) => ({ ...now, fate: 'kept' })), 'written');
    assert.deepEqual([...folder.files.keys()], ['renamed.json']);
    const read = readScenario(folder.files.get('renamed.json') ?? '');
    assert.ok(read.ok);
    assert.deepEqual([read.scenario.title, read.scenario.fate], ['As a colleague calls it', 'kept']);
  });

  it('lists what it cannot read with the reason, and never writes over it or deletes it', async () => {
    const one = scenarioOf('a', { fate: 'discarded' });
    const texts = { 'half.json': '{"version": 1, "id"', 'later.json': '{"version": 2}', 'merge.json': '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', 'own.json': serialiseScenario(one), 'twice.json': serialiseScenario(one) };
    const folder = memoryFolder(texts);
    const shelf = shelfOn(folder);
    await shelf.reread();
    assert.deepEqual(shelf.broken.map(({ name, reason }) => [name, reason]), [['half.json', 'json'], ['later.json', 'version'], ['merge.json', 'merge'], ['twice.json', 'twice']]);
    // Broken while its card is shown: a pull left its marks.
    folder.files.set('own.json', texts['merge.json']);
    assert.equal(await shelf.change('a', (now) => ({ ...now, fate: 'open' })), 'unreadable');
    assert.equal(await shelf.removeDiscarded(), 1, 'the other file of the same scenario');
    assert.deepEqual(Object.fromEntries(folder.files), { 'half.json': texts['half.json'], 'later.json': texts['later.json'], 'merge.json': texts['merge.json'], 'own.json': texts['merge.json'] });
  });

  it('never takes the name of a file that is there', async () => {
    const one = scenarioOf('a');
    const name = scenarioFileName(one);
    const folder = memoryFolder({ [name]: 'not ours' });
    const shelf = shelfOn(folder);
    await shelf.reread();
    assert.equal(await shelf.add(one), 'written');
    assert.equal(folder.files.get(name), 'not ours');
    assert.equal(folder.files.size, 2);
  });

  it('deletes only what is still discarded', async () => {
    const folder = memoryFolder();
    const shelf = shelfOn(folder);
    const [kept, gone, back] = [scenarioOf('a', { fate: 'kept' }), scenarioOf('bb', { fate: 'discarded' }), scenarioOf('ccc', { fate: 'discarded' })];
    for (const each of [kept, gone, back]) {
      await shelf.add(each);
    }
    folder.files.set(scenarioFileName(back), serialiseScenario({ ...back, fate: 'open' }));
    assert.equal(await shelf.removeDiscarded(), 1);
    assert.deepEqual([...folder.files.keys()].sort(), [kept, back].map(scenarioFileName).sort());
  });

  it('holds in memory what cannot be written, says so, and writes it when it can', async () => {
    const folder = memoryFolder();
    const shelf = shelfOn(undefined);
    const one = scenarioOf('a');
    assert.equal(await shelf.add(one), 'inMemory');
    assert.equal(await shelf.change('a', (now) => ({ ...now, fate: 'kept' })), 'inMemory');
    assert.equal(shelf.unsaved, 1);
    folder.fails = 'The disk is full.';
    await shelf.saveAll(folder);
    assert.deepEqual([shelf.unsaved, shelf.problem, shelf.get('a')?.fate], [1, 'The disk is full.', 'kept']);
    folder.fails = undefined;
    await shelf.reread();
    assert.equal(shelf.get('a')?.fate, 'kept', 'not lost by reading the folder');
    await shelf.saveAll(folder);
    assert.deepEqual([shelf.unsaved, shelf.problem, inFile(folder, one)?.fate], [0, undefined, 'kept']);
  });

  it('keeps a change in memory over its file while it cannot be written', async () => {
    const folder = memoryFolder();
    const shelf = shelfOn(folder);
    const one = scenarioOf('a');
    await shelf.add(one);
    folder.fails = 'Read-only.';
    assert.equal(await shelf.change('a', (now) => ({ ...now, fate: 'kept' })), 'inMemory');
    await shelf.reread();
    assert.equal(shelf.get('a')?.fate, 'kept');
    assert.equal(inFile(folder, one)?.fate, 'open');
  });

  it('makes changes one after the other, so that none is lost', async () => {
    const folder = memoryFolder();
    const shelf = shelfOn(folder);
    const one = scenarioOf('a', { beats: [] });
    await shelf.add(one);
    await Promise.all(Array.from({ length: 20 }, (_, at) => shelf.change('a', (now) => ({ ...now, beats: [...now.beats, String(at)].slice(-12) }))));
    assert.deepEqual(inFile(folder, one)?.beats, Array.from({ length: 12 }, (_, at) => String(at + 8)));
  });
});
