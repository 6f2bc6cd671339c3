import assert from 'node:assert/strict';
import { applyEdits, tidyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { applyEdit } from '../../../../src/core/edits/edit';
import { fixesOf } from '../../../../src/core/script/hintFixes';
import { hintsOf, isSure, type HintKind } from '../../../../src/core/script/hints';
import { featureScript, pick, randomEdit, randomFrom, randomText } from '../../../support/randomScript';

const ALL: ReadonlySet<HintKind> = new Set(['headings', 'unclosed', 'cues', 'names', 'sceneNumbers'] as const);
const hints = (text: string, kinds = ALL): string[] => hintsOf(parse(text), kinds).map((hint) => `${hint.what}: ${text.slice(hint.from, hint.to)}`);

/** The text after the fix of this name of the first hint. */
function fixed(text: string, what: string): string {
  const [hint] = hintsOf(parse(text), ALL);
  assert.ok(hint, 'no hint');
  const fixes = fixesOf(parse(text), hint);
  const fix = fixes.find((each) => each.what === what);
  assert.ok(fix, `no ${what} among ${fixes.map((each) => each.what).join(', ')}`);
  return applyEdits(text, tidyEdits(text, fix.edits));
}

describe('hintsOf', () => {
  it('says nothing of a script that is as it should be', () => {
    assert.deepEqual(hints(featureScript(40)), []);
    assert.deepEqual(hints('Title: T\n\nFADE IN:\n\nINT. A - DAY #1#\n\nBANG!\n\nMARA\n(low)\nStay. [[a note]]\n\n/* cut */\n\nTHE END\n\nFADE OUT.\n'), []);
  });

  it('finds a heading with text directly below it', () => {
    assert.deepEqual(hints('INT. BAR - NIGHT\nRain.\n\nEXT. A\n\nB.\n'), ['headingNeedsBlankAfter: INT. BAR - NIGHT']);
    assert.deepEqual(hints('MARA\nINT. is what I said.\n'), []);
  });

  it('finds notes and boneyards that do not end', () => {
    assert.deepEqual(hints('One [[two\n\nthree.\n\nFour /* five.\n'), ['unclosedNote: [[', 'unclosedBoneyard: /*']);
  });

  it('finds a cue without a speech, by its name or by what stands behind it', () => {
    const script = 'MARA\nStay.\n\nMARA\n\nShe goes.\n\nDEV (V.O.)\n\nTHE END\n\n@McAdam\n\n!MARA\n\nMARA\nwaits.\n\nMARA\n(nods)\n';
    assert.deepEqual(hints(script), ['cueAlone: MARA', 'cueAlone: DEV (V.O.)', 'cueAlone: @McAdam', 'cueSilent: MARA']);
  });

  it('finds names that are probably one', () => {
    const speech = (name: string): string => `${name}\nWords.\n\n`;
    assert.deepEqual(hints(speech('MARA').repeat(3) + speech('MARRA (O.S.)')), ['nearName: MARRA (O.S.)']);
    // Once each: the one who speaks first is taken for the right one, however little is said.
    assert.deepEqual(hints('MARA\nStay.\n\nMARRA\nPlease, please, please.\n'), ['nearName: MARRA']);
    assert.deepEqual(hints(speech('MAN 1').repeat(9) + speech('MAN 2')), []);
  });

  it('asks for scene numbers only where they are used', () => {
    assert.deepEqual(hints('INT. A #1#\n\nINT. B\n\nINT. C\n'), []);
    assert.deepEqual(hints('INT. A\n\nINT. B\n\n'), []);
    assert.deepEqual(hints('INT. A #1#\n\nINT. B\n\nINT. C #1#\n'), ['numberMissing: INT. B', 'numberTwice: INT. C #1#']);
    assert.deepEqual(hints('Title: T\nScene numbers: locked\n\nINT. A #1#\n\nINT. B\n\nINT. C\n'), ['numberMissing: INT. B', 'numberMissing: INT. C']);
    assert.deepEqual(hints('INT. A #12a#\n\nINT. B #12A#\n'), ['numberTwice: INT. B #12A#']);
  });

  it('gives only the kinds asked for', () => {
    const text = 'INT. BAR\nRain [[.\n\nINT. A #1#\n\nINT. B #1#\n';
    assert.deepEqual(hints(text, new Set(['unclosed'] as const)), ['unclosedNote: [[']);
    assert.deepEqual(hints(text, new Set()), []);
  });

  it('property: after any edits the hints are those of a fresh parse, in order, inside the text', () => {
    let found = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed);
      let text = seed % 10 === 0 ? featureScript(6, seed) : randomText(random, 20);
      let script = parse(text);
      for (let step = 0; step < 5; step++) {
        const edit = randomEdit(random, text);
        text = applyEdit(text, edit);
        script = reparse(script, edit);
        const incremental = hintsOf(script, ALL);
        assert.deepEqual(incremental, hintsOf(parse(text), ALL), `seed ${seed}`);
        assert.ok(incremental.every(({ from, to }, index) => from < to && to <= text.length && from >= (incremental[index - 1]?.from ?? 0)), `seed ${seed}`);
        found += incremental.length;
      }
    }
    assert.ok(found > 100, String(found));
  });
});

