// What may come at a cursor, who would speak, and what is made of a model's answer: by examples a writer would know.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { checkContinuation, type CheckedContinuation } from '../../../../src/core/continuation/checkContinuation';
import { continuationPlace, type ContinuationPlace } from '../../../../src/core/continuation/place';
import { continuationRequest } from '../../../../src/core/continuation/request';

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

  it('offers nobody whose speech comes next in the script already', () => {
    const reply = DINER.replace('DEV\nIt was', '|\n\nDEV\nIt was');
    const between = found(reply);
    assert.ok(between.wants === 'next' && between.follower?.written === 'DEV' && !between.speechFirst);
    assert.deepEqual(between.speakers, []);
    assert.match(continuationRequest({ place: between, count: 3, contextTokens: 8000 }).messages[1]?.content ?? '', /behind <here> DEV speaks already[^]*each one paragraph of action/);
    // Behind the speech itself too, and over a note; a third person may come in between.
    const third = found(DINER.replace('Twice.', 'Twice.|').replace('DEV\nIt was', '[[Cut?]]\n\nDEV\nIt was').replace('from DEV.', 'from DEV.\n\nNORA\nMenus?'));
    assert.ok(third.wants === 'next' && third.speechFirst);
    assert.deepEqual(third.speakers.map(({ name }) => name), ['NORA']);
    // With action in between, or at a scene's end, it is as ever.
    for (const marked of [DINER.replace('DEV\nIt was', '|\n\nA BUS passes.\n\nDEV\nIt was'), DINER.replace('DEV\nIt was', '|\n\nEXT. LOT - DAY\n\nDEV\nIt was')]) {
      const place = found(marked);
      assert.ok(place.wants === 'next' && place.follower === undefined && place.speakers[0]?.name === 'DEV', marked);
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

  it('puts no two speeches of one person in a row', () => {
    const between = DINER.replace('DEV\nIt was', '|\n\nDEV\nIt was');
    for (const [text, intent] of [['Then name the month.', 'DEV'], ['DEV\nThen name the month.'], ['DEV: Then name the month.', 'dev']] as const) {
      assert.equal(taken(between, text, intent), 'row', text);
    }
    assert.equal(taken(between, 'Then name the month.'), 'unclear');
    assert.equal(taken(between, 'A fork drops.', 'action'), DINER.replace('DEV\nIt was', 'A fork drops.\n\nDEV\nIt was'));
    // The writer's own cue is theirs: it gets its words.
    assert.match(taken(DINER.replace('DEV\nIt was', 'DEV|\n\nDEV\nIt was'), 'Then name the month.'), /DEV\nThen name the month\.\n\nDEV\nIt was/);
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
