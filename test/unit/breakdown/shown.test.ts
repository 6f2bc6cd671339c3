// The breakdown as the view shows it, from the sample script alone and with what a writer added.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { breakdownOf } from '../../../src/core/breakdown/breakdownOf';
import { categoriesOf } from '../../../src/core/breakdown/categories';
import { setScene } from '../../../src/core/breakdown/elementEdits';
import { suggestionsOf } from '../../../src/core/breakdown/suggestions';
import { tagSelection, takeOut } from '../../../src/core/breakdown/tags';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../src/core/page/page';
import { emptyProduction } from '../../../src/core/production/emptyProduction';
import type { Production } from '../../../src/core/production/production';
import { settle } from '../../../src/core/production/settle';
import { elementsHolding, grouped, sceneHolds, suggestionsHolding, wordsOf } from '../../../media/breakdown/filter';
import { WORDS, type Shown } from '../../../src/breakdown/protocol';
import { shownBreakdown } from '../../../src/breakdown/shown';

const TEXT = readFileSync('media/sample/surtitles.fountain', 'utf8');
const fill = (message: string, ...values: readonly (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]));
let made = 0;
const newId = (): string => `id${(made += 1)}`;

function show(text: string, change: (production: Production, at: (words: string) => { from: number; to: number }) => Production = (production) => production, more: { trouble?: string; kept?: boolean } = {}): Shown {
  const script = parse(text);
  const layout = layoutOf(script, STANDARD_PAGE);
  const production = change(settle(emptyProduction(), layout, newId), (words) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length }));
  const breakdown = breakdownOf(layout, production);
  const { kept = false, trouble } = more;
  return shownBreakdown({ uri: 'file:///a', title: 'a', state: { script, production, breakdown, kept, ...(trouble === undefined ? {} : { trouble }) }, categories: categoriesOf(production), suggestions: suggestionsOf(layout, production, breakdown), file: 'a.production.json' }, fill);
}

function stateOf(text: string) {
  const script = parse(text);
  const layout = layoutOf(script, STANDARD_PAGE);
  const production = settle(emptyProduction(), layout, newId);
  return { script, production, breakdown: breakdownOf(layout, production) };
}

