// The names of the words that the stripboard shows of itself.

/** The words the view shows of itself, in the writer's language (words.ts gives them). */
export type Words = Readonly<Record<Word, string>>;

export type Word =
  | 'boards' | 'newBoard' | 'duplicate' | 'rename' | 'delete' | 'compare' | 'compareHint' | 'difference'
  | 'days' | 'day' | 'addDay' | 'addOff' | 'dayOff' | 'removeDay' | 'toDayBefore' | 'toDayAfter' | 'toBoneyard' | 'splitDay' | 'joinDays' | 'noteDay'
  | 'moveUp' | 'moveDown' | 'moveTo' | 'newDay' | 'strips' | 'strip' | 'banner' | 'addBanner' | 'editBanner' | 'removeBanner'
  | 'boneyard' | 'boneyardEmpty' | 'toPlace' | 'toPlaceHint' | 'dropHere'
  | 'undo' | 'redo' | 'optimise' | 'optimiseAll' | 'optimiseFromHere' | 'optimiseWithin' | 'seconds' | 'cancel'
  | 'proposal' | 'proposalHint' | 'takeNew' | 'takeReplace' | 'leave'
  | 'explain' | 'reasons' | 'noReasons' | 'close' | 'costs' | 'total' | 'flags' | 'noFlags' | 'held' | 'waiting'
  | 'changed' | 'acceptAll' | 'accept' | 'goTo' | 'sheets' | 'breakdown' | 'production' | 'dood' | 'oneLine' | 'shooting' | 'call' | 'costSheet'
  | 'proposalShow' | 'boardShow' | 'movedFrom' | 'endOfDay' | 'clearFind' | 'matches' | 'selectCast' | 'works' | 'save' | 'compact' | 'changedShow'
  | 'find' | 'showCast' | 'keys' | 'keysHelp' | 'grabbed' | 'dropped' | 'cancelled' | 'selected' | 'more' | 'nothing' | 'loading';
