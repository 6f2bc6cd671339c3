// Whatever the script, the cursor and the answer: what is offered changes nothing else, to the letter and to the element.
import assert from 'node:assert/strict';
import { checkContinuation } from '../../../../src/core/continuation/checkContinuation';
import { continuationPlace } from '../../../../src/core/continuation/place';
import { continuationRequest } from '../../../../src/core/continuation/request';
import { applyEdit } from '../../../../src/core/edits/edit';
import type { Element } from '../../../../src/core/fountain/elements';
import { parse } from '../../../../src/core/fountain/parse';
import { estimateTokens } from '../../../../src/core/suggest/estimateTokens';
import { elementsOf } from '../../../../src/core/script/elements';
import { featureScript, pick, randomFrom, randomProse, randomText } from '../../../support/randomScript';

const ANSWERS = [
  'MARA', 'DEV\nNo.', 'CUT TO:', '(beat)', '~la la', '[[note', '/* gone', '*/', '===', '# Act', '= synopsis', '> right', '.HEADING', '!BANG', '@me', 'INT. HOUSE - DAY', '  ', '\n\n\n',
  'One.\n\nTwo.', 'One.\r\nTwo.', '\u2028', '\0', 'e\u0301', 'THE DOOR OPENS', '**bold', '_', '\\', ')', '{"text":"x"}', '<scene>', 'Title: x',
] as const;

const textOfElement = (element: Element): string => ('text' in element ? element.text : element.kind === 'character' ? element.name : '');

/** Elements by what they are and say, without their places. */
function told(text: string): string[] {
  return [...elementsOf(parse(text))].map(({ element }) => `${element.kind}|${textOfElement(element)}|${JSON.stringify({ ...element, from: 0, to: 0, line: 0, endLine: 0 })}`);
}

function someAnswer(random: () => number): { text: string; intent?: string } {
  const text = random() < 0.4 ? randomProse(random, 1 + Math.floor(random() * 12)) : random() < 0.5 ? pick(random, ANSWERS) : `${randomProse(random, 3)}${pick(random, ['\n', '\n\n', ' '])}${pick(random, ANSWERS)}${randomText(random, 2)}`;
  const intent = pick(random, ['MARA', 'DEV', 'action', 'OSKAR', 'none', 'ZELDA', '']);
  return intent === 'none' ? { text } : { text, intent };
}

describe('a continuation', () => {
  it('never changes another element, wherever the cursor is and whatever the answer', () => {
    const random = randomFrom(4242);
    const offered = { rest: 0, words: 0, next: 0 };
    for (let round = 0; round < 3000; round++) {
      const whole = round % 2 === 0 ? featureScript(1 + (round % 3), round + 1) : randomText(random, 40);
      const cut = Math.floor(random() * (whole.length + 1));
      // Half of the cursors at ends of lines, and half of those behind a line cut short: where writers stop.
      const lineEnd = whole.indexOf('\n', cut);
      const at = random() < 0.6 && lineEnd >= 0 ? lineEnd : cut;
      const back = random() < 0.4 ? Math.min(at, Math.floor(random() * 20)) : 0;
      const text = (whole.slice(0, at - back) + (random() < 0.15 ? pick(random, ['\n\nMARA', '\n\nDE', '\n\n@', '\n', ' ']) : '')).replace(/\n/g, round % 7 === 0 ? '\r\n' : '\n');
      const tail = whole.slice(at).replace(/\n/g, round % 7 === 0 ? '\r\n' : '\n');
      const script = parse(text + tail);
      const place = continuationPlace(script, text.length);
      if (typeof place === 'string') {
        continue;
      }
      const raw = someAnswer(random);
      const checked = checkContinuation(place, raw, []);
      if (!checked.ok) {
        continue;
      }
      offered[place.wants] += 1;
      const after = applyEdit(text + tail, { offset: text.length, removed: 0, inserted: checked.inserted });
      const was = told(text + tail);
      const is = told(after);
      const context = JSON.stringify({ before: text.slice(-60), inserted: checked.inserted, tail: tail.slice(0, 40) });
      // All before the place but the element that goes on, and all behind it.
      const begun = [...elementsOf(script)].filter(({ from }) => from < text.length).length;
      const head = place.wants === 'next' && !place.forced ? begun : Math.max(0, begun - 2);
      assert.deepEqual(is.slice(0, head), was.slice(0, head), context);
      const behind = was.length - begun;
      assert.deepEqual(behind === 0 ? [] : is.slice(-behind), behind === 0 ? [] : was.slice(-behind), context);
      // Nothing new but what was meant: one paragraph, or one cue with what it says.
      const fresh = [...elementsOf(parse(after))].map(({ element }) => element).slice(head, is.length - behind);
      const kinds = fresh.map(({ kind }) => kind).filter((kind) => !['dialogue', 'lyrics', 'parenthetical'].includes(kind));
      assert.ok(place.wants !== 'next' || place.forced || kinds.length === 1, context);
      assert.ok(!checked.inserted.includes('\r') || (text + tail).includes('\r'), context);
    }
    assert.ok(offered.rest > 100 && offered.words > 30 && offered.next > 100, JSON.stringify(offered));
  });

  it('asks within its budget, wherever the cursor is', () => {
    const random = randomFrom(7);
    const text = featureScript(40, 3);
    const script = parse(text);
    let asked = 0;
    for (let round = 0; round < 60; round++) {
      const lineEnd = text.indexOf('\n', Math.floor(random() * text.length));
      const place = continuationPlace(script, lineEnd);
      if (typeof place === 'string') {
        continue;
      }
      asked += 1;
      const contextTokens = pick(random, [2048, 4096, 8000, 32_000, 200_000]);
      const request = continuationRequest({ place, count: 3, contextTokens });
      const tokens = request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
      assert.ok(tokens + request.maxOutputTokens <= Math.min(contextTokens, 12_000), `${tokens} + ${request.maxOutputTokens} of ${contextTokens}`);
      assert.equal(request.messages.at(-1)?.content.match(/<here>\n\n<\/here>/g)?.length, 1);
    }
    assert.ok(asked > 20);
  });
});
