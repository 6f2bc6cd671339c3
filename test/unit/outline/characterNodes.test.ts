import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { reparse } from '../../../src/core/fountain/reparse';
import { textOf, type Script } from '../../../src/core/fountain/script';
import { CharacterNodes, firstLine } from '../../../src/outline/characterNodes';
import { OutlineNodes } from '../../../src/outline/outlineNodes';

const TEXT = 'INT. A\n\nMARA\n(low)\nYou *came* back. [[why]]\n\nDEV\nNo.\n\nINT. B\n\nMARA\n~la la\n';

describe('CharacterNodes', () => {
  const outline = new OutlineNodes();
  const people = new CharacterNodes();
  let script = parse(TEXT);
  const update = (next: Script): ReturnType<CharacterNodes['update']> => {
    script = next;
    outline.update(script);
    return people.update('x', script, outline.all);
  };
  const change = (from: string, to: string): Script => reparse(script, { offset: textOf(script).indexOf(from), removed: from.length, inserted: to });

  it('has one row a character and one for each scene, with the first line as it prints', () => {
    assert.equal(update(script), 'all');
    assert.deepEqual(people.roots.map(({ figures }) => figures.name), ['MARA', 'DEV']);
    assert.deepEqual(people.roots[0]?.parts.map(({ first }) => firstLine(script, first)), ['You came back.', 'la la']);
  });

  it('redraws only whom a change concerns, and keeps the rows', () => {
    const before = people.roots.map(({ id }) => id);
    const parts = people.roots[0]?.parts.map(({ id }) => id);
    assert.equal(update(change('No.\n', 'No.\n\nSomething happens.\n')), 'none', 'action concerns nobody');
    const changed = update(change('la la', 'lo lo'));
    assert.deepEqual(changed === 'all' || changed === 'none' ? changed : changed.map(({ figures }) => figures.name), ['MARA']);
    assert.deepEqual(people.roots.map(({ id }) => id), before);
    assert.deepEqual(people.roots[0]?.parts.map(({ id }) => id), parts);
  });

  it('draws all anew when somebody comes, goes or overtakes', () => {
    assert.equal(update(change('No.', 'No, no, no, no, no, no, no, no, no, no.')), 'all');
    assert.deepEqual(people.roots.map(({ figures }) => figures.name), ['DEV', 'MARA']);
    assert.equal(update(change('DEV', 'INÉS')), 'all');
  });
});
