// What the extension and the form of a production's resources say to each other, and what the form shows.
import type { FieldRef, WindowRef } from '../core/production/validateField';

export type TabId = 'cast' | 'elements' | 'places' | 'crew' | 'rules' | 'demands';

/** Everything that the form shows; each change of anything brings all of it anew, and the view patches what is another. */
export interface Shown {
  readonly kind: 'show';
  readonly uri: string;
  readonly title: string;
  /** What would be taken back, and made again; missing where there is nothing. */
  readonly undo?: string;
  readonly redo?: string;
  readonly tabs: readonly Tab[];
  readonly lists: Readonly<Record<ListId, readonly Option[]>>;
  readonly words: Words;
}

/** Nothing to fill in, and why. */
export interface Nothing {
  readonly kind: 'nothing';
  readonly uri: string;
  readonly title: string;
  readonly text: string;
  /** A way out, where there is one. */
  readonly action?: { readonly name: string; readonly go: GoTo };
}

/** What a field with a list offers. */
export type ListId = 'scenes' | 'locations' | 'holds' | 'departments' | 'currencies';

export interface Option {
  /** What is sent when it is chosen. */
  readonly value: string;
  readonly text: string;
}

export interface Tab {
  readonly id: TabId;
  readonly name: string;
  /** How many there are: "12". Empty where nothing is counted. */
  readonly count: string;
  readonly warnings: number;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly heading?: string;
  readonly lead?: string;
  /** A form has a field a row, named by the row; a table a column for each. */
  readonly layout: 'table' | 'form';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Said in the place of rows. */
  readonly empty?: string;
  readonly add?: AddRow;
  /** Rows can be chosen and put at a location together. */
  readonly puts?: true;
  /** Rows that cost nothing and have no dates can be left out. */
  readonly narrows?: string;
}

export interface Column {
  readonly id: string;
  readonly name: string;
  /** Said on pointing at it. */
  readonly hint?: string;
  readonly width: 'tiny' | 'short' | 'medium' | 'long' | 'windows';
}

export interface Row {
  readonly id: string;
  /** What it is called by a screen reader, and found by. */
  readonly told: string;
  readonly cells: readonly Cell[];
  /** What taking it away is called, where that is possible. */
  readonly remove?: string;
  /** Costs something or has dates. */
  readonly marked?: true;
  /** Under the field of a form. */
  readonly hint?: string;
}

/** Keys are those of `fieldKey`. */
export type Cell =
  | { readonly kind: 'text'; readonly key: string; readonly value: string; /** While it is not being typed in. */ readonly shown?: string; readonly placeholder?: string; readonly list?: ListId; readonly date?: string; readonly number?: true; readonly unit?: string; readonly warnings?: readonly string[] }
  | { readonly kind: 'check'; readonly key: string; readonly value: boolean; readonly label?: string; readonly warnings?: readonly string[] }
  | { readonly kind: 'checks'; readonly key: string; readonly boxes: readonly { readonly key: string; readonly label: string; readonly value: boolean }[]; readonly warnings?: readonly string[] }
  | { readonly kind: 'windows'; readonly key: string; readonly windows: readonly Chip[]; readonly tone: 'available' | 'away'; readonly single?: true; readonly warnings?: readonly string[] }
  | { readonly kind: 'scenes'; readonly key: string; readonly scenes: readonly Option[]; readonly warnings?: readonly string[] }
  | { readonly kind: 'number'; readonly key: string; readonly text: string; readonly warnings?: readonly string[] }
  | { readonly kind: 'told'; readonly key: string; readonly text: string; readonly quiet?: true; readonly warnings?: readonly string[] };

/** A window or a holiday. */
export interface Chip {
  /** `from/to`. */
  readonly old: string;
  /** "12-16 May". */
  readonly text: string;
  /** With its year. */
  readonly whole: string;
}

/** A row of fields from which a new one is made. */
export interface AddRow {
  readonly what: AddWhat;
  readonly name: string;
  readonly fields: readonly { readonly field: string; readonly label: string; readonly placeholder?: string; readonly list?: ListId; readonly date?: true; readonly many?: true; readonly width: Column['width'] }[];
}

export type AddWhat = 'locations' | 'crew' | 'before' | 'sameDay' | 'pinned';
const ADD_WHATS: readonly string[] = ['locations', 'crew', 'before', 'sameDay', 'pinned'] satisfies readonly AddWhat[];

export interface Words {
  readonly board: string;
  readonly breakdown: string;
  readonly import: string;
  readonly export: string;
  readonly undo: string;
  readonly redo: string;
  readonly find: string;
  readonly none: string;
  readonly add: string;
  readonly addWindow: string;
  readonly from: string;
  readonly to: string;
  readonly pickDate: string;
  /** "Remove {0}". */
  readonly remove: string;
  /** Of a window, for screen readers: "{0}. Enter changes it, Delete takes it away." */
  readonly chip: string;
  readonly notSaved: string;
  /** Of what was typed before the form was closed. */
  readonly typedBefore: string;
  readonly newLocation: string;
  readonly putAt: string;
  readonly put: string;
  /** "{0} chosen". */
  readonly chosen: string;
  readonly choose: string;
  readonly chooseAll: string;
  readonly renumber: string;
  readonly renumberHint: string;
  readonly warning: string;
  readonly tabs: string;
  /** Where a table goes on to the right, out of sight. */
  readonly moreColumns: string;
}

