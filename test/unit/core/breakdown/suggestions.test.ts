// What the lexicon finds in a scene's action, and what it knows better than to find.
import assert from 'node:assert/strict';
import { breakdownOf } from '../../../../src/core/breakdown/breakdownOf';
import { lexiconIndex } from '../../../../src/core/breakdown/lexiconIndex';
import { suggestionsOf } from '../../../../src/core/breakdown/suggestions';
import { categoriesOf } from '../../../../src/core/breakdown/categories';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import { settle } from '../../../../src/core/production/settle';
import { randomFrom, randomText } from '../../../support/randomScript';

function suggested(action: string, more = ''): string[] {
  const text = `INT. A - DAY\n\n${action}\n\n${more}`;
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  let ids = 0;
  const production = settle(emptyProduction(), layout, () => `id${ids++}`);
  return suggestionsOf(layout, production, breakdownOf(layout, production)).map(({ category, name, from, to }) => {
    assert.ok(from < to && /\S/.test(text.slice(from, to)));
    return `${category} ${name}`;
  });
}

describe('suggestions', () => {
  it('find each thing once, by its own name, the longest first', () => {
    assert.deepEqual(suggested('A pickup truck and two CARS. The cars honk. Wolves howl at the pickup truck.'), ['vehicles pickup truck', 'vehicles car', 'animals wolf']);
    assert.deepEqual(suggested('She wears a wedding dress, not a dress of her own. His cell-phone and her phone.'), ['wardrobe wedding dress', 'wardrobe dress', 'props cell phone', 'props phone']);
    assert.deepEqual(suggested('She drinks from a\nglass of water. *A revolver* in the _drawer_.'), ['props glass of water', 'props revolver']);
  });

  it('find stunts and effects by their verbs, in every form', () => {
    assert.deepEqual(suggested('He falls down the stairs, leapt up, and is punching the guard. They fight. It explodes. Smoke fills the hall.'), ['stunts fall', 'stunts leap', 'stunts punch', 'extras guard', 'stunts fight', 'specialEffects explode', 'specialEffects smoke']);
    assert.deepEqual(suggested('He leaps. The car crashes into a wall. A ghost vanishes.'), ['stunts leap', 'vehicles car', 'stunts crash', 'visualEffects ghost', 'visualEffects vanish']);
  });

  it('take the whole of a number, and of what follows a comparison what is there', () => {
    assert.deepEqual(suggested('Two hundred people wait. A dozen soldiers march. 40 guests dance. In 1950 people cheer.'), ['extras two hundred people', 'extras a dozen soldiers', 'extras 40 guests', 'extras people']);
    assert.deepEqual(suggested('He stands like a bird, and a dog barks. They would like a dog.'), ['animals dog']);
    assert.deepEqual(suggested('He reads the note.'), ['props note']);
  });

  it('tell false friends', () => {
    for (const none of [
      'She falls asleep. Night falls. They fall in love. A shadow falls across the wall.',
      'He watches her. She waves. He rings off and books a room. The woman leaves.',
      'He waits at the train station, then at the bus stop.',
      'He has no gun. She roars like a lion. He is without a hat.',
      'We crane up. The camera pans to the window. CAMERA follows.',
      'Mr. Fox and Rose Bear sit down. Later, Robin and Hawk arrive.',
      'They duck behind the wall and bear with it. She fights back tears.',
      'He comes to a halt. He saw her. It can fly.',
      'Magda carries her top note through it like a tray past a dog. She stands as if the sea owed her money.',
      'He holds on as though a bear had bitten him. A sea like the back of an old horse.',
    ]) {
      assert.deepEqual(suggested(none), [], none);
    }
  });

  it('take capitals for what they are: things, people, and sounds', () => {
    assert.deepEqual(suggested('A phone RINGS. The door SLAMS. FARMERS wait. Two SOLDIERS too. He WHISTLES.'), ['props phone', 'sound ring', 'sound slam', 'extras farmers', 'extras two soldiers', 'sound whistle']);
    assert.deepEqual(suggested('The phone rings and the door slams.'), ['props phone']);
  });

  it('look at action alone, and never at the cast', () => {
    assert.deepEqual(suggested('Mara waits. [[a gun?]] /* a car */', 'MARA\n(waves a knife)\nI want a horse.\n\nThe NURSE nods.\n\nNURSE\nGo.\n'), []);
  });

  it('give one key to one thing in one scene', () => {
    const text = 'INT. A - DAY\n\nA car. The cars.\n\nINT. B - DAY\n\nA car.\n';
    const layout = layoutOf(parse(text), STANDARD_PAGE);
    let ids = 0;
    const production = settle(emptyProduction(), layout, () => `id${ids++}`);
    const keys = suggestionsOf(layout, production, breakdownOf(layout, production)).map(({ key }) => key);
    assert.deepEqual([keys.length, new Set(keys).size], [2, 2]);
  });

  it('come from a lexicon without a slip: known categories, forms in small letters, no entry twice in a category', () => {
    const known = new Set(categoriesOf(emptyProduction()).map(({ id }) => id));
    const entries = new Set([...lexiconIndex().values()].flat().map(({ entry }) => entry));
    const named = [...entries].filter(({ category }) => category !== undefined);
    assert.ok(named.length > 900 && named.every(({ category }) => known.has(category ?? '')));
    const twice = named.map(({ category, kind, name }) => `${category ?? ''} ${kind} ${name}`).filter((each, index, all) => all.indexOf(each) !== index);
    assert.deepEqual(twice, []);
    for (const [first, forms] of lexiconIndex()) {
      forms.forEach(({ words }) => assert.ok(words[0] === first && words.every((word) => /^[\p{Ll}\p{N}']+$/u.test(word)), words.join(' ')));
    }
  });

  it('stand within their scene, whatever the text', () => {
    const random = randomFrom(9);
    for (let run = 0; run < 40; run++) {
      suggested(randomText(random, 12), `A car. ${randomText(random, 12)} A dog!`);
    }
  });
});
