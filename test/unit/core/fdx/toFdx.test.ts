// What a script is in a Final Draft file: types, styles, numbers, lengths, notes, and the page that Final Draft is given.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { formatEighths, sceneLengthsOf } from '../../../../src/core/page/sceneLengths';
import { toFdx } from '../../../../src/core/fdx/toFdx';
import { childrenOf, isElement, readXml, textBelow, type XmlElement } from '../../../../src/core/fdx/xmlTree';
import { featureScript } from '../../../support/randomScript';

function rootOf(fdx: string): XmlElement {
  const tree = readXml(fdx);
  assert.equal(tree.fault, undefined);
  const [root, ...more] = tree.nodes.filter((node): node is XmlElement => isElement(node));
  assert.ok(root && more.length === 0);
  assert.equal(root.name, 'FinalDraft');
  return root;
}

function only(element: XmlElement, name: string): XmlElement {
  const [first, ...more] = childrenOf(element, name);
  assert.ok(first && more.length === 0, `one ${name}`);
  return first;
}

/** A paragraph as its attributes and its runs, the styled ones with their style. */
function told(paragraph: XmlElement): unknown[] {
  const { Type, ...attributes } = paragraph.attributes;
  const runs = childrenOf(paragraph, 'Text').map((text) => (text.attributes['Style'] === undefined ? textBelow(text) : [text.attributes['Style'], textBelow(text)]));
  return [Type, ...(Object.keys(attributes).length > 0 ? [attributes] : []), ...runs];
}

const contentOf = (text: string): XmlElement[] => childrenOf(only(rootOf(toFdx(parse(text)).fdx), 'Content'), 'Paragraph');

