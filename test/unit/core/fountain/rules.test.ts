// The Fountain syntax, rule by rule and decision by decision: a name, a text, and what it must be read as.
import assert from 'node:assert/strict';
import type { Element } from '../../../../src/core/fountain/elements';
import { parse } from '../../../../src/core/fountain/parse';
import { dualDialogueOf } from '../../../../src/core/script/dualDialogue';
import { elementsOf } from '../../../../src/core/script/elements';

/** An element in a word or two, so that a table can be read. */
function brief(element: Element, dual: string | undefined): string {
  switch (element.kind) {
    case 'titlePage':
      return `title ${element.entries.map(({ key, values }) => `${key}=${values.join('|')}`).join('; ')}`;
    case 'sceneHeading':
      return `heading ${element.text}${element.number === undefined ? '' : ` #${element.number}`}`;
    case 'character':
      return `cue ${element.name}${element.extension === undefined ? '' : ` (${element.extension})`}${dual === undefined ? '' : ` ${dual}`}`;
    case 'section':
      return `section${element.depth} ${element.text}`;
    case 'pageBreak':
      return 'break';
    default:
      return `${element.kind} ${element.text}`;
  }
}

function read(text: string): string[] {
  const script = parse(text);
  const dual = dualDialogueOf(script);
  return [...elementsOf(script)].map(({ element }) => brief(element, element.kind === 'character' ? dual.get(element) : undefined));
}

type Row = readonly [name: string, text: string, ...expected: string[]];

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [name, text, ...expected] of rows) {
      it(name, () => {
        assert.deepEqual(read(text), expected);
      });
    }
  });
}

