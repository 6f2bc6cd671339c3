// What each thing that the form can say changes in the production, and what undo calls it.
import * as vscode from 'vscode';
import type { Production } from '../core/production/production';
import { addRow, putSets, removeRow, withLocation } from '../core/production/validateRows';
import { rowOf, setField, setWindow, withField, type FieldRef } from '../core/production/validateField';
import { said, type Said } from '../core/production/validateSaid';
import { plainMessage } from '../host/plainMessage';
import type { Productions, ProductionState } from '../planning/planning';
import { fieldWordsOf } from './context';
import { fieldOf, newFieldKey, windowOf, type FromProduction } from './protocol';

/** Messages that change the production. */
export type Wanted = Extract<FromProduction, { kind: 'set' | 'window' | 'add' | 'remove' | 'put' }>;

export interface Change {
  /** The field that waits for an answer. */
  readonly key: string;
  readonly label: string;
  /** `field`: the key of another field that is to blame. */
  readonly change: (state: ProductionState) => { readonly ok: true; readonly value: Production } | { readonly ok: false; readonly said: Said; readonly field?: string };
}

const GONE = { ok: false, said: said('This is not in the production any more.') } as const;

export function changeFor(productions: Productions, wanted: Wanted, now: ProductionState): Change {
  const newId = (production: Production): string => productions.newId(production);
  switch (wanted.kind) {
    case 'set':
      return setting(wanted, now, newId);
    case 'window': {
      const { key, old, text } = wanted;
      const ref = windowOf(key);
      const change = (state: ProductionState) => (ref ? setWindow(state.production, ref, old, text, fieldWordsOf(state)) : GONE);
      return { key, label: labelOf(now.production, ref), change };
    }
    case 'add': {
      const { what } = wanted;
      const values = new Map(Object.entries(wanted.values));
      const change = ({ production, ...state }: ProductionState) => {
        const added = addRow(production, what, values, newId(production), fieldWordsOf({ production, ...state }));
        return added.ok ? added : { ...added, field: newFieldKey(what, added.field) };
      };
      return { key: newFieldKey(what, ''), label: vscode.l10n.t('Add'), change };
    }
    case 'remove': {
      const ref = fieldOf(wanted.key);
      const change = ({ production }: ProductionState) => (ref && ref.on !== 'rules' && isRemovable(ref.on) ? ({ ok: true, value: removeRow(production, ref.on, ref.id) } as const) : GONE);
      return { key: wanted.key, label: vscode.l10n.t('Take away {0}', ref ? nameOf(now.production, ref) : ''), change };
    }
    case 'put':
      return putting(wanted, newId);
  }
}

/** Cast and elements go in the breakdown, where the scenes that have them are seen. */
function isRemovable(on: FieldRef['on']): on is 'sets' | 'locations' | 'crew' | 'demands' {
  return on !== 'elements' && on !== 'rules';
}

function setting({ key, text, make }: Extract<Wanted, { kind: 'set' }>, now: ProductionState, newId: (production: Production) => string): Change {
  const ref = fieldOf(key);
  const change: Change['change'] = (state) => {
    const { production } = state;
    if (!ref) {
      return GONE;
    }
    if (make && ref.on === 'sets' && ref.field === 'location' && text.trim() !== '' && rowOf(production, 'sets', ref.id)) {
      const made = withLocation(production, text, newId(production));
      return { ok: true, value: withField(made.production, ref, made.location) };
    }
    return setField(production, ref, text, fieldWordsOf(state));
  };
  return { key, label: labelOf(now.production, ref), change };
}

function putting({ sets, location, make }: Extract<Wanted, { kind: 'put' }>, newId: (production: Production) => string): Change {
  const change: Change['change'] = ({ production }) => {
    const found = Object.entries(production.locations).find(([, { name }]) => name.toLowerCase() === location.trim().toLowerCase())?.[0];
    if (location.trim() === '') {
      return { ok: true, value: putSets(production, sets, undefined) };
    }
    if (found === undefined && !make) {
      return { ok: false, said: said('There is no location "{0}". Add it first, or choose one of the list.', location.trim()) };
    }
    const made = found === undefined ? withLocation(production, location, newId(production)) : { production, location: found };
    return { ok: true, value: putSets(made.production, sets, made.location) };
  };
  return { key: newFieldKey('put', 'location'), label: vscode.l10n.t('Put sets at a location'), change };
}

function labelOf(production: Production, ref: FieldRef | undefined): string {
  if (!ref) {
    return vscode.l10n.t('Change');
  }
  return ref.on === 'rules' ? vscode.l10n.t('Change of the rules') : vscode.l10n.t('Change of {0}', nameOf(production, ref));
}

function nameOf(production: Production, { on, id }: FieldRef): string {
  const row = on === 'rules' ? undefined : rowOf(production, on, id);
  return row && 'name' in row ? plainMessage(row.name, 60) : vscode.l10n.t('a constraint');
}

