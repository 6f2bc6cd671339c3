// What may come at a cursor, who would speak, and what is made of a model's answer: by examples a writer would know.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { checkContinuation, type CheckedContinuation } from '../../../../src/core/continuation/checkContinuation';
import { continuationPlace, type ContinuationPlace } from '../../../../src/core/continuation/place';

const DINER = `INT. DINER - NIGHT

MARA slides into the booth across from DEV.

DEV
You're late.

MARA
I drove around the block. Twice.

DEV
It was real in March.
`;

/** The place of the `|` in a script. */
function placeIn(marked: string): ReturnType<typeof continuationPlace> {
  return continuationPlace(parse(marked.replace('|', '')), marked.indexOf('|'));
}

function found(marked: string): ContinuationPlace {
  const place = placeIn(marked);
  assert.ok(typeof place === 'object', `no place: ${typeof place === 'string' ? place : ''}`);
  return place;
}

/** The script once an answer is taken in whole; or why it is refused. */
function taken(marked: string, text: string, intent?: string): string {
  const checked: CheckedContinuation = checkContinuation(found(marked), intent === undefined ? { text } : { text, intent }, []);
  return checked.ok ? marked.replace('|', () => checked.inserted) : checked.reason;
}

describe('continuationPlace', () => {
  it('goes on with a line that stops before its sentence does', () => {
    const place = found(`${DINER}\nMARA\nYou don't get to say|\n`);
    assert.ok(place.wants === 'rest' && place.kind === 'dialogue' && place.typed === "You don't get to say" && place.speaker?.name === 'MARA');
  });

  it('lets the other answer behind a finished speech, and the same go on behind a space', () => {
    const place = found(`${DINER.trimEnd()}|`);
    assert.ok(place.wants === 'next' && place.speechFirst);
    assert.equal(place.speakers[0]?.written, 'MARA');
    assert.equal(found(`${DINER.trimEnd()} |`).wants, 'rest');
  });

  it('gives a cue its words: behind it, below it, and below a parenthetical', () => {
    for (const marked of [`${DINER}\nMARA|`, `${DINER}\nMARA\n|`, `${DINER}\nMARA (V.O.)\n|\n\nEXT. LOT - DAY\n`, `${DINER}\nMARA\n(beat)|`, `${DINER}\nMARA\n(beat)\n|`, `${DINER}\n@Mara|\n`]) {
      const place = found(marked);
      assert.ok(place.wants === 'words' && place.speaker.name === 'MARA', marked);
    }
  });

  it('finishes a name that is typed in part', () => {
    const place = found(`${DINER}\nMA|`);
    assert.ok(place.wants === 'words' && place.completes === 'RA' && place.speaker.name === 'MARA');
  });

  it('offers speech or action where an element may begin, and action first under a heading', () => {
    for (const marked of [`${DINER}\n|`, `${DINER}\nMARA looks at the door.|`, `${DINER}\nEXT. LOT - DAY|`, `${DINER}\nEXT. LOT - DAY\n\n|`]) {
      const place = found(marked);
      assert.ok(place.wants === 'next', marked);
      assert.equal(place.speechFirst, !marked.includes('LOT'));
    }
  });

  it('says why nothing can come where a model may not read or a line is not at its end', () => {
    assert.equal(placeIn('Title: A|\n\nINT. X - DAY\n\nWords.\n'), 'private');
    assert.equal(placeIn(`${DINER}\n[[a note|]]\n`), 'private');
    assert.equal(placeIn(`${DINER}\n/* gone |\n*/\n`), 'private');
    assert.equal(placeIn(DINER.replace('Twice.', 'Tw|ice.')), 'inside');
    assert.equal(placeIn(DINER.replace('MARA\nI', 'MARA|\nI')), 'answered');
    assert.equal(placeIn(`${DINER}\nCUT TO:|\n`), 'scene');
    assert.equal(placeIn(`${DINER}\nCUT TO:\n\n|`), 'scene');
    assert.equal(placeIn(`${DINER}\n# Act|\n`), 'other');
    assert.equal(placeIn('|'), 'empty');
    assert.equal(placeIn('Title: A\n\n|'), 'empty');
  });
});

