// The practice model reads the house's own requests and answers them well enough for a first look.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from '../../../src/core/fountain/parse';
import { createAnswerReader } from '../../../src/core/suggest/answerReader';
import { checkAlternative } from '../../../src/core/suggest/checkAlternative';
import { dialogueRequest } from '../../../src/core/suggest/dialogueRequest';
import { speechesOf, type Speech } from '../../../src/core/script/speeches';
import { sliceOf } from '../../../src/core/fountain/script';
import { composeAnswer, PRACTICE_MODEL, startPractice, WHAT_IT_IS } from '../../practice/server.mjs';

const script = parse(readFileSync('media/sample/surtitles.fountain', 'utf8'));
const speeches = speechesOf(script);

function ask(speech: Speech, more: { direction?: string; already?: readonly string[]; count?: number } = {}) {
  const request = dialogueRequest({ script, speech, count: more.count ?? 4, already: more.already ?? [], contextTokens: 32_000, ...(more.direction === undefined ? {} : { direction: more.direction }) });
  const reader = createAnswerReader();
  return [...reader.push(composeAnswer({ messages: request.messages })), ...reader.end()];
}

const words = (text: string): number => text.split(/\s+/).length;

describe('the practice model', () => {
  it('answers every speech of the sample with as many different lines as were asked for, each with an intent', () => {
    for (const speech of speeches) {
      const original = sliceOf(script, speech.from, speech.to);
      const answer = ask(speech);
      assert.equal(answer.length, 4, original);
      assert.equal(new Set([original, ...answer.map(({ text }) => text)]).size, 5, original);
      for (const { text, intent } of answer) {
        assert.ok(!/undefined|\[object/.test(text), text);
        assert.match(intent ?? '', /^\S+( \S+)?$/);
      }
    }
  });

  it('gives lines that the house lets in: different enough, and safe to insert', () => {
    for (const direction of [undefined, 'colder', 'funnier', 'more subtext']) {
      for (const speech of speeches) {
        const accepted: string[] = [];
        for (const raw of ask(speech, direction === undefined ? {} : { direction })) {
          const checked = checkAlternative({ script, speech, accepted, ...(direction === undefined ? {} : { direction }) }, raw);
          if (checked.ok) {
            accepted.push(checked.text);
          }
        }
        assert.ok(accepted.length >= 3, `${speech.name}, line ${speech.line + 1}, ${direction ?? 'plain'}: ${accepted.length} of 4`);
      }
    }
  });

  it('gives other lines when asked for more', () => {
    const [speech] = speeches;
    assert.ok(speech);
    const shown: string[] = [];
    for (let round = 0; round < 5; round++) {
      const more = ask(speech, { already: shown }).map(({ text }) => text);
      assert.ok(more.length > 0 && more.every((text) => !shown.includes(text)));
      shown.push(...more);
    }
  });

  it('changes its lines with the direction', () => {
    for (const speech of speeches.filter((each) => each.words > 6)) {
      const plain = ask(speech).map(({ text }) => text).join('\n');
      for (const direction of ['Colder: the character gives less.', 'warmer', 'funnier']) {
        assert.notEqual(ask(speech, { direction }).map(({ text }) => text).join('\n'), plain);
      }
      for (const { text } of ask(speech, { direction: 'shorter' })) {
        assert.ok(words(text) <= speech.words, `${text} (of ${speech.words} words)`);
      }
    }
  });

  it('takes a thing that the direction names', () => {
    const speech = speeches.find((each) => each.words > 6);
    assert.ok(speech);
    for (const { text } of ask(speech, { direction: 'mention the shoes', count: 3 })) {
      assert.match(text, /shoes/);
    }
  });

  it('gives the same answer to the same question', () => {
    const [speech] = speeches;
    assert.ok(speech);
    assert.deepEqual(ask(speech), ask(speech));
  });

  it('says what it is when asked for anything else, and on its address', async () => {
    assert.equal(composeAnswer({ messages: [{ role: 'user', content: 'Say OK.' }] }), WHAT_IT_IS);
    const practice = await startPractice({ quick: true });
    try {
      const models = (await (await fetch(`${practice.address}/models`)).json()) as { data: { id: string; name: string }[] };
      assert.deepEqual(models.data.map(({ id }) => id), [PRACTICE_MODEL]);
      assert.match(models.data[0]?.name ?? '', /not AI/);
      assert.equal((await (await fetch(new URL('/', practice.address))).text()).trim(), WHAT_IT_IS);
    } finally {
      await practice.stop();
    }
  });

  it('streams in pieces, ends with [DONE], and notices when nobody listens any more', async () => {
    const practice = await startPractice({ firstMs: 0, pieceMs: 5 });
    const [speech] = speeches;
    assert.ok(speech);
    const { messages } = dialogueRequest({ script, speech, count: 4, already: [], contextTokens: 8_000 });
    const post = (stream: boolean, signal?: AbortSignal) =>
      fetch(`${practice.address}/chat/completions`, { method: 'POST', body: JSON.stringify({ model: practice.model, messages, stream }), ...(signal ? { signal } : {}) });
    try {
      const streamed = (await (await post(true)).text()).split('\n\n').filter(Boolean);
      assert.ok(streamed.length > 20);
      assert.equal(streamed.at(-1), 'data: [DONE]');
      const deltas = streamed.slice(0, -1).map((event) => (JSON.parse(event.slice(6)) as { choices: { delta: { content?: string } }[] }).choices[0]?.delta.content ?? '');
      const whole = (await (await post(false)).json()) as { choices: { message: { content: string } }[] };
      assert.equal(deltas.join(''), whole.choices[0]?.message.content);

      const stop = new AbortController();
      const response = await post(true, stop.signal);
      await response.body?.getReader().read();
      stop.abort();
      while (practice.aborted() === 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    } finally {
      await practice.stop();
    }
  });
});
