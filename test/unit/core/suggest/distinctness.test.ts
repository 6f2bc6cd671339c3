// When two lines count as one: in English, in very short lines, and where no spaces part words.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { sliceOf } from '../../../../src/core/fountain/script';
import { speechesOf } from '../../../../src/core/script/speeches';
import { likeness, sameWords, spokenWords, tooAlike } from '../../../../src/core/suggest/distinctness';

describe('distinctness', function () {
  this.timeout(60_000); // a busy machine is no failure

  const pairs: readonly (readonly [string, string, boolean])[] = [
    ['You said Thursday. I told the harbour.', 'You said Thursday. I told the harbour!', true],
    ['You said Thursday. I told the harbour.', 'You said Thursday, and I told the harbour.', true],
    ['You said Thursday. I told the harbour.', 'Nobody crosses in fog. Ask Henrik.', false],
    ['You said Thursday. I told the harbour.', 'Thursday. You said it to my face.', false],
    ['No.', 'No!', true],
    ['No.', 'NO', true],
    ['No.', 'No?', false],
    ['No.', 'Yes.', false],
    ['I do.', 'Do I?', false],
    ['I know.', 'I know you.', false],
    ['...', '...', true],
    ['...', '--', false],
    ['...', 'No.', false],
    ["Don't.", 'Don\u2019t.', true],
    ['\u00c9l\u00e9onore, reste.', '\u00e9l\u00e9onore reste', true],
    ['你答应过我们会一起走的。', '你答应过我，我们会一起走的。', true],
    ['你答应过我们会一起走的。', '船已经开了，你还站在这里。', false],
    ['你答应过我们会一起走的。', '你答应过我们会一起走的？', true],
    ['好。', '不好。', false],
    ['一緒に行くって約束したじゃないか。', '一緒に行くって、約束したじゃない。', true],
    ['一緒に行くって約束したじゃないか。', '船はもう出たよ。', false],
    ['เธอสัญญาว่าเราจะไปด้วยกัน', 'เรือออกไปแล้วนะ', false],
    ['같이 떠나기로 약속했잖아.', '배는 벌써 떠났어.', false],
  ];
  for (const [a, b, alike] of pairs) {
    it(`${alike ? 'one line' : 'two lines'}: ${a} / ${b}`, () => {
      assert.equal(tooAlike(a, b), alike, `likeness ${likeness(a, b)}`);
      assert.equal(tooAlike(b, a), alike);
    });
  }

  it('takes nearly no two lines of one speaker for one (../shared/data/big-fish)', function () {
    const file = '../shared/data/big-fish/big-fish.fountain';
    if (!existsSync(file)) {
      console.log(`      skipped: no ${file} here`);
      this.skip();
    }
    const feature = parse(readFileSync(file, 'utf8'));
    const lines = speechesOf(feature)
      .filter(({ name, words }) => name === 'EDWARD' && words >= 4)
      .map(({ from, to }) => spokenWords(sliceOf(feature, from, to)));
    const pairs = lines.flatMap((a, index) => lines.slice(index + 1, index + 20).map((b) => [a, b] as const));
    const alike = pairs.filter(([a, b]) => tooAlike(a, b));
    assert.ok(pairs.length > 2000 && alike.length / pairs.length < 0.002, `${alike.length} of ${pairs.length}: ${alike.slice(0, 5).join(' | ')}`);
  });

  it('compares what is spoken: no notes, boneyards, parentheticals, emphasis or lyric marks', () => {
    assert.equal(spokenWords('(coldly)\r\n~ La *la*, [[really?]] /* no */ _you_.\r\n(beat)\r\nYes.'), 'La la, you.\nYes.');
  });

  it('is the same both ways, whole for a line and itself, and never fails', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        assert.equal(likeness(a, b), likeness(b, a));
        assert.equal(tooAlike(a, b), tooAlike(b, a));
        assert.ok(sameWords(a, a) && tooAlike(a, a));
        assert.ok(likeness(a, b) >= 0 && likeness(a, b) <= 1);
      }),
    );
  });
});
