import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { textOf, type Script } from '../../../../src/core/fountain/script';
import { elementsOf } from '../../../../src/core/script/elements';
import { endIndex, wholeSpans } from '../../../../src/core/script/nestOutline';
import { dropPlace, stepPlace } from '../../../../src/core/script/movePlace';
import { moveItems } from '../../../../src/core/script/moveScene';
import { outlineOf } from '../../../../src/core/script/outline';
import { signatureOf } from '../../../../src/core/script/signatures';

const names = (script: Script): string[] => outlineOf(script).map(({ item }) => (item.kind === 'scene' ? item.heading : `${'#'.repeat(item.depth)} ${item.text}`));
const said = (script: Script): string[] => [...elementsOf(script)].map(({ element }) => signatureOf(element));

function moved(text: string, items: number[], before: number): string {
  const result = moveItems(parse(text), items, before);
  assert.ok(result.ok, 'the move is refused');
  return applyEdits(text, result.edits);
}

describe('moveItems', () => {
  const three = 'Title: T\n\nFADE IN:\n\nINT. A\n\nOne.\n\nINT. B\n\nTwo.\n\nINT. C\n\nThree.';

  it('moves a scene down, up and to the end, the end of the file kept as it was', () => {
    assert.equal(moved(three, [0], 2), 'Title: T\n\nFADE IN:\n\nINT. B\n\nTwo.\n\nINT. A\n\nOne.\n\nINT. C\n\nThree.');
    assert.equal(moved(three, [1], 0), 'Title: T\n\nFADE IN:\n\nINT. B\n\nTwo.\n\nINT. A\n\nOne.\n\nINT. C\n\nThree.');
    assert.equal(moved(three, [0], 3), 'Title: T\n\nFADE IN:\n\nINT. B\n\nTwo.\n\nINT. C\n\nThree.\n\nINT. A\n\nOne.');
    assert.equal(moved(three, [2], 0), 'Title: T\n\nFADE IN:\n\nINT. C\n\nThree.\n\nINT. A\n\nOne.\n\nINT. B\n\nTwo.');
  });

  it('keeps CRLF, also where it has to add a line', () => {
    const crlf = '# Act\r\nINT. A\r\n\r\nOne.\r\n\r\nINT. B\r\n\r\nTwo.';
    assert.equal(moved(crlf, [1], 3), '# Act\r\nINT. B\r\n\r\nTwo.\r\n\r\nINT. A\r\n\r\nOne.');
    assert.equal(moved(crlf, [2], 0), 'INT. B\r\n\r\nTwo.\r\n\r\n# Act\r\nINT. A\r\n\r\nOne.');
  });

  it('adds a blank line where a section stood directly above or below', () => {
    const tight = 'INT. A\n\nOne.\n# Two\nINT. B\n\nMARA\nHi.\n\nINT. C\n\nThree.';
    assert.equal(moved(tight, [0], 3), '# Two\nINT. B\n\nMARA\nHi.\n\nINT. A\n\nOne.\n\nINT. C\n\nThree.');
  });

  it('moves a section with all that is in it', () => {
    const acts = '# One\n\nINT. A\n\nOne.\n\n## Deep\n\nINT. B\n\nTwo.\n\n# Two\n\nINT. C\n\nThree.\n';
    assert.equal(moved(acts, [0], 6), '# Two\n\nINT. C\n\nThree.\n\n# One\n\nINT. A\n\nOne.\n\n## Deep\n\nINT. B\n\nTwo.\n');
  });

  it('moves several at once in their order, and what is inside another only once', () => {
    const result = parse(moved(three, [2, 0], 2));
    assert.deepEqual(names(result), ['INT. B', 'INT. A', 'INT. C']);
    const acts = '# One\n\nINT. A\n\n# Two\n\nINT. B\n\n# Three\n\nINT. C\n';
    assert.deepEqual(names(parse(moved(acts, [3, 2], 0))), ['# Two', 'INT. B', '# One', 'INT. A', '# Three', 'INT. C']);
  });

  it('does nothing when all is in place', () => {
    for (const before of [0, 1]) {
      assert.deepEqual(moveItems(parse(three), [0], before), { ok: true, edits: [], offset: three.indexOf('INT. A') });
    }
  });

  it('makes two small edits, so that what is anchored between them stays', () => {
    const result = moveItems(parse(three), [0], 2);
    assert.ok(result.ok);
    assert.deepEqual(result.edits.map(({ removed, inserted }) => [removed, inserted.length]), [[0, 'INT. A\n\nOne.\n\n'.length], ['INT. A\n\nOne.\n\n'.length, 0]]);
  });

  it('refuses a move that would open or close a boneyard elsewhere', () => {
    const marks = 'INT. A\n\nends here */\n\nINT. B\n\nbegins /* here\n\nINT. C\n';
    assert.deepEqual(moveItems(parse(marks), [1], 0), { ok: false, reason: 'wouldChangeText' });
    assert.deepEqual(moveItems(parse(marks), [7], 0), { ok: false, reason: 'nowhere' });
    assert.deepEqual(moveItems(parse(marks), [0], 9), { ok: false, reason: 'nowhere' });
  });

  it('property: any move keeps every element, gives the order asked for, and can be taken back', () => {
    fc.assert(
      fc.property(scriptText, fc.nat(), fc.nat(), (text, first, second) => {
        const script = parse(text);
        const items = outlineOf(script);
        fc.pre(items.length > 1);
        const source = first % items.length;
        const end = endIndex(items, source);
        const place = second % (items.length + 1);
        fc.pre(place <= source || place >= end);
        const moving = items[source]?.item;
        const next = items[place]?.item;
        // Elsewhere a section would swallow what follows it: dropPlace and stepPlace never ask for that.
        fc.pre(moving?.kind === 'scene' || next === undefined || (next.kind === 'section' && moving !== undefined && next.depth <= moving.depth));
        const result = moveItems(script, [source], place);
        assert.ok(result.ok, 'no script of these parts has marks across scenes');
        const after = applyEdits(text, result.edits);
        const reread = parse(after);
        const indexes = items.map((_, index) => index);
        const block = indexes.slice(source, end);
        const rest = indexes.filter((index) => !block.includes(index));
        const order = [...rest.filter((index) => index < place), ...block, ...rest.filter((index) => index >= place)];
        assert.deepEqual(names(reread), order.map((index) => names(script)[index]));
        const head = said(script).length - items.reduce((sum, _, index) => sum + own(script, index).length, 0);
        assert.deepEqual(said(reread), [...said(script).slice(0, head), ...order.flatMap((index) => own(script, index))]);
        assert.ok(result.offset >= 0 && after.slice(result.offset).trimStart().length > 0);
        // And back: what was one stretch is one stretch again, before what followed it.
        const at = order.indexOf(source);
        const back = moveItems(reread, block.map((_, index) => at + index), place > source ? source : end);
        assert.ok(back.ok);
        const restored = applyEdits(after, back.edits);
        assert.deepEqual(said(parse(restored)), said(script));
        if (after.length === text.length) {
          assert.equal(restored, text);
        }
      }),
      { numRuns: 2000 },
    );
  }).timeout(60_000);
});

