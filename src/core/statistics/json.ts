// The statistics as JSON: the names of fields that the command line and the export promise.
import type { CharacterStatistics } from './characters';
import { dialogueShare } from './pageMix';
import type { Measured } from './readability';
import type { Group, SceneStatistics } from './scenes';
import type { Statistics } from './statistics';

/** What each field holds, for a person: shown by the command line's help. */
export const JSON_FIELDS = `pages              number of pages
eighths, seconds   length of the whole script, at a page a minute
words              {dialogue, action}
dialogueShare      printed rows of dialogue, of those of dialogue and action: 0 to 1
speeches           number of speeches
pageRows           for each page {dialogue, action, other}: printed rows
scenes             {number?, heading, line, page, eighths, seconds, place, time?, dialogueWords, actionWords, dialogueShare, speeches, characters}
characters         {name, words, speeches, share, wordsPerSpeech, firstPage, lastPage, scenes: [index of scene], presence: [{scene, words, speeches}],
                    longestSilence?: {pages, scenes}, readability?: {grade, ease, wordsPerSentence}}
pairs              {names: [a, b], exchanges, scenes}: exchanges are speeches of one right after the other's, in one scene
interruptions      {interrupted, by, ending: "cutOff" (a dash) or "trailsOff" (dots), scene}
sets               {name, scenes, eighths, seconds, share, places, times}
places, times      {name, scenes, eighths, seconds, share}
sections           {name, depth, scenes, eighths, seconds, share, dialogueWords, actionWords}
longestSpeeches    {name, words, page, scene, begins}
readability        {grade, ease, wordsPerSentence} of all dialogue, or {none: "notEnglish" or "tooShort"}

Lines and indices of scenes count from 0 (-1: before the first heading), pages from 1. Shares are 0 to 1.`;

export type StatisticsJson = ReturnType<typeof statisticsJson>;

/** Plain data with the fields of JSON_FIELDS. */
export function statisticsJson(statistics: Statistics) {
  const { length, dialogue, action, pages, scenes, characters, pairs, interruptions, sets, places, lights, sections, longestSpeeches, readability } = statistics;
  return {
    pages: length.pages,
    eighths: length.eighths,
    seconds: length.seconds,
    words: { dialogue: dialogue.words, action: action.words },
    dialogueShare: rounded(dialogue.share),
    speeches: dialogue.speeches,
    pageRows: pages.map(({ dialogue: said, action: done, other }) => ({ dialogue: said, action: done, other })),
    scenes: scenes.map(sceneJson),
    characters: characters.map(characterJson),
    pairs: pairs.map(({ names, exchanges, scenes: together }) => ({ names, exchanges, scenes: together })),
    interruptions: interruptions.map(({ interrupted, by, ending, scene }) => ({ interrupted, by, ending, scene })),
    sets: sets.map((set) => ({ ...groupJson(set), places: set.places, times: set.lights })),
    places: places.map(groupJson),
    times: lights.map(groupJson),
    sections: sections.map((section) => ({ ...groupJson(section), depth: section.depth, dialogueWords: section.dialogue, actionWords: section.action })),
    longestSpeeches: longestSpeeches.map(({ name, words, page, scene, begins }) => ({ name, words, page, scene, begins })),
    readability: readability.kind === 'english' ? readability.readability : { none: readability.kind },
  };
}

function sceneJson(scene: SceneStatistics) {
  const { number, heading, line, page, eighths, seconds, place, light, dialogue, action, speeches, characters } = scene;
  return {
    ...(number !== undefined && { number }),
    heading,
    line,
    page,
    eighths,
    seconds,
    place,
    ...(light && { time: light }),
    dialogueWords: dialogue,
    actionWords: action,
    dialogueShare: rounded(dialogueShare(scene)),
    speeches,
    characters,
  };
}

function characterJson({ name, words, speeches, share, wordsPerSpeech, firstPage, lastPage, scenes, silence, readability }: CharacterStatistics) {
  return {
    name,
    words,
    speeches,
    share: rounded(share),
    wordsPerSpeech: rounded(wordsPerSpeech),
    firstPage,
    lastPage,
    scenes: scenes.map(({ scene }) => scene).filter((scene) => scene >= 0),
    presence: scenes.map(({ scene, words: said, speeches: count }) => ({ scene, words: said, speeches: count })),
    ...(silence && { longestSilence: { pages: rounded(silence.pages), scenes: silence.scenes } }),
    ...readabilityJson(readability),
  };
}

function readabilityJson(measured: Measured) {
  return measured.kind === 'english' ? { readability: measured.readability } : {};
}

function groupJson({ name, scenes, eighths, seconds, share }: Group) {
  return { name, scenes, eighths, seconds, share: rounded(share) };
}

/** Four digits tell all there is to tell. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
