// The reader of answers: every form a model chooses, in any pieces.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnswerReader } from '../../../../src/core/suggest/answerReader';
import type { RawAlternative } from '../../../../src/core/suggest/answer/rawAlternative';

function readWhole(answer: string, cut = false): RawAlternative[] {
  const reader = createAnswerReader();
  return [...reader.push(answer), ...reader.end(cut)];
}

function readInPieces(answer: string, sizes: readonly number[]): RawAlternative[] {
  const reader = createAnswerReader();
  const found: RawAlternative[] = [];
  let at = 0;
  for (let i = 0; at < answer.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    found.push(...reader.push(answer.slice(at, at + size)));
    at += size;
  }
  return [...found, ...reader.end()];
}

const two = [
  { text: 'You kept the car.', intent: 'changes subject' },
  { text: 'Ask your mother.', intent: 'passes on' },
];
const json = JSON.stringify({ alternatives: two });
const texts = (found: readonly RawAlternative[]): string[] => found.map((one) => one.text);

describe('answerReader', function () {
  this.timeout(60_000); // a busy machine is no failure

  const forms: readonly (readonly [string, string, readonly RawAlternative[]])[] = [
    ['the form asked for', json, two],
    ['indented', JSON.stringify({ alternatives: two }, null, 2), two],
    ['bare strings', '{"alternatives":["One.","Two."]}', [{ text: 'One.' }, { text: 'Two.' }]],
    ['objects and strings mixed', '{"alternatives":["One.",{"text":"Two.","intent":"x"}]}', [{ text: 'One.' }, { text: 'Two.', intent: 'x' }]],
    ['a bare list', JSON.stringify(two), two],
    ['a bare list of strings', '["One.", "Two."]', [{ text: 'One.' }, { text: 'Two.' }]],
    ['one object a line', two.map((one) => JSON.stringify(one)).join('\n'), two],
    ['fenced', '```json\n' + json + '\n```', two],
    ['wrapped in prose', `Here are [two] options {as asked}:\n\n${json}\n\nShall I go on?`, two],
    ['inside a result', `{"result":${json},"ok":true,"n":2,"none":null}`, two],
    ['thinking first', `<think>Maybe {"alternatives":[{"text":"Draft."}]} or not.</think>${json}`, two],
    ['thinking whose opening tag was swallowed', `Hmm, 1. first idea\n2. second\n</think>\n${json}`, two],
    ['thinking in square brackets', `[THINK]["Draft."][/THINK]${json}`, two],
    ['thinking never closed', `<think>Maybe ${json}`, []],
    ['a thinking tag inside a line is only words', '["<think> is what he wrote", "Two."]', [{ text: '<think> is what he wrote' }, { text: 'Two.' }]],
    ['trailing commas', '{"alternatives":[{"text":"One.","intent":"x",},{"text":"Two.",},],}', [{ text: 'One.', intent: 'x' }, { text: 'Two.' }]],
    ['a forgotten comma', '{"alternatives":[{"text":"One."\n"intent":"x"}{"text":"Two."}]}', [{ text: 'One.', intent: 'x' }, { text: 'Two.' }]],
    ['a line break in a string', '["One\nand more.", "Two."]', [{ text: 'One\nand more.' }, { text: 'Two.' }]],
    ['unescaped quotes', '[{"text":"He said "no" to me, "twice".","intent":"x"}]', [{ text: 'He said "no" to me, "twice".', intent: 'x' }]],
    ['a quote before a comma', '[{"text":""Yes", he said.","intent":"x"}]', [{ text: '"Yes", he said.', intent: 'x' }]],
    ['single quotes', "{'alternatives': [{'text': 'Don\\'t.', 'intent': 'x'}, {'text': 'I don't.'}]}", [{ text: "Don't.", intent: 'x' }, { text: "I don't." }]],
    ['bare keys', '{alternatives: [{intent: "x", text: "One."}]}', [{ text: 'One.', intent: 'x' }]],
    ['escapes', '["a\\n\\"b\\" \\u00e9\\ud83d\\ude00 \\/ \\\\"]', [{ text: 'a\n"b" \u00e9\u{1f600} / \\' }]],
    ['other properties', '[{"likelihood":0.08,"id":1,"tags":["a"],"text":"One."}]', [{ text: 'One.' }]],
    ['strings of another list', '{"notes":["I kept it short."],"alternatives":["One."]}', [{ text: 'One.' }]],
    ['a broken alternative among whole ones', '[{"text":"One."},{"text":oops},{"text":"Three."}]', [{ text: 'One.' }, { text: 'Three.' }]],
    ['empty ones', '{"alternatives":["", {"text":" "}, "One."]}', [{ text: 'One.' }]],
    ['cut inside a text', '{"alternatives":[{"text":"One."},{"text":"Tw', [{ text: 'One.' }]],
    ['cut behind a text', '{"alternatives":[{"text":"One."},{"text":"Two.","int', [{ text: 'One.' }]],
    ['cut inside a list of strings', '["One.", "Two', [{ text: 'One.' }]],
    ['nothing', '', []],
    ['an apology', "I'm sorry, but I can't help with that.", []],
    ['an error', '{"error":{"message":"no such model","text":"sorry"}}', []],
    ['numbered', 'Here you are:\n\n1. You kept the car.\n2) Ask your mother.\nShe knows.\n\nShall I go on?', [{ text: 'You kept the car.' }, { text: 'Ask your mother.\nShe knows.' }]],
    ['numbered with labels', '1. **Changes subject:** You kept the car.\n2. [passes on] Ask your mother.', [{ text: 'You kept the car.', intent: 'Changes subject' }, { text: 'Ask your mother.', intent: 'passes on' }]],
    ['numbered with fields', '1.\nIntent: goes quiet\nText: Right.\n\n2.\nIntent: deflects\nText: Nice car.', [{ text: 'Right.', intent: 'goes quiet' }, { text: 'Nice car.', intent: 'deflects' }]],
    ['bulleted', '- One.\n- Two.', [{ text: 'One.' }, { text: 'Two.' }]],
    ['delimited', 'One.\n---\nTwo,\nthen.\n---\n', [{ text: 'One.' }, { text: 'Two,\nthen.' }]],
    ['quoted lines', 'Try these.\n\n"One."\n\n\u201cTwo.\u201d', [{ text: '"One."' }, { text: '\u201cTwo.\u201d' }]],
  ];
  for (const [what, answer, expected] of forms) {
    it(`reads ${what}`, () => {
      assert.deepEqual(readWhole(answer), expected);
      assert.deepEqual(readInPieces(answer, [1]), expected);
      assert.deepEqual(readInPieces(answer, [3, 1, 7]), expected);
    });
  }

  it('gives each alternative at the character that makes it whole', () => {
    const reader = createAnswerReader();
    const end = json.indexOf('}') + 1;
    assert.deepEqual(reader.push(json.slice(0, end - 1)), []);
    assert.deepEqual(reader.push(json.slice(end - 1, end)), [two[0]]);
    assert.deepEqual(reader.push(json.slice(end)), [two[1]]);
    assert.deepEqual(reader.end(), []);
  });

  it('leaves out the last line of plain text when the answer was cut', () => {
    assert.deepEqual(texts(readWhole('1. One.\n2. Two and th', true)), ['One.']);
  });

  it('reads any JSON answer in any pieces as JSON.parse does', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
    const list = fc.array(fc.record({ text: line, intent: line }, { noNullPrototype: true }), { maxLength: 5 });
    fc.assert(
      fc.property(list, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (alternatives, sizes, indent) => {
        const answer = JSON.stringify({ alternatives }, null, indent ? 2 : 0);
        assert.deepEqual(readInPieces(answer, sizes), alternatives);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, and pieces make no difference, on anything at all', () => {
    const scraps = ['{', '}', '[', ']', '"', "'", ',', ':', '\\', '\\u00', 'text', '"text"', '"text":"', 'intent', '<think>', '</think>', '```', '\n', ' ', '1. ', '---\n', 'a', '\u4f60', '\ud83d', 'true', '-1'];
    const soup = fc.array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), (answer, sizes) => {
        assert.deepEqual(readInPieces(answer, sizes), readWhole(answer));
      }),
      { numRuns: 5000 },
    );
  });

  it('drops a text that never ends, and reads on behind one', () => {
    const reader = createAnswerReader();
    reader.push('{"alternatives":[{"text":"');
    for (let i = 0; i < 500; i++) {
      assert.deepEqual(reader.push('and on '.repeat(100)), []);
    }
    assert.deepEqual(texts(reader.push('"},{"text":"Two."}]}')), ['Two.']);
  });

  it('takes time in proportion to the length of a hostile answer', () => {
    const cost = (text: string): number => {
      const runs = [1, 2, 3].map(() => {
        const started = process.cpuUsage().user;
        readWhole(text);
        return process.cpuUsage().user - started;
      });
      return Math.min(...runs);
    };
    for (const scrap of ['[', '{"', '"', '[{"text":"a"', '1. a\n', '<think', '["a" ', '{"a":{', '\\', '**a']) {
      const short = Math.max(2000, cost(scrap.repeat(4000)));
      const long = cost(scrap.repeat(40_000));
      assert.ok(long < short * 60, `${JSON.stringify(scrap)}: ten times the length took ${long / short} times as long`);
    }
  });

  it('stops giving alternatives when a model is in a loop', () => {
    const loop = Array.from({ length: 5000 }, (_, i) => `{"text":"Line ${i}."}`).join(',');
    assert.equal(texts(readWhole(`{"alternatives":[${loop}]}`)).length, 60);
    assert.equal(texts(readWhole(Array.from({ length: 5000 }, (_, i) => `${i % 90}. Line ${i}.`).join('\n'))).length, 60);
  });

  it('reads an intent before any number of spaces, and takes no endless text for a line', function () {
    this.timeout(1500);
    assert.deepEqual(readWhole(`1. Fine.\nIntent: goes${' '.repeat(50_000)}quiet`).map(({ text }) => text), ['Fine.']);
    assert.deepEqual(readWhole(`1. ${'on and '.repeat(8000)}\n2. Two.`).map(({ text }) => text), ['Two.']);
  });
});
