// What is shown of a model's lines: cleaned of wrappers, refused with a reason, and never a danger to what stands around.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { sliceOf, type Script } from '../../../../src/core/fountain/script';
import { speechesOf, type Speech } from '../../../../src/core/script/speeches';
import { checkAlternative, type CheckedAlternative } from '../../../../src/core/suggest/checkAlternative';
import { instructionOf } from '../../../../src/core/suggest/directions';
import { SAMPLE } from './sampleScript';

const sample = parse(SAMPLE);

function speechIn(script: Script, index: number): Speech {
  const speech = speechesOf(script)[index];
  assert.ok(speech);
  return speech;
}

function check(text: string, index = 2, more: { accepted?: readonly string[]; direction?: string; script?: Script; intent?: string } = {}): CheckedAlternative {
  const { accepted = [], script = sample, direction, intent } = more;
  const place = { script, speech: speechIn(script, index), accepted, ...(direction !== undefined && { direction }) };
  return checkAlternative(place, intent === undefined ? { text } : { text, intent });
}

function textOfChecked(checked: CheckedAlternative): string {
  assert.ok(checked.ok, JSON.stringify(checked));
  return checked.text;
}

/** Speech 3 of the sample: HENRIK (V.O.), one line, no parenthetical, no note. */
const HENRIK = 3;