table('scene headings', [
  ['INT with a dot', 'INT. HOUSE - DAY\n\nx', 'heading INT. HOUSE - DAY', 'action x'],
  ['any case', 'int. house - day\n\nx', 'heading int. house - day', 'action x'],
  ['INT with a space', 'Int house\n\nx', 'heading Int house', 'action x'],
  ['EXT', 'EXT. SEA\n\nx', 'heading EXT. SEA', 'action x'],
  ['EST', 'EST. TOWN\n\nx', 'heading EST. TOWN', 'action x'],
  ['INT./EXT', 'INT./EXT. CAR\n\nx', 'heading INT./EXT. CAR', 'action x'],
  ['INT/EXT', 'INT/EXT CAR\n\nx', 'heading INT/EXT CAR', 'action x'],
  ['I/E', 'I/E. CAR\n\nx', 'heading I/E. CAR', 'action x'],
  ['EXT./INT. begins with EXT.', 'EXT./INT. CAR\n\nx', 'heading EXT./INT. CAR', 'action x'],
  ['EXT/INT. is not in the list', 'EXT/INT. CAR\n\nx', 'action EXT/INT. CAR', 'action x'],
  ['I./E is not in the list', 'I./E. CAR\n\nx', 'action I./E. CAR', 'action x'],
  ['INT. alone is one', 'INT.\n\nx', 'heading INT.', 'action x'],
  ['INTERIOR is none', 'INTERIOR HOUSE\n\nx', 'action INTERIOR HOUSE', 'action x'],
  ['needs a blank line above', 'He runs.\nINT. HOUSE\n\nx', 'action He runs.\nINT. HOUSE', 'action x'],
  ['with text directly below it is a cue', 'INT. HOUSE\nHe runs.', 'cue INT. HOUSE', 'dialogue He runs.'],
  ['with text directly below and small letters it is action', 'Int. house\nHe runs.', 'action Int. house\nHe runs.'],
  ['! cancels it', '!INT. HOUSE\n\nx', 'action INT. HOUSE', 'action x'],
  ['indentation is ignored', '   INT. HOUSE\n\nx', 'heading INT. HOUSE', 'action x'],
  ['French prose is none', 'Est une femme.\n\nx', 'action Est une femme.', 'action x'],
  ['Est with a dot is one', 'Est. harbour\n\nx', 'heading Est. harbour', 'action x'],
  ['forced by a dot', '.SNIPER SCOPE POV\n\nx', 'heading SNIPER SCOPE POV', 'action x'],
  ['forced, letters of any script', '.Жанна дома\n\nx', 'heading Жанна дома', 'action x'],
  ['two dots never force', '..and then\n\nx', 'action ..and then', 'action x'],
  ['an ellipsis never forces', '...and then\n\nx', 'action ...and then', 'action x'],
  ['a dot and a space never force', '. x\n', 'action . x'],
  ['forced only where a paragraph starts', 'He aims\n.45 in hand', 'action He aims\n.45 in hand'],
  ['forced stays one with text below', '.POV\nHe aims.', 'heading POV', 'action He aims.'],
  ['scene number', 'INT. HOUSE - DAY #1A#\n\nx', 'heading INT. HOUSE - DAY #1A', 'action x'],
  ['scene number with dashes and periods', 'INT. HOUSE #I-1-A.#\n\nx', 'heading INT. HOUSE #I-1-A.', 'action x'],
  ['scene number, spaces behind it', 'INT. HOUSE #110A#  \n\nx', 'heading INT. HOUSE #110A', 'action x'],
  ['scene number on a forced heading', '.POV #7#\n\nx', 'heading POV #7', 'action x'],
  ['a number with other marks stays text', 'INT. HOUSE #1 A#\n\nx', 'heading INT. HOUSE #1 A#', 'action x'],
  ['a number in the middle stays text', 'INT. HOUSE #1# NIGHT\n\nx', 'heading INT. HOUSE #1# NIGHT', 'action x'],
  ['a note behind the number is looked through', 'INT. HOUSE #1# [[late]]\n\nx', 'heading INT. HOUSE [[late]] #1', 'action x'],
  ['a note below counts as blank', 'INT. HOUSE\n[[n]]\nHe runs.', 'heading INT. HOUSE', 'note n', 'action He runs.'],
  ['a synopsis below counts as blank', 'INT. HOUSE\n= He goes.\n\nx', 'heading INT. HOUSE', 'synopsis He goes.', 'action x'],
  ['a section above counts as blank', '# Act\nINT. HOUSE\n\nx', 'section1 Act', 'heading INT. HOUSE', 'action x'],
  ['a page break above counts as blank', '===\nINT. HOUSE\n\nx', 'break', 'heading INT. HOUSE', 'action x'],
  ['a boneyard above counts as blank', '/* x */\nINT. HOUSE\n\nx', 'boneyard x', 'heading INT. HOUSE', 'action x'],
  ['at the end of the file', 'x\n\nINT. HOUSE', 'action x', 'heading INT. HOUSE'],
]);

table('action', [
  ['line breaks are kept', 'One.\nTwo.\nThree.', 'action One.\nTwo.\nThree.'],
  ['a blank line parts paragraphs', 'One.\n\nTwo.', 'action One.', 'action Two.'],
  ['many blank lines too', 'One.\n\n\n\n\nTwo.', 'action One.', 'action Two.'],
  ['! forces', '!MARA\nis late.', 'action MARA\nis late.'],
  ['! inside a paragraph does not split it', 'One.\n!TWO\nThree.', 'action One.\nTWO\nThree.'],
  ['! twice takes one', '!!LOUD', 'action !LOUD'],
  ['leading spaces are kept', '    indented', 'action     indented'],
  ['a leading tab is four spaces', '\tindented', 'action     indented'],
  ['capitals with no text below are action', 'THE END OF IT\n\nx', 'action THE END OF IT', 'action x'],
  ['capitals inside a paragraph are no cue', 'He shouts\nMARA\nand goes.', 'action He shouts\nMARA\nand goes.'],
  ['a line of spaces is blank', 'One.\n          \nTwo.', 'action One.', 'action Two.'],
  ['== is action', '==\n', 'action =='],
  ['=== with text is action', '=== x', 'action === x'],
  ['control characters pass', 'a\0b\x07', 'action a\0b\x07'],
  ['form feed is text', '\f', 'action \f'],
  ['U+2028 is text', 'a\u2028b', 'action a\u2028b'],
]);

