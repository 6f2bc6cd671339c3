// The words of the form's buttons and of what a screen reader hears.
import type { Words } from './protocol';
import type { L10n } from './teller';

export function wordsOf(l10n: L10n): Words {
  return {
    board: l10n.t('Open the board'),
    breakdown: l10n.t('Open the breakdown'),
    import: l10n.t('Import CSV'),
    export: l10n.t('Export CSV'),
    undo: l10n.t('Undo'),
    redo: l10n.t('Redo'),
    find: l10n.t('Find'),
    none: l10n.t('Nothing here is called so.'),
    add: l10n.t('Add'),
    addWindow: l10n.t('12-16 May'),
    from: l10n.t('First day'),
    to: l10n.t('Last day'),
    pickDate: l10n.t('Choose from a calendar'),
    remove: l10n.t('Take away {0}', '{0}'),
    chip: l10n.t('{0}. Enter changes it, Delete takes it away.', '{0}'),
    notSaved: l10n.t('Not saved.'),
    typedBefore: l10n.t('Typed before this form was closed. Enter takes it, Escape lets it go.'),
    newLocation: l10n.t('New location "{0}"', '{0}'),
    putAt: l10n.t('Put at location'),
    put: l10n.t('Put there'),
    chosen: l10n.t('{0} chosen', '{0}'),
    choose: l10n.t('Choose {0}', '{0}'),
    chooseAll: l10n.t('Choose all'),
    renumber: l10n.t('Renumber cast'),
    renumberHint: l10n.t('Number {0}. Press to give another.', '{0}'),
    warning: l10n.t('Warning'),
    moreColumns: l10n.t('More columns'),
    tabs: l10n.t('Parts of the production'),
  };
}
