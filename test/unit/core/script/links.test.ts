import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { isFuzzyMatch, wordsOfQuery } from '../../../../src/core/script/fuzzyMatch';
import { linksOf } from '../../../../src/core/script/links';

const links = (text: string): [string, string][] => linksOf(parse(text)).map(({ target, from, to }) => [text.slice(from, to), target]);

describe('linksOf', () => {
  it('finds web addresses without http, which VS Code does not, and mail addresses', () => {
    assert.deepEqual(links('Title: A\nContact:\n\tmara.lind+scripts@example.co.uk\n\twww.example.com/mara.\n\nSee https://www.example.com and a@b.\n'), [
      ['mara.lind+scripts@example.co.uk', 'mailto:mara.lind+scripts@example.co.uk'],
      ['www.example.com/mara', 'https://www.example.com/mara'],
    ]);
  });

  it('finds files in notes, the whole note first, and none elsewhere', () => {
    assert.deepEqual(links('[[pier.png]]\n\nRain. [[ photos/the pier.jpg ]] See pier.png.\n\n[[see ref/pier.png, and ../notes.md]]\n'), [
      ['pier.png', 'pier.png'],
      ['photos/the pier.jpg', 'photos/the pier.jpg'],
      ['pier.jpg', 'pier.jpg'],
      ['see ref/pier.png, and ../notes.md', 'see ref/pier.png, and ../notes.md'],
      ['ref/pier.png', 'ref/pier.png'],
      ['../notes.md', '../notes.md'],
    ]);
    assert.deepEqual(links('[[>research.md|why boats]]'), [['research.md', 'research.md']]);
    assert.deepEqual(links('[[photos\\pier.png]]'), [['photos\\pier.png', 'photos/pier.png']]);
    assert.deepEqual(links('[[写真/桟橋.png]]'), [['写真/桟橋.png', '写真/桟橋.png']]);
  });

  it('never leads out by a rooted path, and takes no sentence for a file', () => {
    for (const text of ['[[/etc/hosts.txt]]', '[[\\\\server\\share\\x.png]]', '[[//server/x.png]]', '[[C:\\x.png]]', '[[file:///x.png]]', '[[He says. No.]]', '/* pier.png */', '@MARA.png\nYes.\n', '[[https://example.com/pier.png]]']) {
      assert.deepEqual(links(text), [], text);
    }
  });

  it('is linear on long lines of what looks like links', () => {
    // A quadratic pattern would take minutes here, and mocha's time would be up.
    for (const piece of ['a.', 'www.', 'a@', '@a.', 'x.png/', '[[a.', '.-.']) {
      const text = `[[${piece.repeat(20_000)}]]\n\n${piece.repeat(20_000)}\n`;
      assert.ok(linksOf(parse(text)).every(({ from, to }) => from < to && to <= text.length));
    }
  });
});

describe('isFuzzyMatch', () => {
  it('matches letters in order, word by word, in any case', () => {
    for (const [query, name, wanted] of [['', 'X', true], ['ferr', 'INT. FERRY - NIGHT', true], ['frn', 'INT. FERRY - NIGHT', true], ['night ferry', 'INT. FERRY - NIGHT', true], ['zz', 'INT. FERRY', false], ['ff', 'FERRY', false], ['жа', 'ЖАННА', true], ['桟', '桟橋', true]] as const) {
      assert.equal(isFuzzyMatch(wordsOfQuery(query), name), wanted, query);
    }
  });
});
