// fountain-js as an oracle where the two must agree, and as the renderer of inline marks.
import assert from 'node:assert/strict';
import { Fountain } from 'fountain-js';
import { inlineHtmlOf } from '../../../../src/core/fountain/inlineHtml';
import { parse } from '../../../../src/core/fountain/parse';
import { elementsOf } from '../../../../src/core/script/elements';
import { featureScript } from '../../../support/randomScript';

// Tokens without a line of their own in the script, and the title page, which fountain-js takes apart by key.
const SKIPPED = new Set(['dialogue_begin', 'dialogue_end', 'dual_dialogue_begin', 'dual_dialogue_end', 'spaces', 'line_break', 'title', 'credit', 'author']);
const NAMES: Readonly<Record<string, string>> = { sceneHeading: 'scene_heading' };

function html(text: string): string[] {
  return parse(text).chunks.flatMap((chunk) => chunk.blocks.flatMap((block) => inlineHtmlOf(block)));
}

describe('fountain-js', () => {
  it('reads a well-formed feature as we do, element by element', () => {
    const text = featureScript(60);
    const theirs = new Fountain().parse(text, true).tokens.filter(({ type }) => !SKIPPED.has(type));
    const ours = [...elementsOf(parse(text))].filter(({ element }) => element.kind !== 'titlePage');
    assert.ok(ours.length > 400);
    assert.deepEqual(
      ours.map(({ element }) => NAMES[element.kind] ?? element.kind),
      theirs.map(({ type }) => type),
    );
  });

  it('renders emphasis, and nothing of a hostile text', () => {
    assert.deepEqual(html('He is *very* **tall**.'), ['He is <span class="italic">very</span> <span class="bold">tall</span>.']);
    assert.deepEqual(html('<img src=x onerror="alert(1)"> *&* [[<b>]]'), ['&lt;img src=x onerror=&quot;alert(1)&quot;&gt; <span class="italic">&amp;</span>']);
  });

  it('is kept from lines that would hold it up', () => {
    const line = '*a '.repeat(100_000);
    assert.equal(html(line)[0]?.length, line.length);
  });

  it('renders a block once', () => {
    const block = parse('*a*').chunks[0]?.blocks[0];
    assert.ok(block);
    assert.equal(inlineHtmlOf(block), inlineHtmlOf(block));
  });
});
