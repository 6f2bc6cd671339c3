// Scenarios as text: what is kept is the script's own bytes, and the result has the planned scenes.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { assemble } from '../../../../src/core/scenarios/assemble';
import { scopeOf } from '../../../../src/core/scenarios/place';
import type { DevelopedScene, Scope } from '../../../../src/core/scenarios/scenario';
import { plannedHeading, writtenScene } from '../../../../src/core/scenarios/writtenScene';
import { scenesOf } from '../../../../src/core/script/outline';

const SCRIPT = `Title: The Boat

FADE IN:

INT. KITCHEN - NIGHT #1#

Mara waits.

EXT. HARBOUR - DAY #2#

Henrik mends.

# Act two

= It turns.

EXT. PIER - LATER #3#

A crate.

INT. KITCHEN - NIGHT #4#

Dawn.
`;

const headings = (text: string): string[] => scenesOf(parse(text)).map(({ item }) => item.heading);

function scopeFrom(text: string, from: string, to: string, kind: Scope['kind'] = 'range'): Scope {
  return scopeOf(parse(text), { from: text.indexOf(from), to: text.indexOf(to) + 1 }, kind);
}

function put(text: string, scope: Scope, scenes: readonly DevelopedScene[]): string {
  const made = assemble(parse(text), { scope, scenes });
  assert.ok(made);
  assert.equal(made.whole.slice(made.place.from, made.place.from + made.scope.length), made.scope);
  for (const { span, fate, plan } of made.pieces) {
    const line = plan === undefined ? undefined : scenes[plan];
    if (fate !== 'drop' && line) {
      assert.equal(headings(`\n${made.whole.slice(span.from, span.to)}`)[0], line.heading);
    }
  }
  return made.whole;
}

