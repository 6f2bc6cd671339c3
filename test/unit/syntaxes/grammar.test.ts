// The grammar, rule by rule: which scope each token has. The rules are those of fountain.md, as far as a line can tell them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fountainGrammar } from '../../../syntaxes/fountainGrammar';
import { GRAMMAR_FILE, loadGrammar, tokenizeLines } from './tokenize';

type Expected = readonly (readonly [text: string, scope: string])[];

const HEADING = 'markup.heading.scene-heading';
const NUMBER = 'constant.numeric.scene-number';
const ACTION = 'markup.other.action';
const CUE = 'entity.name.function.character';
const DIALOGUE = 'markup.other.dialogue';
const PARENTHETICAL = 'markup.other.parenthetical';
const TRANSITION = 'keyword.control.transition';
const CENTERED = 'markup.other.centered';
const LYRICS = 'markup.italic.lyrics';
const SECTION = 'entity.name.type.section';
const SYNOPSIS = 'comment.line.synopsis';
const NOTE = 'comment.block.note';
const BONEYARD = 'comment.block.boneyard';
const PAGE_BREAK = 'keyword.control.page-break';
const KEY = 'variable.language.title-page-key';
const VALUE = 'string.unquoted.title-page-value';
const BOLD = 'markup.bold';
const ITALIC = 'markup.italic';
const UNDERLINE = 'markup.underline';

/** Tokens that must be found in this order, each with that scope among its own. */
async function check(text: string, expected: Expected): Promise<void> {
  const tokens = tokenizeLines(await loadGrammar(), text).flatMap((line) => line.tokens);
  let at = 0;
  for (const [part, scope] of expected) {
    const found = tokens.findIndex((token, index) => index >= at && token.text.trim() === part && token.scopes.includes(scope));
    const shown = tokens.map((token) => `${JSON.stringify(token.text)} ${token.scopes.join(' ')}`).join('\n');
    assert.ok(found >= 0, `no ${JSON.stringify(part)} with ${scope} in\n${shown}`);
    at = found + 1;
  }
}

const HEADINGS: readonly (readonly [string, Expected])[] = [
  ['INT. HOUSE - DAY', [['INT. HOUSE - DAY', HEADING]]],
  ['ext house', [['ext house', HEADING]]],
  ['Est. house', [['Est. house', HEADING]]],
  ['INT./EXT. CAR', [['INT./EXT. CAR', HEADING]]],
  ['int/ext car', [['int/ext car', HEADING]]],
  ['I/E. CAR', [['I/E. CAR', HEADING]]],
  ['EXT./INT. CAR', [['EXT./INT. CAR', HEADING]]],
  ['INT.', [['INT.', HEADING]]],
  ['   INT. HOUSE', [['INT. HOUSE', HEADING]]],
  ['EXT/INT. CAR', [['EXT/INT. CAR', CUE]]],
  ['interior house', [['interior house', ACTION]]],
  ['Est une femme.', [['Est une femme.', ACTION]]],
  ['!INT. HOUSE', [['INT. HOUSE', ACTION]]],
  ['.BARN', [['.', 'punctuation.definition.scene-heading'], ['BARN', HEADING]]],
  ['.茶馆 日', [['茶馆 日', HEADING]]],
  ['..barn', [['..barn', ACTION]]],
  ['... and', [['... and', ACTION]]],
  ['INT. HOUSE #12A#', [['INT. HOUSE', HEADING], ['#', NUMBER], ['12A', NUMBER], ['#', NUMBER]]],
  ['INT. HOUSE #I-1-A#  ', [['I-1-A', NUMBER]]],
  ['INT. HOUSE #110.#', [['110.', NUMBER]]],
  ['INT. HOUSE #１２#', [['１２', NUMBER]]],
  ['INT. HOUSE #1# [[note]]', [['1', NUMBER], ['note', NOTE]]],
  ['INT. HOUSE #1 2#', [['INT. HOUSE #1 2#', HEADING]]],
  ['INT. HOUSE #1# LATER', [['INT. HOUSE #1# LATER', HEADING]]],
  ['One.\n.BARN', [['.BARN', ACTION]]],
  ['One.\nINT. HOUSE', [['INT. HOUSE', ACTION]]],
  ['# Act\nINT. HOUSE', [['INT. HOUSE', HEADING]]],
  ['One.\n= what\nINT. HOUSE', [['INT. HOUSE', HEADING]]],
  ['[[note]]\nINT. HOUSE', [['INT. HOUSE', HEADING]]],
  ['/* gone */\nINT. HOUSE', [['INT. HOUSE', HEADING]]],
  ['\u{feff}INT. HOUSE - DAY', [['INT. HOUSE - DAY', HEADING]]],
];

