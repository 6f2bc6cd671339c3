// Whose a word is, case by case. The whole at random: attribute.property.test.ts.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { attribute, type Attribution } from '../../../../src/core/ledger/attribute';
import type { AcceptEntry, Entry } from '../../../../src/core/ledger/entry';
import { acceptedWords } from '../../../../src/core/ledger/generated';
import { Device } from './support';

const BEFORE = 'INT. HARBOUR - NIGHT\n\nRain on the empty quay. A lamp swings over the boats.\n\nMARA\nYou never told me about the second letter.\n\nDEV\nNo.\n\n';
const AFTER = 'MARA\nThen who put it under my door last winter?\n\nEXT. ROAD - DAY\n\nDust. A bus that does not stop for anybody.\n\nDEV\nNo.\n';
const LONG = 'I burned every one of them the night your brother drowned.';

/** A script into which a line was taken, and the device that noted it. */
function taken(line: string, over: Partial<AcceptEntry> = {}, cue = 'OLD JOE'): { text: string; device: Device } {
  const device = new Device('a');
  const head = `${BEFORE}${cue}\n`;
  const text = `${head}${line}\n\n${AFTER}`;
  const words = acceptedWords({ script: text, span: { from: head.length, to: head.length + line.length }, offered: line, replaced: '', salt: 's', keepText: false });
  device.write({ kind: 'accept', edited: false, place: { scene: 'INT. HARBOUR - NIGHT', line: 12 }, ...words, ...over });
  return { text, device };
}