describe('assemble', function () {
  this.timeout(60_000); // a busy machine is no failure

  const scope = scopeFrom(SCRIPT, 'EXT. HARBOUR', 'EXT. PIER');
  const keep: DevelopedScene = { fate: 'keep', scene: 'EXT. HARBOUR - DAY', sceneNumber: '2', heading: 'EXT. HARBOUR - DAY', beat: '' };
  const drop: DevelopedScene = { fate: 'drop', scene: 'EXT. PIER - LATER', sceneNumber: '3', heading: 'EXT. PIER - LATER', beat: '' };

  it('gives the script back to the byte when everything is kept', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = SCRIPT.replaceAll('\n', end);
      assert.equal(put(text, scopeFrom(text, 'EXT. HARBOUR', 'EXT. PIER'), [keep, { ...drop, fate: 'keep' }]), text);
      assert.equal(put(text, scopeFrom(text, 'EXT. HARBOUR', 'EXT. PIER'), []), text);
    }
  });

  it('changes, adds and drops scenes, and leaves what stands between and outside', () => {
    const whole = put(SCRIPT, scope, [
      { fate: 'new', heading: 'INT. BOAT - NIGHT', beat: 'He hides.', text: 'INT. BOAT - NIGHT\n\nHenrik hides.\n' },
      { ...keep, fate: 'change', text: 'EXT. HARBOUR - DAY\n\nHenrik burns the net.\n\nHENRIK\nDone.' },
      drop,
    ]);
    assert.equal(
      whole,
      SCRIPT.replace('EXT. HARBOUR - DAY #2#\n\nHenrik mends.', 'INT. BOAT - NIGHT\n\nHenrik hides.\n\nEXT. HARBOUR - DAY #2#\n\nHenrik burns the net.\n\nHENRIK\nDone.').replace('EXT. PIER - LATER #3#\n\nA crate.\n\n', ''),
    );
    assert.deepEqual(headings(whole), ['INT. KITCHEN - NIGHT', 'INT. BOAT - NIGHT', 'EXT. HARBOUR - DAY', 'INT. KITCHEN - NIGHT']);
  });

  it('shows what is still to be written: a change as the script has it, a new scene with its beat as synopsis', () => {
    const whole = put(SCRIPT, scope, [{ ...keep, fate: 'change' }, { fate: 'new', heading: 'INT. BOAT - NIGHT', beat: 'He\nhides.' }, { ...drop, fate: 'keep' }]);
    assert.equal(whole, SCRIPT.replace('Henrik mends.\n\n', 'Henrik mends.\n\nINT. BOAT - NIGHT\n\n= He hides.\n\n'));
  });

  it("keeps the script's line ends, and its end with or without one", () => {
    for (const tail of ['', '\r\n', '\r\n\r\n']) {
      const text = SCRIPT.trimEnd().replaceAll('\n', '\r\n') + tail;
      const end = scopeFrom(text, 'INT. KITCHEN - NIGHT #4#', 'INT. KITCHEN - NIGHT #4#', 'toEnd');
      const last: DevelopedScene = { fate: 'keep', scene: 'INT. KITCHEN - NIGHT', sceneNumber: '4', heading: 'INT. KITCHEN - NIGHT', beat: '' };
      const added = put(text, end, [last, { fate: 'new', heading: 'EXT. SEA - DAY', beat: '', text: 'EXT. SEA - DAY\n\nEmpty.' }]);
      assert.equal(added, `${text.trimEnd()}\r\n\r\nEXT. SEA - DAY\r\n\r\nEmpty.${tail}`);
      const changed = put(text, end, [{ ...last, fate: 'change', text: 'Nobody.\n' }]);
      assert.equal(changed, `${text.slice(0, text.lastIndexOf('Dawn.'))}Nobody.${tail}`);
    }
  });

  it('keeps scenes that were added to the scope since, and forgets those that are gone', () => {
    const later = SCRIPT.replace('Henrik mends.\n\n', 'Henrik mends.\n\nINT. SHED - DAY\n\nRope.\n\n').replace('EXT. PIER - LATER #3#\n\nA crate.\n\n', '');
    const made = assemble(parse(later), { scope: { ...scope, to: 'INT. KITCHEN - NIGHT', toNumber: '4' }, scenes: [keep, { ...drop, fate: 'change', text: 'EXT. PIER - LATER\n\nTwo crates.' }] });
    assert.deepEqual(headings(made?.whole ?? ''), ['INT. KITCHEN - NIGHT', 'EXT. HARBOUR - DAY', 'EXT. PIER - LATER', 'INT. SHED - DAY', 'INT. KITCHEN - NIGHT']);
  });

  it('has the planned headings in order, every other byte where it was, whatever was written', () => {
    const scraps = fc.constantFrom('Mara goes.', 'MARA\nNo.', '/*', '*/', '[[', ']]', '> CUT TO:', '~la', '*', '  ', '\r\n', '!x', 'TO:', '\u0000', '=== ', '(beat)', 'a'.repeat(300), '你好');
    const body = fc.array(scraps, { maxLength: 8 }).map((parts) => parts.join('\n\n'));
    const named = fc.constantFrom('INT. A - DAY', 'A FIELD', 'i/e car', '12', 'EXT. [[x]] SEA #3#', '** X **', '…', '', '海辺', 'INT. X\nINT. Y');
    const line = fc.record({ fate: fc.constantFrom<DevelopedScene['fate'][]>('keep', 'change', 'new', 'drop'), heading: named, text: fc.option(body, { nil: undefined }) });
    const outer = fc.array(fc.constantFrom('INT. ONE - DAY\n\nText.\n\n', 'EXT. TWO #2#\n\nText.\n\n', '# Act\n\n', '# Act\n', '/* out */\n\n', 'MARA\nGo.\n', '\n', '.FORCED\n\n= told\n\n', '/*\n\n'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(outer, fc.array(line, { maxLength: 6 }), fc.nat(), fc.constantFrom<Scope['kind'][]>('scene', 'range', 'toEnd', 'section'), fc.constantFrom('\n', '\r\n'), (pieces, lines, at, kind, end) => {
        const text = pieces.join('').replaceAll('\n', end);
        const script = parse(text);
        const from = at % (text.length + 1);
        const found = scopeOf(script, { from, to: Math.min(text.length, from + 60) }, kind);
        const own = assemble(script, { scope: found, scenes: [] });
        assert.equal(own?.whole, text);
        const inScope = own.pieces.map(({ scene }) => scenesOf(script)[scene ?? -1]?.item).filter((item) => item !== undefined);
        let next = 0;
        const plan = lines.map(({ fate, heading, text: written }): DevelopedScene => {
          const item = fate === 'new' ? undefined : inScope[next++];
          const planned = plannedHeading(item && fate === 'keep' ? item.heading : heading);
          const asked = { heading: item && fate !== 'change' ? item.heading : planned, beat: 'b', ...(written !== undefined && { text: written }) };
          return item ? { ...asked, fate, scene: item.heading, ...(item.number !== undefined && { sceneNumber: item.number }) } : { ...asked, fate: 'new', heading: planned };
        });
        const made = assemble(script, { scope: found, scenes: plan });
        assert.ok(made);
        assert.equal(made.whole.slice(0, made.place.from), text.slice(0, made.place.from));
        assert.ok(made.whole.endsWith(text.slice(made.place.to)));
        const before = scenesOf(script).filter((scene) => scene.to <= made.place.from).map(({ item }) => item.heading);
        const after = scenesOf(script).filter((scene) => scene.from >= made.place.to).map(({ item }) => item.heading);
        const inside = made.pieces.filter(({ fate }) => fate !== 'drop').map(({ plan: index, scene }) => {
          const own = scene === undefined ? undefined : scenesOf(script)[scene]?.item.heading;
          const asked = index === undefined ? undefined : plan[index];
          return asked && (asked.fate === 'new' || asked.text !== undefined) && asked.fate !== 'keep' ? asked.heading : own;
        });
        if (!text.includes('/*' + end)) {
          assert.deepEqual(headings(made.whole), [...before, ...inside, ...after]);
        }
        assert.ok(!/(?<!\r)\n/.test(made.whole) || end === '\n', 'line ends');
      }),
      { numRuns: 600, seed: 1 },
    );
  });
});

describe('writtenScene', () => {
  const planned: DevelopedScene = { fate: 'new', heading: 'INT. BOAT - NIGHT', beat: '' };

  it('takes the planned heading, whatever the answer begins with', () => {
    assert.equal(writtenScene(planned, '\n\nEXT. SHIP - DAY\n\nFog.\n\n').text, 'INT. BOAT - NIGHT\n\nFog.');
    assert.equal(writtenScene(planned, 'Fog.').text, 'INT. BOAT - NIGHT\n\nFog.');
    assert.equal(writtenScene({ ...planned, fate: 'change', sceneNumber: '7A' }, 'INT. BOAT\n\nFog.').text, 'INT. BOAT - NIGHT #7A#\n\nFog.');
    assert.equal(writtenScene({ ...planned, heading: 'A FIELD' }, 'Fog.').text, '.A FIELD\n\nFog.');
  });

  it('tells what is off', () => {
    assert.deepEqual(writtenScene(planned, '').problems, ['empty']);
    assert.deepEqual(writtenScene(planned, 'A.\n\nINT. B - DAY\n\nC.').problems, ['headings']);
    assert.deepEqual(writtenScene(planned, 'A.\n\n# Two\n\nC /* d').problems, ['sections', 'unclosed']);
    assert.deepEqual(writtenScene(planned, 'Fog. [[kept]]').problems, []);
  });
});
