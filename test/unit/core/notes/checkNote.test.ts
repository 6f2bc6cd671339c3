// What a model answers is checked against the page: its quote must stand there, however it was copied.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { sliceOf, type Script } from '../../../../src/core/fountain/script';
import { checkNote, plainLine, type NotesScope } from '../../../../src/core/notes/checkNote';
import { findQuote } from '../../../../src/core/notes/findQuote';
import { scenesOf } from '../../../../src/core/script/outline';
import { createItemReader } from '../../../../src/core/suggest/itemReader';
import { randomFrom, randomText } from '../../../support/randomScript';
import { DINER } from '../proposals/sample';
import { noteOn, placeOf } from './samples';

const TEXT = `${DINER}
EXT. BRIDGE - DAWN #7A#

She *never* says “I’m sorry” — not once -- [[or does she?]] and walks on. Señora Ibañez waits.

老王
我今天不想回家，外面下雨了。
`;
const script = parse(TEXT);

function scopeOf(of: Script = script, more: Partial<NotesScope> = {}): NotesScope {
  return { span: { from: 0, to: of.length }, already: [], ...more };
}

const raw = (quote: string, more: object = {}): object => ({ scene: 1, quote, kind: 'stakes', note: 'Nobody can lose anything here.', next: 'Let her lose.', ...more });

function quoted(quote: string, more: object = {}, scope = scopeOf()): string {
  const checked = checkNote(raw(quote, more), script, scope);
  return checked.ok ? `${checked.note.span.from}:${checked.note.quote}` : checked.reason;
}

const at = (words: string, nth = 0): string => `${placeOf(TEXT, words, nth)}:${words}`;

