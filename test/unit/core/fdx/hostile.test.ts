// Damaged, cut-off and hostile files: never an error, never more than the file holds, and the words that can be read are kept.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from '../../../../src/core/fountain/parse';
import { toFdx } from '../../../../src/core/fdx/toFdx';
import { fromFdx } from '../../../../src/core/fdx/fromFdx';
import { readXml } from '../../../../src/core/fdx/xmlTree';
import { featureScript, pick, randomFrom } from '../../../support/randomScript';
import { converted } from './sameScript';

const FILES = [1, 2, 3, 4, 5, 6].map((version) => readFileSync(`test/fixtures/finalDraft${version}.fdx`, 'utf8'));
const inContent = (inner: string): string => `<FinalDraft Version="5"><Content>${inner}</Content></FinalDraft>`;

/** The words of a text, letters and digits alone. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('hostile Final Draft files', () => {
  it('expands no entities of their own, and asks for none from outside', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(100)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const { fountain, reports } = converted(bomb + inContent('<Paragraph Type="Action"><Text>Before &lol2; &x; after.</Text></Paragraph>'));
    assert.equal(fountain, 'Before &lol2; &x; after.\n');
    assert.deepEqual(reports.map(({ kind }) => kind), ['broken']);
  });

  it('stands nesting of any depth', () => {
    const deep = inContent(`<Paragraph Type="Action">${'<A>'.repeat(50_000)}deep${'</A>'.repeat(50_000)}<Text>on the page</Text></Paragraph>`);
    const { fountain } = converted(deep);
    assert.match(fountain, /deep/);
    assert.match(fountain, /on the page/);
    const duals = inContent(`${'<Paragraph><DualDialogue>'.repeat(5000)}<Paragraph Type="Action"><Text>inmost</Text></Paragraph>`);
    assert.match(converted(duals).fountain, /inmost/);
  });

  it('stands huge attributes, many attributes and huge texts', () => {
    const huge = 'x'.repeat(1_000_000);
    const many = Array.from({ length: 10_000 }, (_, at) => `a${at}="1"`).join(' ');
    assert.equal(converted(inContent(`<Paragraph Type="Action" Huge="${huge}" ${many}><Text>short</Text></Paragraph>`)).fountain, 'short\n');
    assert.equal(converted(inContent(`<Paragraph Type="Action"><Text>${huge}</Text></Paragraph>`)).fountain, `${huge}\n`);
  });

  it('gives what stands before the cut, and says where the file ends', () => {
    const { fdx } = toFdx(parse(featureScript(20)));
    for (const part of [0.2, 0.5, 0.9]) {
      const { fountain, reports } = converted(fdx.slice(0, fdx.indexOf('</Content>') * part));
      const cut = reports.find(({ kind }) => kind === 'cutShort');
      assert.ok(cut && cut.count > 10, 'the line is told');
      assert.ok(wordsOf(fountain).length > wordsOf(featureScript(20)).length * (part - 0.1));
    }
  });

  it('keeps the words of a file whose tags do not match', () => {
    const broken = inContent('<Paragraph Type="Action"><Text>One.</Txet></Paragraph><Paragraph Type="Action"><Text>Two.</Text></Paragraf><Paragraph><Text Style="Bold>Three.</Text></Paragraph><Paragraph Type="Action"><Text>Four & <five>.</Text>');
    const { fountain, reports } = converted(broken);
    for (const word of ['One', 'Two', 'Three', 'Four']) {
      assert.ok(fountain.includes(word), `${word} in ${fountain}`);
    }
    assert.ok(reports.some(({ kind }) => kind === 'broken' || kind === 'cutShort'));
  });

  it('never throws and never runs away, whatever is done to a file', () => {
    const random = randomFrom(7);
    const pieces = ['<', '>', '/', '"', '&', ';', '</Text>', '<Text>', '</Paragraph>', '<Paragraph Type="Dialogue">', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '[[', ']]', '/*', '*/', '\0', '\ud800', '\n', '\n\n', 'Range="-1,99999999999"', '^', '<DualDialogue>', '<ScriptNotes>'];
    for (let round = 0; round < 1500; round++) {
      let text = pick(random, FILES);
      for (let edits = 1 + Math.floor(random() * 6); edits > 0; edits--) {
        const at = Math.floor(random() * text.length);
        text = text.slice(0, at) + pick(random, pieces) + text.slice(at + Math.floor(random() * 12));
      }
      const result = fromFdx(text);
      if (!('failure' in result)) {
        parse(result.fountain);
        assert.ok(result.fountain.length < text.length * 3);
      }
    }
  });

  it('loses no word of the script to damage in its tags', () => {
    // One letter of a tag's name is changed; words of attributes do not count, only those between tags.
    const random = randomFrom(11);
    for (let round = 0; round < 600; round++) {
      const source = pick(random, [FILES[0], FILES[1], FILES[4]]) ?? '';
      const end = source.indexOf('</Content>');
      const names = [...source.slice(0, end).matchAll(/<\/?(Text|Paragraph)\b/g)].slice(4);
      const name = pick(random, names);
      const at = name.index + name[0].length - 1;
      const text = `${source.slice(0, at)}q${source.slice(at + 1)}`;
      const body = source.slice(source.indexOf('<Content>'), end).replace(/<[^>]*>/g, ' ').replace(/&\w+;|&#\d+;/g, ' ');
      const kept = new Set(wordsOf(converted(text).fountain).map((word) => word.toUpperCase()));
      assert.deepEqual(wordsOf(body).filter((word) => !kept.has(word.toUpperCase())), [], `${name[0]} at ${at}`);
    }
  });

  it('says what is wrong first, and reads on', () => {
    const tree = readXml('<a>\n<b>text</a>');
    assert.deepEqual(tree.fault, { message: 'unexpected close tag', line: 2 });
    assert.ok(!tree.cutShort);
  });
});