const SPEECHES: readonly (readonly [string, Expected])[] = [
  ['BOB\nHello.', [['BOB', CUE], ['Hello.', DIALOGUE]]],
  ['  BOB  \n  Hello.', [['BOB', CUE], ['Hello.', DIALOGUE]]],
  ['R2D2\nBeep.', [['R2D2', CUE]]],
  ['23\nBeep.', [['23', ACTION], ['Beep.', ACTION]]],
  ['ЛИДИЯ\nДа.', [['ЛИДИЯ', CUE], ['Да.', DIALOGUE]]],
  ['Лидия\nДа.', [['Лидия', ACTION]]],
  ['ΈΛΛΗ\nΝαι.', [['ΈΛΛΗ', CUE]]],
  ['GROß\nJa.', [['GROß', ACTION]]],
  ['王利发\n好。', [['王利发', ACTION]]],
  ['ユキ\nはい。', [['ユキ', ACTION]]],
  ['ليلى\nنعم.', [['ليلى', ACTION]]],
  ['נועה\nכן.', [['נועה', ACTION]]],
  ['@王利发\n好。', [['@', 'punctuation.definition.character'], ['王利发', CUE], ['好。', DIALOGUE]]],
  ['@McAdam\nAye.', [['McAdam', CUE]]],
  ['BOB (V.O.)\nHello.', [['BOB', CUE], ['(V.O.)', 'meta.character-extension']]],
  ["BOB (on the phone) (CONT'D)\nHello.", [['(on the phone)', 'meta.character-extension'], ["(CONT'D)", 'meta.character-extension']]],
  ['BOB(X)\nHello.', [['(X)', 'meta.character-extension']]],
  ['(V.O.)\nHello.', [['(V.O.)', ACTION]]],
  ['BOB (V.O.) quietly\nHello.', [['BOB (V.O.) quietly', ACTION]]],
  ['BOB ^\nHello.', [['BOB', CUE], ['^', 'keyword.operator.dual-dialogue']]],
  ['BOB (V.O.)^  \nHello.', [['^', 'keyword.operator.dual-dialogue']]],
  ['BO^B\nHello.', [['BO^B', CUE]]],
  ['**BOB**\nHello.', [['BOB', CUE], ['Hello.', DIALOGUE]]],
  ['One.\n\nBOB: #2!\nHello.', [['BOB: #2!', CUE]]],
  ['BOB [[who?]]\nHello.', [['BOB', CUE], ['who?', NOTE], ['Hello.', DIALOGUE]]],
  ['[[who?]] BOB\nHello.', [['who?', NOTE], ['BOB', CUE]]],
  ['...AND\nHello.', [['...AND', CUE]]],
  ['GO TO: \nHello.', [['GO TO:', ACTION], ['Hello.', ACTION]]],
  ['One.\nBOB\nHello.', [['BOB', ACTION], ['Hello.', ACTION]]],
  ['One.\n[[note]]\nBOB\nHello.', [['BOB', CUE]]],
  ['BOB\n(beat)\nHello.\n(going)', [['(beat)', PARENTHETICAL], ['Hello.', DIALOGUE], ['(going)', PARENTHETICAL]]],
  ['BOB\n(beat) Hello.', [['(beat) Hello.', DIALOGUE]]],
  ['BOB\n(beat\nmore)', [['(beat', DIALOGUE], ['more)', DIALOGUE]]],
  ['BOB\n(beat) [[why]]', [['(beat)', PARENTHETICAL], ['why', NOTE]]],
  ['BOB\n~la la\nHello.', [['~', 'punctuation.definition.lyrics'], ['la la', LYRICS], ['Hello.', DIALOGUE]]],
  ['BOB\n.A\n!B\n#C\n=D\n>E<\n@F\nINT. G\nCUT TO:\nH', ['.A', '!B', '#C', '=D', '>E<', '@F', 'INT. G', 'CUT TO:', 'H'].map((line) => [line, DIALOGUE] as const)],
  ['BOB\nOne.\n  \nTwo.', [['One.', DIALOGUE], ['Two.', DIALOGUE]]],
  ['BOB\nOne.\n\t\nTwo.', [['Two.', DIALOGUE]]],
  ['BOB\nOne.\n \nTwo.', [['One.', DIALOGUE], ['Two.', ACTION]]],
  ['BOB\nOne.\n\nTwo.', [['Two.', ACTION]]],
  ['BOB\nOne.\n===\nTwo.', [['===', PAGE_BREAK], ['Two.', ACTION]]],
  ['BOB\n[[note]]\nHello.', [['note', NOTE], ['Hello.', DIALOGUE]]],
  ['BOB\n/* gone\n\ngone */\nHello.', [['gone', BONEYARD], ['Hello.', DIALOGUE]]],
];