describe('isSure', () => {
  it('holds where a line is read otherwise than it looks, never where two names or numbers only may be one', () => {
    const text = 'INT. BAR #1#\nRain.\n\nOne [[two.\n\nMARA\nStay.\n\nMARA\n\nMARRA\nGo.\n\nINT. A #1#\n\nINT. B #1#\n\nINT. C\n';
    const sure = hintsOf(parse(text), ALL).map((hint) => `${hint.what} ${isSure(hint)}`);
    assert.deepEqual(sure, ['headingNeedsBlankAfter true', 'unclosedNote true', 'cueAlone false', 'nearName false', 'numberTwice false', 'numberMissing false']);
  });
});

describe('fixesOf', () => {
  it('puts a blank line under a heading, or makes it action', () => {
    assert.equal(fixed('INT. BAR - NIGHT\r\nRain.\r\n', 'putBlankBelow'), 'INT. BAR - NIGHT\r\n\r\nRain.\r\n');
    assert.equal(fixed('One.\n\n  Int. whatever\nRain.\n', 'makeAction'), 'One.\n\n  !Int. whatever\nRain.\n');
  });

  it('closes a note: at its line’s end, or across the empty lines it was meant to reach over', () => {
    assert.equal(fixed('One [[two \n\nthree.\n', 'closeAtLine'), 'One [[two]] \n\nthree.\n');
    assert.equal(fixed('One [[two\r\n\r\n \r\nthree]] four.\r\n', 'joinNote'), 'One [[two\r\n  \r\n  \r\nthree]] four.\r\n');
    assert.equal(fixed('One [[two.\n', 'dropBrackets'), 'One two.\n');
  });

  it('closes a boneyard: at its line’s end, or at the scene’s', () => {
    assert.equal(fixed('INT. A\n\nOne /* two.\n\nThree.\n\nINT. B\n\nFour.\n', 'closeAtScene'), 'INT. A\n\nOne /* two.\n\nThree. */\n\nINT. B\n\nFour.\n');
    assert.equal(fixed('One /* two.\n\nThree.\n', 'closeAtLine'), 'One /* two. */\n\nThree.\n');
  });

  it('gives a cue the words below it, or makes it action', () => {
    const text = 'MARA\nStay.\n\nMARA\n\nI said stay.\n\nShe goes.\n';
    assert.equal(fixed(text, 'joinSpeech'), 'MARA\nStay.\n\nMARA\nI said stay.\n\nShe goes.\n');
    assert.equal(fixed(text, 'makeAction'), 'MARA\nStay.\n\n!MARA\n\nI said stay.\n\nShe goes.\n');
    const [hint] = hintsOf(parse('MARA\nStay.\n\nMARA\n\nINT. B\n'), ALL);
    assert.deepEqual(hint && fixesOf(parse('MARA\nStay.\n\nMARA\n\nINT. B\n'), hint).map(({ what }) => what), ['makeAction']);
  });

  it('takes no boneyard away to join a speech', () => {
    const text = '@NOBODY\n/* cut scene text */\n\nHello there.\n';
    const [hint] = hintsOf(parse(text), ALL);
    assert.deepEqual(hint && fixesOf(parse(text), hint).map(({ what }) => what), ['makeAction']);
  });

  it('property: a fix takes no word away, but for a name or a number it puts right', () => {
    const words = (text: string): string => text.replace(/\s/gu, '');
    const PIECES = ['@NOBODY\n', 'MARA\n', 'DEV (V.O.)\n', 'MARA\nStay.\n\n', '/* cut text */\n', '[[a note]]\n', '[[open\n', '/* open\n', ' ', '\t', '\n', '\n', '\n\n', '\r\n', 'Hello there.\n', '  Hello.\n', 'INT. A\n', '= what\n', '# Act\n', '===\n', ']] end\n'];
    const tried = new Map<string, number>();
    for (let seed = 1; seed <= 1500; seed++) {
      const random = randomFrom(seed);
      const text = seed % 3 === 0 ? randomText(random, 4 + Math.floor(random() * 25)) : Array.from({ length: 4 + Math.floor(random() * 10) }, () => pick(random, PIECES)).join('');
      const script = parse(text);
      for (const hint of hintsOf(script, ALL)) {
        for (const { what, edits } of fixesOf(script, hint).filter((fix) => fix.what !== 'rename' && fix.what !== 'giveNumber' && fix.what !== 'numberAll')) {
          const removed = edits.map((edit) => words(text.slice(edit.offset, edit.offset + edit.removed))).join('');
          // Brackets that open nothing are what this one is asked to take.
          assert.equal(removed, what === 'dropBrackets' ? text.slice(hint.from, hint.from + 2) : '', `seed ${seed}: ${what}`);
          tried.set(what, (tried.get(what) ?? 0) + 1);
        }
      }
    }
    for (const what of ['joinSpeech', 'makeAction', 'joinNote', 'closeAtLine', 'dropBrackets', 'putBlankBelow']) {
      assert.ok((tried.get(what) ?? 0) > 10, `${what}: ${tried.get(what)}`);
    }
  });

  it('renames all of a misspelt name, mentions too', () => {
    const text = 'INT. A\n\nMarra waits.\n\nMARA\nOne.\n\nMARA\nTwo.\n\nMARRA (V.O.)\nThree.\n\nDEV\nMarra!\n\n@McAdam\nX.\n';
    assert.equal(fixed(text, 'rename'), text.replace(/MARRA/g, 'MARA').replace(/Marra/g, 'Mara'));
  });

  it('gives a scene a number of its own', () => {
    assert.equal(fixed('INT. A #1#\n\nINT. B\n\nINT. C #2#\n', 'giveNumber'), 'INT. A #1#\n\nINT. B #1A#\n\nINT. C #2#\n');
    assert.equal(fixed('INT. A #1#\n\nINT. B #1#\n\nINT. C #2#\n', 'giveNumber'), 'INT. A #1#\n\nINT. B #1A#\n\nINT. C #2#\n');
    assert.equal(fixed('INT. A #1#\n\nINT. B\n\nINT. C #2#\n\nINT. D #3#\n\nINT. E\n', 'numberAll'), 'INT. A #1#\n\nINT. B #1A#\n\nINT. C #2#\n\nINT. D #3#\n\nINT. E #4#\n');
  });

  it('property: every fix of every hint of any text leaves fewer of them', () => {
    let tried = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = randomFrom(seed);
      const text = randomText(random, 4 + Math.floor(random() * 25));
      const script = parse(text);
      for (const hint of hintsOf(script, ALL)) {
        const only = new Set([hint.kind]);
        for (const { edits } of fixesOf(script, hint)) {
          const after = applyEdits(text, tidyEdits(text, edits));
          assert.ok(hintsOf(parse(after), only).length < hintsOf(script, only).length, `seed ${seed}`);
          tried += 1;
        }
      }
    }
    assert.ok(tried > 200, String(tried));
  });
});
