// What is off with a draft is marked, at its place, with what a sentence needs; nothing is marked that is right.
import * as assert from 'node:assert/strict';
import { checkDraft, type DraftProblem } from '../../../../src/core/drafts/checkDraft';
import type { Draft, Wish } from '../../../../src/core/drafts/draft';
import { draftLength, paperLength } from '../../../../src/core/drafts/draftLength';
import { createDraft, editDraft } from '../../../../src/core/drafts/follow';
import { parse } from '../../../../src/core/fountain/parse';
import { randomFrom, randomText } from '../../../support/randomScript';

const SCENE = 'INT. DINER - NIGHT #12#\n\nMara folds the map. [[her mother\'s]]\n\nMARA\nYou came back.\n\nDEV\nFor the map.\n\n';
const TEXT = `INT. FERRY - DAWN #11#\n\nOSKAR\nAll aboard.\n\n${SCENE}EXT. HARBOUR - DAY #13#\n\nGone.\n`;
const script = parse(TEXT);
const from = TEXT.indexOf(SCENE);

function draftOf(text: string, wish: Wish = {}, writing = false): Draft {
  const draft = createDraft({ id: 'd', kind: 'rewrite', uri: 'x', title: '', wish, span: { from, to: from + SCENE.length }, script, createdAt: 1 });
  return { ...editDraft(draft, text), activity: writing ? { kind: 'writing' } : { kind: 'idle' } };
}

function problems(text: string, wish: Wish = {}, writing = false): readonly DraftProblem[] {
  const draft = draftOf(text, wish, writing);
  const found = checkDraft(draft, script);
  for (const { from: start, to } of found) {
    assert.ok(start >= 0 && start <= to && to <= draft.text.length);
  }
  return found;
}

const kinds = (text: string, wish?: Wish, writing?: boolean): string[] => problems(text, wish, writing).map(({ kind }) => kind);

describe('the check of a draft', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('finds nothing in the scene as it is, nor in a good rewrite', () => {
    assert.deepEqual(kinds(SCENE), []);
    assert.deepEqual(kinds(SCENE.replace('You came back.', 'Back, then.').replace('folds the map', 'folds it')), []);
  });

  it('marks a stranger at their cue, and knows one who speaks elsewhere', () => {
    const text = `${SCENE}LENA\nNo.\n\nOSKAR\nNo.\n\nLENA\nNo!\n\n`;
    const found = problems(text);
    assert.deepEqual(found.map((problem) => problem.kind === 'newSpeaker' && [problem.name, problem.inScript, text.slice(problem.from, problem.to)]), [['LENA', false, 'LENA'], ['OSKAR', true, 'OSKAR']]);
    assert.deepEqual(kinds(text, { newCast: true }), []);
  });

  it('marks a name with nothing said under it, once the draft is whole', () => {
    const text = SCENE.replace('DEV\nFor', 'DEV\n\nFor');
    assert.deepEqual(problems(text).map((problem) => problem.kind === 'cueWithoutWords' && problem.name), ['DEV']);
    assert.deepEqual(kinds(text, {}, true), []);
  });

  it('marks a heading that changed, is lost or new, and a number that changed', () => {
    assert.deepEqual(problems(SCENE.replace('DINER', 'CAFE')).map((problem) => problem.kind === 'headingChanged' && [problem.was, problem.now]), [['INT. DINER - NIGHT', 'INT. CAFE - NIGHT']]);
    assert.deepEqual(kinds(SCENE.slice(SCENE.indexOf('Mara'))), ['headingLost']);
    assert.deepEqual(kinds(`${SCENE}INT. CELLAR - NIGHT\n\nDark.\n\n`), ['headingNew']);
    assert.deepEqual(kinds(SCENE.replace('#12#', '#12A#')), ['numberChanged']);
    assert.deepEqual(kinds(SCENE.replace(' #12#', '')), ['numberChanged']);
    assert.deepEqual(kinds(SCENE.replace('DINER', 'CAFE'), { newHeadings: true }), []);
    assert.deepEqual(kinds('INT. DINER - NIGHT #12#\n\nMara', {}, true), []);
  });

  it('marks a note of the writer\'s that would go', () => {
    const found = problems(SCENE.replace(" [[her mother's]]", ''));
    assert.deepEqual(found.map((problem) => problem.kind === 'hiddenGone' && problem.source), ["[[her mother's]]"]);
  });

  it('marks notes and boneyards that are never closed, but not while they are being written', () => {
    assert.deepEqual(kinds(SCENE.replace('back.', 'back. [[why')), ['unclosedNote']);
    assert.ok(kinds(`${SCENE.trimEnd()}\n\n/* what`).includes('unclosedBoneyard'));
    assert.deepEqual(kinds(`${SCENE.trimEnd()} [[wh`, {}, true), []);
  });

  it('marks what no screenplay has', () => {
    assert.deepEqual(kinds(`**INT. DINER - NIGHT**\n\n${SCENE.slice(SCENE.indexOf('Mara'))}`), ['headingLost', 'foreign']);
    assert.deepEqual(kinds(`${SCENE}\`\`\`\n\n`), ['foreign']);
    assert.deepEqual(kinds(`${SCENE}<p>\n\n`), ['foreign']);
  });

  it('marks what is longer than was wished, in eighths and in lines, and counts as the house does', () => {
    const long = SCENE.replace('For the map.', 'For the map and for what is on it. '.repeat(40).trim());
    const { eighths, lines } = paperLength(long);
    assert.ok(eighths > 5 && lines > 40);
    assert.equal(draftLength(draftOf(long)), eighths);
    assert.deepEqual(problems(long, { eighths: 2, lines: 10 }).map((problem) => (problem.kind === 'tooLong' ? problem.eighths : problem.kind === 'tooManyLines' ? problem.lines : 0)), [eighths, lines]);
    assert.deepEqual(kinds(long, { eighths, lines }), []);
    assert.deepEqual(paperLength('MARA\nNo.\n\nRain.'), { eighths: 1, lines: 3 });
    assert.deepEqual(paperLength(''), { eighths: 0, lines: 0 });
  });

  it('says when nothing is left', () => {
    assert.deepEqual(kinds('\n\n'), ['empty']);
    assert.deepEqual(kinds('\n\n', {}, true), []);
  });

  it('takes any text, and marks only what is in it', () => {
    for (let seed = 0; seed < 300; seed++) {
      problems(randomText(randomFrom(seed), 40), { eighths: 1 }, seed % 2 === 0);
    }
  });
});