const OTHERS: readonly (readonly [string, Expected])[] = [
  ['CUT TO:', [['CUT TO:', TRANSITION]]],
  ['РЕЗКО TO:', [['РЕЗКО TO:', TRANSITION]]],
  ['One.\n\nCut to:', [['Cut to:', ACTION]]],
  ['CUT TO: ', [['CUT TO:', ACTION]]],
  ['> Fade out.', [['>', 'punctuation.definition.transition'], ['Fade out.', TRANSITION]]],
  ['One.\n> Fade out.\nTwo.', [['Fade out.', TRANSITION], ['Two.', ACTION]]],
  ['> THE END <', [['>', 'punctuation.definition.centered'], ['THE END', CENTERED], ['<', 'punctuation.definition.centered']]],
  ['>', [['>', ACTION]]],
  ['One.\n~la\nTwo.', [['One.', ACTION], ['la', LYRICS], ['Two.', ACTION]]],
  ['# Act', [['#', 'punctuation.definition.section'], ['Act', SECTION]]],
  ['One.\n########## Deep', [['##########', 'punctuation.definition.section'], ['Deep', SECTION]]],
  ['= what', [['=', 'punctuation.definition.synopsis'], ['what', SYNOPSIS]]],
  ['===', [['===', PAGE_BREAK]]],
  ['  ======  ', [['======', PAGE_BREAK]]],
  ['==', [['==', ACTION]]],
  ['=== x', [['=== x', ACTION]]],
  ['!BANG', [['!', 'punctuation.definition.action'], ['BANG', ACTION]]],
  ['One.\n!BANG\nTwo.', [['!', 'punctuation.definition.action'], ['BANG', ACTION], ['Two.', ACTION]]],
  ['One [[two]] three.', [['One', ACTION], ['two', NOTE], ['three.', ACTION]]],
  ['One [[two\nthree]] four.', [['two', NOTE], ['three', NOTE], ['four.', ACTION]]],
  ['[[one\n  \ntwo]]\n\nThree.', [['one', NOTE], ['two', NOTE], ['Three.', ACTION]]],
  ['[[one\n\nTwo.', [['one', NOTE], ['Two.', ACTION]]],
  ['One /* two */ three.', [['two', BONEYARD], ['three.', ACTION]]],
  ['/*\n\nINT. A\n\n*/\n\nOne.', [['INT. A', BONEYARD], ['*/', BONEYARD], ['One.', ACTION]]],
  ['/* [[ */ One. ]]', [['[[', BONEYARD], ['One. ]]', ACTION]]],
];

