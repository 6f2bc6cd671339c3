// The breakdown of a script: sets, light, story days, synopses, lengths, and who is in each scene.
import assert from 'node:assert/strict';
import { breakdownOf } from '../../../../src/core/breakdown/breakdownOf';
import type { Breakdown } from '../../../../src/core/breakdown/breakdown';
import { putIn } from '../../../../src/core/breakdown/tags';
import { categoriesOf } from '../../../../src/core/breakdown/categories';
import { shortened } from '../../../../src/core/breakdown/synopsis';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { sceneLengthsOf } from '../../../../src/core/page/sceneLengths';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import type { Production } from '../../../../src/core/production/production';
import { settle } from '../../../../src/core/production/settle';
import { lightOf, skyLightOf } from '../../../../src/core/script/timeOfDay';
import { featureScript, randomEdit, randomFrom } from '../../../support/randomScript';

function ids(): () => string {
  let next = 0;
  return () => `id${next++}`;
}

function broken(text: string, change: (production: Production) => Production = (production) => production): Breakdown {
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  return breakdownOf(layout, change(settle(emptyProduction(), layout, ids())));
}

const headings = (...list: string[]): string => list.map((heading) => `${heading}\n\nText.\n\n`).join('');
const people = (text: string): string[][] => broken(text).scenes.map(({ elements }) => elements.map(({ name, from }) => `${name} ${from}`));

