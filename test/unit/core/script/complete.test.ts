import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { completionAt, type Asking } from '../../../../src/core/script/complete';
import { elementAt } from '../../../../src/core/script/elements';
import { typingPlaceAt } from '../../../../src/core/script/typingPlace';
import { featureScript, pick, randomFrom, randomText } from '../../../support/randomScript';

const SCRIPT = `Title: The Long Way Down
Author: A. Writer

INT. ALL-NIGHT DINER - NIGHT

Rain. MARA slides in across from DEV.

DEV
You're late.

MARA (V.O.)
I know.

DEV (PRE-LAP)
Well?

CUT TO:

EXT. PARKING LOT - LATER

OSKAR waits with the HARBOURMASTER.

THE HARBOURMASTER
No.

@McCLANE (V.O.)
Yes.

SMASH CUT TO:

INT. ALL-NIGHT DINER - DAWN

`;

/** What is offered at `|` of a text, or behind the script above and some more. */
function offered(marked: string, asking: Asking = 'unasked'): string[] | undefined {
  const at = marked.indexOf('|');
  return completionAt(parse(marked.replace('|', '')), at, asking)?.entries.map(({ label }) => label);
}
const behind = (typed: string, asking: Asking = 'unasked'): string[] | undefined => offered(`${SCRIPT}${typed}`, asking);

/** The text when an entry is taken. */
function taken(marked: string, label: string, asking: Asking = 'unasked'): string {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completionAt(parse(text), at, asking);
  const entry = found?.entries.find((each) => each.label === label);
  assert.ok(found && entry, `${label} is not offered`);
  return applyEdit(text, { offset: found.from, removed: found.to - found.from, inserted: entry.inserted });
}

