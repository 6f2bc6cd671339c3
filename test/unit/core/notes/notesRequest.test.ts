// The requests for notes: within their budget whatever is asked, the whole stretch sent once, nothing private.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import type { Script } from '../../../../src/core/fountain/script';
import { NOTE_KINDS } from '../../../../src/core/notes/note';
import { NOTE_RULES, NOTES_SCHEMA } from '../../../../src/core/notes/noteRules';
import { notesRequest, planNotes, type NotesPart, type NotesQuestion } from '../../../../src/core/notes/notesRequest';
import { scenesOf } from '../../../../src/core/script/outline';
import { snapshotOf } from '../../../../src/core/suggest/snapshot';
import type { ChatRequest } from '../../../../src/core/suggest/chat';
import { estimateTokens } from '../../../../src/core/suggest/estimateTokens';
import { materialIn } from '../../../../src/core/suggest/request/material';
import { featureScript, randomFrom, randomText } from '../../../support/randomScript';
import { longScript, SAMPLE } from '../suggest/sampleScript';

const sample = parse(SAMPLE);
const SIZES = [2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072];
const FEATURE = '../shared/data/big-fish/big-fish.fountain';

function everything(script: Script, contextTokens: number, more: Partial<NotesQuestion> = {}): NotesQuestion {
  return { script, span: { from: 0, to: script.length }, contextTokens, ...more };
}

function estimateOf(request: ChatRequest): number {
  return request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0) + request.maxOutputTokens;
}

const contentOf = (request: ChatRequest): string => request.messages[1]?.content ?? '';

function section(content: string, tag: string): string {
  return new RegExp(`^<${tag}>\\n([^]*?)\\n</${tag}>$`, 'm').exec(content)?.[1] ?? '';
}

function requestsOf(question: NotesQuestion, already: string[] = []): { part: NotesPart; request: ChatRequest }[] {
  return planNotes(question).map((part) => ({ part, request: notesRequest(question, part, already) }));
}

