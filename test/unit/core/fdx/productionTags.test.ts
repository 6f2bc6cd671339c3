// A production's tags in a Final Draft file: on their words, with their definitions, and the script unharmed.
import assert from 'node:assert/strict';
import { breakdownOf } from '../../../../src/core/breakdown/breakdownOf';
import { tagSelection } from '../../../../src/core/breakdown/tags';
import { fromFdx } from '../../../../src/core/fdx/fromFdx';
import { fdxTagsOf } from '../../../../src/core/fdx/productionTags';
import { toFdx } from '../../../../src/core/fdx/toFdx';
import { childrenOf, isElement, readXml, textBelow, type XmlElement } from '../../../../src/core/fdx/xmlTree';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import type { Production } from '../../../../src/core/production/production';
import { settle } from '../../../../src/core/production/settle';
import { featureScript, randomFrom } from '../../../support/randomScript';

const SCRIPT = `INT. BARN - DAY #7#

!A **red** truck [[not blue]] stands by the _old \\* well_. Jon & Mara wait.

@McAdam (V.O.)
The truck
is mine.

JON
Yes.
`;

interface Made {
  readonly fdx: string;
  readonly production: Production;
}

function made(text: string, tags: readonly (readonly [words: string, category: string])[], start: Partial<Production> = {}): Made {
  let ids = 0;
  const newId = (): string => `id${ids++}`;
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  let production: Production = settle({ ...emptyProduction(), ...start }, layout, newId);
  for (const [words, category] of tags) {
    const from = text.indexOf(words);
    production = tagSelection(production, layout, { from, to: from + words.length }, { category }, newId);
  }
  return { fdx: toFdx(layout, fdxTagsOf(production, breakdownOf(layout, production))).fdx, production };
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((node): node is XmlElement => isElement(node)).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function rootOf(fdx: string): XmlElement {
  const tree = readXml(fdx);
  const root = tree.nodes.find((node): node is XmlElement => isElement(node));
  assert.ok(root && tree.fault === undefined);
  return root;
}

/** Every tagged text with the labels of its tag. */
function tagged(root: XmlElement): string[] {
  const labels = new Map(all(root, 'TagDefinition').map(({ attributes }) => [attributes['Id'], attributes['Label']]));
  const tags = new Map(all(root, 'Tag').map((tag) => [tag.attributes['Number'], childrenOf(tag, 'DefId').map((id) => labels.get(textBelow(id)))]));
  return all(root, 'Text').filter(({ attributes }) => attributes['TagNumber'] !== undefined).map((text) => `${textBelow(text)}: ${tags.get(text.attributes['TagNumber'])?.join(' + ') ?? 'no tag'}`);
}

describe('tags for Final Draft', () => {
  it('stand on their words, whatever marks and notes are between', () => {
    const { fdx } = made(SCRIPT, [['**red** truck', 'vehicles'], ['old \\* well', 'setDressing'], ['truck\nis', 'sound']]);
    const root = rootOf(fdx);
    // McAdam is heard only: nobody is called for a voice-over.
    assert.deepEqual(tagged(root), ['red: red truck', ' truck: red truck', 'old * well: old well', 'Jon: JON', 'truck\nis: truck is']);
    assert.equal(all(root, 'TagCategory').find(({ attributes }) => attributes['Name'] === 'Vehicles')?.attributes['Color'], '#D6D640409F9F');
    const back = fromFdx(fdx);
    assert.ok(!('failure' in back));
    assert.equal(back.fountain, SCRIPT.replace('!A', 'A'));
  });

  it('put two elements on the same words, and own categories behind those that Final Draft has', () => {
    const { fdx } = made(SCRIPT, [['stands by', 'own'], ['truck [[not blue]] stands', 'vehicles']], { categories: { own: { name: 'Cranes <&>', colour: '#123456' } } });
    const root = rootOf(fdx);
    const [truck, stands, by] = tagged(root);
    assert.deepEqual([truck?.startsWith('truck'), stands, by], [true, 'stands: stands by + truck stands', 'by: stands by']);
    const category = all(root, 'TagCategory').find(({ attributes }) => attributes['Name'] === 'Cranes <&>');
    assert.deepEqual([category?.attributes['Number'], category?.attributes['Color']], ['32', '#121234345656']);
    const ids = new Set(all(root, 'TagCategory').map(({ attributes }) => attributes['Id']));
    assert.ok(all(root, 'TagDefinition').every(({ attributes }) => ids.has(attributes['CatId']) && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(attributes['Id'] ?? '')));
  });

  it('leave a file without a production, or without a scene, as it was', () => {
    assert.equal(fdxTagsOf(emptyProduction(), breakdownOf(layoutOf(parse('Just words.'), STANDARD_PAGE), emptyProduction())), undefined);
    assert.doesNotMatch(toFdx(parse(SCRIPT)).fdx, /TagData|TagNumber/);
  });

  it('change nothing of the script on its way there and back', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const random = randomFrom(seed);
      const text = featureScript(5, seed);
      const words = [...text.matchAll(/[a-z]{4,} [a-z]{3,}/g)];
      const tags = Array.from({ length: 20 }, () => [words[Math.floor(random() * words.length)]?.[0] ?? 'the', 'props'] as const);
      const { fdx } = made(text, tags);
      const [plain, back] = [fromFdx(toFdx(layoutOf(parse(text), STANDARD_PAGE)).fdx), fromFdx(fdx)];
      assert.ok(!('failure' in back) && !('failure' in plain));
      assert.equal(back.fountain, plain.fountain);
      assert.ok(tagged(rootOf(fdx)).every((each) => !each.endsWith('no tag')));
    }
  });
});
