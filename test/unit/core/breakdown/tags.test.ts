// Tags: put on words, found again wherever these move, told as lost where they change, never dropped.
import assert from 'node:assert/strict';
import { breakdownOf } from '../../../../src/core/breakdown/breakdownOf';
import type { BreakdownScene } from '../../../../src/core/breakdown/breakdown';
import { setScene } from '../../../../src/core/breakdown/elementEdits';
import { letGo, reattach } from '../../../../src/core/breakdown/reattach';
import { suggestionsOf } from '../../../../src/core/breakdown/suggestions';
import { acceptSuggestion, allowSuggestion, isUnused, putBack, putIn, refuseEverywhere, refuseSuggestion, removeTag, tagSelection, takeOut } from '../../../../src/core/breakdown/tags';
import { applyEdit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE, type Layout } from '../../../../src/core/page/page';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import { readProduction, serialiseProduction } from '../../../../src/core/production/file';
import type { Production } from '../../../../src/core/production/production';
import { settle } from '../../../../src/core/production/settle';
import { featureScript, randomEdit, randomFrom } from '../../../support/randomScript';

const layout = (text: string): Layout => layoutOf(parse(text), STANDARD_PAGE);

function ids(): () => string {
  let next = 0;
  return () => `id${next++}`;
}

const SCRIPT = `INT. GARAGE - DAY

A red truck stands over the pit. MARA crawls out from under it, a wrench in her hand.

MARA
The truck is done. [[the truck was a van once]]

She throws the wrench at the truck.

EXT. LAKE - NIGHT

Jon waits in a boat.

JON
Where is Mara?
`;

interface Set {
  readonly text: string;
  readonly production: Production;
  readonly newId: () => string;
}

function start(text = SCRIPT): Set {
  const newId = ids();
  return { text, newId, production: settle(emptyProduction(), layout(text), newId) };
}

/** Tags the nth place of some words. */
function tag({ text, production, newId }: Set, words: string, category = 'props', nth = 0): Production {
  let from = text.indexOf(words);
  for (let at = 0; at < nth; at++) {
    from = text.indexOf(words, from + 1);
  }
  return tagSelection(production, layout(text), { from, to: from + words.length }, { category }, newId);
}

const scenes = (text: string, production: Production): readonly BreakdownScene[] => breakdownOf(layout(text), production).scenes;

/** Where an element's words stand, as the text around them. */
function places(text: string, production: Production, name: string, scene = 0): string[] {
  const element = scenes(text, production)[scene]?.elements.find((each) => each.name === name);
  return [...(element?.spans.map(({ from, to }) => `${text.slice(Math.max(0, from - 4), from)}[${text.slice(from, to)}]`) ?? []), ...(element?.lost?.map(({ words }) => `lost ${words}`) ?? [])];
}

