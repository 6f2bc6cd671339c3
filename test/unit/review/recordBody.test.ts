// What an entry says of what happened.
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { parse } from '../../../src/core/fountain/parse';
import { isBody } from '../../../src/core/ledger/entryForm';
import type { AcceptEntry, OfferEntry } from '../../../src/core/ledger/entry';
import { hashOf } from '../../../src/core/ledger/hash';
import { bodyOf, placeOf } from '../../../src/review/recordBody';
import type { Told } from '../../../src/review/recordHappening';

const TEXT = 'INT. DINER - NIGHT\n\nDEV\nYou are late.\n\nEXT. LOT - DAY\n\nDEV\nSay it.\n';
const script = parse(TEXT);
const document = {} as vscode.TextDocument;
const noted = { id: 'id', time: '2026-11-22T18:00:00.000Z', uri: 'file:///pilot.fountain' };

function accept(offered: string, inserted: string, replaced = 'You are late.', record?: string): AcceptEntry {
  const from = TEXT.indexOf('You are');
  const told: Told = { ...noted, kind: 'accept', script, accepted: { document, offered, inserted, replaced, span: { from, to: from + inserted.length }, ...(record !== undefined && { record }) } };
  const body = bodyOf(told, false, 'salt');
  assert.ok(body.kind === 'accept' && isBody({ ...body }));
  return body;
}

describe('an entry of the record', () => {
  it('says of an asking what was asked, sent and offered, by hashes', () => {
    const asked = { document, command: 'dialogue.suggest', model: { id: 'm', origin: 'https://api.example', local: false }, direction: 'colder', request: { messages: [{ role: 'system' as const, content: 'Be brief.' }], maxOutputTokens: 9 }, span: { from: TEXT.indexOf('Say'), to: TEXT.length } };
    const told: Told = { ...noted, kind: 'offer', script, asked, texts: ['One.', 'Two.'], how: { ended: 'whole', model: 'm-1', usage: { inputTokens: 12.4, outputTokens: NaN } } };
    const body = bodyOf(told, false, 'salt') as OfferEntry;
    assert.ok(isBody({ ...body }));
    assert.deepEqual(body.alternatives, [{ hash: hashOf('One.'), words: 1 }, { hash: hashOf('Two.'), words: 1 }]);
    assert.deepEqual(body.model, { origin: 'https://api.example', local: false, asked: 'm', returned: 'm-1' });
    assert.deepEqual(body.usage, { inputTokens: 12, outputTokens: 0 });
    assert.deepEqual(body.place, { scene: 'EXT. LOT - DAY', line: 9 });
    assert.ok(!JSON.stringify(body).includes('One.') && !JSON.stringify(body).includes('colder'));
    assert.equal((bodyOf(told, true, 'salt') as OfferEntry).alternatives[1]?.text, 'Two.');
  });

  it('knows a line taken as offered, taken edited, and a part of a draft', () => {
    const whole = accept('I know that.', 'I know that.', 'You are late.', 'offer-1');
    assert.deepEqual([whole.offer, whole.alternative, whole.edited, whole.generated], ['offer-1', hashOf('I know that.'), false, [[0, 3]]]);
    const edited = accept('I know that.', 'I really know that.');
    assert.deepEqual([edited.offer, edited.alternative, edited.edited, edited.generated], [undefined, hashOf('I know that.'), true, [[0, 1], [2, 4]]]);
    const part = accept('One line.\n\nAnother line of it.\n', 'Another line of it.');
    assert.deepEqual([part.alternative, part.edited, part.generated], [undefined, false, [[0, 4]]]);
  });

  it('says what stands around a text that stands in the script', () => {
    const standing = accept('You are late.', 'You are late.', 'Hello.');
    assert.deepEqual([standing.around?.before.length, standing.around?.after.length], [4, 6]);
    assert.deepEqual(accept('Not there.', 'Not there.').around, { before: [], after: [] });
  });

  it('takes no line ends of another system for an edit', () => {
    assert.equal(accept('One\ntwo', 'One\r\ntwo').edited, false);
  });

  it('leaves the writer what stood there before', () => {
    assert.deepEqual(accept('The dog sleeps under the table. It barks.', 'The dog sleeps under the table. It barks.', 'The dog sleeps under the table.').generated, [[6, 8]]);
  });

  it('knows its place in the script, at both ends too', () => {
    assert.deepEqual(placeOf(script, 0), { scene: 'INT. DINER - NIGHT', line: 1 });
    assert.deepEqual(placeOf(script, TEXT.length), { scene: 'EXT. LOT - DAY', line: 10 });
    assert.deepEqual(placeOf(parse(''), 5), { scene: '', line: 1 });
    assert.deepEqual(placeOf(parse(TEXT.replaceAll('\n', '\r\n')), TEXT.indexOf('You are') + 3), { scene: 'INT. DINER - NIGHT', line: 4 });
  });
});
