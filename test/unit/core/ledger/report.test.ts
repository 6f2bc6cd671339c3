// The AI use report: true figures, every form, and nothing in a hostile title or model name that acts.
import assert from 'node:assert/strict';
import { acceptedWords } from '../../../../src/core/ledger/generated';
import { hashedText, hashOf } from '../../../../src/core/ledger/hash';
import { entriesOf } from '../../../../src/core/ledger/readLedger';
import { toCsv, toHtml, toJson, toMarkdown } from '../../../../src/core/ledger/renderReport';
import { reportOfText, type AiUseReport } from '../../../../src/core/ledger/report';
import { refusedOf } from '../../../../src/core/ledger/reportModels';
import { entriesOfScript } from '../../../../src/core/ledger/scriptEntries';
import { verifyChain } from '../../../../src/core/ledger/verifyChain';
import { accept, Device, offer, stamp } from './support';

const LINE = 'I burned every one of them the night your brother drowned.';
const OTHER = 'You were asleep in the boat and never heard a thing.';
const head = (title: string): string => `Title: ${title}\n\nINT. HARBOUR - NIGHT #7#\n\nRain on the empty quay.\n\nMARA\n`;
const tail = '\n\nEXT. ROAD - DAY\n\nDust. A bus that does not stop.\n';

function room(title = 'The Letters', model = 'llama3', keepText = false): { text: string; device: Device } {
  const device = new Device('a');
  const text = `${head(title)}${LINE}${tail}`;
  const from = head(title).length;
  const asked = device.write(offer([LINE, OTHER, 'No.'], { model: { origin: 'http://localhost:11434', local: true, asked: model }, usage: { inputTokens: 900, outputTokens: 60 } }));
  const words = acceptedWords({ script: text, span: { from, to: from + LINE.length }, offered: LINE, replaced: 'No.', salt: 's', keepText });
  device.write({ kind: 'accept', offer: asked.id, alternative: hashOf(LINE), edited: false, place: { scene: 'INT. HARBOUR - NIGHT', line: 9 }, ...words });
  device.write({ kind: 'decline', offer: asked.id, alternatives: 'all' });
  const second = device.write(offer([OTHER], { command: 'rewrite.scene', model: { origin: 'https://api.example.com', local: false, asked: 'gpt-x', returned: 'gpt-x-2026' } }));
  const undone = device.write(accept(OTHER, { offer: second.id }));
  device.write({ kind: 'takenBack', accept: undone.id });
  device.write(offer([], { ended: 'failed' }));
  return { text, device };
}

function report({ text, device }: { text: string; device: Device }): AiUseReport {
  const files = device.files();
  return reportOfText(text, entriesOf(files), { script: 'pilot.fountain', date: '2026-05-02', chain: verifyChain(files) });
}

const textOf = ({ disclosures }: AiUseReport, id: string): string => disclosures.find((each) => each.id === id)?.text ?? '';

