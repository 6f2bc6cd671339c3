import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { charactersOf } from '../../../../src/core/script/characters';
import { elementsOf } from '../../../../src/core/script/elements';
import { asName, inCaseOf, mentionsOf } from '../../../../src/core/script/mentions';
import { renameCharacter, type Rename } from '../../../../src/core/script/renameCharacter';

function rename(text: string, from: string, to: string): Rename {
  const result = renameCharacter(parse(text), from, to);
  assert.ok(result.ok, `refused: ${result.ok ? '' : result.reason}`);
  return result;
}
const cuesRenamed = (text: string, from: string, to: string): string => applyEdits(text, rename(text, from, to).cues);
const allRenamed = (text: string, from: string, to: string): string => {
  const { cues, mentions } = rename(text, from, to);
  return applyEdits(text, [...cues, ...mentions].sort((a, b) => b.offset - a.offset));
};

describe('renameCharacter: cues', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['MARA', 'MARA', 'NORA', 'NORA'],
    ['  MARA (V.O.) (CONT’D) ^', 'mara', 'NORA', '  NORA (V.O.) (CONT’D) ^'],
    ['MARA(on phone)', 'MARA', 'NORA', 'NORA(on phone)'],
    ['**MARA**', 'MARA', 'NORA', '**NORA**'],
    ['MARA [[a note]] (O.S.)', 'MARA', 'NORA', 'NORA [[a note]] (O.S.)'],
    ['OLD   MAN', 'OLD MAN', 'OLD WOMAN', 'OLD   WOMAN'],
    ['@McCLANE', 'McClane', 'HOLLY', 'HOLLY'],
    ['MARA', 'MARA', 'McCLANE', '@McCLANE'],
    ['MARA', 'MARA', 'victor', 'VICTOR'],
    ['MARA', 'MARA', 'Mrs. Dalloway', 'MRS. DALLOWAY'],
    ['MARA', 'MARA', '@Victor', '@Victor'],
    ['MARA (V.O.)', 'MARA', '李明', '@李明 (V.O.)'],
    ['@李明 (V.O.) ^', '李明', 'MARA', 'MARA (V.O.) ^'],
    ['MARA', 'MARA', '23', '@23'],
    ['ЖАННА', 'жанна', 'ОЛЬГА', 'ОЛЬГА'],
    ['MARA', 'MARA', '  OLD   MAN ', 'OLD MAN'],
  ];
  for (const [before, from, to, after] of cases) {
    it(`${before} to ${to.trim()}: ${after}`, () => {
      const text = `INT. A\n\nMARA says nothing.\n\n${before}\nMARA is here.\n\nDEV\nSo.`;
      const written = cuesRenamed(text, from, to);
      const line = written.split('\n')[4] ?? '';
      assert.equal(line.replace(/\s+/g, ' ').trim(), after.replace(/\s+/g, ' ').trim());
      assert.equal(written.replace(line, before), text, 'all else is unchanged');
    });
  }

  it('takes a name typed in small letters for capitals above speeches, and for a name in sentences', () => {
    assert.equal(allRenamed('MARA\nOne.\n\nMARA and Mara’s coat.\n', 'MARA', 'victor'), 'VICTOR\nOne.\n\nVICTOR and Victor’s coat.\n');
  });

  it('finds every spelling of the name and leaves other characters alone', () => {
    const text = 'MARA\nOne.\n\n@Mara\nTwo.\n\nYOUNG MARA\nThree.\n\n_MARA_ (V.O.)\nFour.\n';
    const written = cuesRenamed(text, 'MARA', 'NORA');
    assert.deepEqual(charactersOf(parse(written)).map(({ name, speeches }) => [name, speeches]), [['NORA', 3], ['YOUNG MARA', 1]]);
  });

  it('says beforehand when the new name is taken', () => {
    assert.deepEqual(rename('MARA\nOne.\n\nDEV\nTwo.\n\nDEV\nThree.\n', 'MARA', 'dev').joins, { name: 'DEV', speeches: 2 });
    assert.equal(rename('MARA\nOne.\n\nDEV\nTwo.\n', 'MARA', 'NORA').joins, undefined);
  });

  it('refuses names that would not be read back, and what is not there', () => {
    const script = parse('MARA\nOne.\n');
    for (const name of ['', '  ', 'NORA (V.O.)', 'NORA ^', '[[X]]', '**']) {
      const result = renameCharacter(script, 'MARA', name);
      assert.ok(!result.ok, name);
      assert.equal(result.reason, 'notAName', name);
    }
    assert.deepEqual(renameCharacter(script, 'MARA', 'MARA'), { ok: false, reason: 'sameName' });
    assert.deepEqual(renameCharacter(script, 'DEV', 'NORA'), { ok: false, reason: 'notSpeaking' });
  });
});