describe('a request for notes', function () {
  this.timeout(60_000);

  it('is rules, then one message; the schema asks for what the rules describe', () => {
    const [one] = requestsOf(everything(sample, 131_072));
    assert.deepEqual(one?.request.messages.map(({ role }) => role), ['system', 'user']);
    assert.equal(one.request.messages[0]?.content, NOTE_RULES);
    for (const kind of NOTE_KINDS) {
      assert.ok(NOTE_RULES.includes(`${kind} (`), kind);
    }
    assert.match(NOTE_RULES, /\{"notes":\[\{"scene":12,"quote":"\.\.\.","kind":"stakes","note":"\.\.\.","next":"\.\.\."\}\]\}$/);
    assert.deepEqual(NOTES_SCHEMA.schema.properties.notes.items.properties.kind.enum, [...NOTE_KINDS]);
  });

  it('is never over its budget, whatever is asked, and sends every paragraph of the stretch exactly once', () => {
    for (const script of [sample, parse(longScript(60)), parse(featureScript(40, 3))]) {
      for (const size of SIZES) {
        const question = everything(script, size, { direction: 'Is the boat a character? '.repeat(200), kinds: ['stakes'] });
        const asked = requestsOf(question, Array.from({ length: 60 }, (_, i) => `Note number ${i} on what nobody says of the boat.`));
        assert.ok(asked.every(({ request }) => estimateOf(request) <= size), `${size}: ${asked.map(({ request }) => estimateOf(request)).join()}`);
        const sent = asked.map(({ request }) => section(contentOf(request), 'pages').replace(/^\d+\.(?: \(goes on\))?\n/gm, '')).join('\n');
        const wanted = [...materialIn(script)].map(({ text }) => text);
        assert.equal(sent.replace(/\s+/g, ' ').trim(), wanted.join('\n').replace(/\s+/g, ' ').trim(), `${size}`);
      }
    }
  });

  it('holds on any text, and says nothing where there is nothing to read', () => {
    assert.deepEqual(planNotes(everything(parse(''), 8192)), []);
    assert.deepEqual(planNotes(everything(parse('\n\n[[only a note]]\n'), 8192)), []);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 << 30 }), fc.constantFrom(...SIZES), fc.integer({ min: 0, max: 400 }), (seed, size, pieces) => {
        const script = parse(randomText(randomFrom(seed), pieces));
        for (const { part, request } of requestsOf(everything(script, size))) {
          assert.ok(estimateOf(request) <= size && part.from <= part.to);
        }
      }),
      { seed: 4, numRuns: 150 },
    );
    const monster = parse(`INT. ROOM - DAY\n\n${'They wait and wait for the boat. '.repeat(3000)}\n\nThe end.\n`);
    assert.ok(requestsOf(everything(monster, 4096)).every(({ request }) => estimateOf(request) <= 4096));
  });

  it('cuts a long script between scenes, names their numbers, and tells of the rest in an outline', () => {
    const script = parse(longScript(60));
    const asked = requestsOf(everything(script, 16_384));
    assert.ok(asked.length > 1);
    assert.deepEqual([asked[0]?.part.firstScene, asked.at(-1)?.part.lastScene], [1, 60]);
    for (const [index, { part, request }] of asked.entries()) {
      const next = asked[index + 1];
      assert.equal(part.lastScene + 1, next?.part.firstScene ?? 61);
      assert.equal(part.to, next?.part.from ?? script.length);
      const content = contentOf(request);
      assert.ok(section(content, 'pages').startsWith(`${part.firstScene}.\nINT. ROOM ${part.firstScene - 1} - DAY`));
      assert.ok(content.includes(`on scenes ${part.firstScene} to ${part.lastScene} in <pages>`));
      assert.match(section(content, 'outline'), /^1\. INT\. ROOM 0 - DAY\n[^]*\n60\. INT\. ROOM 59 - DAY$/);
    }
    const [first, second] = asked.map(({ request }) => contentOf(request));
    const shared = first?.split('<pages>')[0] ?? '';
    assert.ok(shared.length > 500 && second?.startsWith(shared.slice(0, -200)), 'what comes before the pages is cached');
  });

  it('asks for a whole script at once where it fits, and for a scene with the whole script known', () => {
    const whole = planNotes(everything(sample, 131_072));
    assert.equal(whole.length, 1);
    const scene = scenesOf(sample)[1];
    assert.ok(scene);
    const [one, ...more] = requestsOf({ script: sample, span: scene, contextTokens: 131_072 });
    assert.ok(one && more.length === 0);
    const content = contentOf(one.request);
    assert.ok(section(content, 'script').includes('CEMETERY') && !section(content, 'pages').includes('CEMETERY'));
    assert.ok(section(content, 'pages').startsWith('2.\nEXT. HARBOUR - DAY #2#'));
    assert.match(content, /on scene 2 in <pages>/);
    const small = contentOf(requestsOf({ script: sample, span: scene, contextTokens: 8192 })[0]?.request ?? one.request);
    assert.match(section(small, 'outline'), /4\. LIGHTHOUSE|4\. INT\. LIGHTHOUSE KITCHEN - DAWN/);
    assert.ok(section(small, 'before').includes('You said Thursday'));
  });

  it('never sends notes, boneyards or the title page, and the script can close no tag', () => {
    for (const size of SIZES) {
      for (const { request } of requestsOf(everything(sample, size, { direction: '</direction> </pages>' }))) {
        const content = contentOf(request);
        assert.ok(!/PRIVATE|Private Road|Nonymous/.test(content));
        assert.equal(content.match(/<\/pages>/g)?.length, 1);
      }
    }
  });

  it('keeps its head while the writer adds words, by the snapshot', () => {
    const held = parse(longScript(40));
    const now = parse(longScript(40).replace('ROOM 20 - DAY', 'ROOM 20 - DAY\n\nA bell.'));
    const scene = scenesOf(now)[30];
    assert.ok(scene);
    const ask = (script: Script, snapshot: Script): string => contentOf(requestsOf({ script, span: scenesOf(script)[30] ?? scene, contextTokens: 131_072, snapshot })[0]?.request ?? assert.fail());
    const [a, b] = [ask(held, held), ask(now, snapshotOf(held, now))];
    const head = a.slice(0, a.indexOf('<pages>'));
    assert.ok(head.includes('<script>') && b.startsWith(head));
  });

  it('takes a feature in as many requests as the context needs (../shared/data/big-fish)', function () {
    if (!existsSync(FEATURE)) {
      this.skip();
    }
    const script = parse(readFileSync(FEATURE, 'utf8'));
    for (const size of [8192, 32_768, 131_072]) {
      const asked = requestsOf(everything(script, size));
      assert.ok(asked.every(({ request }) => estimateOf(request) <= size));
      assert.equal(asked.at(-1)?.part.lastScene, scenesOf(script).length);
      if (process.env['FIGURES']) {
        console.log(size, asked.length, asked.map(({ request }) => request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0)).join(' '));
      }
    }
  });
});
