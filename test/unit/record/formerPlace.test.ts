// A ledger from anybody may name any place: only the writer's own folders are looked into.
import assert from 'node:assert/strict';
import { isFollowed, isInside } from '../../../src/record/formerPlace';

const at = (path: string, authority = '', scheme = 'file') => ({ scheme, authority, path });

describe('a former place of a script', () => {
  it('is inside a folder by whole names, on the same disk or computer', () => {
    assert.ok(isInside(at('/home/w/films/old/a.fountain'), at('/home/w/films')));
    assert.ok(isInside(at('/a.fountain'), at('/')));
    assert.ok(!isInside(at('/home/w/films2/a.fountain'), at('/home/w/films')));
    assert.ok(!isInside(at('/home/w/films/../secret/a.fountain'), at('/home/w/films')));
    assert.ok(!isInside(at('/home/w/films/a.fountain', 'host'), at('/home/w/films')));
    assert.ok(!isInside(at('/home/w/films/a.fountain', '', 'vscode-remote'), at('/home/w/films')));
  });

  it('is followed out of the opened folders only where this installation noted the move', () => {
    const folders = [at('/home/w/films/one'), at('/home/w/films')];
    assert.ok(isFollowed(at('/home/w/films/two/a.fountain'), folders, 'stranger', 'me'));
    assert.ok(!isFollowed(at('/home/w/other/a.fountain'), folders, 'stranger', 'me'));
    assert.ok(isFollowed(at('/home/w/other/a.fountain'), folders, 'me', 'me'));
    // An entry that waits to be written has no name yet, and is this one's.
    assert.ok(isFollowed(at('/home/w/other/a.fountain'), folders, '', undefined));
    assert.ok(!isFollowed(at('/home/w/other/a.fountain'), folders, 'stranger', undefined));
  });
});