table('cues', [
  ['upper case with text below', 'MARA\nHello.', 'cue MARA', 'dialogue Hello.'],
  ['needs a blank line above', 'x\nMARA\nHello.', 'action x\nMARA\nHello.'],
  ['extension in small letters', 'MARA (on the phone)\nHello.', 'cue MARA (on the phone)', 'dialogue Hello.'],
  ['two extensions', "MARA (V.O.) (CONT'D)\nHello.", "cue MARA (V.O.) (CONT'D)", 'dialogue Hello.'],
  ['extension without a space', 'MARA(V.O.)\nHello.', 'cue MARA (V.O.)', 'dialogue Hello.'],
  ['words behind the bracket are judged', 'MARA (V.O.) now\nHello.', 'action MARA (V.O.) now\nHello.'],
  ['letters and digits', 'R2D2\nBeep.', 'cue R2D2', 'dialogue Beep.'],
  ['digits alone are none', '23\nSkidoo.', 'action 23\nSkidoo.'],
  ['a name needs its letter outside the brackets', '23 (ANNA)\nHello.', 'action 23 (ANNA)\nHello.'],
  ['any punctuation', 'DR. O’NEIL-SMITH #2!\nHello.', 'cue DR. O’NEIL-SMITH #2!', 'dialogue Hello.'],
  ['Cyrillic capitals', 'ЖАННА\nПривет.', 'cue ЖАННА', 'dialogue Привет.'],
  ['accents', 'INÉS\nHola.', 'cue INÉS', 'dialogue Hola.'],
  ['ß is a small letter', 'WEIß\nHallo.', 'action WEIß\nHallo.'],
  ['Chinese needs @', '李明\n你好。', 'action 李明\n你好。'],
  ['@ forces Chinese', '@李明\n你好。', 'cue 李明', 'dialogue 你好。'],
  ['@ keeps the case', '@McCLANE\nHo.', 'cue McCLANE', 'dialogue Ho.'],
  ['@ needs text below', '@mcclane\n\nx', 'action @mcclane', 'action x'],
  ['@ needs a blank above', 'See\n@mcclane\nx', 'action See\n@mcclane\nx'],
  ['trailing spaces do not matter', 'MARA   \nHello.', 'cue MARA', 'dialogue Hello.'],
  ['leading spaces do not matter', '      MARA\nHello.', 'cue MARA', 'dialogue Hello.'],
  ['emphasised', '**MARA**\nHello.', 'cue MARA', 'dialogue Hello.'],
  ['TO: is never a cue', 'GET TO:\nHello.', 'action GET TO:\nHello.'],
  ['TO: and a space is never a cue', 'GET TO: \nHello.', 'action GET TO: \nHello.'],
  ['judged without its notes', 'MARA [[who?]]\nHello.', 'cue MARA', 'dialogue Hello.'],
  ['a note over two lines', 'MARA [[who\nis it?]]\nHello.', 'cue MARA', 'dialogue Hello.'],
  ['a two-space line below, then text', 'MARA\n  \nHello.', 'cue MARA', 'dialogue Hello.'],
  ['a one-space line below', 'MARA\n \nHello.', 'action MARA', 'action Hello.'],
  ['a note line below, then text', 'MARA\n[[n]]\nHello.', 'cue MARA', 'dialogue [[n]]\nHello.'],
  ['a note line below and nothing', 'MARA\n[[n]]\n\nHello.', 'action MARA\n[[n]]', 'action Hello.'],
  ['a page break below', 'MARA\n===\nx', 'action MARA', 'break', 'action x'],
  ['under a section', '# One\nMARA\nHello.', 'section1 One', 'cue MARA', 'dialogue Hello.'],
]);