const of = (text: string, entries: readonly Entry[]): Attribution => attribute(parse(text), entries);
const ai = (text: string, entries: readonly Entry[]): string[] => of(text, entries).spans.map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`);

describe('attribution', () => {
  it('says nothing of a script without entries', () => {
    const { total, spans, accepts, scenes } = of(BEFORE + AFTER, []);
    assert.deepEqual([total.offered, total.edited, spans, accepts, scenes.map(({ human }) => human)], [0, 0, [], [], [35, 14]]);
    assert.deepEqual(of('', []).total, { human: 0, offered: 0, edited: 0 });
  });

  it('counts what prints: not the title page, notes, boneyards, sections, synopses and scene numbers', () => {
    assert.equal(of('Title: One Two\n\n# Three\n\nINT. A B #12#\n\n= Four.\n\nC *d* [[e f]] g /* h */\n\nMARA\n(low)\nHi.\n\n> CUT TO:\n', []).total.human, 3 + 3 + 3 + 2);
  });

  it('knows a line where it was put, and in which scene', () => {
    const { text, device } = taken(LONG);
    assert.deepEqual(ai(text, device.entries), [`offered: ${LONG.slice(0, -1)}`]);
    const { scenes, accepts } = of(text, device.entries);
    assert.deepEqual(scenes.map(({ offered }) => offered), [11, 0]);
    assert.deepEqual(accepts.map(({ offered, edited, now }) => [offered, edited, now]), [[11, 0, { scene: 0, line: 11 }]]);
  });

  it('knows it in other typography, capitals and line ends, emphasised, and broken into lines', () => {
    const { text, device } = taken("I don't know every one of them.");
    assert.equal(of(text.replace("I don't know", 'I DON’T *know*\n').replaceAll('\n', '\r\n'), device.entries).total.offered, 7);
  });

  it('knows it where it was moved, alone or with its scene', () => {
    const { text, device } = taken(LONG);
    const alone = `${BEFORE}${AFTER}\nOLD JOE\n${LONG}\n`;
    assert.equal(of(alone, device.entries).total.offered, 11);
    assert.deepEqual(of(alone, device.entries).scenes.map(({ offered }) => offered), [0, 11]);
    const [first = '', second = ''] = text.split(/(?=EXT\.)/);
    assert.deepEqual(of(`${second}\n${first}`, device.entries).scenes.map(({ offered }) => offered), [0, 11]);
  });

  it('tells a model’s words from those that the writer put between them', () => {
    const { text, device } = taken(LONG);
    const changed = text.replace('burned every one of them', 'burned, yes, all but one of them');
    assert.deepEqual(ai(changed, device.entries), ['edited: I burned', 'edited: one of them the night your brother drowned']);
    assert.equal(of(text.replace('drowned.', 'drowned. I swear.'), device.entries).total.offered, 11);
  });

  it('does not hold a line cut in two to be edited, nor one whose words are all there', () => {
    const { text, device } = taken(LONG);
    const split = text.replace('them the night', 'them\n\nHe turns away.\n\nOLD JOE (CONT’D)\nthe night');
    const { total } = of(split, device.entries);
    assert.deepEqual([total.offered, total.edited], [11, 0]);
  });

  it('finds a short line by its neighbours, and never takes the writer’s own for it', () => {
    const { text, device } = taken('No.');
    const at = text.indexOf('No.', text.indexOf('OLD JOE'));
    assert.deepEqual(of(text, device.entries).spans.map(({ from }) => from), [at]);
    // The writer cuts it: the other two stay theirs.
    assert.deepEqual(ai(text.replace('OLD JOE\nNo.\n\n', ''), device.entries), []);
    // Scenes change places: it is still that one.
    const [first = '', second = ''] = text.split(/(?=EXT\.)/);
    assert.equal(of(`${second}\n${first}`, device.entries).spans.length, 1);
    assert.deepEqual(of(`${second}\n${first}`, device.entries).scenes.map(({ offered }) => offered), [0, 1]);
    // Among strangers nothing tells whose it is.
    assert.deepEqual(ai('INT. ROOF - DAY\n\nSUE\nNo.\n', device.entries), []);
  });

  it('does not count a yes that was taken back, and counts it again when it was given again', () => {
    const { text, device } = taken(LONG);
    const id = device.entries[0]?.id ?? '';
    device.write({ kind: 'takenBack', accept: id });
    assert.equal(of(text, device.entries).total.offered, 0);
    device.write({ kind: 'takenAgain', accept: id });
    assert.equal(of(text, device.entries).total.offered, 11);
  });

  it('gives a word to the later of two that replaced each other', () => {
    const { text, device } = taken(LONG);
    const later = 'I burned each of them, child, the night your brother drowned.';
    const next = text.replace(LONG, later);
    const from = next.indexOf(later);
    const words = acceptedWords({ script: next, span: { from, to: from + later.length }, offered: later, replaced: LONG, salt: 't', keepText: false });
    device.write({ kind: 'accept', edited: false, place: { scene: '', line: 1 }, ...words });
    const { accepts } = of(next, device.entries);
    // What both begin and end with stood there before: it stays the first one's.
    assert.deepEqual(accepts.map(({ offered, edited }) => offered + edited), [7, 4]);
  });

  it('leaves the writer’s words in a line taken in part, and calls a line edited before the yes edited', () => {
    const { text, device } = taken(LONG, { generated: [[0, 4], [6, 11]] });
    const { total } = of(text, device.entries);
    assert.deepEqual([total.offered, total.edited], [9, 0]);
    const edited = taken(LONG, { generated: [[0, 4], [6, 11]], edited: true });
    assert.deepEqual([of(edited.text, edited.device.entries).total.offered, of(edited.text, edited.device.entries).total.edited], [0, 9]);
  });

  it('counts a long line that was copied at both places, and a short one only where it was put', () => {
    const { text, device } = taken(LONG);
    assert.equal(of(`${text}\nSUE\n${LONG}\n`, device.entries).total.offered, 22);
    const short = taken('I know that.');
    assert.equal(of(`${short.text}\nSUE\nI know that.\n`, short.device.entries).total.offered, 3);
  });

  it('works in scripts without spaces', () => {
    const line = '你从来没有告诉过我那封信的事情';
    const { text, device } = taken(line);
    assert.equal(of(text, device.entries).total.offered, 15);
    assert.equal(of(`${BEFORE}${AFTER}\n老王\n${line}\n`, device.entries).total.offered, 15);
  });

  it('reads entries without lines and neighbours, as another program may write them', () => {
    const { text, device } = taken(LONG);
    const { around: _, ...bare } = device.entries[0] as Entry & AcceptEntry;
    const { lines: __, ...inserted } = bare.inserted;
    assert.equal(of(text, [{ ...bare, inserted }]).total.offered, 11);
  });
});