describe('renameCharacter: mentions', () => {
  it('takes whole words in the case they have, in action, speeches, headings and synopses', () => {
    const text = "INT. MARA'S HOUSE - DAY\n\n= Mara waits.\n\nMARA sits. Mara's coat; Maradona, tamara, mara. _Mara_ [[Mara]]\n\nMARA (to Mara)\n(as Mara)\nI am Mara.\n";
    assert.equal(
      allRenamed(text, 'MARA', 'NORA'),
      "INT. NORA'S HOUSE - DAY\n\n= Nora waits.\n\nNORA sits. Nora's coat; Maradona, tamara, mara. _Nora_ [[Mara]]\n\nNORA (to Mara)\n(as Nora)\nI am Nora.\n",
    );
  });

  it('leaves longer names of other characters alone', () => {
    const text = 'MAN\nHi.\n\nOLD MAN\nHo.\n\nThe Old Man sees the Man. The OLD MAN and the MAN. A man.\n';
    assert.equal(allRenamed(text, 'MAN', 'GUARD'), 'GUARD\nHi.\n\nOLD MAN\nHo.\n\nThe Old Man sees the Guard. The OLD MAN and the GUARD. A man.\n');
  });

  it('knows letters of other scripts', () => {
    assert.equal(allRenamed('ЖАННА\nДа.\n\nЖанна и ЖАННА. Жаннами.\n', 'ЖАННА', 'ОЛЬГА'), 'ОЛЬГА\nДа.\n\nОльга и ОЛЬГА. Жаннами.\n');
    assert.equal(allRenamed('@李明\n好。\n\n李明走进房间。\n', '李明', '王芳'), '@王芳\n好。\n\n王芳走进房间。\n');
    assert.equal(allRenamed('ÉLISE\nOui.\n\nLa main d’Élise, Élisée.\n', 'ÉLISE', 'ANNE'), 'ANNE\nOui.\n\nLa main d’Anne, Élisée.\n');
  });

  const forms: readonly (readonly [string, string, string])[] = [
    ['JOHN', 'MARA', 'MARA'],
    ['John', 'MARA', 'Mara'],
    ['John', 'McCLANE', 'McClane'],
    ['JOHN', 'McCLANE', 'McCLANE'],
    ['McCLANE', 'HOLLY', 'HOLLY'],
    ['McClane', 'HOLLY', 'Holly'],
    ['Old Man', "CHARLIE'S MOTHER", "Charlie's Mother"],
    ['John', "O'NEIL", "O'Neil"],
    ['John', 'JEAN-LUC', 'Jean-Luc'],
    ['JOHN', 'Mara', 'MARA'],
    ['李', 'LEE', 'Lee'],
  ];
  for (const [mention, name, written] of forms) {
    it(`${mention} with ${name} becomes ${written}`, () => assert.equal(inCaseOf(mention, name), written));
  }

  it('tells joined words from mentions', () => {
    const find = mentionsOf('BRIEN', ['BRIEN']);
    assert.equal(find("O'Brien, Brien-Smith, Anne-Brien, @Brien").length, 0);
    assert.equal(find("Brien's, d'Brien, (Brien), *Brien*, Brien.").length, 5);
    assert.equal(asName("D'ARTAGNAN"), "D'Artagnan");
  });
});

describe('renameCharacter: always', () => {
  const names = ['MARA', 'DEV', 'OLD MAN', 'MAN', 'ЖАННА', 'McCLANE', '李明', 'NORA', "O'NEIL", 'R2D2'];
  const cue = fc.tuple(fc.constantFrom(...names), fc.constantFrom('', '', ' (V.O.)', ' (on phone)', ' ^', ' [[n]]'), fc.constantFrom('', '*', '  ')).map(
    ([name, extension, around]) => `${around === '  ' ? around : ''}${name === name.toUpperCase() && name !== '李明' ? '' : '@'}${around === '*' ? `**${name}**` : name}${extension}`,
  );
  const part = fc.oneof(
    fc.tuple(cue, fc.constantFrom('Hello.', '(beat)\nMara?', 'the Old Man', '李明！')).map((lines) => lines.join('\n')),
    fc.constantFrom('Mara and the MAN.', 'INT. DEV’S FLAT - DAY', '= Mara waits', '[[MARA]]', 'McClane.'),
  );

  it('property: the old name is gone, every speech is someone’s, nothing else moved, and back again', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.constantFrom(...names), fc.constantFrom('ZOË', 'Zoë', '王芳', 'THE BOSS'), fc.constantFrom('\n', '\r\n'), (parts, from, to, eol) => {
        const text = parts.join('\n\n').replace(/\n/g, eol);
        const script = parse(text);
        const before = charactersOf(script);
        const result = renameCharacter(script, from, to);
        if (!before.some(({ name }) => name === from.toUpperCase())) {
          assert.deepEqual(result, { ok: false, reason: 'notSpeaking' });
          return;
        }
        assert.ok(result.ok);
        const written = applyEdits(text, result.cues);
        const after = charactersOf(parse(written));
        const count = (people: typeof before, name: string): number => people.find((person) => person.name === name.toUpperCase())?.speeches ?? 0;
        assert.equal(count(after, from), 0);
        assert.equal(count(after, to), count(before, from));
        assert.deepEqual([...elementsOf(parse(written))].map(({ element }) => element.kind), [...elementsOf(script)].map(({ element }) => element.kind));
        const back = renameCharacter(parse(written), to, from);
        assert.ok(back.ok);
        assert.equal(applyEdits(written, back.cues), text);
      }),
      { numRuns: 1000 },
    );
  }).timeout(60_000);
});