table('speeches', [
  ['line breaks are kept', 'MARA\nOne.\nTwo.', 'cue MARA', 'dialogue One.\nTwo.'],
  ['parenthetical', 'MARA\n(beat)\nOne.', 'cue MARA', 'parenthetical (beat)', 'dialogue One.'],
  ['parenthetical in the middle', 'MARA\nOne.\n(beat)\nTwo.', 'cue MARA', 'dialogue One.', 'parenthetical (beat)', 'dialogue Two.'],
  ['two in a row, and last', 'MARA\n(a)\n(b)', 'cue MARA', 'parenthetical (a)', 'parenthetical (b)'],
  ['brackets must close on the line', 'MARA\n(beat\nOne)', 'cue MARA', 'dialogue (beat\nOne)'],
  ['text behind the bracket makes it dialogue', 'MARA\n(beat) One.', 'cue MARA', 'dialogue (beat) One.'],
  ['full-width brackets are dialogue', 'MARA\n（beat）', 'cue MARA', 'dialogue （beat）'],
  ['marks are dialogue', 'MARA\n.one\n!two\n@three\n> four\n# five\n= six', 'cue MARA', 'dialogue .one\n!two\n@three\n> four\n# five\n= six'],
  ['headings and transitions are dialogue', 'MARA\nINT. HOUSE\nCUT TO:\nDEV', 'cue MARA', 'dialogue INT. HOUSE\nCUT TO:\nDEV'],
  ['two spaces keep an empty line', 'MARA\nOne.\n  \nTwo.', 'cue MARA', 'dialogue One.\n\nTwo.'],
  ['so does a tab', 'MARA\nOne.\n\t\nTwo.', 'cue MARA', 'dialogue One.\n\nTwo.'],
  ['one space ends the speech', 'MARA\nOne.\n \nTwo.', 'cue MARA', 'dialogue One.', 'action Two.'],
  ['two-space lines at the end are dropped', 'MARA\nOne.\n  \n\nTwo.', 'cue MARA', 'dialogue One.', 'action Two.'],
  ['two-space lines at the end of the file', 'MARA\nOne.\n  \n  ', 'cue MARA', 'dialogue One.'],
  ['a heading joined by two spaces is dialogue', 'MARA\nOne.\n  \nINT. HOUSE\n\nx', 'cue MARA', 'dialogue One.\n\nINT. HOUSE', 'action x'],
  ['a note line does not end it', 'MARA\nOne.\n[[n]]\nTwo.', 'cue MARA', 'dialogue One.\n[[n]]\nTwo.'],
  ['a boneyard line does not end it', 'MARA\nOne.\n/* n */\nTwo.', 'cue MARA', 'dialogue One.\n/* n */\nTwo.'],
  ['a page break ends it', 'MARA\nOne.\n===\nTwo.', 'cue MARA', 'dialogue One.', 'break', 'action Two.'],
  ['lyrics', 'MARA\n~La la\nOne.', 'cue MARA', 'lyrics La la', 'dialogue One.'],
  ['lyrics straight after the cue and last', 'MARA\n~La la', 'cue MARA', 'lyrics La la'],
  ['indentation is ignored', 'MARA\n   (beat)\n      One.', 'cue MARA', 'parenthetical (beat)', 'dialogue One.'],
]);

table('dual dialogue', [
  ['a pair', 'A\nOne.\n\nB ^\nTwo.', 'cue A left', 'dialogue One.', 'cue B right', 'dialogue Two.'],
  ['no space before, space behind', 'A\nOne.\n\nB^ \nTwo.', 'cue A left', 'dialogue One.', 'cue B right', 'dialogue Two.'],
  ['with an extension', 'A\nOne.\n\nB (V.O.) ^\nTwo.', 'cue A left', 'dialogue One.', 'cue B (V.O.) right', 'dialogue Two.'],
  ['silent lines may stand between', 'A\nOne.\n\n[[n]]\n\n= s\n\nB ^\nTwo.', 'cue A left', 'dialogue One.', 'note n', 'synopsis s', 'cue B right', 'dialogue Two.'],
  ['action between parts them', 'A\nOne.\n\nx\n\nB ^\nTwo.', 'cue A', 'dialogue One.', 'action x', 'cue B', 'dialogue Two.'],
  ['none before', 'B ^\nTwo.', 'cue B', 'dialogue Two.'],
  ['the right half is no left half', 'A\n1\n\nB ^\n2\n\nC ^\n3', 'cue A left', 'dialogue 1', 'cue B right', 'dialogue 2', 'cue C', 'dialogue 3'],
  ['two pairs', 'A\n1\n\nB ^\n2\n\nC\n3\n\nD ^\n4', 'cue A left', 'dialogue 1', 'cue B right', 'dialogue 2', 'cue C left', 'dialogue 3', 'cue D right', 'dialogue 4'],
  ['a caret in the middle is text', 'A^B\nOne.', 'cue A^B', 'dialogue One.'],
]);

