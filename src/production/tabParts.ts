// What the tabs of the form are made with: cells of terms, windows and warnings.
import type { Breakdown } from '../core/breakdown/breakdown';
import type { CrewMember, Production, Terms, Window } from '../core/production/production';
import type { FieldRef } from '../core/production/validateField';
import type { Warning } from '../core/production/validateWarning';
import { fieldKey, type Cell, type Chip, type Column } from './protocol';
import type { Teller } from './teller';

export interface TabParts {
  readonly production: Production;
  readonly breakdown: Breakdown;
  readonly teller: Teller;
  /** By the key of their field. */
  readonly warnings: ReadonlyMap<string, readonly string[]>;
}

export type RowRef = Pick<FieldRef, 'on' | 'id'>;

export function warningTexts(warnings: readonly Warning[], teller: Teller): Map<string, readonly string[]> {
  const texts = new Map<string, readonly string[]>();
  for (const warning of warnings) {
    const key = fieldKey(warning);
    texts.set(key, [...(texts.get(key) ?? []), teller.said(warning.said)]);
  }
  return texts;
}

/** The warnings of a field, where there are any, to be spread into its cell. */
export function warned({ warnings }: TabParts, key: string): { readonly warnings?: readonly string[] } {
  const texts = warnings.get(key);
  return texts ? { warnings: texts } : {};
}

export function textCell(parts: TabParts, row: RowRef, field: string, value: string | undefined, more: Partial<Extract<Cell, { kind: 'text' }>> = {}): Cell {
  const key = fieldKey({ ...row, field });
  return { kind: 'text', key, value: value ?? '', ...more, ...warned(parts, key) };
}

export function moneyCell(parts: TabParts, row: RowRef, field: string, value: number | undefined): Cell {
  const { teller, production } = parts;
  const shown = value === undefined ? {} : { shown: teller.money(value, production.rules.currency) };
  return textCell(parts, row, field, value === undefined ? '' : String(value), { number: true, ...shown });
}

export function shareCell(parts: TabParts, row: RowRef, value: number | undefined): Cell {
  const { teller } = parts;
  return textCell(parts, row, 'holdShare', value === undefined ? '' : teller.share(value), { list: 'holds', placeholder: teller.hold.full });
}

export function dropCell(parts: TabParts, row: RowRef, value: number | undefined): Cell {
  const { l10n } = parts.teller;
  const shown = value === undefined ? {} : { shown: value === 1 ? l10n.t('1 day') : l10n.t('{0} days', value) };
  return textCell(parts, row, 'dropAfter', value === undefined ? '' : String(value), { number: true, placeholder: l10n.t('never'), ...shown });
}

export function windowCells(parts: TabParts, row: RowRef, { available, away }: Pick<Terms, 'available' | 'away'>): Cell[] {
  return [windowCell(parts, row, 'available', available), windowCell(parts, row, 'away', away)];
}

function windowCell(parts: TabParts, row: RowRef, field: 'available' | 'away', windows: readonly Window[] = []): Cell {
  const key = fieldKey({ ...row, field });
  return { kind: 'windows', key, tone: field, windows: windows.map((window) => chipOf(parts.teller, window)), ...warned(parts, key) };
}

export function chipOf(teller: Teller, window: Window): Chip {
  return { old: `${window.from}/${window.to}`, text: teller.window(window), whole: teller.wholeWindow(window) };
}

export function windowColumns({ l10n }: Teller): Column[] {
  return [
    { id: 'available', name: l10n.t('Available'), hint: l10n.t('Available on these days only. Nothing here: always.'), width: 'windows' },
    { id: 'away', name: l10n.t('Away'), hint: l10n.t('Not available on these days.'), width: 'windows' },
  ];
}

/** Dates stand right behind the sum: both are what one opens the form for, and must be in sight in half a window. */
export function termColumns(teller: Teller): Column[] {
  const { l10n } = teller;
  return [
    { id: 'dayCost', name: l10n.t('Day cost'), hint: l10n.t('For a day worked.'), width: 'short' },
    ...windowColumns(teller),
    { id: 'holdShare', name: l10n.t('Held'), hint: l10n.t('What a day of waiting between two days of work costs: in full, half, free, or a share such as 30 %.'), width: 'short' },
    { id: 'dropAfter', name: l10n.t('Drop/pick up after'), hint: l10n.t('Dropped and picked up again, once, where at least so many calendar days lie between two days of work.'), width: 'short' },
  ];
}

export function termCells(parts: TabParts, row: RowRef, { dayCost, holdShare, dropAfter, ...windows }: Terms): Cell[] {
  return [moneyCell(parts, row, 'dayCost', dayCost), ...windowCells(parts, row, windows), shareCell(parts, row, holdShare), dropCell(parts, row, dropAfter)];
}

export function told(text: string, key: string, quiet = false): Cell {
  return { kind: 'told', key, text, ...(quiet && { quiet: true }) };
}

export function hasTerms({ dayCost, available, away }: Terms | CrewMember): boolean {
  return (dayCost ?? 0) > 0 || (available?.length ?? 0) > 0 || (away?.length ?? 0) > 0;
}

/** By name, as the writer's language sorts. */
export function byName(locale: string): (a: readonly [string, { readonly name: string }], b: readonly [string, { readonly name: string }]) => number {
  const collator = new Intl.Collator(locale, { numeric: true });
  return ([, a], [, b]) => collator.compare(a.name, b.name);
}