/** What the elements of one item say, those of items inside it left out. */
function own(script: Script, index: number): string[] {
  const spans = wholeSpans(script);
  const from = spans[index]?.from ?? 0;
  const to = spans[index + 1]?.from ?? script.length + 1;
  return [...elementsOf(script)].filter((placed) => placed.from >= from && placed.from < to).map(({ element }) => signatureOf(element));
}

const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');
const body = fc.constantFrom('Action.', 'A capital line.\nCUT TO: ', 'MARA\nHello.\n(beat)\nBye.  ', 'DEV ^\nYes.\n  ', '= what happens', '[[a note]]', '/* gone\n\nINT. HIDDEN\n\n*/', 'CUT TO:', '> centred <', '~la la', 'open [[ note', 'Words ]]', 'MARA\nsaid\n  \nmore', '===', '@李\n你好');
const heading = fc.constantFrom('INT. A - DAY', 'EXT. B', '  I/E. C #4#', '.FORCED', '# Act', '## Sequence', '### Beat', '# Act\n= synopsis');
const gap = fc.constantFrom('\n\n', '\n\n', '\n\n\n', '\n \n', '\n  \n\n');
const scriptText = fc
  .tuple(
    lineEnd,
    fc.constantFrom('', 'Title: A film\nAuthor: Me\n\n', '\n\n', 'FADE IN:\n\n', '\ufeff'),
    fc.array(fc.tuple(heading, gap, fc.array(fc.tuple(body, gap), { maxLength: 3 })), { minLength: 2, maxLength: 7 }),
    fc.constantFrom('', '\n', '\n\n', '  '),
    fc.boolean(),
  )
  .map(([eol, head, scenes, tail, tight]) => {
    const text = scenes.map(([name, space, parts]) => (tight && name.startsWith('#') ? `${name}\n` : name + space) + parts.map(([words, after]) => words + after).join(''));
    return (head + text.join('')).replace(/[ \r\n]+$/, '').concat(tail).replace(/\n/g, eol);
  });