describe('the AI use report', () => {
  it('counts by scene and whole, lists what was accepted, and where it stands now', () => {
    const made = room();
    const moved = report({ ...made, text: `Title: The Letters\n\n${made.text.slice(made.text.indexOf('EXT.'))}\n${made.text.slice(made.text.indexOf('INT.'), made.text.indexOf('EXT.'))}` });
    assert.deepEqual(moved.total, { words: 30, human: 19, offered: 11, edited: 0 });
    assert.deepEqual(moved.scenes, [
      { heading: 'EXT. ROAD - DAY', line: 3, words: 10, human: 10, offered: 0, edited: 0 },
      { number: '7', heading: 'INT. HARBOUR - NIGHT', line: 7, words: 20, human: 9, offered: 11, edited: 0 },
    ]);
    assert.deepEqual(moved.accepted.map(({ command, then, now, words, generated, offeredNow, takenBack, model }) => ({ command, then: then.line, now, words, generated, offeredNow, takenBack, model: model?.asked })), [
      { command: 'dialogue.suggest', then: 9, now: { scene: 'INT. HARBOUR - NIGHT', line: 12 }, words: 11, generated: 11, offeredNow: 11, takenBack: false, model: 'llama3' },
      { command: 'rewrite.scene', then: 5, now: undefined, words: 11, generated: 11, offeredNow: 0, takenBack: true, model: 'gpt-x' },
    ]);
  });

  it('counts models, and what was refused', () => {
    const { models, refused, texts, chain, title } = report(room());
    assert.deepEqual(models.map(({ asked, returned, local, requests, alternatives, accepted, inputTokens, uncounted }) => [asked, returned, local, requests, alternatives, accepted, inputTokens, uncounted]), [
      ['llama3', undefined, true, 2, 3, 1, 900, 1],
      ['gpt-x', 'gpt-x-2026', false, 1, 1, 0, 0, 1],
    ]);
    assert.deepEqual(refused, { offered: 4, used: 1, declined: 2, unused: 1, takenBack: 1, fruitless: 1 });
    assert.deepEqual([texts, chain.state, title], ['none', 'complete', 'The Letters']);
    assert.equal(report(room('x', 'm', true)).texts, 'some');
  });

  it('says what is missing from the record', () => {
    const { text, device } = room();
    const files = device.files().filter((_, at) => at !== 2);
    const { chain } = reportOfText(text, entriesOf(files), { script: 'pilot.fountain', chain: verifyChain(files) });
    assert.deepEqual([chain.state, chain.says, chain.findings], ['broken', 'Broken: Entry 3 of device a is missing.', ['Entry 3 of device a is missing.']]);
  });

  it('drafts disclosures with the true figures and the rules’ names and dates', () => {
    const made = report(room());
    assert.match(textOf(made, 'guild'), /Article 72[^]*2023[^]*Of the 30 words[^]*19 \(63\.3%\)[^]*11 \(36\.7%\)/);
    assert.match(textOf(made, 'registration'), /Material Excluded[^]*11 of 30 words[^]*16190, March 16, 2023[^]*Part 2: Copyrightability", January/);
    assert.match(textOf(made, 'plain'), /2024\/1689[^]*Article 50[^]*August 2, 2026/);
    assert.match(toMarkdown(made), /not legal advice/);
  });

  it('says so where nothing of a model’s is in the script, and where nothing is on record', () => {
    const { device } = room();
    const unused = report({ device, text: 'INT. A - DAY\n\nRain.\n' });
    assert.match(textOf(unused, 'registration'), /no words generated by artificial intelligence/);
    assert.match(textOf(unused, 'guild'), /none is known to come from a model/);
    const nothing = report({ device: new Device('b'), text: `${head('T')}${LINE}${tail}` });
    assert.deepEqual([nothing.empty, nothing.total.human, nothing.accepted, nothing.models, nothing.chain.state], [true, 30, [], [], 'none']);
    assert.match(toMarkdown(nothing), /There is no record of AI use for this script/);
    assert.deepEqual(nothing.disclosures, []);
    assert.match(toMarkdown(nothing), /No record was kept for this script, so no disclosure can be drafted/);
    assert.doesNotMatch(toMarkdown(nothing), /counted by Backlot|chained by hash|language model is on record/);
  });

  it('tells of the script it is asked for, by all its names, and of other scripts’ words where they stand here', () => {
    const device = new Device('a', 'old.fountain');
    device.write(offer([LINE]));
    const renamed = new Device('b', 'pilot.fountain');
    renamed.write({ kind: 'moved', from: 'old.fountain' }, stamp(5));
    const reused = new Device('c', 'old.fountain');
    reused.write(offer([OTHER]), stamp(9));
    const entries = entriesOf([...device.files(), ...renamed.files(), ...reused.files()]);
    assert.deepEqual(entriesOfScript(entries, 'pilot.fountain').map(({ device: of }) => of), ['a', 'b']);
    assert.deepEqual(entriesOfScript(entries, 'old.fountain').map(({ device: of }) => of), ['c']);
    const elsewhere = room();
    const files = elsewhere.device.files();
    const copied = reportOfText(elsewhere.text, entriesOf(files), { script: 'copy.fountain', chain: verifyChain(files) });
    assert.deepEqual([copied.empty, copied.total.offered, copied.accepted.map(({ script }) => script), copied.models.map(({ asked }) => asked)], [false, 11, ['pilot.fountain'], ['llama3']]);
    assert.match(textOf(copied, 'guild'), /asked of llama3/);
    assert.doesNotMatch(copied.disclosures.map(({ text }) => text).join(), /No language model is on record/);
  });

  it('is plain in every form whatever titles, headings and names hold', () => {
    const evil = 'www.e.example </title><script>alert(1)</script> [x](javascript:a) | `c` **b** ![i](http://e/i.png) =1+1';
    const made = report(room(evil, '=HYPERLINK("http://e","x")\n# h | <img src=x onerror=y>\u202e'));
    const html = toHtml(made);
    assert.ok(!/<(?:script|img|link|iframe|a )/i.test(html) && html.includes('&lt;script&gt;') && !html.includes('\u202e'));
    assert.match(html, /Content-Security-Policy" content="default-src 'none'/);
    assert.equal(html.match(/<title>[^<]*<\/title>/g)?.length, 1);
    const markdown = toMarkdown(made);
    assert.ok(!/(?<!\\)\]\(|<script|<img|(?<!\\)`c|^# h/m.test(markdown), markdown);
    assert.doesNotMatch(markdown, /www\./);
    for (const row of markdown.split('\n').filter((line) => line.startsWith('| '))) {
      // Eight, ten or twelve cells, and what stands outside the first and last bar.
      assert.ok([10, 12, 14].includes(row.split(/(?<!\\)\|/).length), row);
    }
    for (const line of toCsv(made).replace('\uFEFF', '').split('\r\n')) {
      assert.ok(!/^[=+\-@]|(?:^|,)"?[=@]/.test(line), line);
    }
    assert.deepEqual(JSON.parse(toJson(made)), JSON.parse(JSON.stringify(made)));
  });

  it('keeps its lists whole for a script of many suggestions', () => {
    const device = new Device('a');
    for (let at = 0; at < 300; at++) {
      device.write(offer([`line ${at}`], { direction: hashedText('shorter', true) }));
    }
    const files = device.files();
    const { refused, models } = reportOfText('INT. A\n', entriesOf(files), { script: 'pilot.fountain', chain: verifyChain(files) });
    assert.deepEqual([refused.unused, models.length, models[0]?.requests], [300, 1, 300]);
    // Read a few times each, not once for every other.
    let reads = 0;
    const watched = device.entries.map((entry) => Object.defineProperty({ ...entry }, 'kind', { get: () => ((reads += 1), entry.kind) }));
    assert.equal(refusedOf(watched).unused, 300);
    assert.ok(reads <= 300 * 20, String(reads));
  });

  it('accuses no script of another one’s suggestions by words that everybody writes', () => {
    const device = new Device('a', 'other.fountain');
    const said = 'Do you want the truth, or do you want the biscuits?';
    const text = `INT. KITCHEN - DAY\n\nBASIL\n${said}\n`;
    const from = text.indexOf(said);
    const asked = device.write(offer([said]));
    device.write({ kind: 'accept', offer: asked.id, edited: false, place: { scene: 'INT. KITCHEN - DAY', line: 4 }, ...acceptedWords({ script: text, span: { from, to: from + said.length }, offered: said, replaced: '', salt: 's', keepText: false }) });
    const entries = entriesOf(device.files());
    const chain = verifyChain(device.files());
    const mine = 'INT. KITCHEN - DAY\n\nBASIL\nDo you want the car? Do you want the keys?\n\nWILL\nWhat do you want the truth for? Or do you want the car?\n';
    const untouched = reportOfText(mine, entries, { script: 'mine.fountain', chain });
    assert.deepEqual([untouched.total.offered, untouched.total.edited, untouched.accepted, untouched.empty], [0, 0, [], true]);
    const copied = reportOfText(`INT. ELSEWHERE - DAY\n\nWILL\n${said}\n`, entries, { script: 'mine.fountain', chain });
    assert.deepEqual([copied.total.offered, copied.total.edited, copied.accepted.length], [11, 0, 1]);
  });
});