describe('tags', () => {
  it('stand on a stretch of thousands of words, and are told as lost when its end changes', () => {
    const long = Array.from({ length: 6000 }, (_, index) => `word${index}`).join(' ');
    const text = `INT. HALL - DAY\n\n${long}\n`;
    const set = start(text);
    const production = tag(set, long);
    const [element] = scenes(text, production)[0]?.elements.filter(({ from }) => from === 'hand') ?? [];
    assert.ok(element);
    assert.deepEqual(element.spans.map(({ from, to }) => to - from), [long.length]);
    const changed = scenes(text.replace('word5999', 'other'), production)[0]?.elements.find(({ id }) => id === element.id);
    assert.ok(changed);
    assert.deepEqual(changed.spans, []);
    assert.equal(changed.lost?.length, 1);
  });

  it('stand on the words that were chosen, and not on equal ones', () => {
    const set = start();
    const tagged = tag(set, 'truck', 'vehicles', 3);
    assert.deepEqual(places(SCRIPT, tagged, 'truck'), ['the [truck]']);
    const other = tag(set, 'truck', 'vehicles');
    assert.deepEqual(places(SCRIPT, other, 'truck'), ['red [truck]']);
  });

  it('follow their words through the scene, and with it', () => {
    const set = start();
    const tagged = tag(set, 'wrench', 'props', 1);
    assert.deepEqual(places(SCRIPT, tagged, 'wrench'), ['the [wrench]']);
    const turned = SCRIPT.replace('She throws the wrench at the truck.\n\n', '').replace('A red truck', 'She throws the wrench at the truck.\n\nA red truck');
    assert.deepEqual(places(turned, tagged, 'wrench'), ['the [wrench]']);
    const garage = SCRIPT.slice(0, SCRIPT.indexOf('EXT.'));
    const swapped = `${SCRIPT.slice(garage.length)}\n${garage}`;
    assert.deepEqual(places(swapped, tagged, 'wrench', 1), ['the [wrench]']);
    // Wrapped anew and in another case they are the same words.
    assert.deepEqual(places(SCRIPT.replace('throws the wrench at', 'throws the WRENCH\nat'), tag(set, 'throws the wrench', 'stunts'), 'throws the wrench'), ['She [throws the WRENCH]']);
  });

  it('are told as lost where their words are changed, or put into a boneyard, and stand again when these come back', () => {
    const set = start();
    const tagged = tag(set, 'boat', 'vehicles');
    for (const gone of [SCRIPT.replace('a boat', 'a canoe'), SCRIPT.replace('Jon waits in a boat.', '/* Jon waits in a boat. */'), SCRIPT.replace('boat', 'boathouse')]) {
      const settled = settle(tagged, layout(gone), set.newId);
      assert.deepEqual(places(gone, settled, 'boat', 1), ['lost boat']);
      assert.deepEqual(places(SCRIPT, settle(settled, layout(SCRIPT), set.newId), 'boat', 1), ['in a [boat]'].map((place) => place.slice(1)));
    }
  });

  it('never stand on notes, nor on nothing', () => {
    const set = start();
    const note = SCRIPT.indexOf('[[the truck');
    assert.equal(tagSelection(set.production, layout(SCRIPT), { from: note, to: note + 28 }, { category: 'props' }, set.newId), set.production);
    const blank = SCRIPT.indexOf('\n\nA red');
    assert.equal(tagSelection(set.production, layout(SCRIPT), { from: blank, to: blank + 2 }, { category: 'props' }, set.newId), set.production);
    assert.equal(tagSelection(set.production, layout(`FADE IN:\n\n${SCRIPT}`), { from: 0, to: 4 }, { category: 'props' }, set.newId), set.production);
    assert.equal(tagSelection(set.production, layout(SCRIPT), { from: 25, to: 30 }, { element: 'nobody' }, set.newId), set.production);
  });

  it('of one thing in two places keep both apart', () => {
    const set = start();
    const once = tag(set, 'truck', 'vehicles');
    const twice = tag({ ...set, production: once }, 'truck', 'vehicles', 3);
    assert.equal(Object.values(twice.elements).filter(({ category }) => category === 'vehicles').length, 1);
    assert.deepEqual(places(SCRIPT, twice, 'truck'), ['red [truck]', 'the [truck]']);
    assert.equal(tag({ ...set, production: twice }, 'truck', 'vehicles', 3), twice);
    assert.deepEqual(places(SCRIPT.replace('A red truck', 'A red car'), twice, 'truck'), ['the [truck]', 'lost truck']);
    const scene = scenes(SCRIPT, twice)[0]?.id ?? '';
    const element = Object.keys(twice.elements).find((id) => twice.elements[id]?.name === 'truck') ?? '';
    assert.deepEqual(places(SCRIPT, removeTag(twice, scene, element, 0), 'truck'), ['the [truck]']);
    assert.deepEqual(removeTag(twice, scene, element).scenes, set.production.scenes);
  });

  it('put cast in and take them out', () => {
    const { production } = start();
    const here = scenes(SCRIPT, production);
    assert.deepEqual(here.map(({ elements }) => elements.map(({ name, from }) => `${name} ${from}`)), [['MARA speaks'], ['JON speaks']]);
    const [garage, lake] = [here[0]?.id ?? '', here[1]?.id ?? ''];
    const jon = here[1]?.elements[0]?.id ?? '';
    const out = takeOut(production, lake, jon);
    assert.deepEqual(scenes(SCRIPT, out)[1]?.elements, []);
    assert.equal(takeOut(out, lake, jon), out);
    assert.deepEqual(putBack(out, lake, jon), production);
    const both = putIn(putIn(out, garage, jon), lake, jon);
    assert.deepEqual(scenes(SCRIPT, both).map(({ elements }) => elements.map(({ name, from }) => `${name} ${from}`)), [['MARA speaks', 'JON hand'], ['JON speaks']]);
    assert.equal(isUnused(both, jon), false);
    assert.equal(putIn(both, '__proto__', jon), both);
    assert.equal(putIn(both, lake, '__proto__'), both);
  });

  it('come of suggestions accepted, and not of those refused', () => {
    const set = start();
    const offered = suggestionsOf(layout(SCRIPT), set.production, breakdownOf(layout(SCRIPT), set.production));
    assert.deepEqual(offered.map(({ category, name }) => `${category} ${name}`), ['vehicles truck', 'props wrench', 'vehicles boat']);
    const [truck, wrench, boat] = offered;
    assert.ok(truck && wrench && boat);
    const decided = refuseSuggestion(acceptSuggestion(set.production, layout(SCRIPT), truck, set.newId), wrench);
    const left = (production: Production): string[] => suggestionsOf(layout(SCRIPT), production, breakdownOf(layout(SCRIPT), production)).map(({ name }) => name);
    assert.deepEqual(left(decided), ['boat']);
    assert.deepEqual(places(SCRIPT, decided, 'truck'), ['red [truck]']);
    assert.deepEqual(left(allowSuggestion(decided, wrench)), ['wrench', 'boat']);
    assert.deepEqual(left(refuseEverywhere(decided, boat)), []);
    assert.ok(readProduction(serialiseProduction(decided)).ok);
  });

  it('bring people into the cast whom the action introduces, though they never speak', () => {
    const text = `INT. BAR - DAY\n\nROSIE (30s) and OLD TOM, 71, drink. A BOUNCER looks on.\n\nMARA\nHi.\n\nEXT. STREET - DAY\n\nRosie leaves. Old Tom sleeps.\n`;
    const set = start(text);
    const [rosie, tom, bouncer] = suggestionsOf(layout(text), set.production, breakdownOf(layout(text), set.production));
    assert.deepEqual([rosie, tom, bouncer].map((each) => `${each?.category ?? ''} ${each?.name ?? ''}`), ['cast ROSIE', 'cast OLD TOM', 'extras bouncer']);
    assert.ok(rosie && tom);
    const cast = acceptSuggestion(acceptSuggestion(set.production, layout(text), rosie, set.newId), layout(text), tom, set.newId);
    assert.deepEqual(scenes(text, cast).map(({ elements }) => elements.map(({ castNumber, name, from }) => `${castNumber ?? 0} ${name} ${from}`)), [['1 MARA speaks', '2 ROSIE silent', '3 OLD TOM silent'], ['2 ROSIE silent', '3 OLD TOM silent']]);
    assert.equal(suggestionsOf(layout(text), cast, breakdownOf(layout(text), cast)).length, 1);
    assert.equal(settle(cast, layout(text), set.newId), cast);
  });

  it('go with an orphaned scene to the one it is given to, or are let go', () => {
    const set = start();
    const tagged = tag(set, 'boat', 'vehicles');
    const other = SCRIPT.replace('EXT. LAKE - NIGHT', 'INT. CELLAR - DAY').replace('Jon waits in a boat.', 'Rats everywhere, and no light at all.').replace('Where is Mara?', 'Nobody will ever come here again.');
    const settled = settle(tagged, layout(other), set.newId);
    const [orphan] = breakdownOf(layout(other), settled).orphans;
    const cellar = scenes(other, settled)[1]?.id ?? '';
    assert.deepEqual([orphan?.heading, breakdownOf(layout(other), settled).orphans.length], ['EXT. LAKE - NIGHT', 1]);
    const board = { name: 'B', days: [{ id: 'd', kind: 'shoot' as const, strips: [{ scene: orphan?.id ?? '' }, { banner: 'Move' }] }], boneyard: [cellar], seen: {}, made: { by: 'hand' as const } };
    const boarded: Production = { ...settled, boards: { b: board }, demands: { d: { kind: 'pinned', scene: cellar, date: '2026-01-02' } } };
    const joined = reattach(boarded, orphan?.id ?? '', cellar);
    const noted = setScene(setScene(boarded, cellar, { notes: 'Bring rats.' }), orphan?.id ?? '', { notes: 'The boat leaks.' });
    assert.equal(reattach(noted, orphan?.id ?? '', cellar).scenes[orphan?.id ?? '']?.notes, 'Bring rats.\nThe boat leaks.');
    assert.equal(reattach(setScene(boarded, orphan?.id ?? '', { notes: 'The boat leaks.' }), orphan?.id ?? '', cellar).scenes[orphan?.id ?? '']?.notes, 'The boat leaks.');
    assert.deepEqual(breakdownOf(layout(other), joined).orphans, []);
    assert.equal(scenes(other, joined)[1]?.id, orphan?.id);
    assert.deepEqual(places(other, joined, 'boat', 1), ['lost boat']);
    assert.deepEqual([joined.boards['b']?.days[0]?.strips, joined.boards['b']?.boneyard, joined.demands['d']], [board.days[0]?.strips, [], { kind: 'pinned', scene: orphan?.id, date: '2026-01-02' }]);
    assert.equal(settle(joined, layout(other), set.newId), joined);
    const gone = letGo(boarded, orphan?.id ?? '');
    assert.deepEqual(breakdownOf(layout(other), gone).orphans, []);
    assert.deepEqual([gone.boards['b']?.days[0]?.strips, Object.keys(gone.scenes).length], [[{ banner: 'Move' }], 2]);
    assert.equal(letGo(gone, 'nobody'), gone);
  });

  it('are never lost while their words stand once in their scene, whatever is written around them', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const random = randomFrom(seed);
      let text = featureScript(4, seed).slice(0, 5000);
      const newId = ids();
      let production = settle(emptyProduction(), layout(text), newId);
      const words = [...text.matchAll(/[A-Za-z]{5,}(?: [a-z]+)?/g)];
      for (let at = 0; at < 12; at++) {
        const word = words[Math.floor(random() * words.length)];
        production = word ? tagSelection(production, layout(text), { from: word.index, to: word.index + word[0].length }, { category: 'props' }, newId) : production;
      }
      const quotes = (from: Production): number => Object.values(from.scenes).reduce((sum, scene) => sum + Object.values(scene.tags).reduce((all, tagged) => all + tagged.quotes.length, 0), 0);
      const [count, numbers] = [quotes(production), Object.entries(production.elements).map(([id, { castNumber }]) => [id, castNumber])];
      for (let step = 0; step < 8; step++) {
        text = applyEdit(text, randomEdit(random, text));
        production = settle(production, layout(text), newId);
        assert.equal(settle(production, layout(text), newId), production, 'settling twice changes nothing');
        const read = readProduction(serialiseProduction(production));
        assert.ok(read.ok);
        assert.deepEqual(read.production, production);
        assert.equal(quotes(production), count, 'no quote is dropped');
        numbers.forEach(([id, number]) => assert.equal(production.elements[String(id)]?.castNumber, number));
        const breakdown = breakdownOf(layout(text), production);
        for (const scene of breakdown.scenes) {
          for (const element of scene.elements) {
            element.spans.forEach(({ from, to }) => assert.ok(scene.from <= from && from < to && to <= scene.to));
            for (const { words: lost } of element.lost ?? []) {
              const times = text.slice(scene.from, scene.to).split(lost).length - 1;
              const others = production.scenes[scene.id]?.tags[element.id]?.quotes.filter(({ words: each }) => each === lost).length ?? 0;
              assert.ok(times !== 1 || others > times || hides(text.slice(scene.from, scene.to), lost), `${lost} stands once in its scene and is told as lost`);
            }
          }
        }
      }
    }
  });
});

/** Whether the words stand there only where they are no words of the scene: inside a longer word, a note, a boneyard, a synopsis. */
function hides(scene: string, words: string): boolean {
  const shown = scene.replace(/\[\[[^]*?(?:\]\]|$)|\/\*[^]*?(?:\*\/|$)/g, ' ').replace(/^\s*=.*$/gm, ' ');
  return ![...shown.matchAll(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].some(({ index }) => !/[\p{L}\p{M}\p{N}]/u.test(shown[index - 1] ?? ' ') && !/[\p{L}\p{M}\p{N}]/u.test(shown[index + words.length] ?? ' '));
}
