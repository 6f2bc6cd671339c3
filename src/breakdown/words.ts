// The words of the breakdown, told through the caller's translation.
import type { BreakdownScene, SceneElement } from '../core/breakdown/breakdown';
import type { SceneLight } from '../core/production/production';
import type { Words } from './protocol';

/** A text with `{0}`, `{1}`, ... in the writer's language: vscode.l10n.t. */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string;

export interface NamedCategory {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

export function lightName(light: SceneLight, t: Translate): string {
  return { day: t('Day'), night: t('Night'), dawn: t('Dawn'), dusk: t('Dusk') }[light];
}

/** Where a scene's light comes from, where the heading does not say it. */
export function lightNote(from: BreakdownScene['lightFrom'], t: Translate): string {
  return { heading: '', before: t('as the scene before'), assumed: t('assumed'), hand: t('set by hand') }[from];
}

export function castRowName(from: SceneElement['from'], cast: string, t: Translate): string {
  return { speaks: cast, silent: t('{0}, silent', cast), hand: t('{0}, by hand', cast) }[from];
}

export function sayHow(from: SceneElement['from'], t: Translate): string {
  return { speaks: t('speaks'), silent: t('named in action only'), hand: t('put there by you') }[from];
}

export function sayCount(scenes: number, t: Translate): string {
  return scenes === 0 ? t('in no scene') : scenes === 1 ? t('in 1 scene') : t('in {0} scenes', scenes);
}

/** How many tags stand on words that are gone. */
export function sayLostTags(count: number, t: Translate): string {
  return count === 1 ? t('1 tag has lost its words') : t('{0} tags have lost their words', count);
}

/** How many scenes that were broken down are gone. */
export function sayOrphans(count: number, t: Translate): string {
  return count === 1 ? t('1 scene is not in the script any more') : t('{0} scenes are not in the script any more', count);
}

/** Every word the view shows of itself. @param undo what undo and redo would take back and do again */
export function viewWords(t: Translate, undo: string | undefined, redo: string | undefined): Words {
  return {
    scenes: t('Scenes'), elements: t('Elements'), suggestions: t('Suggestions'), views: t('Views of the breakdown'),
    filter: t('Filter'), filterHint: t('Filter by words: a set, night, a name, a kind'), noMatch: t('Nothing here has these words.'),
    light: t('Light'), storyDay: t('Story day'), minutes: t('Minutes of shooting'), synopsis: t('Synopsis'), notes: t('Notes'),
    asScript: t('As the script says ({0})'), day: t('Day'), night: t('Night'), dawn: t('Dawn'), dusk: t('Dusk'),
    add: t('Add element…'), addTo: t('Add to {0}'), remove: t('Take {0} out of this scene'), takeOut: t('{0} is not in this scene'), takenOut: t('Taken out:'), putBack: t('Put {0} back'),
    suggestionsHere: t('Suggestions: {0}'), askScene: t('Ask the model'), ask: t('Ask the model…'), stop: t('Stop'),
    sheets: t('Breakdown sheets…'), sheet: t('Sheet…'), lists: t('Element lists…'),
    accept: t('Accept'), refuse: t('Refuse'), acceptAll: t('Accept all'), refuseAll: t('Refuse all'), acceptAllIn: t('Accept all: {0}'), refuseAllIn: t('Refuse all: {0}'), acceptNamed: t('Accept {0}'), refuseNamed: t('Refuse {0}'),
    byScene: t('By scene'), byKind: t('By kind'), groupBy: t('Group'), byModel: t('by the model'),
    noSuggestions: t('No suggestions are waiting.'), noSuggestionsHint: t('What you refused is not suggested again. A connected model may find more: "Ask the model…".'),
    noElements: t('Nothing is broken down yet.'), noElementsHint: t('Accept suggestions, or select words in the script and run "Backlot: Tag as Element".'),
    rename: t('Rename'), merge: t('Merge…'), category: t('Category…'), removeElement: t('Remove'), count: t('How many: {0}'), more: t('Details'), inScenes: t('Scenes: {0}'),
    lostWords: t('{0}: “{1}” is not in this scene any more.'), reattach: t('Reattach…'), letGo: t('Let go'), find: t('Find in script'),
    openFile: t('Open file'),
    keys: t('Arrows: go through scenes and elements. Enter: go to the place in the script. A: add. E: details. Delete: take out. Ctrl+Z: undo.'),
    // Buttons of one width, whatever would be taken back: that is said on pointing at them.
    undo: t('Undo'), redo: t('Redo'), undoWhat: undo === undefined ? t('Undo') : t('Undo: {0}', undo), redoWhat: redo === undefined ? t('Redo') : t('Redo: {0}', redo),
    goToScene: t('Scene {0}'), nextLost: t('Go to the next one'), board: t('Stripboard'), production: t('Production'),
  };
}
