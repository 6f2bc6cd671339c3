// The statistics of a script: everything the statistics view, its exports and the command line say, as plain figures.
import type { Layout } from '../page/page';
import { lengthOf } from '../page/sceneLengths';
import type { Light } from '../script/timeOfDay';
import { characterStatisticsOf, type CharacterStatistics } from './characters';
import { dialogueShare, pageMixesOf, type PageMix } from './pageMix';
import { positionsIn } from './positions';
import { readabilityOf, type Measured } from './readability';
import { interruptionsOf, pairsOf, type Interruption, type Pair } from './relations';
import { groupsOf, sceneStatisticsOf, sectionStatisticsOf, setStatisticsOf, type Group, type Length, type PlaceName, type SceneStatistics, type SectionStatistics, type SetStatistics } from './scenes';
import { tallyOf, type SpeechPlace } from './tally';

export interface LongSpeech {
  readonly name: string;
  readonly words: number;
  readonly scene: number;
  readonly page: number;
  readonly at: number;
  /** Its first words, as they print. */
  readonly begins: string;
}

export interface Statistics {
  readonly length: Length & { readonly pages: number };
  /** Pages from the start of page 1 to the end of the last one's text, a fraction. */
  readonly extent: number;
  readonly dialogue: { readonly words: number; readonly speeches: number; readonly rows: number; readonly share: number };
  readonly action: { readonly words: number; readonly rows: number; readonly share: number };
  readonly pages: readonly PageMix[];
  readonly scenes: readonly SceneStatistics[];
  readonly characters: readonly CharacterStatistics[];
  readonly pairs: readonly Pair[];
  readonly interruptions: readonly Interruption[];
  readonly sets: readonly SetStatistics[];
  readonly places: readonly Group<PlaceName>[];
  readonly lights: readonly Group<Light | 'unsaid'>[];
  readonly sections: readonly SectionStatistics[];
  /** The ten longest, the longest first. */
  readonly longestSpeeches: readonly LongSpeech[];
  readonly readability: Measured;
}

const known = new WeakMap<Layout, Statistics>();

/** The statistics of a laid-out script, kept with the layout. Never fails; an empty script has empty lists and zeros. */
export function statisticsOf(layout: Layout): Statistics {
  let statistics = known.get(layout);
  if (!statistics) {
    statistics = count(layout);
    known.set(layout, statistics);
  }
  return statistics;
}

function count(layout: Layout): Statistics {
  const tally = tallyOf(layout.script);
  const { speeches } = tally;
  const length = lengthOf(layout);
  const pages = pageMixesOf(layout);
  const position = positionsIn(layout);
  const extent = layout.pages.length === 0 ? 0 : layout.pages.length - 1 + (layout.pages.at(-1)?.rows ?? 0) / layout.paper.rows;
  const scenes = sceneStatisticsOf(layout, tally);
  const rows = { dialogue: sum(pages, 'dialogue'), action: sum(pages, 'action') };
  const share = dialogueShare(rows);
  return {
    length,
    extent,
    dialogue: { words: sum(tally.scenes, 'dialogue'), speeches: speeches.length, rows: rows.dialogue, share },
    action: { words: sum(tally.scenes, 'action'), rows: rows.action, share: rows.dialogue + rows.action === 0 ? 0 : 1 - share },
    pages,
    scenes,
    characters: characterStatisticsOf(speeches, position),
    pairs: pairsOf(speeches),
    interruptions: interruptionsOf(speeches),
    sets: setStatisticsOf(layout, scenes),
    places: groupsOf(scenes, ({ place }) => place),
    lights: groupsOf(scenes, ({ light }) => light ?? 'unsaid'),
    sections: sectionStatisticsOf(layout, scenes, position, extent),
    longestSpeeches: longestOf(speeches, position),
    readability: readabilityOf(speeches.map(({ facts }) => facts)),
  };
}

const LONGEST = 10;
const FIRST_WORDS = 64;

function longestOf(speeches: readonly SpeechPlace[], position: (offset: number) => number): LongSpeech[] {
  const longest: SpeechPlace[] = [];
  for (const speech of speeches) {
    // Behind those that are as long: the first of equals stands first.
    const place = longest.findIndex(({ facts }) => facts.words < speech.facts.words);
    if (place >= 0 || longest.length < LONGEST) {
      longest.splice(place < 0 ? longest.length : place, 0, speech);
      longest.length = Math.min(longest.length, LONGEST);
    }
  }
  return longest
    .map(({ facts, scene, at }) => {
      const said = facts.said.join(' ').replace(/\s+/gu, ' ').trim();
      const begins = said.length > FIRST_WORDS ? `${said.slice(0, said.lastIndexOf(' ', FIRST_WORDS) + 1 || FIRST_WORDS).trimEnd()}…` : said;
      return { name: facts.name, words: facts.words, scene, page: 1 + Math.floor(position(at)), at, begins };
    });
}

function sum<Key extends string>(among: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return among.reduce((total, each) => total + each[key], 0);
}