describe('checkContinuation', () => {
  it('puts the rest of a line behind its words, with one space', () => {
    const line = `${DINER}\nMARA\nYou don't get to say|\n`;
    const whole = `${DINER}\nMARA\nYou don't get to say March to me.\n`;
    for (const text of [' March to me.', 'March to me.', "You don't get to say March to me.", 'get to say March to me.', '"March to me."', 'MARA: March to me.']) {
      assert.equal(taken(line, text, 'MARA'), whole, text);
    }
    assert.equal(taken(line.replace('say|', 'say |'), ' March to me.'), whole);
    assert.equal(taken(line, ', Dev.'), `${DINER}\nMARA\nYou don't get to say, Dev.\n`);
  });

  it('ends a word that is half typed', () => {
    assert.equal(taken(`${DINER}\nMARA\nAround the blo|\n`, 'ck, twice.'), `${DINER}\nMARA\nAround the block, twice.\n`);
  });

  it('writes a speech with its cue and its blank lines, in the form of the script', () => {
    assert.equal(taken(`${DINER.trimEnd()}|`, 'Then say a month.', 'MARA'), `${DINER.trimEnd()}\n\nMARA\nThen say a month.`);
    assert.equal(taken(`${DINER}\n|`, 'Then say a month.', 'mara'), `${DINER}\nMARA\nThen say a month.`);
    assert.equal(taken(`${DINER}\n|`, 'MARA\nThen say a month.'), `${DINER}\nMARA\nThen say a month.`);
    assert.equal(taken(`${DINER}\n|\nA BUS passes.\n`, 'Then say a month.', 'MARA'), `${DINER}\nMARA\nThen say a month.\n\nA BUS passes.\n`);
    const crlf = DINER.replaceAll('\n', '\r\n');
    assert.equal(taken(`${crlf.trimEnd()}|\r\n`, 'Then say a month.', 'MARA'), `${crlf.trimEnd()}\r\n\r\nMARA\r\nThen say a month.\r\n`);
    const forced = `${DINER}\n@McAdam (O.S.)\nCheck, please.\n`;
    assert.equal(taken(`${forced}\n|`, 'Anyone?', 'McAdam'), `${forced}\n@McAdam (O.S.)\nAnyone?`);
  });

  it('writes a beat of action as one paragraph', () => {
    assert.equal(taken(`${DINER.trimEnd()}|`, 'The jukebox clicks.\nNobody turns.\n\nINT. ELSEWHERE', 'action'), `${DINER.trimEnd()}\n\nThe jukebox clicks. Nobody turns.`);
  });

  it('gives a cue its words, and a half typed cue the rest of its name', () => {
    assert.equal(taken(`${DINER}\nMARA|`, 'Then say a month.'), `${DINER}\nMARA\nThen say a month.`);
    assert.equal(taken(`${DINER}\nMA|`, 'Then say a month.'), `${DINER}\nMARA\nThen say a month.`);
    assert.equal(taken(`${DINER}\nMARA\n(beat)\n|`, 'MARA\nThen say a month.'), `${DINER}\nMARA\n(beat)\nThen say a month.`);
    assert.equal(taken(`${DINER}\n@|`, 'Then say a month.', 'MARA'), `${DINER}\n@MARA\nThen say a month.`);
  });

  it('refuses what is said already, who is not there, and what would be something else', () => {
    const end = `${DINER}\n|`;
    assert.equal(taken(end, 'It was real in March.', 'DEV'), 'repeats');
    assert.equal(taken(end, 'Hello.', 'ZELDA'), 'unclear');
    assert.equal(taken(end, '...', 'MARA'), 'empty');
    assert.equal(taken(end, 'word '.repeat(90), 'MARA'), 'long');
    assert.equal(taken(end, 'Well.\n\nDEV\nWell what?', 'MARA'), 'structure');
    assert.equal(taken(end, 'It is [[secret]] here.', 'action'), 'structure');
    assert.equal(taken(end, 'CUT TO:', 'action'), 'structure');
    assert.equal(taken(`${DINER}\nMARA\nYou don't get to say|\n`, "You don't get to say"), 'repeats');
  });
});
