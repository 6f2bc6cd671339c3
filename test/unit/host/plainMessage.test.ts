// Words of others in VS Code's messages: no links, one line, a length that can be read.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainMessage } from '../../../src/host/plainMessage';

/** As VS Code finds links in messages (base/common/linkedText.ts). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

describe('plainMessage', () => {
  it('leaves names as they are', () => {
    for (const name of ['MARA', 'INT. KÜCHE - TAG', 'O\'NEIL (V.O.)', 'نرگس\u200cخانم', '👩\u200d🚀', 'Lines 3–5', '[Preview] a.fountain', '["quoted"]']) {
      assert.equal(plainMessage(name), name);
    }
  });

  it('breaks links, whatever stands between', () => {
    for (const link of ['[x](command:workbench.action.quit)', '[x](http://a.b)', '[x]\u200b(command:a)', '[x]\u0000(command:a)', '[x]\u202e(https://a)', 'INT. [HERE](file:///etc)', '[x](command:a "title")']) {
      assert.doesNotMatch(plainMessage(link), LINK, link);
    }
    assert.equal(plainMessage('[x](command:a)'), '[x] (command:a)');
    assert.equal(plainMessage('$(sync~spin) MARA'), '$ (sync~spin) MARA');
  });

  it('folds lines and takes away what cannot be seen', () => {
    assert.equal(plainMessage(' MARA\r\n\n\tOLD\u2028NEW\u0085X '), 'MARA OLD NEW X');
    assert.equal(plainMessage('MA\u202eRA\u0007\u2066!'), 'MARA!');
  });

  it('bounds the length, and never cuts a character in two', () => {
    assert.equal([...plainMessage('a'.repeat(5000))].length, 200);
    assert.equal(plainMessage('🎬'.repeat(300), 3), '🎬🎬…');
    assert.equal(plainMessage('a'.repeat(200)), 'a'.repeat(200));
  });

  it('makes no link of anything, and the same of what it has made', () => {
    const piece = fc.constantFrom('[', ']', '(', ')', 'x', 'command:a', 'http://a', ' ', '\n', '\u200b', '\u0000', '$', '🎬', '\ud83c');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const said = plainMessage(pieces.join(''), 40);
        assert.doesNotMatch(said, LINK);
        assert.doesNotMatch(said, /[\r\n\p{Cc}]/u);
        assert.ok([...said].length <= 40);
        assert.equal(plainMessage(said, 40), said);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});
