// The practice model rewrites: passages that parse, in the house's own form, another for every direction.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkDraft } from '../../../src/core/drafts/checkDraft';
import { createDraft, writeDraft } from '../../../src/core/drafts/follow';
import { hunksOf } from '../../../src/core/drafts/hunks';
import { parse } from '../../../src/core/fountain/parse';
import { rewriteInstruction } from '../../../src/core/rewrite/directions';
import { createDraftReader } from '../../../src/core/rewrite/draftReader';
import { rewriteRequest } from '../../../src/core/rewrite/rewriteRequest';
import { wishIn } from '../../../src/core/rewrite/wishIn';
import { scenesOf } from '../../../src/core/script/outline';
import { composeAnswer } from '../../practice/server.mjs';

const script = parse(readFileSync('media/sample/surtitles.fountain', 'utf8'));

function rewrite(index: number, direction: string) {
  const scene = scenesOf(script)[index];
  assert.ok(scene);
  const span = { from: scene.from, to: scene.to };
  const wish = wishIn(direction);
  const request = rewriteRequest({ script, span, direction, wish, contextTokens: 32_000 });
  const reader = createDraftReader();
  const written = reader.push(composeAnswer({ messages: request.messages })) + reader.end();
  const draft = createDraft({ id: 'd', kind: 'rewrite', uri: 'file:///s', title: scene.item.heading, direction, wish, span, script, createdAt: 1 });
  return { ...writeDraft(draft, written), activity: { kind: 'idle' as const } };
}

describe("the practice model's rewrites", function () {
  this.timeout(60_000); // a busy machine is no failure

  it('change every scene of the sample somewhere, keep its heading, bring in no strangers and lose no notes', () => {
    for (const [index, scene] of scenesOf(script).entries()) {
      const draft = rewrite(index, rewriteInstruction('onTheNose') ?? '');
      const kinds = checkDraft(draft, script).map(({ kind }) => kind);
      assert.deepEqual(kinds.filter((kind) => kind !== 'hiddenGone'), [], `${scene.item.heading}: ${draft.text}`);
      assert.ok(!/undefined|\[object|NaN/.test(draft.text), draft.text);
      if (scene.item.characters.length > 0) {
        assert.ok(hunksOf(draft).length > 0, scene.item.heading);
      }
    }
  });

  it('keep to the length asked for', () => {
    for (const index of scenesOf(script).keys()) {
      const draft = rewrite(index, 'tighten to 10 lines');
      assert.deepEqual(checkDraft(draft, script).filter(({ kind }) => kind === 'tooManyLines'), [], draft.text);
    }
  });

  it('differ by direction, and are the same for the same', () => {
    const index = scenesOf(script).findIndex((scene) => scene.item.characters.length > 1);
    const all = ['onTheNose', 'visual', 'stakes'].map((id) => rewrite(index, rewriteInstruction(id) ?? '').text);
    assert.equal(new Set(all).size, 3);
    assert.equal(rewrite(index, rewriteInstruction('visual') ?? '').text, all[1]);
  });
});
