// What is noted of accepted texts when the script is saved.
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { parse } from '../../../src/core/fountain/parse';
import type { ChangeEntry, Entry, EntryBody } from '../../../src/core/ledger/entry';
import { changesIn } from '../../../src/review/changedTexts';
import { bodyOf } from '../../../src/review/recordBody';

const LINE = 'I circled the block till the radio ran out of songs.';
const scriptWith = (line: string) => parse(`INT. DINER - NIGHT\n\nRain on the windows.\n\nMARA\n${line}\n\nDEV\nIt was real in March.\n`);
let made = 0;

function entry(body: EntryBody, script = 'pilot.fountain'): Entry {
  made += 1;
  return { version: 1, id: `e${made}`, time: `2026-11-22T18:00:${String(made % 60).padStart(2, '0')}.000Z`, device: 'dev', number: made, previous: '', script, ...body, hash: `h${made}` };
}

function accepted(offered = LINE, inserted = offered): Entry {
  const script = scriptWith(inserted);
  const from = 'INT. DINER - NIGHT\n\nRain on the windows.\n\nMARA\n'.length;
  const document = {} as vscode.TextDocument;
  return entry(bodyOf({ id: 'a', time: '', uri: '', kind: 'accept', script, accepted: { document, offered, inserted, replaced: 'No.', span: { from, to: from + inserted.length } } }, false, 'salt'));
}

const noted = (line: string, entries: readonly Entry[], name = 'pilot.fountain') => changesIn(scriptWith(line), entries, name, false);

describe('what became of accepted texts', () => {
  it('is not noted while nothing has', () => {
    assert.deepEqual(noted(LINE, [accepted()]), []);
    assert.deepEqual(noted('I circled the whole block till the radio ran out of songs.', [accepted(LINE, 'I circled the whole block till the radio ran out of songs.')]), []);
  });

  it('is noted once for each change, and again when the words come back', () => {
    const accept = accepted();
    const [change, ...more] = noted(LINE.replace('radio', 'engine'), [accept]);
    assert.deepEqual([change?.kept, change?.accept, more], [10, accept.id, []]);
    const after = [accept, entry(change as ChangeEntry)];
    assert.deepEqual(noted(LINE.replace('radio', 'engine'), after), []);
    assert.deepEqual(noted(LINE, after).map(({ kept }) => kept), [11]);
  });

  it('is noted when nothing of them is left', () => {
    assert.deepEqual(noted('Nothing you know.', [accepted()]).map(({ kept, now }) => [kept, now.words]), [[0, 0]]);
  });

  it('is not noted for a yes that was taken back, nor for another script’s', () => {
    const accept = accepted();
    assert.deepEqual(noted('Nothing you know.', [accept, entry({ kind: 'takenBack', accept: accept.id })]), []);
    assert.deepEqual(noted('Nothing you know.', [accept], 'other.fountain'), []);
  });

  it('holds nothing that stands between its lines, and is not noted again when only that changes', () => {
    const [first, second] = ['I circled the block till the radio ran out of songs.', 'Nobody waits that long for coffee in a storm like this.'];
    const head = 'INT. DINER - NIGHT\n\nRain on the windows.\n\n';
    const put = `${first}\n\n${second}`;
    const document = {} as vscode.TextDocument;
    const span = { from: head.length, to: head.length + put.length };
    const accept = entry(bodyOf({ id: 'a', time: '', uri: '', kind: 'accept', script: parse(`${head}${put}\n`), accepted: { document, offered: put, inserted: put, replaced: '', span } }, true, 'salt'));
    // The second line was moved two scenes on.
    const moved = (secret: string) => parse(`${head}${first.replace('block', `block [[${secret}]]`)}\n\n[[${secret}]]\n\nHe waits. ${secret}.\n\nEXT. LOT - DAY\n\nDust.\n\nINT. CAR - DAY\n\n${second.replace('coffee', 'tea')}\n`);
    const [change, ...more] = changesIn(moved('PRIVATE'), [accept], 'pilot.fountain', true);
    assert.ok(change);
    assert.deepEqual([change.kept, more], [21, []]);
    assert.equal(change.now.text?.replace(/\s+/g, ' '), 'I circled the block till the radio ran out of songs Nobody waits that long for in a storm like this');
    const after = [accept, entry(change)];
    assert.deepEqual(changesIn(moved('PRIVATE'), after, 'pilot.fountain', true), []);
    assert.deepEqual(changesIn(moved('SOMETHING ELSE'), after, 'pilot.fountain', true), []);
  });
});
