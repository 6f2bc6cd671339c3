// What the chat tools tell a model: what it asked for, within its budget, and nothing that is private.
import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { STANDARD_PAGE } from '../../../src/core/page/page';
import { estimateTokens } from '../../../src/core/suggest/estimateTokens';
import { findScene } from '../../../src/chat/findScene';
import { stretchOfLines, whyNoScreenplay } from '../../../src/chat/screenplayCheck';
import { tellFound, tellLines, tellOutline, tellScene, tellStatistics } from '../../../src/chat/tell';
import { featureScript } from '../../support/randomScript';

const TEXT = `Title: Secret Project
Author: Nobody

# Act One

INT. DINER - NIGHT #12A#

= They meet.

MARA slides into the booth. [[she knows]]

/* cut: the waitress */

MARA
You came. [[too soft?]]

DEV
(beat)
I said I would.

EXT. LOT - DAY

DEV waits.

INT. DINER - NIGHT

MARA
You came back.
`;
const script = parse(TEXT);
const all = { from: 1, tokens: 4000 };
const PRIVATE = /Secret|Nobody|she knows|waitress|too soft/;

describe('what chat tools tell', () => {
  it('is the outline, a scene, lines, places and figures, without what is private', () => {
    const outline = tellOutline(script, all);
    assert.equal(outline, '# Act One\n1. INT. DINER - NIGHT #12A# (line 6) = They meet. [MARA, DEV]\n2. EXT. LOT - DAY (line 21)\n3. INT. DINER - NIGHT (line 25) [MARA]');
    const scene = tellScene(script, '12a', all);
    assert.match(scene, /^Scene 1, lines 6 to 20/);
    assert.match(scene, /DEV\n\(beat\)\nI said I would\./);
    const lines = tellLines(script, 'mara', all);
    assert.equal(lines, '- (scene 1, line 15) You came.\n- (scene 3, line 28) You came back.');
    assert.equal(tellFound(script, 'BOOTH', all), '- (scene 1, action) MARA slides into the booth.');
    assert.equal(tellFound(script, 'she knows', all), '"she knows" is not in the screenplay.');
    const figures = tellStatistics(script, STANDARD_PAGE, 4000);
    assert.match(figures, /3 scenes; 3 speeches/);
    assert.match(figures, /MARA: 2 speeches/);
    for (const told of [outline, scene, lines, figures]) {
      assert.doesNotMatch(told, PRIVATE);
    }
  });

  it('finds the scene that is meant, or says which could be', () => {
    assert.equal(findScene(script, '2').item.heading, 'EXT. LOT - DAY');
    assert.equal(findScene(script, 'Scene 2').item.heading, 'EXT. LOT - DAY');
    assert.equal(findScene(script, 'lot').item.heading, 'EXT. LOT - DAY');
    assert.throws(() => findScene(script, 'int. diner - night'), /Several scenes.*1\. INT\. DINER - NIGHT; 3\. INT\./);
    assert.throws(() => findScene(script, '99'), /no scene "99".*1\. INT/);
    assert.throws(() => tellLines(script, 'ZELDA', all), /MARA, DEV/);
  });

  it('stays within its tokens on a feature, and says how to go on', () => {
    const feature = parse(featureScript(190, 5));
    for (const tokens of [100, 400, 2000]) {
      const tellers = [(from: number) => tellOutline(feature, { from, tokens }), (from: number) => tellScene(feature, '4', { from, tokens }), (from: number) => tellLines(feature, 'MARA', { from, tokens }), (from: number) => tellFound(feature, 'the', { from, tokens }), () => tellStatistics(feature, STANDARD_PAGE, tokens)];
      for (const tell of tellers) {
        assert.ok(estimateTokens(tell(1)) <= tokens, `${estimateTokens(tell(1))} of ${tokens}: ${tell(1).slice(0, 80)}`);
      }
    }
    const next = Number(/again with from: (\d+)/.exec(tellOutline(feature, { from: 1, tokens: 2000 }))?.[1]);
    assert.ok(next > 10);
    assert.equal(tellOutline(feature, { from: next, tokens: 2000 }).split('\n')[0], tellOutline(feature, { from: 1, tokens: 100_000 }).split('\n')[next - 1]);
  });
});

describe('what a chat model proposes', () => {
  const scene = findScene(script, '1');
  const span = { from: scene.from, to: scene.from + TEXT.slice(scene.from, scene.to).trimEnd().length };

  it('is taken as a draft where it is a screenplay', () => {
    assert.equal(whyNoScreenplay(script, span, 'INT. DINER - NIGHT #12A#\n\nMARA\nYou came late.'), undefined);
    assert.deepEqual(stretchOfLines(script, 21, 22), { from: TEXT.indexOf('EXT. LOT'), to: TEXT.indexOf('EXT. LOT') + 'EXT. LOT - DAY'.length });
    assert.equal(stretchOfLines(script, 400, 401), undefined);
  });

  it('is refused in a sentence where it is none, or would reach out of its place', () => {
    for (const [text, why] of [
      ['{"text":"x"}', /plain Fountain/],
      ['<html><body>no</body></html>', /plain Fountain/],
      ['Title: X\n\nINT. A - DAY', /title page/],
      ['INT. DINER - NIGHT\n\nShe waits. /* and', /unclosed/],
      ['MARA\nYou came.', /begin with its heading: INT\. DINER/],
      ['INT. DINER - NIGHT\n\nMara: You came.\n\nDev: I did.', /cue in capitals/],
    ] as const) {
      assert.match(whyNoScreenplay(script, span, text) ?? '', why, text);
    }
    const later = parse(`${TEXT}\n/* later */\n`);
    assert.match(whyNoScreenplay(later, span, 'INT. DINER - NIGHT\n\nShe waits. /* and') ?? '', /unclosed/);
  });
});