/** An import, before anything of it is done. */
export interface ImportShown {
  readonly kind: 'import';
  readonly title: string;
  readonly lines: readonly { readonly tone: 'added' | 'changed' | 'problem' | 'note'; readonly text: string; readonly details: readonly string[] }[];
  /** Missing where there is nothing to do. */
  readonly yes?: string;
  readonly no: string;
}

export type ToProduction =
  | Shown
  | Nothing
  | ImportShown
  /** What was typed there is not taken. */
  | { readonly kind: 'refused'; readonly key: string; readonly text: string; readonly said?: string }
  /** `said`: what was sent for one of several windows: another of the same cell may be typed meanwhile. */
  | { readonly kind: 'saved'; readonly key: string; readonly said?: string }
  /** For screen readers, after undo and the like. */
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'tab'; readonly tab: TabId; /** The row that is meant. */ readonly id?: string };

export type GoTo = 'board' | 'breakdown' | 'file' | 'script';
const GO_TOS: readonly string[] = ['board', 'breakdown', 'file', 'script'] satisfies readonly GoTo[];

export type FromProduction =
  | { readonly kind: 'ready' }
  /** `make`: a location of that name is made where there is none. */
  | { readonly kind: 'set'; readonly key: string; readonly text: string; readonly make?: true }
  | { readonly kind: 'window'; readonly key: string; readonly old: string; readonly text: string }
  | { readonly kind: 'add'; readonly what: AddWhat; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'put'; readonly sets: readonly string[]; readonly location: string; readonly make?: true }
  | { readonly kind: 'renumber'; readonly id: string }
  | { readonly kind: 'answer'; readonly yes: boolean }
  | { readonly kind: 'go'; readonly to: GoTo }
  | { readonly kind: 'undo' | 'redo' | 'import' | 'export' };

const ONS: readonly string[] = ['elements', 'sets', 'locations', 'crew', 'rules', 'demands'] satisfies readonly FieldRef['on'][];
const WINDOW_ONS: readonly string[] = ['elements', 'locations', 'crew', 'rules'] satisfies readonly WindowRef['on'][];
const WINDOW_FIELDS: readonly string[] = ['available', 'away', 'holidays'] satisfies readonly WindowRef['field'][];

/** A field as the view names it: `elements/ab12/dayCost`. */
export function fieldKey({ on, id, field }: FieldRef): string {
  return `${on}/${id}/${field}`;
}

/** A field of a row that is being added. */
export function newFieldKey(what: string, field: string): string {
  return `new/${what}/${field}`;
}

/** Undefined where there is no such kind of field; whether the row is there, the production knows. */
export function fieldOf(key: string): FieldRef | undefined {
  const [on = '', id = '', field = '', ...more] = key.split('/');
  return ONS.includes(on) && more.length === 0 ? { on: on as FieldRef['on'], id, field } : undefined;
}

export function windowOf(key: string): WindowRef | undefined {
  const ref = fieldOf(key);
  return ref && WINDOW_ONS.includes(ref.on) && WINDOW_FIELDS.includes(ref.field) && (ref.field === 'holidays') === (ref.on === 'rules') ? (ref as WindowRef) : undefined;
}

const MOST_TEXT = 20_000;
const MOST_SETS = 5000;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_TEXT;
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length <= MOST_SETS && value.every(isText);

/** What the view said, if it is something that it may say; undefined otherwise. A webview is a browser: nothing of it is taken on trust. */
export function readFromProduction(value: unknown): FromProduction | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const said = value as Readonly<Record<string, unknown>>;
  const { kind, key, text, old, id, to, location, sets } = said;
  const made = said['make'] === true ? ({ make: true } as const) : {};
  switch (kind) {
    case 'ready':
    case 'undo':
    case 'redo':
    case 'import':
    case 'export':
      return { kind };
    case 'set':
      return isText(key) && isText(text) && fieldOf(key) ? { kind, key, text, ...made } : undefined;
    case 'window':
      return isText(key) && isText(text) && isText(old) && windowOf(key) ? { kind, key, old, text } : undefined;
    case 'add':
      return readAdd(said);
    case 'remove':
      return isText(key) && fieldOf(key) ? { kind, key } : undefined;
    case 'put':
      return isTexts(sets) && isText(location) ? { kind, sets: [...sets], location, ...made } : undefined;
    case 'renumber':
      return isText(id) ? { kind, id } : undefined;
    case 'answer':
      return typeof said['yes'] === 'boolean' ? { kind, yes: said['yes'] } : undefined;
    case 'go':
      return isText(to) && GO_TOS.includes(to) ? { kind, to: to as GoTo } : undefined;
    default:
      return undefined;
  }
}

function readAdd({ what, values }: Readonly<Record<string, unknown>>): FromProduction | undefined {
  if (!isText(what) || !ADD_WHATS.includes(what) || typeof values !== 'object' || values === null) {
    return undefined;
  }
  const entries = Object.entries(values).slice(0, 20).filter((entry): entry is [string, string] => isText(entry[0]) && isText(entry[1]));
  return { kind: 'add', what: what as AddWhat, values: Object.fromEntries(entries) };
}
