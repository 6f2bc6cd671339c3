// What the view asks for in one step: many suggestions at once, tags put on other words, fields as they were typed.
import assert from 'node:assert/strict';
import { breakdownOf } from '../../../src/core/breakdown/breakdownOf';
import { tagSelection } from '../../../src/core/breakdown/tags';
import { suggestionsOf } from '../../../src/core/breakdown/suggestions';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE, type Layout } from '../../../src/core/page/page';
import { emptyProduction } from '../../../src/core/production/emptyProduction';
import type { Production } from '../../../src/core/production/production';
import { settle } from '../../../src/core/production/settle';
import { acceptAll, letGoQuote, moveQuote, readField, refusedIn } from '../../../src/breakdown/handEdits';

let made = 0;
const newId = (): string => `id${(made += 1)}`;
const layoutFor = (text: string): Layout => layoutOf(parse(text), STANDARD_PAGE);
const settled = (layout: Layout, production: Production = emptyProduction()): Production => settle(production, layout, newId);
const TEXT = 'INT. GARAGE - NIGHT\n\nA rusted pickup. MARA holds an umbrella and a shotgun. A dog barks at the pickup.\n\nMARA\nWhere?\n\nEXT. ROAD - DAY\n\nThe pickup. A horse. Mara runs with the umbrella.\n';

const named = (layout: Layout, production: Production): string[] => breakdownOf(layout, production).scenes.flatMap(({ number, elements }) => elements.map(({ name, category, from }) => `${number} ${category} ${name} ${from}`));

describe('changes of a breakdown by the view', () => {
  it('accepts all suggestions at once as each by itself would be, one element for one thing', () => {
    const layout = layoutFor(TEXT);
    const before = settled(layout);
    const breakdown = breakdownOf(layout, before);
    const suggestions = suggestionsOf(layout, before, breakdown);
    assert.ok(suggestions.length >= 4, JSON.stringify(suggestions));
    const after = acceptAll(before, layout.script, breakdown, suggestions, newId);
    const expected = suggestions.reduce((so, { from, to, category, name }) => tagSelection(so, layout, { from, to }, { category, name }, newId), before);
    assert.deepEqual(named(layout, after), named(layout, expected));
    assert.deepEqual(suggestionsOf(layout, after, breakdownOf(layout, after)), []);
    const names = Object.values(after.elements).map(({ category, name }) => `${category} ${name.toLowerCase()}`);
    assert.equal(new Set(names).size, names.length);
    assert.equal(acceptAll(before, layout.script, breakdown, [], newId), before);
  });

  it('keeps how many a model read, and passes over scenes that are gone', () => {
    const layout = layoutFor(TEXT);
    const before = settled(layout);
    const breakdown = breakdownOf(layout, before);
    const [first] = suggestionsOf(layout, before, breakdown);
    assert.ok(first);
    const after = acceptAll(before, layout.script, breakdown, [{ ...first, count: 3 }, { ...first, sceneId: '__proto__' }, { ...first, sceneId: 'gone' }], newId);
    assert.deepEqual(Object.values(after.scenes).flatMap(({ tags }) => Object.values(tags).map(({ count, quotes }) => [count, quotes.length])), [[3, 1]]);
  });

  it('puts a lost tag on other words, or lets it go', () => {
    const layout = layoutFor(TEXT);
    const at = TEXT.indexOf('shotgun');
    const tagged = tagSelection(settled(layout), layout, { from: at, to: at + 7 }, { category: 'props', name: 'Shotgun' }, newId);
    const now = layoutFor(TEXT.replace('shotgun', 'rifle'));
    const [scene] = breakdownOf(now, tagged).scenes;
    const element = scene?.elements.find(({ name }) => name === 'Shotgun');
    const [lost] = element?.lost ?? [];
    assert.ok(scene && element && lost);
    const to = now.script.length > 0 ? TEXT.replace('shotgun', 'rifle').indexOf('rifle') : 0;
    const moved = breakdownOf(now, moveQuote(tagged, now, scene.id, element.id, lost, { from: to, to: to + 5 })).scenes[0]?.elements.find(({ name }) => name === 'Shotgun');
    assert.deepEqual([moved?.lost, moved?.spans], [undefined, [{ from: to, to: to + 5 }]]);
    assert.equal(moveQuote(tagged, now, scene.id, element.id, lost, { from: 0, to: 0 }), tagged);
    const gone = breakdownOf(now, letGoQuote(tagged, scene.id, element.id, lost)).scenes[0]?.elements.some(({ name }) => name === 'Shotgun');
    assert.equal(gone, false);
    assert.equal(letGoQuote(tagged, '__proto__', element.id, lost), tagged);
  });

  it('reads fields as they are typed, and refuses what is no light and no minutes', () => {
    assert.deepEqual(readField('minutes', ' 7,5 '), { minutes: 7.5 });
    assert.deepEqual(readField('light', 'dusk'), { light: 'dusk' });
    assert.deepEqual(readField('storyDay', ' 2  (night) '), { storyDay: '2 (night)' });
    assert.deepEqual(readField('synopsis', 'a\nb'), { synopsis: 'a b' });
    assert.deepEqual(readField('notes', 'a\nb'), { notes: 'a\nb' });
    assert.deepEqual(readField('notes', '  '), { notes: undefined });
    for (const wrong of ['x', '-1', '1001', '1e3', '∞', '1.2.3']) {
      assert.equal(readField('minutes', wrong), undefined, wrong);
    }
    assert.equal(readField('light', 'noon'), undefined);
  });

  it('knows what of a scene was refused', () => {
    assert.deepEqual(refusedIn({ 'a:props:gun: the big one': true, 'ab:props:knife': true, 'a:vehicles:van': true }, 'a'), ['gun: the big one', 'van']);
  });
});