table('transitions, centred, lyrics', [
  ['TO: in capitals', 'x\n\nCUT TO:\n\ny', 'action x', 'transition CUT TO:', 'action y'],
  ['small letters are action', 'cut TO:\n\nx', 'action cut TO:', 'action x'],
  ['needs blanks on both sides', 'x\nCUT TO:\n\ny', 'action x\nCUT TO:', 'action y'],
  ['a space behind the colon stops it', 'x\n\nCUT TO: \n\ny', 'action x', 'action CUT TO: ', 'action y'],
  ['only TO:', 'x\n\nFADE OUT.\n\ny', 'action x', 'action FADE OUT.', 'action y'],
  ['forced', '> Burn to white.\n', 'transition Burn to white.'],
  ['forced wherever it stands', 'x\n> Burn.\ny', 'action x', 'transition Burn.', 'action y'],
  ['a lone > is action', '>\n', 'action >'],
  ['centred', '>  THE END  <\n', 'centered THE END'],
  ['centred line by line', '> A <\n> B <', 'centered A', 'centered B'],
  ['centred, indented', '    > A <', 'centered A'],
  ['lyrics line by line', '~One\n~Two', 'lyrics One', 'lyrics Two'],
  ['a plain line after lyrics is action', '~One\nTwo', 'lyrics One', 'action Two'],
  ['a note behind a transition', 'CUT TO: [[hard]]\n\nx', 'transition CUT TO: [[hard]]', 'action x'],
]);

table('sections, synopses, page breaks', [
  ['sections by depth', '# A\n\n## B\n\n### C', 'section1 A', 'section2 B', 'section3 C'],
  ['any depth', '######## H', 'section8 H'],
  ['without a space', '#A', 'section1 A'],
  ['no blank lines needed', 'x\n# A\ny', 'action x', 'section1 A', 'action y'],
  ['synopsis', '= Something happens.', 'synopsis Something happens.'],
  ['synopsis anywhere', 'x\n= s\ny', 'action x', 'synopsis s', 'action y'],
  ['page break', 'x\n\n===\n\ny', 'action x', 'break', 'action y'],
  ['page break without blanks, spaces around', 'x\n  =====  \ny', 'action x', 'break', 'action y'],
]);

table('notes and boneyard', [
  ['a note of its own', 'x\n\n[[note]]\n\ny', 'action x', 'note note', 'action y'],
  ['a note inside action', 'He [[who?]] runs.', 'action He [[who?]] runs.'],
  ['a note over lines', '[[one\ntwo]]\n\nx', 'note one\ntwo', 'action x'],
  ['an empty line ends the hope for ]]', '[[one\n\ntwo]]', 'action [[one', 'action two]]'],
  ['two spaces join a note', '[[one\n  \ntwo]]', 'note one\n  \ntwo'],
  ['the first ]] closes', '[[a]] b]]', 'action [[a]] b]]'],
  ['a note line under action is inline', 'He runs.\n[[why]]\nHe falls.', 'action He runs.\n[[why]]\nHe falls.'],
  ['lone ]] is text', 'a ]] b', 'action a ]] b'],
  ['boneyard hides whole scenes', 'a\n\n/*\nINT. HOUSE\n\nb\n\n*/\n\nc', 'action a', 'boneyard INT. HOUSE\n\nb', 'action c'],
  ['boneyard inside a line', 'He /* x */ runs.', 'action He /* x */ runs.'],
  ['a line goes on behind it', 'He /* x\n\ny */ runs.', 'action He /* x\n\ny */ runs.'],
  ['on its own line it acts as an empty line', 'a\n/* x */\nb', 'action a', 'boneyard x', 'action b'],
  ['unclosed is text and hides nothing', 'a /* b\n\nINT. HOUSE\n\nc', 'action a /* b', 'heading INT. HOUSE', 'action c'],
  ['a lone */ is text', 'a */ b\n\nc', 'action a */ b', 'action c'],
  ['does not nest', '/* a /* b */ c', 'action /* a /* b */ c'],
  ['/*/ is not closed', '/*/ a', 'action /*/ a'],
  ['boneyards are found before notes', '/* [[ */ a ]]', 'action /* [[ */ a ]]'],
  ['a boneyard hides a closing ]]', '[[ a /* ]] */ b ]]', 'note a /* ]] */ b'],
  ['several on one line', '[[a]] [[b]]', 'note a', 'note b'],
]);