describe('checkAlternative', () => {
  const cleaned: readonly (readonly [what: string, raw: string, text: string])[] = [
    ['as it is', 'Ropes rot. I keep buying rope.', 'Ropes rot. I keep buying rope.'],
    ['in quotes', '"Ropes rot."', 'Ropes rot.'],
    ['in curly quotes', '\u201cRopes rot.\u201d', 'Ropes rot.'],
    ['in other quotes', '\u00abRopes rot.\u00bb', 'Ropes rot.'],
    ['with quotes that are words', '"Rope," she says. "Buy rope."', '"Rope," she says. "Buy rope."'],
    ['under its cue', 'HENRIK\nRopes rot.', 'Ropes rot.'],
    ['under its cue with extension', '**HENRIK (V.O.)**\nRopes rot.', 'Ropes rot.'],
    ['behind its name', 'Henrik: Ropes rot.', 'Ropes rot.'],
    ['behind its name in bold', '**HENRIK (V.O.):** "Ropes rot."', 'Ropes rot.'],
    ['numbered', '2. Ropes rot.', 'Ropes rot.'],
    ['as a list item', '- Ropes rot.', 'Ropes rot.'],
    ['as a quotation', '> Ropes rot.\n> Always.', 'Ropes rot.\nAlways.'],
    ['in bold', '**Ropes rot.**', 'Ropes rot.'],
    ['with a word in italics', 'Ropes *rot*.', 'Ropes *rot*.'],
    ['with a remark', 'Ropes rot.\n(Note: he means her.)', 'Ropes rot.'],
    ['with its intent again', 'Ropes rot.\n\nIntent: deflects', 'Ropes rot.'],
    ['with a parenthetical that is not allowed', '(shrugs)\nRopes rot.', 'Ropes rot.'],
    ['with one on the same line', '(shrugs) Ropes rot.', 'Ropes rot.'],
    ['with the extension again', '(V.O.)\nRopes rot.', 'Ropes rot.'],
    ['with Windows line ends', 'Ropes rot.\r\nAlways.', 'Ropes rot.\nAlways.'],
    ['with line ends of other kinds', 'Ropes rot.\u2028Always.', 'Ropes rot.\nAlways.'],
    ['escaped twice', 'Ropes rot.\\nAlways.', 'Ropes rot.\nAlways.'],
    ['with a blank line', 'Ropes rot.\n\n\n\nAlways.', 'Ropes rot.\n  \nAlways.'],
    ['with hidden characters', '\ufeffRopes\u0000 rot.\u202e\u0007', 'Ropes rot.'],
    ['sung', '~ Ropes rot', '~ Ropes rot'],
    ['with marks that are only text in a speech', '.45 in the drawer!\n#1, that one.\n> Go.\n@home.', '.45 in the drawer!\n#1, that one.\n> Go.\n@home.'],
    ['in the quotes and dashes of the script', 'Ropes don\u2019t keep. They \u2026', "Ropes don't keep. They \u2026"],
  ];
  for (const [what, raw, text] of cleaned) {
    it(`takes a line ${what}`, () => {
      assert.equal(textOfChecked(check(raw, HENRIK)), text);
    });
  }

  const refused: readonly (readonly [what: string, raw: string, refusal: Readonly<Record<string, unknown>>])[] = [
    ['nothing', ' \n ', { reason: 'empty' }],
    ['only quotes', '""', { reason: 'empty' }],
    ['only a parenthetical', '(shrugs)', { reason: 'empty' }],
    ['only a rule', '---', { reason: 'empty' }],
    ['the speech itself', "Nets keep. People don't.", { reason: 'same' }],
    ['the speech with other marks', '"Nets keep -- people don\u2019t!"', { reason: 'same' }],
    ['the speech reworded', "Nets do keep. People don't.", { reason: 'alike', to: 'original', likeness: 0.8 }],
    ['too many words', 'And then I said. '.repeat(10), { reason: 'long', words: 40, allowed: 22 }],
    ['too many letters', 'a'.repeat(2000), { reason: 'long', words: 1, allowed: 22 }],
    ['another speaker', 'Ropes rot.\nTOBIAS\nDo they.', { reason: 'structure', found: 'speaker' }],
    ['another speaker by label', 'Ropes rot.\nTobias: Do they.', { reason: 'structure', found: 'speaker' }],
    ['a stranger', 'Ropes rot.\n\nDOCTOR WHO\nDo they.', { reason: 'structure', found: 'speaker' }],
    ['a heading', 'Ropes rot.\n\nINT. CELLAR - NIGHT', { reason: 'structure', found: 'heading' }],
    ['a transition', 'Ropes rot.\n\nCUT TO:', { reason: 'structure', found: 'transition' }],
    ['a note', 'Ropes rot. [[good?]]', { reason: 'structure', found: 'mark' }],
    ['an open note', 'Ropes [[ rot.', { reason: 'structure', found: 'mark' }],
    ['a boneyard', '/* Ropes rot.', { reason: 'structure', found: 'mark' }],
    ['the answer itself', 'Ropes rot.", "intent": "x', { reason: 'structure', found: 'form' }],
    ['a page break', 'Ropes rot.\n===\nThey do.', { reason: 'unsafe' }],
  ];
  for (const [what, raw, refusal] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(check(raw, HENRIK), { ok: false, ...refusal });
    });
  }

  it('refuses what is like one shown before, by its words alone', () => {
    assert.deepEqual(check('Ropes rot, I keep buying rope.', HENRIK, { accepted: ['Ropes rot. I keep buying rope. [[mine]]'] }), {
      ok: false,
      reason: 'alike',
      to: 'shown',
      likeness: 1,
    });
  });

  it('allows parentheticals where the speech has them, or the direction asks', () => {
    assert.equal(textOfChecked(check('(at the mugs) Sit down.\n（beat）\nBoth of you.', 0)), '(at the mugs)\nSit down.\n(beat)\nBoth of you.');
    assert.equal(textOfChecked(check('(shrugs)\nRopes rot.', HENRIK, { direction: 'with a parenthetical' })), '(shrugs)\nRopes rot.');
    assert.equal(textOfChecked(check('(shrugs)\nRopes rot.', HENRIK, { direction: instructionOf('colder') ?? '' })), 'Ropes rot.');
  });

  it('allows more words where the writer typed a direction', () => {
    const long = 'And then I said it again to him and to them and to you. '.repeat(2);
    assert.equal(check(long, HENRIK).ok, false);
    assert.equal(check(long, HENRIK, { direction: 'a long confession' }).ok, true);
    assert.equal(check(long, HENRIK, { direction: instructionOf('shorter') ?? '' }).ok, false);
  });

  it('keeps the notes and boneyards of the speech behind the new words', () => {
    assert.equal(textOfChecked(check('Henrik has a boat.', 2)), 'Henrik has a boat. [[alt: PRIVATE-ALTERNATIVE]]');
    const script = parse('INT. A - DAY\n\nMARA\n[[first]]\nOne /* cut\n\nout */ two.\n[[last\nof all]]\nThree.\n\nShe goes.\n');
    const text = textOfChecked(check('Four.', 0, { script }));
    assert.equal(text, 'Four.\n[[first]] /* cut\n\nout */\n[[last\nof all]]');
  });

  it('writes the line ends of the script', () => {
    const script = parse(SAMPLE.replaceAll('\n', '\r\n'));
    assert.equal(textOfChecked(check('Ropes rot.\n\nAlways.', HENRIK, { script })), 'Ropes rot.\r\n  \r\nAlways.');
    const old = parse('INT. A - DAY\r\rMARA\rOne.\r\rEnd.\r');
    assert.equal(textOfChecked(check('Two.\nThree.', 0, { script: old })), 'Two.\rThree.');
  });

  it('writes quotes, apostrophes and dashes as the script does', () => {
    const straight = parse("MARA\nI can't -- not \"now\".\n\nTOBIAS\nDon't...\n");
    assert.equal(textOfChecked(check('It\u2019s \u201cfine\u201d \u2014 really\u2026', 0, { script: straight })), 'It\'s "fine" -- really...');
    assert.equal(textOfChecked(check('\u2014 Yes, you\u2014', 0, { script: straight })), '-- Yes, you --');
    const curly = parse('MARA\nI can\u2019t \u2014 not now.\n\nTOBIAS\nDon\u2019t.\n');
    assert.equal(textOfChecked(check("It's fine \u2014 really.", 0, { script: curly })), 'It\u2019s fine \u2014 really.');
  });

  it('gives the intent as a label', () => {
    const label = (intent: string): string | undefined => {
      const checked = check('Ropes rot.', HENRIK, { intent });
      return checked.ok ? checked.intent : 'refused';
    };
    assert.equal(label(' **deflects**. '), 'deflects');
    assert.equal(label('goes\nquiet'), 'goes quiet');
    assert.equal(label('moves the conversation away from the thing that hurts'), 'moves the conversation away from the');
    assert.equal(label('  '), undefined);
  });

  it('works in the first speech of a bare text and the last of a file without an end of line', () => {
    const script = parse('MARA\nOne.\n\nTOBIAS\nTwo.');
    assert.equal(textOfChecked(check('Three.', 0, { script })), 'Three.');
    const last = speechIn(script, 1);
    assert.equal(sliceOf(script, last.from, last.to), 'Two.');
    assert.equal(textOfChecked(check('Three.\n\nFour.', 1, { script })), 'Three.\n  \nFour.');
  });

  it('refuses what a model in a loop writes, and at once', function () {
    // Each of these took seconds, in which the editor stood still.
    this.timeout(1500);
    for (const text of [`a${' '.repeat(60_000)}b`, 'MARA\n'.repeat(12_000), '('.repeat(60_000), 'MARA: '.repeat(1300), `a${' '.repeat(7900)}b`]) {
      const checked = check(text, HENRIK);
      assert.ok(!checked.ok || checked.text.length < 10, text.slice(0, 20));
    }
  });

  it('takes out letters that no one sees, which could carry words to the next model', () => {
    const tags = '\u{e006f}\u{e0062}\u{e0065}\u{e0079}';
    assert.equal(textOfChecked(check(`Ropes${tags} ro\u00adt\u2060.`, HENRIK)), 'Ropes rot.');
    const flag = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';
    assert.equal(textOfChecked(check(`Ropes rot. ${flag}`, HENRIK)), `Ropes rot. ${flag}`);
  });
});
