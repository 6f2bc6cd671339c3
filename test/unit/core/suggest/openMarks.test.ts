// A note or boneyard that is just being typed, and not closed yet: nothing behind its opening mark is in any request.
import assert from 'node:assert/strict';
import { tellFound, tellLines, tellOutline, tellScene, tellStatistics } from '../../../../src/chat/tell';
import { continuationPlace } from '../../../../src/core/continuation/place';
import { continuationRequest } from '../../../../src/core/continuation/request';
import { parse } from '../../../../src/core/fountain/parse';
import { placedBlocks, type Script } from '../../../../src/core/fountain/script';
import { notesRequest, planNotes } from '../../../../src/core/notes/notesRequest';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { rewriteRequest } from '../../../../src/core/rewrite/rewriteRequest';
import { placeScope, scopeOf } from '../../../../src/core/scenarios/place';
import { planRequest } from '../../../../src/core/scenarios/plan';
import { scenariosRequest } from '../../../../src/core/scenarios/request';
import type { DevelopedScene, Scenario } from '../../../../src/core/scenarios/scenario';
import { sceneRequest } from '../../../../src/core/scenarios/sceneRequest';
import { scenesOf } from '../../../../src/core/script/outline';
import { speechesOf } from '../../../../src/core/script/speeches';
import type { ChatRequest } from '../../../../src/core/suggest/chat';
import { dialogueRequest } from '../../../../src/core/suggest/dialogueRequest';
import { joinMaterial, materialIn } from '../../../../src/core/suggest/request/material';
import { withoutTags } from '../../../../src/core/suggest/request/tags';

/** `mark` opened wherever a writer may, each time with SECRET words behind it. */
const scriptWith = (mark: string, lineEnd: string): Script =>
  parse(
    [
      `# Act one ${mark} SECRET-0`, '', `= They meet. ${mark} SECRET-1`, '',
      `INT. DINER - NIGHT ${mark} SECRET-2`, '', `= She lies. ${mark} SECRET-3`, '',
      `MARA slides into the booth. ${mark} she knows SECRET-4`, 'and more of SECRET-5', '',
      'DEV', `You're late. ${mark} SECRET-6`, 'too soft SECRET-7', '',
      `MARA ${mark} SECRET-8`, 'I drove around the block.', '',
      `${mark} a paragraph SECRET-9`, '',
      'DEV', `(beat ${mark} SECRET-10)`, 'It was real in March.', '',
      'MARA', `Closed [[a note SECRET-11]]${mark === '/*' ? '' : ' and /* gone SECRET-12 */'} said.`, '',
      'EXT. LOT - DAY', '', `DEV waits, looking at MARA. ${mark} SECRET-13`, '', 'MARA', 'No.', '', 'DEV', 'Say it, then.', '',
      `EXT. ROAD - LATER ${mark} SECRET-14`, '', 'They drive.', '', 'DEV', 'There.', '',
    ].join(lineEnd),
  );

function* requestsFor(script: Script, contextTokens: number): Generator<[string, ChatRequest]> {
  for (const speech of speechesOf(script)) {
    yield ['dialogue', dialogueRequest({ script, speech, count: 3, already: [], contextTokens })];
  }
  const [block] = [...placedBlocks(script)].filter(({ block: { text } }) => text.includes('slides'));
  assert.ok(block);
  const spans = [{ from: block.offset, to: block.offset + block.block.text.length }, ...scenesOf(script)];
  for (const span of spans) {
    yield ['rewrite', rewriteRequest({ script, span, direction: 'colder', contextTokens })];
    yield ['scenarios', scenariosRequest({ script, span, count: 3, already: [], contextTokens })];
    const question = { script, span, contextTokens };
    for (const part of planNotes(question)) {
      yield ['notes', notesRequest(question, part)];
    }
  }
  for (let offset = 0; offset <= script.length; offset += 1) {
    const place = continuationPlace(script, offset);
    if (typeof place === 'object') {
      yield ['continuation', continuationRequest({ place, count: 3, contextTokens })];
    }
  }
  const scenes = scenesOf(script);
  const scope = scopeOf(script, { from: scenes[0]?.from ?? 0, to: (scenes[1]?.to ?? 1) - 1 }, 'range');
  const place = placeScope(script, scope);
  assert.ok(place);
  const developed = scenes.slice(0, 2).map(({ item }): DevelopedScene => ({ fate: 'change', scene: item.heading, heading: item.heading, beat: 'It turns.' }));
  const scenario: Scenario = { version: 1, id: 'one', round: 'r', scope, title: 'Other', logline: 'He rows.', turn: 'knows', beats: ['A.', 'B.'], consequences: [], fate: 'kept', createdAt: '2026-01-01T00:00:00Z' };
  yield ['plan', planRequest({ script, scenario, place, contextTokens })];
  for (const index of [0, 1]) {
    yield ['scene', sceneRequest({ script, scenario: { ...scenario, scenes: developed }, place, index, contextTokens })];
  }
}

describe('an open note or boneyard', function () {
  this.timeout(60_000);

  for (const mark of ['[[', '/*']) {
    for (const lineEnd of ['\n', '\r\n']) {
      it(`${mark} hides what is behind it, in every request (${lineEnd === '\n' ? 'LF' : 'CRLF'})`, () => {
        const script = scriptWith(mark, lineEnd);
        const kinds = new Set<string>();
        for (const contextTokens of [2048, 8192, 65_536]) {
          for (const [kind, { messages }] of requestsFor(script, contextTokens)) {
            kinds.add(kind);
            const secret = /.{0,60}SECRET-\d+/.exec(messages.map(({ content }) => content).join('\n'))?.[0];
            assert.equal(secret, undefined, `${kind} at ${contextTokens}`);
          }
        }
        assert.deepEqual([...kinds].sort(), ['continuation', 'dialogue', 'notes', 'plan', 'rewrite', 'scenarios', 'scene']);
      });

      it(`${mark} hides it from the chat's tools (${lineEnd === '\n' ? 'LF' : 'CRLF'})`, () => {
        const script = scriptWith(mark, lineEnd);
        const reach = { from: 1, tokens: 6000 };
        const told = [tellOutline(script, reach), tellScene(script, '1', reach), tellScene(script, '3', reach), tellLines(script, 'DEV', reach), tellFound(script, 'e', reach), tellStatistics(script, STANDARD_PAGE, 6000)];
        assert.match(told.join('\n'), /slides into the booth\./);
        assert.doesNotMatch(told.join('\n'), /SECRET-\d+/);
      });
    }
  }

  it('takes nothing else with it', () => {
    const script = parse('INT. A - DAY\n\nShe waits. [[ not yet\nclosed\n\nHe goes. [[closed]] And comes.\n\nMARA\nYes. /* no\n\nDEV\nNo.\n');
    assert.equal(joinMaterial(materialIn(script)), 'INT. A - DAY\n\nShe waits.\n\nHe goes. And comes.\n\nMARA\nYes.\n\nDEV\nNo.');
    assert.equal(withoutTags('a [[b]] c /* d */ e'), 'a [[b]] c /* d */ e');
    assert.equal(withoutTags('a [[b]] c [[ d\n/* e\nf'), 'a [[b]] c\n\nf');
  });

  it('is no place for a continuation', () => {
    for (const [text, open] of [['INT. A - DAY\n\nShe waits. [[ what if', true], ['INT. A - DAY\n\nMARA\nYes. /* what if', true], ['INT. A - DAY\n\nShe waits. [[ what if\n\nMARA\nYes.', false]] as const) {
      assert.equal(continuationPlace(parse(text), text.length) === 'private', open, text);
    }
  });
});
