// Final Draft files of versions 1 to 6 become scripts: every word of theirs is script, a note, or told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from '../../../../src/core/fountain/parse';
import { plainText } from '../../../../src/core/fountain/inline';
import { encodingOf } from '../../../../src/core/fdx/encoding';
import { fromFdx, looksLikeFdx } from '../../../../src/core/fdx/fromFdx';
import { reportText } from '../../../../src/core/fdx/report';
import { elementsJson } from '../../../../src/cli/elementJson';
import { converted } from './sameScript';

const read = (version: number): string => readFileSync(`test/fixtures/finalDraft${version}.fdx`, 'utf8');
const script = (paragraphs: string): string => `<?xml version="1.0" encoding="UTF-8"?><FinalDraft DocumentType="Script" Template="No" Version="5"><Content>${paragraphs}</Content></FinalDraft>`;
const paragraph = (type: string, text: string): string => `<Paragraph Type="${type}"><Text>${text}</Text></Paragraph>`;
const elements = (fountain: string): unknown[] => elementsJson(parse(fountain)).map(({ line: _line, endLine: _endLine, inline: _inline, ...element }) => element);
const kinds = (fdx: string): string[] => converted(fdx).reports.map(({ kind }) => kind);

describe('Final Draft to Fountain', () => {
  it('reads version 1: types, styles, speeches, title page', () => {
    const { fountain, reports } = converted(read(1));
    assert.equal(
      fountain,
      [
        'Title: _CHIPS_', 'Credit: Written by', 'Author: A. Fixture', 'Source: Based on a stage play by B. Fixture', 'Draft date: Second draft, 4 January 2009', 'Contact:', '    Every Element Ltd', '    1 Test Street', '',
        'FADE IN:', '', 'INT. FISH & CHIP SHOP - DAY #1#', '', 'A "quiet" room, 5 * 3 metres, with a\\_sign\\_in\\_it. **Steam** and _***more steam***_.\tA tab.', '',
        'MOLLY (V.O.) (CONT’D)', '(not looking up)', "We're closed.", 'Come back tomorrow.', '', '@McTAVISH', 'It is tomorrow.', '', '> FADE OUT.', '', '> THE END <', '',
      ].join('\n'),
    );
    assert.deepEqual(reports, []);
  });

  it('reads version 2: acts, songs, shots, unknown types, and forces what would read as something else', () => {
    const { fountain, reports } = converted(read(2));
    assert.deepEqual(elements(fountain), [
      { type: 'centered', text: '_ACT ONE_' },
      { type: 'action', text: '(JO, REGINE)' },
      { type: 'scene_heading', text: 'FLASHBACK: THE BARN', number: 'A-12' },
      { type: 'action', text: 'CLOSE ON A GOLD KEY' },
      { type: 'action', text: 'MEANWHILE.\nA line after a soft return.' },
      { type: 'action', text: '.A dot, # a hash and = a sign' },
      { type: 'action', text: '# Not a section' },
      { type: 'action', text: 'INT. NOT A HEADING' },
      { type: 'character', name: 'JO' },
      { type: 'lyrics', text: 'Row, row, row your boat' },
      { type: 'parenthetical', text: '(stops)' },
      { type: 'dialogue', text: 'Oh.' },
      { type: 'action', text: 'The set revolves.' },
      { type: 'action', text: 'A paragraph without a type.' },
      { type: 'centered', text: 'END OF ACT ONE' },
    ]);
    assert.deepEqual(reports.map(reportText), [
      'Act headings and endings, written as centered lines: 2.',
      'Shots, written as action: 1.',
      'Paragraphs of types that Fountain does not have, written as action: 1 (Stage Directions).',
    ]);
  });

  it('reads version 3: summaries, arcs, notes in paragraphs, page breaks; tells of revisions, headers, locked pages', () => {
    const { fountain } = converted(read(3));
    assert.deepEqual(elements(fountain), [
      { type: 'scene_heading', text: 'INT. LIBRARY - DAY', number: '1' },
      { type: 'note', text: 'The key is found' },
      { type: 'synopsis', text: 'Tangle finds the key.' },
      { type: 'synopsis', text: 'Nobody believes it.' },
      { type: 'note', text: 'TANGLE: Tangle wants the treasure.' },
      { type: 'action', text: '[[Props: Which key?\nGold.]] Light *glinting* off [[it?]] it.' },
      { type: 'action', text: 'A line struck out.' },
      { type: 'page_break' },
      { type: 'scene_heading', text: 'INT. CELLAR - NIGHT' },
      { type: 'action', text: 'General, at the left.' },
      { type: 'action', text: 'UNCLE' },
      { type: 'action', text: 'He says nothing.' },
      { type: 'action', text: 'A line without its cue.' },
      { type: 'note', text: 'A note on nothing in particular.' },
    ]);
    assert.deepEqual(kinds(read(3)).sort(), ['beats', 'capitals', 'headers', 'lockedPages', 'orphanSpeech', 'otherStyles', 'revisions', 'silentCue']);
  });

  it('reads version 4: dual dialogue, omitted scenes, alternates, tags', () => {
    const { fountain, reports } = converted(read(4));
    assert.deepEqual(elements(fountain).slice(0, 7), [
      { type: 'scene_heading', text: 'INT. KITCHEN - NIGHT', number: '20' },
      { type: 'character', name: 'BRICK', dual: 'left' },
      { type: 'dialogue', text: 'Screw retirement.' },
      { type: 'character', name: 'STEEL', dual: 'right' },
      { type: 'parenthetical', text: '(at the same time)' },
      { type: 'dialogue', text: 'Screw retirement.' },
      { type: 'scene_heading', text: 'OMITTED', number: '21' },
    ]);
    const boneyard = elements(fountain)[7] as { type: string; text: string };
    assert.equal(boneyard.type, 'boneyard');
    assert.deepEqual(elements(`${boneyard.text}\n`).slice(0, 1), [{ type: 'scene_heading', text: 'EXT. THE YARD - DUSK' }]);
    assert.match(boneyard.text, /MARA\nNot yet\.$/);
    assert.deepEqual(elements(fountain).slice(8), [
      { type: 'scene_heading', text: 'INT. THE HALL - DAY', number: '22-pick-up' },
      { type: 'action', text: 'She waits [ [as written]] still.' },
      { type: 'note', text: 'AltCollection: Retirement can wait.' },
    ]);
    assert.ok(reports.some(({ kind, detail }) => kind === 'tags' && detail === 'Spanish moss'));
  });

  it('reads version 5: outline elements, beats, capitals as Final Draft shows them, scripts of the world', () => {
    const { fountain } = converted(read(5));
    assert.deepEqual(elements(fountain), [
      { type: 'section', text: 'ACT ONE', depth: 1 },
      { type: 'synopsis', text: 'They meet.' },
      { type: 'section', text: 'The Harbour', depth: 2 },
      { type: 'scene_heading', text: 'EXT. HARBOUR - DAWN', number: '1' },
      { type: 'action', text: '雨。 Дождь. 🎬🏽 Straße.' },
      { type: 'character', name: '李明' },
      { type: 'dialogue', text: '下雨了。' },
      { type: 'character', name: 'ЖАННА' },
      { type: 'dialogue', text: 'Да.\n\nДа.' },
      { type: 'note', text: 'Opening: A boat, a letter.' },
      { type: 'note', text: 'Beat: A card without words' },
    ]);
  });

  it('reads version 6: notes by range, counting what is embedded as two characters', () => {
    const { fountain } = converted(read(6));
    assert.match(fountain, /^Hum\. \[\[What hums\?\]\]$/m);
    assert.match(fountain, /^Go to the \*\*yard\*\*\[\[Location: Which yard\?\]\]\.$/m);
    assert.match(fountain, /\[\[A note without a range\.\]\]/);
    assert.match(fountain, /\[\[A note beyond the end\.\]\]/);
    assert.match(fountain, /^JON \^$/m);
  });

  it('says of a newer version and of a template what they are, and keeps their text', () => {
    assert.deepEqual(kinds('<FinalDraft Version="9" Template="Yes"><Content><Paragraph><Text>Text.</Text></Paragraph></Content></FinalDraft>'), ['newer', 'template']);
  });

  it('tells of colors, alignment, headers and watermarks, and keeps texts in parts it has never seen', () => {
    const file = `<FinalDraft Version="5"><Content><Paragraph Type="Action" Alignment="Right"><Text Color="#FFFF00000000">Red, at the right.</Text></Paragraph></Content>
      <Watermarking><DynamicContent><Paragraph><Text>For J. only</Text></Paragraph></DynamicContent></Watermarking>
      <TitlePage><HeaderAndFooter><Header><Paragraph><Text>Draft 2</Text></Paragraph></Header></HeaderAndFooter></TitlePage>
      <Whiteboard><Card Title="Ideas"><Paragraph><Text>A whale.</Text></Paragraph></Card></Whiteboard></FinalDraft>`;
    const { fountain, reports } = converted(file);
    assert.equal(fountain, 'Red, at the right.\n\n[[Ideas: A whale.]]\n');
    assert.deepEqual(reports, [
      { kind: 'otherStyles', count: 1 },
      { kind: 'alignment', count: 1 },
      { kind: 'headers', count: 2, detail: 'Draft 2, For J. only' },
      { kind: 'alternates', count: 1, detail: 'Ideas' },
    ]);
  });

  it('keeps words whatever stands where', () => {
    const cases: readonly [paragraphs: string, fountain: RegExp][] = [
      [paragraph('Scene Heading', '(LATER)'), /^\(LATER\)$/m],
      [paragraph('Scene Heading', '...later'), /^!?\.\.\.later$/m],
      [paragraph('Character', '23') + paragraph('Dialogue', 'Yes.'), /^@23\nYes\.$/m],
      [paragraph('Character', 'CUT TO:') + paragraph('Dialogue', 'Yes.'), /^@CUT TO:\nYes\.$/m],
      [paragraph('Character', '') + paragraph('Dialogue', 'Nobody says it.'), /^Nobody says it\.$/m],
      [paragraph('Character', 'MARA') + paragraph('Dialogue', '(laughs)'), /^MARA\n\(laughs\)$/m],
      [paragraph('Character', 'MARA') + paragraph('Dialogue', 'Before.\n===\nAfter.'), /^MARA\nBefore\.\n= = =\nAfter\.$/m],
      [paragraph('Character', 'MARA') + paragraph('Parenthetical', 'beat') + paragraph('Dialogue', 'Yes.'), /^MARA\n\(beat\)\nYes\.$/m],
      [paragraph('Transition', 'Smash cut'), /^> Smash cut$/m],
      [paragraph('Transition', 'TO &lt;'), /TO </],
      [paragraph('Action', '!Bang'), /^!!Bang$/m],
      [paragraph('Action', 'One.\n\n \nTwo.'), /^One\.\n\nTwo\.$/m],
      [paragraph('Action', '/* not a boneyard */'), /^\/\\\* not a boneyard \*\/$/m],
      [paragraph('Action', 'Title: not a title page'), /^\n?!?Title: not a title page$/m],
      ['<Paragraph Type="Action"><Text Style="Bold">INT. </Text><Text>bold to begin with</Text></Paragraph>', /^\*\*INT\.\*\* bold to begin with$/m],
      ['<Paragraph Type="Scene Heading"><Text Style="Bold">INT. HOUSE - DAY</Text></Paragraph>', /^INT\. HOUSE - DAY$/m],
      ['<Paragraph Type="Action"><Foo>Of another program.</Foo></Paragraph>', /\[\[Of another program\.\]\]/],
      ['<Paragraph Type="Action">Without its Text.</Paragraph>', /^Without its Text\.$/m],
      ['<Paragraph Type="Action"><Text><![CDATA[A < B & C]]></Text></Paragraph>', /^A < B & C$/m],
      ['<Paragraph><DualDialogue>' + paragraph('Character', 'A') + paragraph('Dialogue', 'One.') + paragraph('Action', 'Between.') + paragraph('Character', 'B') + paragraph('Dialogue', 'Two.') + '</DualDialogue></Paragraph>', /^A\nOne\.\n\nBetween\.\n\nB\nTwo\.$/m],
    ];
    for (const [paragraphs, expected] of cases) {
      assert.match(converted(script(paragraphs)).fountain, expected, paragraphs);
    }
  });

  it('joins styles that cross, and leaves spaces outside their marks', () => {
    const styled = (...runs: (readonly [string, string])[]): string => converted(script(`<Paragraph Type="Action">${runs.map(([style, text]) => `<Text Style="${style}">${text}</Text>`).join('')}</Paragraph>`)).fountain.trim();
    assert.equal(styled(['Bold', 'one '], ['Bold+Italic', 'two'], ['Italic', ' three']), '**one *two*** *three*');
    assert.equal(styled(['Underline', 'a'], ['Bold', 'b'], ['Italic', 'c']), '_a_**b***c*');
    assert.equal(styled(['', 'x'], ['Bold', '   '], ['', 'y']), 'x   y');
    for (const text of [styled(['Bold', '*'], ['', '_'], ['Italic', '\\']), styled(['', '\\*'], ['', '*']), styled(['Bold+Underline', '_*a*_'])]) {
      assert.ok(plainText(text).length > 0);
    }
    assert.equal(plainText(styled(['Bold', '*'], ['', '_x '], ['Italic', 'y'])), '*_x y');
  });

  it('knows Final Draft’s files, and the encoding of their bytes', () => {
    assert.ok([1, 2, 3, 4, 5, 6].every((version) => looksLikeFdx(read(version))));
    assert.ok(!looksLikeFdx('INT. HOUSE\n\n<FinalDraft') && !looksLikeFdx('<html>') && !looksLikeFdx(''));
    const bytes = (encoding: 'utf8' | 'utf16le', text: string): Uint8Array => new Uint8Array(Buffer.from(text, encoding));
    assert.equal(encodingOf(bytes('utf8', read(1))), 'utf-8');
    assert.equal(encodingOf(bytes('utf8', read(2))), 'iso-8859-1');
    assert.equal(encodingOf(bytes('utf16le', read(5))), 'utf-16le');
    assert.equal(encodingOf(bytes('utf16le', `\ufeff${read(5)}`)), 'utf-16le');
    assert.equal(encodingOf(new Uint8Array(Buffer.from(`\ufeff${read(5)}`, 'utf16le').swap16())), 'utf-16be');
    const wide = converted(new TextDecoder('utf-16le').decode(bytes('utf16le', `\ufeff${read(5)}`)));
    assert.deepEqual(wide, converted(read(5)));
    assert.deepEqual(converted(Buffer.from(read(4), 'utf16le').toString('utf8')), converted(read(4)), 'UTF-16 that was read as if it were UTF-8');
  });

  it('says where a file holds no script: without a place for one no script at all, with an empty one an empty script', () => {
    for (const inner of ['', '<HeaderAndFooter/>', '<TitlePage><Content></Content></TitlePage>']) {
      assert.deepEqual(fromFdx(`<FinalDraft Version="5">${inner}</FinalDraft>`), { failure: 'noContent' });
    }
    for (const content of ['<Content/>', '<Content></Content>', '<Content><Paragraph/></Content>']) {
      const { fountain, reports } = converted(`<FinalDraft Version="5">${content}</FinalDraft>`);
      assert.equal(fountain.trim(), '');
      assert.deepEqual(reports, [{ kind: 'noScript', count: 1 }], content);
    }
    const title = converted('<FinalDraft Version="5"><TitlePage><Content><Paragraph Alignment="Center"><Text>NETS</Text></Paragraph></Content></TitlePage></FinalDraft>');
    assert.match(title.fountain, /^Title: NETS/);
    assert.deepEqual(title.reports.map(({ kind }) => kind), ['noScript']);
    assert.equal(converted('<FinalDraft Version="5"><Content><Paragraph Type="Action"><Text>A net.</Text></Paragraph></Content></FinalDraft>').reports.length, 0);
  });

  it('says what is no Final Draft script', () => {
    assert.deepEqual(fromFdx(''), { failure: 'empty' });
    assert.deepEqual(fromFdx('INT. HOUSE - DAY'), { failure: 'notXml' });
    assert.deepEqual(fromFdx('<html><body>No.</body></html>'), { failure: 'notFinalDraft' });
    assert.deepEqual(fromFdx('FDR\u0000\u0001Final Draft 5'), { failure: 'olderFormat' });
  });
});
