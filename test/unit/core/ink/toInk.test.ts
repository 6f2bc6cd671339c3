// Ink stories: compiled by ink's own compiler for JavaScript and played to every end, each text printed exactly.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import type { Script } from '../../../../src/core/fountain/script';
import { escapeInk } from '../../../../src/core/ink/escapeInk';
import { onOneLine, printedLines } from '../../../../src/core/ink/printedLines';
import { toInk } from '../../../../src/core/ink/toInk';
import { scopeOf } from '../../../../src/core/scenarios/place';
import type { DevelopedScene, Scenario, Scope } from '../../../../src/core/scenarios/scenario';
import { scenesOf } from '../../../../src/core/script/outline';
import { SAMPLE } from '../suggest/sampleScript';
import { playAll } from './playInk';

const HOSTILE = ['* star', '+ plus', '- gather', '-> END', '<- thread', '->-> back', '= stitch', '=== knot ===', '~ x = 1', '{x}', '{a|b}', '| bar', '# tag', 'a # tag', '// comment', 'http://x.y/z', 'a /* b */ c', '<>', 'a <> b', '\\', '\\n', 'TODO: x', 'todo : y', 'INCLUDE x.ink', 'VAR x = 1', 'CONST y', 'LIST z = a', 'EXTERNAL f()', '(label) x', '* [a] b', '[b]', 'a]b[c', '"quoted"', '~~', '{~a|b}', '{&a}', '-', '--', '->', '- ->', '>', '<', '!', '!!', '.', '...', '&', '$', '%', '@x', '^', '`x`', '{', '}', '|', '#', 'a-->b', '<->', '/', '///', '/*', '*/', '/**/', 'END', 'DONE', 'else:', 'x: -> y', '你好 -> END', '🎬 # x', 'function f', 'ref x', 'not a', 'temp', 'return', '\u00a0x\u2028y'];

function texts(script: Script, from?: number, to?: number): string[] {
  const span = from === undefined ? undefined : { from, to: to ?? script.length };
  return printedLines(script, span).map(({ text, cue }) => (cue === undefined ? text : `${cue}: ${text}`));
}

function scenarioOn(script: Script, first: number, last: number, more: Partial<Scenario> = {}, kind: Scope['kind'] = 'range'): Scenario {
  const scenes = scenesOf(script);
  const scope = scopeOf(script, { from: scenes[first]?.from ?? 0, to: Math.max(0, (scenes[last]?.to ?? 1) - 1) }, kind);
  return { version: 1, id: `${first}-${last}`, round: 'r', scope, title: 'Another way', logline: '', turn: 'turns', beats: ['One thing.', 'Then another.'], consequences: [], fate: 'kept', createdAt: '2026-01-01T00:00:00Z', ...more };
}