describe('completion', () => {
  it('offers heading words from the first capital, and in small letters from the third', () => {
    assert.deepEqual(behind('I|'), ['INT.', 'INT./EXT.', 'I/E', 'INTERCUT WITH:']);
    assert.deepEqual(behind('EX|'), ['EXT.']);
    assert.deepEqual([behind('INT.|'), behind('INT./E|')], [undefined, ['INT./EXT.']]);
    assert.deepEqual([behind('in|'), behind('int|')], [undefined, ['INT.', 'INT./EXT.', 'INTERCUT WITH:']]);
    assert.equal(taken(`${SCRIPT}EX|`, 'EXT.'), `${SCRIPT}EXT. `);
  });

  it('offers the sets behind INT., those of inside first', () => {
    assert.deepEqual(behind('INT. |'), ['ALL-NIGHT DINER', 'PARKING LOT']);
    assert.deepEqual(behind('EXT. |'), ['PARKING LOT', 'ALL-NIGHT DINER']);
    assert.deepEqual(behind('INT./EXT. al|'), ['ALL-NIGHT DINER']);
    assert.deepEqual(behind('INT. ALL-NIGHT DINER|'), undefined);
    assert.deepEqual(behind('INT. NOWHERE|'), undefined);
  });

  it('offers times behind the dash, those of the script first', () => {
    assert.deepEqual(behind('INT. ATTIC - |')?.slice(0, 5), ['NIGHT', 'LATER', 'DAWN', 'DAY', 'MORNING']);
    assert.deepEqual(behind('INT. ATTIC - D|'), ['DAWN', 'DAY', 'DUSK']);
    assert.deepEqual(behind('INT. ATTIC - m|'), ['MORNING', 'MOMENTS LATER']);
    assert.deepEqual([behind('INT. ATTIC - DAY|'), behind('INT. ATTIC - DAY #1|')], [undefined, undefined]);
    assert.equal(taken(`${SCRIPT}INT. NEW YORK - BROOKLYN - D|`, 'DAY'), `${SCRIPT}INT. NEW YORK - BROOKLYN - DAY`);
  });

  it('offers the other speaker of the scene first, then its people, then all others', () => {
    const speaking = `${SCRIPT}DEV\nSo.\n\nMARA\nSo what.\n\n`;
    assert.deepEqual(offered(`${speaking}|`, 'asked')?.slice(0, 4), ['DEV', 'MARA', 'McCLANE', 'THE HARBOURMASTER']);
    assert.deepEqual(offered(`${speaking}@|`)?.slice(0, 2), ['DEV', 'MARA']);
    const found = completionAt(parse(speaking), speaking.length, 'asked')?.entries.slice(0, 3).map(({ why }) => why);
    assert.deepEqual(found, ['otherSpeaker', 'inScene', undefined]);
  });

  it('offers those whom the action names before anybody speaks', () => {
    assert.deepEqual(behind('Mara looks for Dev.\n\n|', 'asked')?.slice(0, 2), ['MARA', 'DEV']);
  });

  it('offers nothing on an empty line unasked', () => {
    assert.equal(behind('|'), undefined);
  });

  it('finds names without case, by a later word in capitals, and not once they are written', () => {
    assert.deepEqual(behind('M|')?.filter((label) => !label.includes('CUT')).sort(), ['MARA', 'McCLANE']);
    assert.deepEqual(behind('mar|'), ['MARA']);
    assert.deepEqual(behind('HARB|'), ['THE HARBOURMASTER']);
    assert.deepEqual([behind('ma|'), behind('harb|'), behind('MARA|'), behind('Mara walks|')], [undefined, undefined, undefined, undefined]);
    assert.equal(taken(`${SCRIPT}mar|`, 'MARA'), `${SCRIPT}MARA`);
    assert.equal(taken(`${SCRIPT}@h|`, 'THE HARBOURMASTER'), `${SCRIPT}THE HARBOURMASTER`);
    assert.equal(taken(`${SCRIPT}mcc|`, 'McCLANE'), `${SCRIPT}@McCLANE`);
  });

  it('goes on with small letters in a list that was asked for', () => {
    assert.deepEqual([behind('d|', 'stillOpen'), behind('de|', 'stillOpen'), behind('D|', 'stillOpen')?.[0]], [['DEV', 'DISSOLVE TO:'], ['DEV'], 'DEV']);
    assert.deepEqual(behind('.i|', 'stillOpen'), ['INT.', 'INT./EXT.', 'I/E']);
  });

  it('offers nothing longer where a name is whole, unless asked', () => {
    const text = `${SCRIPT}DEVON\nHm.\n\n`;
    assert.deepEqual(offered(`${text}DE|`)?.sort(), ['DEV', 'DEVON']);
    assert.deepEqual([offered(`${text}DEV|`), offered(`${text}DEV|`, 'stillOpen'), offered(`${text}@DEV|`, 'stillOpen'), offered(`${text}DEV|`, 'asked')], [undefined, undefined, undefined, ['DEVON']]);
  });

  it('does not take prose that begins with a short word for a name', () => {
    assert.deepEqual([behind('The|'), behind('The har|'), behind('THE|')], [undefined, ['THE HARBOURMASTER'], ['THE HARBOURMASTER']]);
  });

  it('takes a name that is being typed above words for nobody yet', () => {
    assert.deepEqual(behind('DE|\nYes.'), ['DEV']);
    assert.equal(behind('ZO|\nYes.'), undefined);
  });

  it('offers names of other scripts of the world', () => {
    const text = 'INT. A\n\nЖАННА\nДа.\n\n@李明\n好。\n\nInés waits.\n\nINÉS\nSí.\n\n';
    assert.deepEqual(offered(`${text}жан|`), ['ЖАННА']);
    assert.equal(taken(`${text}@李|`, '李明'), `${text}@李明`);
    assert.deepEqual(offered(`${text}INÉ|`), ['INÉS']);
  });

  it('offers extensions behind the bracket of a cue, those of the script first, the closed bracket with them', () => {
    assert.deepEqual(behind('MARA (|'), ['(V.O.)', '(PRE-LAP)', '(O.S.)', "(CONT'D)", '(O.C.)', '(FILTERED)']);
    assert.deepEqual(behind('MARA (o|)'), ['(O.S.)', '(O.C.)']);
    assert.equal(taken(`${SCRIPT}MARA (|)`, '(O.S.)'), `${SCRIPT}MARA (O.S.)`);
    assert.equal(taken(`${SCRIPT}@李明 (|) ^`, '(O.S.)'), `${SCRIPT}@李明 (O.S.) ^`);
    assert.equal(behind('Mara (|'), undefined);
  });

  it('offers transitions, those of the script first, and forces the ones that need it', () => {
    assert.deepEqual(behind('CUT|'), ['CUT TO:', 'CUT TO BLACK.']);
    assert.deepEqual(behind('>|')?.slice(0, 3), ['CUT TO:', 'SMASH CUT TO:', 'DISSOLVE TO:']);
    assert.deepEqual(behind('> FADE O|'), ['FADE OUT.']);
    assert.equal(taken(`${SCRIPT}FADE O|`, 'FADE OUT.'), `${SCRIPT}> FADE OUT.`);
    assert.equal(taken(`${SCRIPT}> cut|`, 'CUT TO:'), `${SCRIPT}CUT TO:`);
  });

  it('offers the keys of the title page at the head of the file, each once', () => {
    assert.deepEqual(offered('Tit|'), ['Title:']);
    assert.deepEqual(offered('Title: A\nC|'), ['Credit:', 'Contact:', 'Copyright:']);
    assert.deepEqual(offered('Title: A\nCredit: by\nC|\n\nINT. A\n'), ['Contact:', 'Copyright:']);
    assert.deepEqual([offered('Title: C|'), offered('Title:\n    C|'), offered('INT. A\n\nTit|')], [undefined, undefined, undefined]);
    assert.equal(taken('Title: A\nDra|', 'Draft date:'), 'Title: A\nDraft date: ');
  });

  it('offers heading words behind the dot that Tab makes, and the dot goes', () => {
    assert.deepEqual(behind('.|', 'asked'), ['INT.', 'EXT.', 'INT./EXT.', 'EST.', 'I/E']);
    assert.equal(behind('.|'), undefined);
    assert.equal(taken(`${SCRIPT}.|`, 'INT.', 'asked'), `${SCRIPT}INT. `);
  });

  it('offers nothing in action, speeches, notes, boneyards, sections, synopses and in the middle of a line', () => {
    const quiet = ['One.\nM|', 'MARA\nM|', 'MARA\n(m|)', '[[M|]]', '/*\nM|\n*/', '# M|', '= M|', 'M|ara walks.', '~M|', '!M|', 'The CUT|', 'INT. A\nM|'];
    assert.deepEqual(quiet.map((text) => behind(text, 'asked')), quiet.map(() => undefined));
  });

  it('never offers anything where somebody speaks or action is written, in any text', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), fc.constantFrom<Asking>('asked', 'stillOpen', 'unasked'), (seed, pieces, asked) => {
        const random = randomFrom(seed);
        const text = randomText(random, pieces);
        const at = Math.floor(random() * (text.length + 1));
        const script = parse(text);
        const found = completionAt(script, at, asked);
        if (found === undefined) {
          return;
        }
        const place = typingPlaceAt(script, at);
        assert.ok(found.from >= place.from && found.from <= at && found.to >= at && found.to <= place.to);
        const kind = elementAt(script, at)?.element.kind;
        assert.ok(!['dialogue', 'parenthetical', 'lyrics', 'note', 'boneyard', 'section', 'synopsis'].includes(place.text === '' ? '' : (kind ?? '')), `${kind} ${JSON.stringify(text)} at ${at}`);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });

  it('offers the longest name and transition to the last letter but one, also one that was written just now', () => {
    const name = 'THE GENTLEMAN WITH THE UMBRELLA AND THE SMALL DOG';
    const transition = 'SLOWLY AND AGAINST ALL REASON CUT TO:';
    const before = parse(`${SCRIPT}Rain.\n\n`);
    assert.equal(completionAt(reparse(before, { offset: before.length, removed: 0, inserted: name.slice(0, -1) }), before.length + name.length - 1, 'unasked'), undefined);
    const script = reparse(before, { offset: before.length, removed: 0, inserted: `${name}\nWell.\n\n${transition}\n\n` });
    const at = (typed: string): string[] | undefined => {
      const now = reparse(script, { offset: script.length, removed: 0, inserted: typed });
      return completionAt(now, now.length, 'unasked')?.entries.map(({ label }) => label);
    };
    assert.deepEqual(at(name.slice(0, -1)), [name]);
    assert.deepEqual(at(name.slice(0, -1).toLowerCase()), [name], 'as prose');
    assert.deepEqual(at('UMBRELLA AND THE SMALL DO'), [name], 'a later word');
    assert.deepEqual(at(transition.slice(0, -1)), [transition]);
    assert.equal(at(`${name} waits`), undefined);
  });

  it('offers for any beginning only what begins so', () => {
    const script = featureScript(6);
    const parsed = parse(`${script}\n`);
    const random = randomFrom(7);
    for (let times = 0; times < 60; times++) {
      const typed = pick(random, ['M', 'MA', 'the', 'THE', 'INT. ', 'INT. F', 'EXT. CAR', 'D', 'YOUNG', 'INT. X - ', '@o', '> D']);
      const text = reparse(parsed, { offset: parsed.length, removed: 0, inserted: typed });
      for (const { typedAs } of completionAt(text, text.length, 'unasked')?.entries ?? []) {
        const word = typed.split(/(?:INT|EXT)\. (?:X - )?/).at(-1) ?? '';
        assert.ok(` ${typedAs.toUpperCase()}`.includes(word.toUpperCase().replace(/^@|^> /, '')), `${typedAs} for ${typed}`);
      }
    }
  });
});
