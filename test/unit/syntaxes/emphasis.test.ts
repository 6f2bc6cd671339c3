// Emphasis as the grammar shows it against the marks the parser reads, on lines whose marks all pair and nest.
import assert from 'node:assert/strict';
import { inlineMarks } from '../../../src/core/fountain/inline';
import { pick, randomFrom } from '../../support/randomScript';
import { loadGrammar, tokenizeLines } from './tokenize';

const MARKS = ['*', '**', '***', '_'] as const;

/** Words and emphasised groups; a mark is not used again inside its own group, nor stars next to stars. */
function randomLine(random: () => number, marks: readonly string[], depth: number): string {
  const parts: string[] = [];
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const mark = depth > 0 && marks.length > 0 && random() < 0.5 ? pick(random, marks) : '';
    const inner = mark === '***' ? ['_'] : marks.filter((each) => each !== mark && each !== '***');
    parts.push(mark === '' ? pick(random, ['word', 'a\\*b', "don't", 'É', 'x2']) : `${mark}a ${randomLine(random, inner, depth - 1)} z${mark}`);
  }
  return parts.join(' ');
}

/** Of every letter, by what it is emphasised. */
function parserMarks(text: string): string[] {
  const letters = Array.from({ length: text.length }, () => new Set<string>());
  for (const { type, from, to } of inlineMarks(text)) {
    letters.slice(from, to).forEach((letter) => letter.add(type));
  }
  return letters.map((letter) => [...letter].sort().join(' '));
}

describe('emphasis', () => {
  it('is shown where the parser reads it', async () => {
    const grammar = await loadGrammar();
    for (let seed = 1; seed <= 2000; seed++) {
      const text = `So ${randomLine(randomFrom(seed), MARKS, 3)}`;
      const wanted = parserMarks(text);
      for (const token of tokenizeLines(grammar, text)[0]?.tokens ?? []) {
        const shown = ['bold', 'italic', 'underline'].filter((mark) => token.scopes.includes(`markup.${mark}`)).join(' ');
        for (let at = token.from; at < token.from + token.text.length; at++) {
          if (/[^\s*_\\]/.test(text.charAt(at))) {
            assert.equal(shown, wanted[at], `seed ${seed}, at ${at} of ${text}`);
          }
        }
      }
    }
  });

  it('is none where a mark stands beside a space or finds no partner', async () => {
    const grammar = await loadGrammar();
    for (const text of ['So * a * b', 'So **b ***cd', 'So *a', 'So a*', 'So _ a_', 'So \\*a\\*', 'So 2 * 3 * 4']) {
      const emphasised = (tokenizeLines(grammar, text)[0]?.tokens ?? []).filter((token) => token.scopes.some((scope) => /^markup\.(bold|italic|underline)$/.test(scope)));
      assert.deepEqual(emphasised, [], text);
      assert.deepEqual(inlineMarks(text), [], text);
    }
  });
});