describe('the breakdown as it is shown', () => {
  it('of a script without a production: scenes with their facts, cast apart, suggestions with their words', () => {
    const shown = show(TEXT);
    assert.equal(shown.scenes.length, 12);
    assert.match(shown.totals, /^12 scenes · \d+( \d\/8)? pages · (\d+ h )?(\d+ min )?of shooting$/);
    const booth = shown.scenes[1];
    assert.deepEqual([booth?.number, booth?.place, booth?.set, booth?.strip, booth?.light, booth?.lightNote], ['2', 'INT', 'SURTITLE BOOTH', 'intNight', 'Night', 'as the scene before']);
    assert.match(booth?.facts ?? '', /^p\. \d+ · \d.* · \d+(\.\d)? min · story day 1$/);
    assert.equal(booth?.fields.synopsis.proposed, 'Inés hands on the only trade she has left.');
    assert.deepEqual(booth.rows[0]?.elements.map(({ name, from }) => [name.toUpperCase(), from]).sort(), [['INÉS', 'speaks'], ['TEDDY', 'speaks']]);
    const first = shown.scenes[0];
    assert.ok(first?.rows.some(({ key, elements }) => key === 'cast/silent' && elements.some(({ name }) => /adeyemi/i.test(name))), JSON.stringify(first?.rows));
    assert.equal(shown.suggestions.length, shown.scenes.reduce((sum, { suggestions }) => sum + suggestions, 0));
    for (const { before, words, behind } of shown.suggestions) {
      const plain = `${before}${words}${behind}`.replace(/^…|…$/g, '');
      assert.ok(TEXT.includes(plain) && !/[\r\n]/.test(plain), plain);
    }
    assert.match(shown.keeping, /Your first change is kept in a\.production\.json/);
    assert.deepEqual([shown.undo, shown.redo, shown.trouble], [false, false, undefined]);
    assert.deepEqual(Object.keys(shown.words).sort(), [...WORDS].sort());
    assert.deepEqual(Object.entries(shown.words).filter(([, text]) => text.trim() === ''), []);
  });

  it('shows what was set by hand apart from what the script says, who was taken out, and lost words', () => {
    const text = 'INT. GARAGE - NIGHT\n\nMARA and DEV. A shotgun.\n\nMARA\nNo.\n\nEXT. ROAD - DAY\n\nMara walks past Dev.\n\nDEV\nYes.\n';
    const shown = show(text, (production, at) => {
      const [scene] = breakdownOf(layoutOf(parse(text), STANDARD_PAGE), production).scenes;
      const dev = Object.keys(production.elements).find((id) => production.elements[id]?.character === 'DEV') ?? '';
      const set = setScene(production, scene?.id ?? '', { light: 'dawn', minutes: 12.5, notes: 'Rain.' });
      const layout = layoutOf(parse(text.replace('shotgun', 'revolver')), STANDARD_PAGE);
      const tagged = tagSelection(set, layout, { from: at('shotgun').from, to: at('shotgun').from + 8 }, { category: 'props', name: 'Revolver' }, newId);
      return takeOut(tagged, scene?.id ?? '', dev);
    }, { kept: true });
    const [scene] = shown.scenes;
    assert.deepEqual([scene?.fields.light, scene?.fields.minutes.value, scene?.fields.notes.value, scene?.lightNote], [{ value: 'dawn', proposed: 'Dawn' }, '12.5', 'Rain.', 'set by hand']);
    assert.deepEqual(scene?.out.map(({ name }) => name.toUpperCase()), ['DEV']);
    assert.deepEqual(scene.rows.find(({ category }) => category === 'props')?.elements.map(({ name, lost, places }) => [name, lost, places]), [['Revolver', ['revolver'], 0]]);
    assert.match(shown.keeping, /^Kept in/);
    assert.deepEqual(shown.categories.map(({ id, elements }) => [id, elements.length]), [['cast', 2], ['props', 1]]);
  });

  it('says above all scenes how many tags lost their words and how many scenes are gone', () => {
    const text = 'INT. GARAGE - NIGHT\n\nA shotgun. A lamp.\n\nEXT. ROAD - DAY\n\nA horse.\n';
    const tagged = (names: readonly string[]): Shown => show(text.replaceAll('shotgun', 'rifle').replaceAll('lamp', 'torch'), (production) =>
      names.reduce((so, name) => {
        const before = layoutOf(parse(text), STANDARD_PAGE);
        const from = text.indexOf(name);
        return tagSelection(so, before, { from, to: from + name.length }, { category: 'props', name }, newId);
      }, production));
    const one = tagged(['shotgun']);
    assert.deepEqual(one.lostTags, { told: '1 tag has lost its words', scenes: [one.scenes[0]?.id] });
    assert.deepEqual(tagged(['shotgun', 'lamp', 'horse']).lostTags?.told, '2 tags have lost their words');
    assert.deepEqual([tagged(['horse']).lostTags, one.orphansTold], [undefined, undefined]);
    const attic = stateOf('INT. ATTIC - DAY\n\nDust on a broken cradle.\n').production;
    const gone = show(text, (production) => setScene({ ...production, scenes: { ...production.scenes, ...attic.scenes } }, Object.keys(attic.scenes)[0] ?? '', { notes: 'Rain.' }));
    assert.deepEqual([gone.orphans.map(({ told }) => told), gone.orphansTold], [['INT. ATTIC - DAY'], '1 scene is not in the script any more']);
  });

  it('offers to take away what is in no scene and on no words, and nothing else', () => {
    const shown = show(TEXT, (production, at) => tagSelection({ ...production, elements: { ...production.elements, wrong: { category: 'props', name: 'Wrong' } } }, layoutOf(parse(TEXT), STANDARD_PAGE), at('notebook'), { category: 'props', name: 'Notebook' }, newId));
    assert.deepEqual(shown.categories.flatMap(({ elements }) => elements).filter(({ unused }) => unused).map(({ name }) => name), ['Wrong']);
  });

  it('keeps the words of its undo buttons short, and says on pointing what would be taken back', () => {
    const { words } = shownBreakdown({ uri: 'file:///a', title: 'a', state: { ...stateOf(TEXT), kept: true, undo: 'Tag notebook' }, categories: [], suggestions: [], file: 'a' }, fill);
    assert.deepEqual([words.undo, words.undoWhat, words.redo, words.redoWhat], ['Undo', 'Undo: Tag notebook', 'Redo', 'Redo']);
  });

  it('bears a script of hostile names, and one without scenes', () => {
    const shown = show('INT. __PROTO__ - DAY\n\n__proto__ and CONSTRUCTOR.\n\nCONSTRUCTOR\nHi.\n\n__PROTO__\nHi.\n');
    assert.equal(shown.scenes.length, 1);
    assert.deepEqual(show('').scenes, []);
    assert.match(show(TEXT, undefined, { trouble: 'It cannot be read.' }).keeping, /Nothing can be changed/);
  });

  it('is filtered by any words, without case and accents', () => {
    const shown = show(TEXT);
    const found = (filter: string): string[] => shown.scenes.filter((scene) => sceneHolds(scene, wordsOf(filter))).map(({ number }) => number);
    assert.equal(found('').length, 12);
    assert.ok(found('ines BOOTH').includes('2'));
    assert.deepEqual(found('#2'), ['2']);
    assert.deepEqual(found('nobody has these words'), []);
    assert.deepEqual(elementsHolding(shown.categories, wordsOf('teddy')).map(({ id, elements }) => [id, elements.length]), [['cast', 1]]);
    assert.equal(elementsHolding(shown.categories, wordsOf('cast'))[0]?.elements.length, shown.categories[0]?.elements.length);
    const words = shown.suggestions[0]?.words ?? '';
    assert.ok(suggestionsHolding(shown.suggestions, wordsOf(words)).length > 0);
    const byScene = grouped(shown.suggestions, 'scene', shown.scenes.map(({ id }) => id));
    assert.deepEqual(byScene.flatMap(({ suggestions }) => suggestions.map(({ key }) => key)), shown.suggestions.map(({ key }) => key));
    const byKind = grouped(shown.suggestions, 'kind', categoriesOf(emptyProduction()).map(({ id }) => id));
    assert.equal(byKind.reduce((sum, { suggestions }) => sum + suggestions.length, 0), shown.suggestions.length);
    assert.ok(byKind.every(({ key, suggestions }) => suggestions.every(({ category }) => category === key)));
  });
});
