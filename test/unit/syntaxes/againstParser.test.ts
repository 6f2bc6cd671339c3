// The grammar with its corrections against the parser: every letter of every line has the same element.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { IGrammar } from 'vscode-textmate';
import { parse } from '../../../src/core/fountain/parse';
import { placedBlocks } from '../../../src/core/fountain/script';
import { linesOf } from '../../../src/core/script/blockLines';
import { highlightCorrections } from '../../../src/core/script/highlightCorrections';
import { paintLine } from '../../../src/core/script/paintLine';
import { featureScript, randomFrom, randomText } from '../../support/randomScript';
import { kindOf, loadGrammar, tokenizeLines } from './tokenize';

/** What each letter is coloured as, line by line; '' for a letter of no element. */
type Colours = string[][];

function grammarColours(grammar: IGrammar, text: string): Colours {
  return tokenizeLines(grammar, text).map(({ line, tokens }) => {
    const colours = Array<string>(line.length).fill('');
    for (const token of tokens) {
      colours.fill(kindOf(token.scopes) ?? '', token.from, token.from + token.text.length);
    }
    return colours;
  });
}

function corrected(colours: Colours, text: string): Colours {
  for (const { line, from, to, kind } of highlightCorrections(parse(text))) {
    colours[line]?.fill(kind, from, to);
  }
  return colours;
}

function parserColours(text: string): Colours {
  const colours = text.split(/\r\n|\r|\n/).map((line) => Array<string>(line.length).fill(''));
  for (const { block, line } of placedBlocks(parse(text))) {
    for (const each of linesOf(block)) {
      for (const paint of paintLine(block, each)) {
        colours[line + paint.line]?.fill(paint.kind, paint.from, paint.to);
      }
    }
  }
  return colours;
}

/** The first line whose letters differ, as a sentence; undefined where none does. White space has no colour. */
function firstDifference(text: string, shown: Colours): string | undefined {
  const wanted = parserColours(text);
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    for (const [at, letter] of line.split('').entries()) {
      if (/\S/.test(letter) && letter !== '\ufeff' && shown[index]?.[at] !== wanted[index]?.[at]) {
        return `line ${index + 1} at ${at} ${JSON.stringify(line)}: shown ${shown[index]?.[at]}, parser ${wanted[index]?.[at]}`;
      }
    }
  }
  return undefined;
}

describe('the grammar, its corrections and the parser', () => {
  const FIXTURES = 'test/fixtures';
  const files = [
    ...readdirSync(FIXTURES).filter((name) => name.endsWith('.fountain')).map((name) => `${FIXTURES}/${name}`),
    ...readdirSync('media/sample').map((name) => `media/sample/${name}`),
  ];
  for (const file of files) {
    it(`agree on ${file}`, async () => {
      const text = readFileSync(file, 'utf8');
      assert.equal(firstDifference(text, corrected(grammarColours(await loadGrammar(), text), text)), undefined);
    });
  }

  it('agree on a feature', async () => {
    const text = featureScript(40, 7);
    assert.equal(firstDifference(text, corrected(grammarColours(await loadGrammar(), text), text)), undefined);
  });

  it('agree on random texts', async function () {
    this.timeout(60_000);
    const grammar = await loadGrammar();
    for (let seed = 1; seed <= 3000; seed++) {
      const text = randomText(randomFrom(seed), 14);
      const difference = firstDifference(text, corrected(grammarColours(grammar, text), text));
      assert.equal(difference, undefined, `seed ${seed}: ${difference ?? ''} in ${JSON.stringify(text)}`);
    }
  });
});