describe('escapeInk', function () {
  this.timeout(60_000);

  it('prints any text exactly, on a line and in a choice', () => {
    const lines = HOSTILE.map((text) => text.replace(/[\u00a0\u2028]/g, ' ').trim());
    const source = [...lines.map(escapeInk), ...lines.map((text) => `+ [${escapeInk(text)}]\n  -> END`)].join('\n');
    const played = playAll(source, 100);
    assert.deepEqual(played[0]?.lines, lines);
    assert.deepEqual(played.map(({ chosen }) => chosen[0]), lines);
  });

  it('prints any text at all exactly', () => {
    const scrap = fc.oneof(fc.constantFrom(...HOSTILE, ' ', ':', 'VAR'), fc.string({ unit: 'binary', maxLength: 6 }));
    const line = fc.array(scrap, { minLength: 1, maxLength: 6 }).map((parts) => onOneLine(parts.join(''))).filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const played = playAll(`${lines.map(escapeInk).join('\n')}\n+ [${escapeInk(lines[0] ?? '')}]\n  -> END`);
        assert.deepEqual(played, [{ chosen: [lines[0]], lines }]);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe('printedLines', () => {
  it('is what prints: headings, action, speeches with their cues; nothing private', () => {
    const script = parse('Title: T\n\nINT. A - DAY #1#\n\n= told\n\n*Bold* [[note]] action\non two lines.\n\nMARA (V.O.)\n(low)\nGo.\nNow.\n\n> CUT TO:\n\n> THE END <\n\n/* out */\n\n~la la\n');
    assert.deepEqual(printedLines(script), [
      { kind: 'heading', text: 'INT. A - DAY' },
      { kind: 'action', text: 'Bold action on two lines.' },
      { kind: 'speech', text: '(low) Go. Now.', cue: 'MARA (V.O.)' },
      { kind: 'transition', text: 'CUT TO:' },
      { kind: 'action', text: 'THE END' },
      { kind: 'action', text: 'la la' },
    ]);
  });
});

describe('toInk', function () {
  this.timeout(120_000);
  const sample = parse(SAMPLE);
  const scenes = scenesOf(sample);

  it('prints the script where there is no scenario', () => {
    const { text, left } = toInk(sample, []);
    assert.deepEqual(playAll(text), [{ chosen: [], lines: texts(sample) }]);
    assert.deepEqual(left, []);
    assert.match(text, /^# title: The Keeper's Boat\n# author: A\. Nonymous\n/);
    assert.ok(!text.includes('PRIVATE') && !text.includes('Private Road'));
  });

  it('parts where a scenario does, and joins the script behind it', () => {
    const { text } = toInk(sample, [scenarioOn(sample, 1, 2, { logline: 'He rows # away.' })], { ownWay: 'Wie im Buch' });
    const played = playAll(text);
    assert.deepEqual(played.map(({ chosen }) => chosen), [['Wie im Buch'], ['Another way: He rows # away.']]);
    assert.deepEqual(played[0]?.lines, texts(sample));
    assert.deepEqual(played[1]?.lines, [...texts(sample, 0, scenes[1]?.from), 'One thing.', 'Then another.', ...texts(sample, scenes[3]?.from)]);
  });

  it('writes developed scenes out, kept ones among them, and those still to be written as their beats', () => {
    const plan: DevelopedScene[] = [
      { fate: 'keep', scene: 'EXT. HARBOUR - DAY', sceneNumber: '2', heading: 'EXT. HARBOUR - DAY', beat: '' },
      { fate: 'new', heading: 'INT. BOAT - NIGHT', beat: 'Hides.', text: 'INT. BOAT - NIGHT\n\nHENRIK\n-> END\n' },
      { fate: 'new', heading: 'EXT. SEA', beat: 'Nothing to be seen.' },
      { fate: 'change', scene: 'EXT. PIER - LATER', sceneNumber: '3', heading: 'EXT. PIER - LATER', beat: 'The crate is empty.' },
    ];
    const played = playAll(toInk(sample, [scenarioOn(sample, 1, 2, { scenes: plan })]).text);
    assert.deepEqual(played[1]?.lines, [
      ...texts(sample, 0, scenes[2]?.from),
      'INT. BOAT - NIGHT', 'HENRIK: -> END', 'EXT. SEA', 'Nothing to be seen.', 'EXT. PIER - LATER', 'The crate is empty.',
      ...texts(sample, scenes[3]?.from),
    ]);
  });

  it('lets ways part at several places, one inside another, and to the end; drops what has no place', () => {
    const all = [scenarioOn(sample, 0, 0), scenarioOn(sample, 1, 3, { title: 'Long' }), scenarioOn(sample, 2, 2, { title: 'Inner' }), scenarioOn(sample, 1, 1, { title: 'End', beats: [] }, 'toEnd'), { ...scenarioOn(sample, 1, 1), id: 'gone', scope: { kind: 'scene' as const, from: 'INT. NOWHERE', to: 'INT. NOWHERE', hash: '' } }];
    const { text, left } = toInk(sample, all);
    assert.deepEqual(left, ['gone']);
    const played = playAll(text);
    assert.deepEqual(played.map(({ chosen }) => chosen.slice(1)).slice(0, 4), [['As in the script', 'As in the script'], ['As in the script', 'Inner'], ['Long'], ['End']]);
    assert.equal(played.length, 8);
    assert.deepEqual(played[3]?.lines, texts(sample, 0, scenes[1]?.from));
  });

  it('prints what stands between scenes once, on every way', () => {
    const script = parse('FADE IN:\n\nINT. A - DAY\n\nOne.\n\n# Act two\n\nA word before it.\n\nINT. B - DAY\n\nTwo.\n\n## Part\n\nBetween.\n\nINT. C - DAY\n\nThree.\n\n# End\n\nFADE OUT.\n');
    const plan: DevelopedScene[] = [{ fate: 'change', scene: 'INT. B - DAY', heading: 'INT. B - DAY', beat: '', text: 'Other.' }, { fate: 'drop', scene: 'INT. C - DAY', heading: 'INT. C - DAY', beat: '' }, { fate: 'new', heading: 'INT. D - DAY', beat: '', text: 'New.' }];
    const played = playAll(toInk(script, [scenarioOn(script, 1, 2, { scenes: plan }), { ...scenarioOn(script, 1, 2), scope: scopeOf(script, { from: scenesOf(script)[1]?.from ?? 0, to: scenesOf(script)[1]?.from ?? 0 }, 'section') }]).text);
    const [first, last] = [['FADE IN:', 'INT. A - DAY', 'One.', 'A word before it.'], ['FADE OUT.']];
    assert.deepEqual(played.map(({ lines }) => lines), [
      [...first, 'INT. B - DAY', 'Two.', 'Between.', 'INT. C - DAY', 'Three.', ...last],
      [...first, 'INT. B - DAY', 'Other.', 'Between.', 'INT. D - DAY', 'New.', ...last],
      [...first, 'One thing.', 'Then another.', ...last],
    ]);
  });

  it('plays every fixture, and scripts made of ink', () => {
    const fixtures = readdirSync('test/fixtures').filter((name) => name.endsWith('.fountain')).map((name) => readFileSync(`test/fixtures/${name}`, 'utf8'));
    const made = HOSTILE.map((text, at) => `INT. ${text} ${at}\n\n!${text}\n\n@${text}\n${text}\n`).join('\n');
    assert.deepEqual(toInk(parse(''), [scenarioOn(parse(''), 0, 0)]).left, ['0-0'], 'there is no place in an empty script');
    for (const source of [...fixtures, made, 'Only action.', '/* unclosed', HOSTILE.join('\n\n')]) {
      const script = parse(source);
      const count = scenesOf(script).length;
      const titles = HOSTILE.slice(0, 3).map((title, at) => scenarioOn(script, Math.min(at, Math.max(0, count - 1)), count - 1, { id: String(at), title, beats: HOSTILE.slice(at, at + 5) }));
      assert.deepEqual(playAll(toInk(script, []).text)[0]?.lines ?? [], texts(script));
      const played = playAll(toInk(script, titles).text, 8);
      assert.deepEqual(played[0]?.lines, texts(script));
      assert.ok(played.length >= 2);
    }
  });

  it('prints exactly what stands in scripts of any kind, whatever the ways', () => {
    const piece = fc.constantFrom('INT. A - DAY\n\n', 'INT. A - DAY\n\n', '.-> END\n\n', 'EXT. {B} #2#\n\n', 'Text.\n\n', 'TODO: x\n\n', 'VAR\nGo * now.\n\n', '# Act\n\n', '= -> told\n\n', '~ la\n\n', '> CUT TO:\n\n', 'http://a // b\n\n', '[[note]] a\\b |\n\n', '@TODO\nx <> y\n\n', '/* out */\n\n');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.boolean()), { maxLength: 3 }), (pieces, ways) => {
        const script = parse(pieces.join(''));
        const most = Math.max(0, scenesOf(script).length - 1);
        const all = ways.map(([a, b, developed], at) => scenarioOn(script, Math.min(a, most), Math.min(Math.max(a, b), most), { id: String(at), title: `-> ${at}`, ...(developed && { scenes: [{ fate: 'new' as const, heading: 'INT. C', beat: '* x', text: 'INT. C\n\n{x}' }] }) }));
        const played = playAll(toInk(script, all).text, 12);
        assert.deepEqual(played[0]?.lines, texts(script));
        assert.ok(played.length > (all.length > 0 ? 1 : 0));
        for (const { chosen, lines } of played.slice(1)) {
          const own = lines.filter((line) => line === 'One thing.' || line === '{x}').length;
          assert.equal(own, chosen.filter((option) => option !== 'As in the script').length);
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('plays a feature', function () {
    const file = '../shared/data/big-fish/big-fish.fountain';
    if (!existsSync(file)) {
      this.skip();
    }
    const script = parse(readFileSync(file, 'utf8'));
    const played = playAll(toInk(script, [scenarioOn(script, 20, 25)]).text);
    assert.deepEqual(played[0]?.lines, texts(script));
    assert.equal(played.length, 2);
  });
});
