// The reader of lists: every form a model chooses, in any pieces.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createItemReader } from '../../../../src/core/suggest/itemReader';

const INNER = ['consequences'];

function readWhole(answer: string): unknown[] {
  const reader = createItemReader(INNER);
  return [...reader.push(answer), ...reader.end()];
}

function readInPieces(answer: string, sizes: readonly number[]): unknown[] {
  const reader = createItemReader(INNER);
  const found: unknown[] = [];
  let at = 0;
  for (let i = 0; at < answer.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    found.push(...reader.push(answer.slice(at, at + size)));
    at += size;
  }
  return [...found, ...reader.end()];
}

const two = [
  { title: 'The other boat', beats: ['He rows.', 'She waits.'], consequences: [{ scene: 'EXT. PIER - DAY', change: 'Empty.' }], likelihood: 0.1, ok: true, none: null },
  { title: 'Fog', beats: [], consequences: [] },
];
const json = JSON.stringify({ scenarios: two });

describe('itemReader', function () {
  this.timeout(60_000); // a busy machine is no failure

  const forms: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['the form asked for', json, two],
    ['indented', JSON.stringify({ scenarios: two }, null, 2), two],
    ['a bare list', JSON.stringify(two), two],
    ['one object a line', two.map((one) => JSON.stringify(one)).join('\n'), two],
    ['one object alone', JSON.stringify(two[0]), [two[0]]],
    ['one object alone whose list comes first', '{"consequences":[{"scene":"A"}],"title":"T"}', [{ consequences: [{ scene: 'A' }], title: 'T' }]],
    ['fenced', '```json\n' + json + '\n```', two],
    ['wrapped in prose', `Here are [two] ideas {as asked}:\n\n${json}\n\nShall I go on?`, two],
    ['inside a result, after other things', `{"summary":"Two.","n":2,"tags":["a"],"result":${json},"more":[1,2]}`, two],
    ['thinking first', `<think>Maybe {"scenarios":[{"title":"Draft."}]} or not.</think>${json}`, two],
    ['thinking whose opening tag was swallowed', `Hmm, {"a":\n</think>\n${json}`, two],
    ['thinking never closed', `<think>Maybe ${json}`, []],
    ['a thinking tag inside a string is only words', '[{"title":"<think> is a tag"}]', [{ title: '<think> is a tag' }]],
    ['trailing commas', '{"scenarios":[{"title":"One","beats":["a","b",],},{"title":"Two",},],}', [{ title: 'One', beats: ['a', 'b'] }, { title: 'Two' }]],
    ['forgotten commas', '[{"title":"One"\n"beats":["a"\n"b"]}{"title":"Two"}]', [{ title: 'One', beats: ['a', 'b'] }, { title: 'Two' }]],
    ['line breaks in strings', '[{"title":"One\nand more"}]', [{ title: 'One\nand more' }]],
    ['unescaped quotes', '[{"title":"He said "no" to me","n":1}]', [{ title: 'He said "no" to me', n: 1 }]],
    ['bare keys and single quotes', "[{title: 'One', beats: ['a']}]", [{ title: 'One', beats: ['a'] }]],
    ['percentages', '[{"likelihood": 10%, "n": -1.5e2}]', [{ likelihood: 10, n: -150 }]],
    ['empty objects and strings', '{"scenarios":[{},{"title":""}]}', [{}, { title: '' }]],
    ['a broken item among whole ones', '[{"title":"One"},{"title":oops},{"title":"Three"}]', [{ title: 'One' }, { title: 'Three' }]],
    ['cut inside an item', '{"scenarios":[{"title":"One"},{"title":"Tw', [{ title: 'One' }]],
    ['cut inside a nested list', '{"scenarios":[{"title":"One"},{"title":"Two","consequences":[{"scene":"A"},', [{ title: 'One' }]],
    ['a property that would be dangerous', '[{"__proto__":{"x":"y"},"title":"One"}]', [JSON.parse('{"__proto__":{"x":"y"},"title":"One"}')]],
    ['lists in lists', '[[{"title":"One"}],[{"title":"Two"}]]', [{ title: 'One' }, { title: 'Two' }]],
    ['an empty list', '{"scenarios":[]}', []],
    ['nothing', '', []],
    ['an apology', "I'm sorry, but I can't help with that.", []],
    ['an error', '{"error":{"message":"no such model"}}', []],
    ['a page', '<!doctype html><html><body>{}</body></html>', []],
  ];
  for (const [what, answer, expected] of forms) {
    it(`reads ${what}`, () => {
      assert.deepEqual(readWhole(answer), expected);
      assert.deepEqual(readInPieces(answer, [1]), expected);
      assert.deepEqual(readInPieces(answer, [3, 1, 7]), expected);
    });
  }

  it('gives each item at the character that makes it whole', () => {
    const reader = createItemReader(INNER);
    const end = json.indexOf(',{"title":"Fog"');
    assert.deepEqual(reader.push(json.slice(0, end - 1)), []);
    assert.deepEqual(reader.push(json.slice(end - 1, end)), [two[0]]);
    assert.deepEqual(reader.push(json.slice(end)), [two[1]]);
    assert.deepEqual(reader.end(), []);
    assert.deepEqual(reader.push(json), []);
  });

  it('reads any list of objects in any pieces as JSON.parse does', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: 'small' }, text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 8 }), tie('any'), { maxKeys: 3, noNullPrototype: true })),
    })).any;
    const item = fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 8 }), value, { maxKeys: 4, noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean(), (items, sizes, indent, wrapped) => {
        const answer = JSON.stringify(wrapped ? { list: items } : items, null, indent ? 2 : 0);
        assert.deepEqual(readInPieces(answer, sizes), JSON.parse(JSON.stringify(items)));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('never throws, and pieces make no difference, on anything at all', () => {
    const scraps = ['{', '}', '[', ']', '"', "'", ',', ':', '\\', '\\u00', 'title', '"title"', '"title":"', 'consequences', '<think>', '</think>', '```', '\n', ' ', 'a', '\u4f60', '\ud83d', 'true', '-1', '10%'];
    const soup = fc.array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), (answer, sizes) => {
        assert.deepEqual(readInPieces(answer, sizes), readWhole(answer));
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it('drops a string and an item that never end, and reads on behind them', () => {
    const reader = createItemReader();
    reader.push('{"scenarios":[{"title":"');
    for (let i = 0; i < 500; i++) {
      assert.deepEqual(reader.push('and on '.repeat(100)), []);
    }
    assert.deepEqual(reader.push('","n":1},{"beats":['), [{ n: 1 }]);
    for (let i = 0; i < 5000; i++) {
      assert.deepEqual(reader.push(`"beat number ${i}",`), []);
    }
    assert.deepEqual(reader.push(']},{"title":"Two"}]}'), [{ title: 'Two' }]);
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
    for (const scrap of ['[', '{"', '"', '[{"a":"a"', '<think', '["a" ', '{"a":{', '\\', '{"a":[1,', '[{}]', '{"a":1},']) {
      const short = Math.max(2000, cost(scrap.repeat(4000)));
      const long = cost(scrap.repeat(40_000));
      assert.ok(long < short * 60, `${JSON.stringify(scrap)}: ten times the length took ${long / short} times as long`);
    }
  });

  it('stops giving items when a model is in a loop', () => {
    const loop = Array.from({ length: 5000 }, (_, i) => `{"title":"Item ${i}."}`).join(',');
    assert.equal(readWhole(`{"scenarios":[${loop}]}`).length, 200);
  });
});