table('title page', [
  ['inline values', 'Title: A Film\nAuthor: Me\n\nx', 'title Title=A Film; Author=Me', 'action x'],
  ['indented values', 'Title:\n    _**A**_\n\tFilm\n\nx', 'title Title=_**A**_|Film', 'action x'],
  ['inline and indented', 'Title: A\n  Film\n\nx', 'title Title=A|Film', 'action x'],
  ['an indented colon is a value', 'Notes:\n  at: noon\n\nx', 'title Notes=at: noon', 'action x'],
  ['keys with spaces', 'Draft date: 1 May\n\nx', 'title Draft date=1 May', 'action x'],
  ['keys of any script', 'Автор: Я\n\nx', 'title Автор=Я', 'action x'],
  ['a repeated key is its own entry', 'Author: A\nAUTHOR: B\n\nx', 'title Author=A; AUTHOR=B', 'action x'],
  ['only on the first line', '\nTitle: A\n\nx', 'action Title: A', 'action x'],
  ['needs a value', 'FADE IN:\n\nx', 'action FADE IN:', 'action x'],
  ['a transition is body', 'CUT TO:\n\nx', 'transition CUT TO:', 'action x'],
  ['a heading with a colon is body', 'INT. HOUSE: DAY\n\nx', 'heading INT. HOUSE: DAY', 'action x'],
  ['prose with a comma is body', 'Well, then: go\n\nx', 'action Well, then: go', 'action x'],
  ['a full-width colon is none', 'Title： A\n\nx', 'action Title： A', 'action x'],
  ['an ellipsis before the colon is body', '...date: x\n\ny', 'action ...date: x', 'action y'],
  ['an unindented line without a key ends it', 'Title: A\nHe runs.\n\nx', 'title Title=A', 'action He runs.', 'action x'],
  ['behind it a heading needs no blank line above', 'Title: A\nINT. HOUSE\n\nx', 'title Title=A', 'heading INT. HOUSE', 'action x'],
  ['empty keys are kept', 'Title: A\nContact:\n\nx', 'title Title=A; Contact=', 'action x'],
  ['behind a byte order mark', '\u{feff}Title: A\n\nx', 'title Title=A', 'action x'],
]);

table('files and lines', [
  ['nothing', ''],
  ['blank lines only', '\n\n  \n'],
  ['CRLF', 'MARA\r\nOne.\r\n\r\nx', 'cue MARA', 'dialogue One.', 'action x'],
  ['CR', 'MARA\rOne.\r\rx', 'cue MARA', 'dialogue One.', 'action x'],
  ['mixed', 'MARA\r\nOne.\n\rx', 'cue MARA', 'dialogue One.', 'action x'],
  ['a byte order mark hides no heading', '\u{feff}INT. HOUSE\n\nx', 'heading INT. HOUSE', 'action x'],
  ['no line end at the end', 'MARA\nOne.', 'cue MARA', 'dialogue One.'],
]);

describe('problems', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['a heading with text below', 'INT. HOUSE\nHe runs.', 'headingNeedsBlankAfter'],
    ['an unclosed note', 'He [[runs.', 'unclosedNote'],
    ['an unclosed boneyard', 'He /* runs.', 'unclosedBoneyard'],
  ];
  for (const [name, text, kind] of rows) {
    it(name, () => {
      const problems = parse(text).chunks.flatMap((chunk) => chunk.blocks.flatMap((block) => block.problems));
      assert.deepEqual(problems.map((problem) => problem.kind), [kind]);
    });
  }
});