describe('the breakdown', () => {
  it('knows place, set and light, and what goes on from the scene before', () => {
    const { scenes } = broken(headings('INT. HOUSE - KITCHEN - NIGHT', 'EXT. HOUSE - CONTINUOUS', 'INT./EXT. CAR - LATER', 'EXT. HILL - DAWN', 'EXT. HILL - SUNSET', 'INT. HALL', 'INT. HALL - NIGHT - FLASHBACK', 'EXT. POND - MOMENTS LATER'));
    assert.deepEqual(scenes.map(({ place, set, light, lightFrom }) => `${place ?? ''} ${set} ${light} ${lightFrom}`), [
      'INT HOUSE - KITCHEN night heading', 'EXT HOUSE night before', 'INT/EXT CAR night before', 'EXT HILL dawn heading', 'EXT HILL dusk heading', 'INT HALL dusk before', 'INT HALL night heading', 'EXT POND night before',
    ]);
    assert.deepEqual([...new Set(scenes.map(({ setId }) => setId))].length, 6);
    assert.deepEqual(broken(headings('INT. A - CONTINUOUS')).scenes.map(({ light, lightFrom }) => [light, lightFrom]), [['day', 'assumed']]);
  });

  it('takes what is no set off the set, and leaves what may be one', () => {
    const { scenes } = broken(headings('INT. BOOTH / HALL - NIGHT', 'INT. BOOTH / HALL - INTERCUT', 'INT. WARD - NIGHT - INTERCUT', 'INT. WARD - VARIOUS SHOTS - DAY', 'INT. WARD (INTERCUT WITH BOOTH)', 'EXT. CITY - VARIOUS LOCATIONS', 'INT. VARIOUS', 'EXT. HOUSE - BACK YARD'));
    assert.deepEqual(scenes.map(({ set, light, lightFrom }) => `${set} ${light} ${lightFrom}`), [
      'BOOTH / HALL night heading', 'BOOTH / HALL night before', 'WARD night heading', 'WARD day heading', 'WARD day before', 'CITY - VARIOUS LOCATIONS day before', 'VARIOUS day before', 'HOUSE - BACK YARD day before',
    ]);
    assert.equal(new Set(scenes.map(({ setId }) => setId)).size, 5);
  });

  it('tells dawn from dusk where the outline tells neither from the other', () => {
    for (const time of ['DAWN', 'SUNRISE', 'AUBE', 'AMANECER', 'DUSK', 'EVENING', 'MAGIC HOUR', 'DAY', 'NIGHT', 'LATER', 'XYZ', 'EARLY MORNING']) {
      const [two, three] = [skyLightOf(time, 'night'), lightOf(time, 'night')];
      assert.equal(two === 'dawn' ? 'dusk' : two, three, time);
    }
  });

  it('counts story days: a new one where a heading says so or the hour goes back; flashbacks apart', () => {
    const days = (...list: string[]): string[] => broken(headings(...list)).scenes.map(({ storyDay }) => storyDay);
    assert.deepEqual(days('INT. A - DAY (1973)', 'INT. A - DAY (1973)', 'INT. A - NIGHT (1987)', 'INT. A - NIGHT - 1998', 'INT. A - NIGHT', 'EXT. B - NIGHT (PRESENT)', 'INT. ROOM 1408 - NIGHT'), ['1', '1', '2', '3', '3', '4', '4']);
    assert.deepEqual(days('INT. A - DAY', 'INT. B - NIGHT', 'INT. C - LATER', 'INT. D - DAY', 'INT. E - CONTINUOUS', 'INT. F', 'INT. G - NEXT MORNING', 'INT. H - DAY', 'INT. I - MORNING'), ['1', '1', '1', '2', '2', '2', '3', '3', '4']);
    assert.deepEqual(days('INT. A - NIGHT', 'INT. B - DAY [FLASHBACK]', 'INT. C - DAY (FLASHBACK)', 'INT. D - NIGHT', 'INT. DREAM HOUSE - DAY', 'INT. E - DAY (DREAM)'), ['1', 'F1', 'F1', '1', '2', 'F2']);
    assert.deepEqual(days('INT. A - THREE YEARS LATER', 'INT. B - TWO WEEKS LATER'), ['1', '2']);
    assert.deepEqual(days(), []);
  });

  it('lets the hand go before the script, and goes on from it', () => {
    const text = headings('INT. A - DAY', 'INT. B - CONTINUOUS', 'INT. C - DAY');
    const { scenes } = broken(text, (production) => {
      const [first = '', second = ''] = Object.keys(production.scenes);
      const [a, b] = [production.scenes[first], production.scenes[second]];
      assert.ok(a && b);
      return { ...production, scenes: { ...production.scenes, [first]: { ...a, light: 'night', minutes: 7, synopsis: 'Mine.' }, [second]: { ...b, storyDay: '5' } } };
    });
    assert.deepEqual(scenes.map(({ light, lightFrom, storyDay, storyDayFrom }) => `${light} ${lightFrom} ${storyDay} ${storyDayFrom}`), ['night hand 1 proposed', 'night before 5 hand', 'day heading 6 proposed']);
    assert.deepEqual(scenes.map(({ minutes, synopsis }) => [minutes, synopsis]), [[7, 'Mine.'], [15, 'Text.'], [15, 'Text.']]);
  });

  it('has the layout’s lengths, and synopses from the script', () => {
    const text = featureScript(30);
    const layout = layoutOf(parse(text), STANDARD_PAGE);
    const { scenes } = broken(text);
    assert.deepEqual(scenes.map(({ eighths, page }) => [eighths, page]), sceneLengthsOf(layout).map(({ eighths, page }) => [eighths, page]));
    assert.deepEqual(broken('INT. A - DAY\n\n= They meet.\n\nLong before.\n\nINT. B - DAY\n\nMARA\nHi.\n\n[[no]] *Slowly* she turns. Then more.').scenes.map(({ synopsis }) => synopsis), ['They meet.', 'Slowly she turns.']);
    assert.equal(shortened(`${'word '.repeat(40)}end.`).length <= 90, true);
    assert.equal(shortened('\u{1F600}'.repeat(80)).endsWith('\u{1F600}…'), true);
  });

  it('knows who speaks, and who is in the action without a word', () => {
    const text = `INT. A - DAY

MARA and Old Man Jones wait. Will looks up. Nobody will come. [[Jon?]] OLD MAN JONES'S dog barks.

WILL
Where is Jon?

INT. B - DAY

JON (V.O.)
Here.

JONES
No.

MARA
Yes.

OLD MAN JONES
Well.
`;
    assert.deepEqual(people(text), [['WILL speaks', 'MARA silent', 'OLD MAN JONES silent'], ['JONES speaks', 'MARA speaks', 'OLD MAN JONES speaks']]);
    const scene = broken(text).scenes[0];
    const jones = scene?.elements.find(({ name }) => name === 'OLD MAN JONES');
    assert.deepEqual(jones?.spans.map(({ from, to }) => text.slice(from, to)), ['Old Man Jones', 'OLD MAN JONES']);
  });

  it('calls nobody who is heard in voice-over alone, unless they are in the action or put in by hand', () => {
    const text = 'INT. A - DAY\n\nMARA (V.O.)\nHere.\n\nJON (V.O.) (CONT’D)\nThere.\n\nEVE (O.S.)\nWhere?\n\nMARA\nNow I am here.\n\nINT. B - DAY\n\nJon listens.\n\nJON (V.O.)\nMe.\n\nMARA (V.O.)\nYou.\n';
    assert.deepEqual(people(text), [['MARA speaks', 'EVE speaks'], ['JON speaks']]);
    let [mara, jon] = ['', ''];
    const { scenes } = broken(text, (production) => {
      [mara = '', jon = ''] = ['MARA', 'JON'].map((wanted) => Object.entries(production.elements).find(([, { name }]) => name === wanted)?.[0]);
      return production;
    });
    assert.deepEqual(scenes.map(({ voices }) => voices), [[jon], [mara]]);
    const by = broken(text, (production) => putIn(production, scenes[1]?.id ?? '', mara)).scenes[1];
    assert.deepEqual([by?.elements.map(({ name }) => name).sort(), by?.voices], [['JON', 'MARA'], undefined]);
  });

  it('calls a scene that is new among numbered ones as numbering would', () => {
    assert.deepEqual(broken('INT. A - DAY #1#\n\nx\n\nINT. B - DAY\n\nx\n\nINT. C - DAY #2#\n\nx').scenes.map(({ number }) => number), ['1', '1A', '2']);
    assert.deepEqual(broken('INT. A - DAY\n\nx\n\nINT. B - DAY\n\nx').scenes.map(({ number }) => number), ['1', '2']);
  });

  it('knows people by a part of their name, where nobody else is called so', () => {
    const text = `INT. A - DAY

Don waits. Norther and ZACKY PRICE too. Mr. Price nods. Freely he moves. Bloom is gone. The driver leaves.

INT. B - DAY

DON PRICE
Yes.

NORTHER WINSLOW
No.

EDWARD BLOOM
Who?

WILL BLOOM
Me.

CAB DRIVER
Well.
`;
    assert.deepEqual(people(text)[0], ['DON PRICE silent', 'NORTHER WINSLOW silent']);
    const spans = broken(text).scenes[0]?.elements[0]?.spans.map(({ from, to }) => text.slice(from, to));
    assert.deepEqual(spans, ['Don', 'Price']);
  });

  it('takes a cue of two for both, where each speaks for himself', () => {
    const text = 'INT. A - DAY\n\nMARA AND JON\nNo!\n\nMARA\nI said it.\n\nJON/MARA\nMe too.\n\nJON\nMe.\n\nINT. B - DAY\n\nJON & MARA\nYes.\n\nROMEO AND JULIET\nHa.\n';
    assert.deepEqual(people(text), [['MARA speaks', 'JON speaks'], ['MARA speaks', 'JON speaks', 'ROMEO AND JULIET speaks']]);
    assert.deepEqual(broken(text).scenes[0]?.elements.map(({ spans }) => spans.map(({ from, to }) => text.slice(from, to))), [['MARA AND JON', 'MARA', 'JON/MARA'], ['MARA AND JON', 'JON/MARA', 'JON']]);
  });

  it('is the same after any typing as it would be read anew', () => {
    const random = randomFrom(5);
    let text = featureScript(6, 2);
    let script = parse(text);
    const newId = ids();
    let production = settle(emptyProduction(), layoutOf(script, STANDARD_PAGE), newId);
    for (let step = 0; step < 25; step++) {
      const edit = randomEdit(random, text);
      text = text.slice(0, edit.offset) + edit.inserted + text.slice(edit.offset + edit.removed);
      script = reparse(script, edit);
      production = settle(production, layoutOf(script, STANDARD_PAGE), newId);
      assert.deepEqual(breakdownOf(layoutOf(script, STANDARD_PAGE), production), breakdownOf(layoutOf(parse(text), STANDARD_PAGE), structuredClone(production)));
    }
  });

  it('has categories that the production names and colours, and its own', () => {
    const categories = categoriesOf({ categories: { props: { name: 'Requisiten', colour: '#000000' }, zz: { name: 'Drones', colour: '#ffffff' } } });
    assert.deepEqual(categories.slice(-1), [{ id: 'zz', name: 'Drones', colour: '#ffffff', isBuiltIn: false }]);
    assert.deepEqual(categories.find(({ id }) => id === 'props'), { id: 'props', name: 'Requisiten', colour: '#000000', isBuiltIn: true });
    assert.equal(new Set(categories.map(({ colour }) => colour)).size, categories.length);
    assert.ok(categories.every(({ colour }) => /^#[0-9a-f]{6}$/.test(colour)));
  });
});
