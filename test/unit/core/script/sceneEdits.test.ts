import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit } from '../../../../src/core/edits/edit';
import { applyEdits, tidyEdits, trimEdit } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { insertSceneAfter } from '../../../../src/core/script/insertScene';
import { outlineOf } from '../../../../src/core/script/outline';
import { setSynopsis } from '../../../../src/core/script/setSynopsis';

describe('tidyEdits', () => {
  it('joins touching edits, drops what stays the same and orders from the end', () => {
    const text = 'one two three';
    const edits = tidyEdits(text, [{ offset: 4, removed: 3, inserted: '2' }, { offset: 0, removed: 3, inserted: 'one' }, { offset: 7, removed: 1, inserted: '-' }]);
    assert.deepEqual(edits, [{ offset: 4, removed: 4, inserted: '2-' }]);
    assert.equal(applyEdits(text, edits), 'one 2-three');
  });

  it('never cuts a CRLF or a pair of surrogates', () => {
    assert.deepEqual(trimEdit('a\r\nb', { offset: 1, removed: 2, inserted: '\r\n\r\n' }), { offset: 3, removed: 0, inserted: '\r\n' });
    assert.deepEqual(trimEdit('\u{1F600}', { offset: 0, removed: 2, inserted: '\u{1F601}' }), { offset: 0, removed: 2, inserted: '\u{1F601}' });
  });

  it('property: trimmed or not, the text afterwards is the same', () => {
    const small = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\ud83d', '\ude00'), maxLength: 12 });
    fc.assert(
      fc.property(small, small, fc.nat(), fc.nat(), (text, inserted, first, second) => {
        const offset = first % (text.length + 1);
        const removed = second % (text.length - offset + 1);
        const edit = { offset, removed, inserted };
        assert.equal(applyEdit(text, trimEdit(text, edit)), applyEdit(text, edit));
      }),
    );
  }).timeout(60_000);
});

describe('insertSceneAfter', () => {
  const after = (text: string, index: number): string => {
    const { edit, cursor } = insertSceneAfter(parse(text), index);
    const written = applyEdit(text, edit);
    return `${written.slice(0, cursor)}|${written.slice(cursor)}`;
  };

  it('puts a heading behind the scene, the cursor in it', () => {
    assert.equal(after('INT. A\n\nOne.\n\nINT. B\n\nTwo.\n', 0), 'INT. A\n\nOne.\n\nINT. |\n\nINT. B\n\nTwo.\n');
    assert.equal(after('INT. A\n\nOne.\n\nINT. B\n\nTwo.\n', 1), 'INT. A\n\nOne.\n\nINT. B\n\nTwo.\n\nINT. |\n');
    assert.equal(after('INT. A\r\n\r\nOne.', 0), 'INT. A\r\n\r\nOne.\r\n\r\nINT. |');
    assert.equal(after('INT. A\n\nOne.\n\n\nINT. B', 0), 'INT. A\n\nOne.\n\n\nINT. |\n\n\nINT. B');
  });

  it('serves a section and a script without any scene', () => {
    assert.equal(after('# Act\nINT. A\n\nOne.', 0), '# Act\n\nINT. |\n\nINT. A\n\nOne.');
    assert.equal(after('FADE IN:\n', -1), 'FADE IN:\n\nINT. |\n');
    assert.equal(after('', -1), 'INT. |');
  });

  it('always makes one scene more', () => {
    for (const text of ['INT. A', 'INT. A\n\nMARA\nHi.\n  ', '# Act\nINT. A\n# Two\n', 'INT. A\n\n[[open\n\nINT. B']) {
      const script = parse(text);
      outlineOf(script).forEach((_, index) => {
        const { edit } = insertSceneAfter(script, index);
        assert.equal(outlineOf(parse(applyEdit(text, edit))).length, outlineOf(script).length + 1, JSON.stringify(text));
      });
    }
  });
});

describe('setSynopsis', () => {
  const set = (text: string, index: number, words: string): string => {
    const result = setSynopsis(parse(text), index, words);
    assert.ok(result.ok, 'refused');
    return applyEdits(text, result.edits);
  };
  const bare = 'INT. A\n\nOne.\n\n# Act\nINT. B\n\nTwo.';

  it('adds, replaces and removes the line under a scene heading', () => {
    const added = set(bare, 0, '  She  finds\nthe letter ');
    assert.equal(added, 'INT. A\n\n= She finds the letter\n\nOne.\n\n# Act\nINT. B\n\nTwo.');
    assert.equal(set(added, 0, 'He does'), 'INT. A\n\n= He does\n\nOne.\n\n# Act\nINT. B\n\nTwo.');
    assert.equal(set(added, 0, ''), bare);
    assert.equal(set(bare, 0, ' '), bare);
  });

  it('does the same for a section and keeps CRLF', () => {
    const added = set(bare, 1, 'The turn');
    assert.equal(added, 'INT. A\n\nOne.\n\n# Act\n\n= The turn\nINT. B\n\nTwo.');
    assert.equal(set('INT. A\r\n\r\nOne.', 0, 'So'), 'INT. A\r\n\r\n= So\r\n\r\nOne.');
  });

  it('keeps the heading a heading when the synopsis was what stood below it', () => {
    assert.equal(set('INT. A\n= so\nOne.', 0, ''), 'INT. A\n\nOne.');
    assert.equal(set('INT. A\n= so\n\nOne.', 0, ''), 'INT. A\n\nOne.');
    assert.equal(set('INT. A\n= so', 0, ''), 'INT. A');
  });

  it('refuses words that would hide other text', () => {
    assert.deepEqual(setSynopsis(parse('INT. A\n\nOne. */ Two.'), 0, 'open /* here'), { ok: false, reason: 'wouldChangeText' });
    assert.deepEqual(setSynopsis(parse('One.'), 0, 'x'), { ok: false, reason: 'noItem' });
  });
});