describe('the quote of a note', () => {
  it('is found to the letter, and with other quotes, dashes, case, emphasis, accents and spaces', () => {
    assert.equal(quoted('I drove around the block. Twice.'), at('I drove around the block. Twice.'));
    assert.equal(quoted('i DROVE  around\nthe block'), at('I drove around the block.'));
    assert.equal(quoted('She never says "I\'m sorry" -- not once'), at('She *never* says “I’m sorry” — not once'));
    assert.equal(quoted('not once and walks on'), at('not once -- [[or does she?]] and walks on.'));
    assert.equal(quoted('Senora Ibanez'), at('Señora Ibañez'));
    assert.equal(quoted('你好'), 'notOnPage');
    assert.equal(quoted('不想回家'), at('不想回家，'));
    assert.equal(quoted("DEV\nYou're late."), at("DEV\nYou're late."));
  });

  it('is whole words: "arch" is not on a page that says March', () => {
    assert.equal(quoted('arch'), 'notOnPage');
    assert.equal(quoted('It was real in Mar'), 'notOnPage');
  });

  it('is found where the model put a name before it, or dots into it', () => {
    assert.equal(quoted('MARA: I drove around the block.'), at('MARA\nI drove around the block.'));
    assert.equal(quoted('Dev (angry): It was real in March'), at('It was real in March.'));
    assert.equal(quoted("You don't get to ... like it's a place we went together"), at("like it's a place we went together."));
  });

  it('is taken where it stands nearest to the scene named', () => {
    assert.equal(quoted('No.', { scene: 1 }), at('No.', 0));
    assert.equal(quoted('No.', { scene: 2 }), at('No.', 1));
    assert.equal(quoted('No.', { scene: 'EXT. PARKING LOT - LATER' }), at('No.', 1));
    assert.equal(quoted('No.', { scene: '7A' }), at('No.', 1));
    assert.equal(quoted('No.', { scene: null }), at('No.', 0));
  });

  it('must stand in the stretch asked about, and notes and boneyards are no page', () => {
    const [, second] = scenesOf(script);
    assert.ok(second);
    assert.equal(quoted('I drove around the block.', {}, scopeOf(script, { span: second })), 'notOnPage');
    assert.equal(quoted('or does she?'), 'notOnPage');
    assert.equal(quoted('Words that nobody says here'), 'notOnPage');
    assert.equal(quoted('...'), 'notOnPage');
  });

  it('is never on the title page, which no model is shown, and no single word that could be anywhere', () => {
    const titled = parse(`Title: The Long Road\nAuthor: Ann Writer\nContact:\n    The night is long\n\n${DINER}\nThe night is long. Twice MARCH said so.\n\nB\n`);
    const places = (quote: string): string[] => findQuote(titled, quote, { from: 0, to: titled.length }).map(({ from, to }) => sliceOf(titled, from, to));
    assert.deepEqual(places('The Long Road'), []);
    assert.deepEqual(places('Ann Writer'), []);
    assert.deepEqual(places('The night is long'), ['The night is long.']);
    assert.deepEqual(places('Road Author'), []);
    // "No." is all that somebody says, twice; other single words stand in the middle of something, or above it.
    assert.deepEqual(places('No.'), ['No.', 'No.']);
    for (const word of ['March', 'the', 'DEV', 'B', 'a', 'I', '外']) {
      assert.deepEqual(places(word), [], word);
    }
    assert.equal(quoted('外'), 'notOnPage');
    assert.equal(quoted('外面'), at('外面'));
  });

  it('always lies in the span, on any text, and is made of the words asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 << 30 }), fc.integer({ min: 1, max: 60 }), (seed, pieces) => {
        const random = randomFrom(seed);
        const text = randomText(random, pieces);
        const any = parse(text);
        const [a, b, c, d] = [0, 0, 0, 0].map(() => Math.floor(random() * (text.length + 1)));
        const span = { from: Math.min(a ?? 0, b ?? 0), to: Math.max(a ?? 0, b ?? 0) };
        const quote = text.slice(Math.min(c ?? 0, d ?? 0), Math.max(c ?? 0, d ?? 0));
        for (const place of findQuote(any, quote, span)) {
          assert.ok(place.from >= span.from && place.to <= span.to && place.to > place.from);
          assert.match(sliceOf(any, place.from, place.to), /[\p{L}\p{N}]/u);
        }
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});

describe('a note that a model gives', () => {
  const check = (item: unknown, more: Partial<NotesScope> = {}): unknown => {
    const checked = checkNote(item, script, scopeOf(script, more));
    return checked.ok ? checked.note : checked.reason;
  };

  it('says what it is on: kind, scene, words', () => {
    assert.deepEqual(check(raw('It was real in March.', { scene: 2 })), {
      kind: 'stakes', span: { from: placeOf(TEXT, 'It was real in March.'), to: placeOf(TEXT, 'It was real in March.') + 21 },
      quote: 'It was real in March.', scene: 'EXT. PARKING LOT - LATER', text: 'Nobody can lose anything here.', nextStep: 'Let her lose.',
    });
  });

  it('is refused where it is no note, and never throws', () => {
    for (const item of [null, undefined, 7, 'text', [], {}, { quote: 'No.' }, { quote: 5, kind: {}, note: [] }, raw('No.', { kind: 3 }), raw('x'.repeat(9000))]) {
      assert.equal(check(item), 'form');
    }
    assert.equal(check(raw('No.', { note: ' ** ' })), 'empty');
    fc.assert(fc.property(fc.anything(), (item) => void checkNote(item, script, scopeOf())), { seed: 4, numRuns: 500 });
  });

  it('has the kind it names, as small models name it', () => {
    for (const [named, kind] of [['set-up', 'setUp'], ['Same Voice', 'sameVoice'], ['pacing', 'pace'], ['Character', 'voice'], ['dialogue', 'sameVoice'], ['Sonstiges', 'clarity'], ['STAKES', 'stakes']]) {
      assert.equal((check(raw('No.', { kind: named })) as { kind?: string }).kind, kind, named);
    }
    assert.equal(check(raw('No.', { kind: 'pace' }), { kinds: ['stakes'] }), 'otherKind');
  });

  it('is not given again: the same words, or the same kind on the same line; nor is one that was discarded', () => {
    const from = placeOf(TEXT, 'It was real in March.');
    const before = noteOn(script, from, from + 21, { state: 'discarded', text: 'We do not know what March was.' });
    assert.equal(check(raw('real in March', { note: 'Something else entirely is missing from this moment.' }), { already: [before] }), 'again');
    assert.equal(check(raw('Say it, then.', { kind: 'pace', note: 'We don’t know what March was!' }), { already: [before] }), 'again');
    const rewritten = { ...before, anchor: { ...before.anchor, standing: 'changed' as const } };
    assert.notEqual(check(raw('real in March', { note: 'We do not know what March was.' }), { already: [rewritten] }), 'again');
    assert.notEqual(check(raw('real in March', { kind: 'pace', note: 'It stops here for too long.' }), { already: [before] }), 'again');
  });

  it('is one plain line, without signs that hide or turn words, and not a page', () => {
    assert.equal(plainLine('**Who**\n\n is `she`?\u202e\u0007 [x](command:y)', 100), 'Who is she? [x](command:y)');
    const long = plainLine('word '.repeat(400), 700);
    assert.ok(long.length <= 700 && long.endsWith('word…'));
    assert.equal(plainLine(`${'x'.repeat(9)}😀`, 11), `${'x'.repeat(9)}😀`);
    assert.equal(plainLine(`${'x'.repeat(9)}😀!`, 11), `${'x'.repeat(9)}…`);
  });

  it('is read out of half an answer, a fenced one, one with talk around it, and out of none', () => {
    const answer = JSON.stringify({ notes: [raw('No.'), raw('Say it, then.', { kind: 'pace', note: 'It waits too long for this.' })] });
    const read = (text: string): number => {
      const reader = createItemReader();
      return [...reader.push(text), ...reader.end()].filter((item) => checkNote(item, script, scopeOf()).ok).length;
    };
    assert.equal(read(answer), 2);
    assert.equal(read(`<think>{"notes":[{"quote":"No."}]}</think>Here they are:\n\`\`\`json\n${answer}\n\`\`\`\nHope this helps!`), 2);
    assert.equal(read(answer.slice(0, -20)), 1);
    for (const none of ['', '<html><body>502 Bad Gateway</body></html>', 'I am sorry, I cannot help with that.', '{"notes":', '{"notes":[]}', '[[[[[[[[[[[[[[[[[[[[', 'null']) {
      assert.equal(read(none), 0, none);
    }
  });
});