describe('dropPlace and stepPlace', () => {
  const script = parse('INT. LOOSE\n\n# One\n\nINT. A\n\n## Deep\n\nINT. B\n\n# Two\n\nINT. C\n\nINT. D\n');
  const items = outlineOf(script);
  const at = (name: string): number => names(script).indexOf(name);
  const drop = (source: string, target: string): string[] | undefined => {
    const place = dropPlace(items, at(source), target === '' ? -1 : at(target));
    if (place === undefined) {
      return undefined;
    }
    const result = moveItems(script, [at(source)], place);
    assert.ok(result.ok);
    return names(parse(applyEdits(textOf(script), result.edits)));
  };

  it('gives a scene the place of the one it is dropped on', () => {
    assert.deepEqual(drop('INT. C', 'INT. D'), ['INT. LOOSE', '# One', 'INT. A', '## Deep', 'INT. B', '# Two', 'INT. D', 'INT. C']);
    assert.deepEqual(drop('INT. D', 'INT. A'), ['INT. LOOSE', '# One', 'INT. D', 'INT. A', '## Deep', 'INT. B', '# Two', 'INT. C']);
  });

  it('puts a scene dropped on a section behind that section’s own scenes, and on nothing at the end', () => {
    assert.deepEqual(drop('INT. D', '# One'), ['INT. LOOSE', '# One', 'INT. A', 'INT. D', '## Deep', 'INT. B', '# Two', 'INT. C']);
    assert.deepEqual(drop('INT. A', ''), ['INT. LOOSE', '# One', '## Deep', 'INT. B', '# Two', 'INT. C', 'INT. D', 'INT. A']);
  });

  it('moves sections beside their equals and never lets one swallow scenes', () => {
    assert.deepEqual(drop('# Two', 'INT. B'), ['INT. LOOSE', '# Two', 'INT. C', 'INT. D', '# One', 'INT. A', '## Deep', 'INT. B']);
    assert.deepEqual(drop('# One', 'INT. C'), ['INT. LOOSE', '# Two', 'INT. C', 'INT. D', '# One', 'INT. A', '## Deep', 'INT. B']);
    assert.deepEqual(drop('## Deep', 'INT. C'), ['INT. LOOSE', '# One', 'INT. A', '# Two', 'INT. C', 'INT. D', '## Deep', 'INT. B']);
    assert.equal(drop('# One', 'INT. B'), undefined);
    assert.equal(drop('INT. A', 'INT. A'), undefined);
  });

  it('steps through the list, out of a section and into the next, and stops at the ends', () => {
    assert.equal(stepPlace(items, at('INT. LOOSE'), 'up'), undefined);
    assert.equal(stepPlace(items, at('INT. LOOSE'), 'down'), 2);
    assert.equal(stepPlace(items, at('INT. C'), 'up'), at('# Two'));
    assert.equal(stepPlace(items, at('INT. D'), 'down'), undefined);
    assert.equal(stepPlace(items, at('# One'), 'down'), items.length);
    assert.equal(stepPlace(items, at('# One'), 'up'), undefined);
    assert.equal(stepPlace(items, at('# Two'), 'up'), at('# One'));
    assert.equal(stepPlace(items, at('## Deep'), 'down'), items.length);
  });
});
