// Every word the stripboard shows of itself, in the writer's language.
import * as vscode from 'vscode';
import type { Words } from './word';

/** Made once for each state; `{0}` in a word is filled in by the view. */
export function boardWords(): Words {
  return { ...ofBoards(), ...ofDays(), ...ofStrips(), ...ofSearch(), ...ofView() };
}

function ofBoards() {
  return {
    boards: vscode.l10n.t('Boards'),
    newBoard: vscode.l10n.t('New board in script order'),
    duplicate: vscode.l10n.t('Duplicate'),
    rename: vscode.l10n.t('Rename…'),
    delete: vscode.l10n.t('Delete'),
    compare: vscode.l10n.t('Compare boards'),
    compareHint: vscode.l10n.t('Each board against the first.'),
    difference: vscode.l10n.t('Difference'),
    sheets: vscode.l10n.t('Sheets…'),
    breakdown: vscode.l10n.t('Breakdown'),
    production: vscode.l10n.t('Production'),
    dood: vscode.l10n.t('Day Out of Days'),
    oneLine: vscode.l10n.t('One-line schedule'),
    shooting: vscode.l10n.t('Shooting schedule'),
    call: vscode.l10n.t('Call sheet'),
    costSheet: vscode.l10n.t('Cost summary'),
  };
}

function ofDays() {
  return {
    days: vscode.l10n.t('Shooting days'),
    day: vscode.l10n.t('Day'),
    addDay: vscode.l10n.t('Add a day'),
    addOff: vscode.l10n.t('Add a day off'),
    dayOff: vscode.l10n.t('Day off'),
    removeDay: vscode.l10n.t('Remove day'),
    toDayBefore: vscode.l10n.t('Its scenes to the day before'),
    toDayAfter: vscode.l10n.t('Its scenes to the day after'),
    toBoneyard: vscode.l10n.t('To the boneyard'),
    splitDay: vscode.l10n.t('Day break before this strip'),
    joinDays: vscode.l10n.t('Join with the next day'),
    noteDay: vscode.l10n.t('Note on the day…'),
    newDay: vscode.l10n.t('A new day'),
    waiting: vscode.l10n.t('The company waits'),
    endOfDay: vscode.l10n.t('End of {0}'),
    held: vscode.l10n.t('Held'),
  };
}

function ofStrips() {
  return {
    strips: vscode.l10n.t('Strips'),
    strip: vscode.l10n.t('Strip'),
    banner: vscode.l10n.t('Banner'),
    addBanner: vscode.l10n.t('Add a banner…'),
    editBanner: vscode.l10n.t('Edit banner…'),
    removeBanner: vscode.l10n.t('Remove banner'),
    moveUp: vscode.l10n.t('Move up'),
    moveDown: vscode.l10n.t('Move down'),
    moveTo: vscode.l10n.t('Move to…'),
    boneyard: vscode.l10n.t('Boneyard'),
    boneyardEmpty: vscode.l10n.t('Scenes that are not to be shot for now are put here.'),
    toPlace: vscode.l10n.t('To be placed'),
    toPlaceHint: vscode.l10n.t('New in the script, on no day yet.'),
    dropHere: vscode.l10n.t('Drop strips here'),
    changed: vscode.l10n.t('The script has changed'),
    accept: vscode.l10n.t('Looked over'),
    acceptAll: vscode.l10n.t('All looked over'),
    goTo: vscode.l10n.t('Go to scene in script'),
    showCast: vscode.l10n.t('Show cast'),
    grabbed: vscode.l10n.t('{0} carried'),
    dropped: vscode.l10n.t('{0} dropped.'),
    cancelled: vscode.l10n.t('Put back.'),
    selected: vscode.l10n.t('{0} strips selected'),
  };
}

function ofSearch() {
  return {
    optimise: vscode.l10n.t('Find a cheaper plan'),
    optimiseAll: vscode.l10n.t('All days'),
    optimiseFromHere: vscode.l10n.t('From this day on'),
    optimiseWithin: vscode.l10n.t('Within the selected days'),
    seconds: vscode.l10n.t('{0} seconds'),
    cancel: vscode.l10n.t('Stop'),
    proposal: vscode.l10n.t('Proposed plan'),
    proposalHint: vscode.l10n.t('Your board stays as it is until you take this one.'),
    proposalShow: vscode.l10n.t('Show the proposed plan'),
    boardShow: vscode.l10n.t('Show my board'),
    movedFrom: vscode.l10n.t('from {0}'),
    takeNew: vscode.l10n.t('Take as a new board'),
    takeReplace: vscode.l10n.t('Replace this board'),
    leave: vscode.l10n.t('Leave it'),
    explain: vscode.l10n.t('Explain this plan'),
    reasons: vscode.l10n.t('Why the plan is as it is'),
    noReasons: vscode.l10n.t('Nobody is held, nothing moves, no night is needed: there is nothing to explain.'),
  };
}

function ofView() {
  return {
    undo: vscode.l10n.t('Undo'),
    redo: vscode.l10n.t('Redo'),
    close: vscode.l10n.t('Close'),
    costs: vscode.l10n.t('Costs'),
    total: vscode.l10n.t('Total'),
    flags: vscode.l10n.t('Red flags'),
    noFlags: vscode.l10n.t('No red flags'),
    save: vscode.l10n.t('Save'),
    clearFind: vscode.l10n.t('Clear the search'),
    matches: vscode.l10n.t('{0} of {1} strips'),
    selectCast: vscode.l10n.t('Strips of {0}'),
    compact: vscode.l10n.t('Compact strips'),
    changedShow: vscode.l10n.t('Show changes'),
    works: vscode.l10n.t('works'),
    find: vscode.l10n.t('Find a strip'),
    keys: vscode.l10n.t('Keys'),
    keysHelp: vscode.l10n.t('Arrows: from strip to strip. Alt with arrows: carry. Question mark: all keys.'),
    more: vscode.l10n.t('More actions'),
    nothing: vscode.l10n.t('Nothing here yet.'),
    loading: vscode.l10n.t('Reading the script…'),
  };
}

/** The keys of the view, for its help. */
export function boardHelp(): { keys: string; told: string }[] {
  return [
    { keys: '↑ ↓', told: vscode.l10n.t('From strip to strip') },
    { keys: '← →', told: vscode.l10n.t('From day to day') },
    { keys: 'Shift+↑ ↓', told: vscode.l10n.t('Select more strips') },
    { keys: 'Space', told: vscode.l10n.t('Select one more strip, or one fewer') },
    { keys: 'Ctrl+A', told: vscode.l10n.t('Select all strips of the day') },
    { keys: 'Alt+↑ ↓', told: vscode.l10n.t('Carry the selected strips, or the day; letting go of Alt drops them, Escape puts them back') },
    { keys: 'Alt+Shift+↑ ↓', told: vscode.l10n.t('Carry them to the next day') },
    { keys: 'Enter', told: vscode.l10n.t('Go to the scene in the script') },
    { keys: 'Delete', told: vscode.l10n.t('To the boneyard') },
    { keys: 'B', told: vscode.l10n.t('A banner before this strip') },
    { keys: 'D', told: vscode.l10n.t('A day break before this strip') },
    { keys: 'M, Shift+F10', told: vscode.l10n.t('All actions') },
    { keys: 'Ctrl+Z, Ctrl+Shift+Z', told: vscode.l10n.t('Undo, redo') },
    { keys: 'Ctrl+F, /', told: vscode.l10n.t('Find a strip') },
    { keys: '?', told: vscode.l10n.t('These keys') },
  ];
}