const TITLE_PAGES: readonly (readonly [string, Expected])[] = [
  ['Title: A Film\nAuthor: Me', [['Title', KEY], ['A Film', VALUE], ['Author', KEY], ['Me', VALUE]]],
  ['Title:\n    A\n\tFilm: two\nDraft date: 1/1', [['Title', KEY], ['A', VALUE], ['Film: two', VALUE], ['Draft date', KEY], ['1/1', VALUE]]],
  ['Название: Станция', [['Название', KEY], ['Станция', VALUE]]],
  ['Title: _**A**_', [['A', BOLD], ['_', VALUE]]],
  ['Title: A\n\nAuthor: Me', [['Title', KEY], ['Author: Me', ACTION]]],
  ['Title: A\nOne.', [['Title', KEY], ['One.', ACTION]]],
  ['\nTitle: A', [['Title: A', ACTION]]],
  ['FADE IN:\n\nOne.', [['One.', ACTION]]],
  ['INT. HOUSE: DAY', [['INT. HOUSE: DAY', HEADING]]],
  ['One, two: three', [['One, two: three', ACTION]]],
  ['Title： A', [['Title： A', ACTION]]],
];

const EMPHASIS: readonly (readonly [string, Expected])[] = [
  ['a *b* c', [['*', ITALIC], ['b', ITALIC], ['*', ITALIC], ['c', ACTION]]],
  ['a **b** c', [['b', BOLD]]],
  ['a ***b*** c', [['b', BOLD], ['c', ACTION]]],
  ['a _b_ c', [['b', UNDERLINE]]],
  ['a _*b **c** d*_ e', [['b', ITALIC], ['c', BOLD], ['d', UNDERLINE], ['e', ACTION]]],
  ['**a *b***', [['a', BOLD], ['b', ITALIC]]],
  ['a * b * c', [['a * b * c', ACTION]]],
  ['a *b * c', [['a *b * c', ACTION]]],
  ['a *b c', [['a *b c', ACTION]]],
  ['a *b\nc* d', [['a *b', ACTION], ['c* d', ACTION]]],
  ['a \\*b\\* c', [['b', ACTION]]],
  ['a *b\\* c* d', [['b', ITALIC], ['d', ACTION]]],
  ['a*b*c', [['b', ITALIC], ['c', ACTION]]],
  ['BOB\nNo. *No.*', [['No.', DIALOGUE], ['No.', ITALIC]]],
];

// fountain.md, the failures of peers.
const PEERS: readonly (readonly [string, Expected])[] = [
  ['One.\n\n*/\n\nINT. HOUSE\n\nBOB\nHello.', [['*/', ACTION], ['INT. HOUSE', HEADING], ['BOB', CUE], ['Hello.', DIALOGUE]]],
  ['BOB ^\nHello.', [['BOB', CUE], ['Hello.', DIALOGUE]]],
  ['One.\n\n...date: x\n\nINT. HOUSE', [['...date: x', ACTION], ['INT. HOUSE', HEADING]]],
  ['...date: x\n\nINT. HOUSE', [['...date: x', ACTION], ['INT. HOUSE', HEADING]]],
  ['He reads.\nGET OUT\nand leaves.', [['GET OUT', ACTION], ['and leaves.', ACTION]]],
  ['Est une femme.\n\nOne.', [['Est une femme.', ACTION]]],
  ['INT. A\r\n\r\nBOB\r\nHello.\r\n', [['INT. A', HEADING], ['BOB', CUE], ['Hello.', DIALOGUE]]],
  ['BOB\n~la', [['BOB', CUE], ['la', LYRICS]]],
  ['/* one\n*/\n\nINT. A', [['one', BONEYARD], ['INT. A', HEADING]]],
];

describe('the grammar', () => {
  const tables = { HEADINGS, SPEECHES, OTHERS, TITLE_PAGES, EMPHASIS, PEERS };
  for (const [table, cases] of Object.entries(tables)) {
    for (const [text, expected] of cases) {
      it(`${table.toLowerCase().replace('_', ' ')}: ${JSON.stringify(text)}`, () => check(text, expected));
    }
  }

  it('is the one its source makes: run node syntaxes/build.mjs', () => {
    assert.equal(readFileSync(GRAMMAR_FILE, 'utf8'), `${JSON.stringify(fountainGrammar, null, 2)}\n`);
  });

  it('ends every scope in .fountain', () => {
    const names = [...readFileSync(GRAMMAR_FILE, 'utf8').matchAll(/"(?:name|contentName)": "([^"]*)"/g)].flatMap((match) => (match[1] ?? '').split(' '));
    assert.ok(names.length > 30);
    assert.deepEqual(names.filter((name) => !name.endsWith('.fountain') && name !== 'Fountain'), []);
  });
});