describe('Fountain to Final Draft', () => {
  it('gives each element its type, styles and number', () => {
    const paragraphs = contentOf('.BARN #2A#\n\nA **bold** and _*both*_ 5 \\* 3.\nSecond line.\n\nMARA (V.O.)\n(beat)\nSo <&>.\n~la la\n\n> Fade out.\n\n> THE END <\n\n===\n\nAfter.');
    assert.deepEqual(paragraphs.map(told), [
      ['Scene Heading', { Number: '2A' }, 'BARN'],
      ['Action', 'A ', ['Bold', 'bold'], ' and ', ['Italic+Underline', 'both'], ' 5 * 3.\nSecond line.'],
      ['Character', 'MARA (V.O.)'],
      ['Parenthetical', '(beat)'],
      ['Dialogue', 'So <&>.'],
      ['Singing', 'la la'],
      ['Transition', 'Fade out.'],
      ['General', { Alignment: 'Center' }, 'THE END'],
      ['Action', { StartsNewPage: 'Yes' }, 'After.'],
    ]);
  });

  it('nests the two speeches of a dual dialogue', () => {
    const [, pair, after] = contentOf('INT. A\n\nBRICK\nOne.\n\nSTEEL ^\n(also)\nTwo.\n\nThey stop.');
    assert.ok(pair && after);
    assert.deepEqual(childrenOf(only(pair, 'DualDialogue'), 'Paragraph').map(told), [['Character', 'BRICK'], ['Dialogue', 'One.'], ['Character', 'STEEL'], ['Parenthetical', '(also)'], ['Dialogue', 'Two.']]);
    assert.deepEqual(told(after), ['Action', 'They stop.']);
  });

  it('puts synopses into the scene, and notes, sections and boneyards into script notes that do not print', () => {
    const [heading, action, last] = contentOf('# One\n\n## Two\n\nINT. A\n\n= They meet.\n\n[[Own.]]\n\nHe [[which?]] waits.\n\n/* cut\nscene */\n\nEnd.');
    assert.ok(heading && action && last);
    assert.deepEqual(childrenOf(heading, 'ScriptNote').map((note) => [note.attributes['Name'], textBelow(note).trim()]), [['Section', 'One'], ['Section 2', 'Two']]);
    assert.equal(textBelow(only(only(heading, 'SceneProperties'), 'Summary')).trim(), 'They meet.');
    assert.deepEqual(childrenOf(action).map(({ name }) => name), ['ScriptNote', 'Text', 'ScriptNote', 'Text']);
    assert.deepEqual(told(action), ['Action', 'He ', 'waits.']);
    assert.deepEqual(childrenOf(last, 'ScriptNote').map((note) => [note.attributes['Name'], childrenOf(note, 'Paragraph').map(textBelow)]), [['Boneyard', ['cut', 'scene']]]);
  });

  it('gives every scene its page and eighths from the layout', () => {
    const layout = layoutOf(parse(featureScript(60)), STANDARD_PAGE);
    const scenes = childrenOf(only(rootOf(toFdx(layout).fdx), 'Content'), 'Paragraph').filter(({ attributes }) => attributes['Type'] === 'Scene Heading');
    const facts = scenes.map((scene) => only(scene, 'SceneProperties').attributes);
    assert.deepEqual(facts.map(({ Length, Page }) => [Length, Page]), sceneLengthsOf(layout).map(({ eighths, page }) => [formatEighths(eighths), String(page)]));
    assert.ok(facts.length === 60 && Number(facts.at(-1)?.['Page']) > 10);
    assert.ok(facts.every(({ Length = '' }) => /^(?:\d+|\d+ [1-7]\/8|[1-7]\/8)$/.test(Length)), 'whole pages and eighths');
  });

  it('gives Final Draft the layout’s page: paper, rows above headings, the words at page breaks', () => {
    const root = rootOf(toFdx(layoutOf(parse('INT. A\n'), { ...STANDARD_PAGE, paper: 'a4', blankRowsAboveHeadings: 2, more: '(WEITER)', continued: '(WEITER)' })).fdx);
    assert.deepEqual({ ...only(only(root, 'PageLayout'), 'PageSize').attributes }, { Height: '11.69', Width: '8.26' });
    const heading = childrenOf(root, 'ElementSettings').find(({ attributes }) => attributes['Type'] === 'Scene Heading');
    assert.ok(heading);
    assert.equal(only(heading, 'ParagraphSpec').attributes['SpaceBefore'], '24');
    assert.equal(only(only(root, 'MoresAndContinueds'), 'DialogueBreaks').attributes['DialogueBottom'], '(WEITER)');
    assert.equal(only(heading, 'FontSpec').attributes['Style'], 'AllCaps');
  });

  it('lets Final Draft show small letters where the script has them', () => {
    const styleOf = (text: string, type: string): string | undefined => {
      const settings = childrenOf(rootOf(toFdx(parse(text)).fdx), 'ElementSettings').find(({ attributes }) => attributes['Type'] === type);
      return settings && only(settings, 'FontSpec').attributes['Style'];
    };
    assert.equal(styleOf('@McTavish\nYes.', 'Character'), '');
    assert.equal(styleOf('MARA\nYes.', 'Character'), 'AllCaps');
  });

  it('lays the title page out as its lines, the middle first', () => {
    const page = only(rootOf(toFdx(parse('Title:\n    **THE LONG**\n    NOTICE\nCredit: by\nAuthor: A\nContact: Here\n\nX')).fdx), 'TitlePage');
    const lines = childrenOf(only(page, 'Content'), 'Paragraph').filter((paragraph) => textBelow(paragraph).trim() !== '');
    assert.deepEqual(lines.map((line) => [line.attributes['Alignment'], textBelow(line).trim()]), [['Center', 'THE LONG'], ['Center', 'NOTICE'], ['Center', 'by'], ['Center', 'A'], ['Left', 'Here']]);
  });

  it('says how many characters XML cannot hold', () => {
    assert.deepEqual(toFdx(parse('A bell \u0007 and half a pair \ud83d.')).reports, [{ kind: 'notInXml', count: 2 }]);
  });
});
