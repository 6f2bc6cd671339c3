// The practice model's continuations: for every kind of place it has some that pass the same check as any model's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkContinuation, type Continuation } from '../../../src/core/continuation/checkContinuation';
import { continuationPlace } from '../../../src/core/continuation/place';
import { continuationRequest } from '../../../src/core/continuation/request';
import { parse } from '../../../src/core/fountain/parse';
import { createAnswerReader } from '../../../src/core/suggest/answerReader';
import { composeAnswer } from '../../practice/server.mjs';

const SAMPLE = readFileSync('media/sample/surtitles.fountain', 'utf8');

describe('the practice model, asked to continue', () => {
  it('has something that fits at nine of ten places in the sample', function () {
    this.timeout(20_000);
    const script = parse(SAMPLE);
    let asked = 0;
    let fitted = 0;
    for (const [at, { index }] of [...SAMPLE.matchAll(/\n/g)].entries()) {
      if (at % 3 > 0) {
        continue;
      }
      const place = continuationPlace(script, index);
      if (typeof place === 'string') {
        continue;
      }
      asked += 1;
      const { messages } = continuationRequest({ place, count: 3, contextTokens: 8000 });
      const reader = createAnswerReader();
      const found: Continuation[] = [];
      for (const raw of reader.push(composeAnswer({ messages: [...messages] }))) {
        const checked = checkContinuation(place, raw, found);
        if (checked.ok) {
          found.push(checked);
        }
      }
      fitted += found.length > 0 ? 1 : 0;
    }
    assert.ok(asked > 30 && fitted / asked > 0.9, `${fitted} of ${asked}`);
  });
});
