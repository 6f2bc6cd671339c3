// No line is slow: four times the letters take about four times the time, sixteen would be quadratic. Compared within one run.
import assert from 'node:assert/strict';
import { INITIAL, type IGrammar } from 'vscode-textmate';
import { loadGrammar } from './tokenize';

const STARTS = ['', 'A', '@', '[[x]] ', 'Key: '];
const PIECES = ['a ', 'A', '*a ', '**a ', '_a ', '*_', '**_*', '\\*', '[[', '[', '[[ ', '[[a]] ', '/*', '* /', '/* a */ ', '(', '()', '(()()()', '(A', '(a) ', '#1#', '> <', 'TO:', "Est a.'", ' '];
const LETTERS = 10_000;

function lineOf(start: string, piece: string, letters: number): string {
  return start + piece.repeat(Math.ceil(letters / piece.length)).slice(0, letters);
}

function fastest(grammar: IGrammar, line: string, times: number): number {
  let best = Infinity;
  for (let run = 0; run < times; run++) {
    const started = process.hrtime.bigint();
    grammar.tokenizeLine(line, INITIAL);
    best = Math.min(best, Number(process.hrtime.bigint() - started));
  }
  return best;
}

/** How much longer a line of 10,000 letters takes than one of 2,500. Measured again when a busy machine spoils it. */
function growth(grammar: IGrammar, start: string, piece: string): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 4 && least > 8; attempt++) {
    const short = fastest(grammar, lineOf(start, piece, LETTERS / 4), 2);
    least = Math.min(least, fastest(grammar, lineOf(start, piece, LETTERS), 2) / short);
  }
  return least;
}

describe('long lines', () => {
  for (const start of STARTS) {
    it(`take linear time when they begin ${JSON.stringify(start)}`, async function () {
      this.timeout(60_000);
      const grammar = await loadGrammar();
      const slow = PIECES.map((piece) => [piece, growth(grammar, start, piece)] as const).filter(([, times]) => times > 12);
      assert.deepEqual(slow, []);
    });
  }
});
