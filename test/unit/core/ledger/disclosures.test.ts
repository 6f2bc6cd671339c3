// The drafts of a disclosure say what the figures bear out, and nothing beyond.
import assert from 'node:assert/strict';
import { disclosuresOf, share, type DisclosureFigures } from '../../../../src/core/ledger/disclosures';
import { acceptedWords } from '../../../../src/core/ledger/generated';
import { hashedText } from '../../../../src/core/ledger/hash';
import { toMarkdown } from '../../../../src/core/ledger/renderReport';
import { reportOfText, type AiUseReport } from '../../../../src/core/ledger/report';
import { entriesOf } from '../../../../src/core/ledger/readLedger';
import { verifyChain } from '../../../../src/core/ledger/verifyChain';
import { accept, Device, offer } from './support';

const FIGURES: DisclosureFigures = {
  title: 'The Letters', shares: { human: 90, offered: 10, edited: 0 }, scenes: ['INT. A - DAY'], opening: false, sceneCount: 3, accepted: 1, unnamed: 0, lent: 0,
  models: [{ name: 'llama3', origin: 'http://localhost:11434', local: true }], first: '2026-05-01', last: '2026-05-01', record: 'complete',
};
const all = (figures: Partial<DisclosureFigures>): string => disclosuresOf({ ...FIGURES, ...figures }).map(({ text }) => text).join('\n');

describe('the drafts of a disclosure', () => {
  it('swear to no more than the entries there are, and are none where no record was kept', () => {
    assert.match(all({}), /No recorded entry is missing or altered; what was taken in while no record was kept is not in it/);
    assert.doesNotMatch(all({}), /and complete|complete record/);
    assert.match(all({ record: 'broken' }), /The record is not complete/);
    assert.match(all({ record: 'unwritten' }), /not written to a record yet/);
    assert.deepEqual(disclosuresOf({ ...FIGURES, record: 'none' }), []);
  });

  it('speak of editing and of choosing only where that was done', () => {
    assert.doesNotMatch(all({}), /edited this|revisions|modifications|changed lines/);
    assert.match(all({}), /I reviewed and chose this material\./);
    const edited = all({ shares: { human: 90, offered: 5, edited: 5 } });
    assert.match(edited, /I reviewed, chose and edited this[^]*and revisions to[^]*the author's revisions[^]*modifications[^]*changed lines of what was taken/);
    const none = all({ shares: { human: 100, offered: 0, edited: 0 }, scenes: [], accepted: 0 });
    assert.doesNotMatch(none, /I reviewed|edited this|changed lines/);
    assert.match(none, /No words of what was suggested are known to stand/);
  });

  it('name the text before the first scene beside the scenes', () => {
    assert.match(all({ opening: true }), /1 of 3 scenes \(INT\. A - DAY\) and the text before the first scene/);
    assert.match(all({ opening: true, scenes: [] }), /in the text before the first scene/);
    assert.doesNotMatch(all({}), /before the first scene/);
  });

  it('never deny a model whose words stand there', () => {
    const nameless = all({ models: [], unnamed: 1 });
    assert.match(nameless, /Words of a language model stand in this work; which model was asked for them is not on record/);
    assert.doesNotMatch(nameless, /No language model is on record/);
    assert.match(all({ unnamed: 2 }), /Which model was asked for 2 accepted suggestions is not on record/);
    assert.match(all({ lent: 1 }), /or for another script whose lines stand in it/);
  });

  it('have one way to say very little and almost all', () => {
    assert.deepEqual([share(1, 10_000), share(9_999, 10_000), share(0, 0), share(1, 3)], ['less than 0.1%', 'more than 99.9%', '0%', '33.3%']);
    const [text, device] = lived(false, 9_000);
    const markdown = toMarkdown(reported(text, device));
    assert.ok(markdown.match(/less than 0\\\.1%|less than 0\.1%/g)?.length, markdown.slice(0, 400));
    assert.doesNotMatch(markdown, /under 0/);
  });
});

const LINE = 'Burned letters.';

function lived(keepText: boolean, more = 0): [string, Device] {
  const device = new Device('a');
  const before = `INT. HARBOUR - NIGHT\n\nRain on the empty quay tonight.\n\nMARA\n`;
  const text = `${before}${LINE}\n\n${'Rain. '.repeat(more)}\n`;
  const asked = device.write({ ...offer([LINE]), context: hashedText('the request', keepText) });
  device.write({ kind: 'accept', offer: asked.id, edited: false, place: { scene: 'INT. HARBOUR - NIGHT', line: 6 }, ...acceptedWords({ script: text, span: { from: before.length, to: before.length + LINE.length }, offered: LINE, replaced: 'No.', salt: 's', keepText: false }) });
  return [text, device];
}

function reported(text: string, device: Device): AiUseReport {
  const files = device.files();
  return reportOfText(text, entriesOf(files), { script: 'pilot.fountain', chain: verifyChain(files) });
}

describe('what the report says of the texts in a record', () => {
  it('counts the request, the direction, what was replaced and what became of it', () => {
    const none = reported(...lived(false));
    assert.equal(none.texts, 'none');
    assert.match(toMarkdown(none), /hashes of what was sent, asked for, offered, put in and replaced, not the texts/);
    // The request alone was kept: that is no record of hashes only.
    assert.equal(reported(...lived(true)).texts, 'some');
    for (const over of [{ direction: hashedText('shorter', true) }, { alternatives: [hashedText('x', true)] }]) {
      const device = new Device('a');
      device.write(offer(['x'], over));
      assert.equal(reported('INT. A\n', device).texts, 'some');
    }
    const device = new Device('a');
    device.write(accept('x y', { replaced: hashedText('z', true) }));
    assert.equal(reported('INT. A\n', device).texts, 'some');
    const changed = new Device('a');
    changed.write({ kind: 'change', accept: 'a1', now: hashedText('z', true), kept: 0 });
    assert.equal(reported('INT. A\n', changed).texts, 'all');
  });

  it('says that what is kept as a note is not counted', () => {
    assert.match(toMarkdown(reported(...lived(false))), /Kept in the script as a note[^\n]*prints nothing, and is not counted/);
  });
});
