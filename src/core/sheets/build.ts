// The small pieces that sheets are built of.
import type { CellTone, SheetCell, SheetColumn, SheetKind, Sheet, SheetPart } from './sheet';
import type { SheetInput } from './input';
import type { SheetWords } from './words';
import { formatEighths } from '../page/formatLength';
import { subtitlesOf } from './lookUp';

/** A cell with a text, and a tone where it has one. */
export function cell(text: string, tone?: CellTone): SheetCell {
  return tone === undefined ? { text } : { text, tone };
}

/** A cell with a figure: nothing is shown for 0 where `quiet`. */
export function figure(value: number, quiet = false): SheetCell {
  return { text: quiet && value === 0 ? '' : String(value), value };
}

/** A cell with a length in eighths, written as the trade does. A spreadsheet gets pages. */
export function eighthsCell(eighths: number): SheetCell {
  return { text: formatEighths(eighths), value: eighths / 8 };
}

/** A cell with a sum, rounded to whole units. */
export function sum(amount: number, { production }: SheetInput, words: SheetWords): SheetCell {
  return { text: words.money(amount, production.rules.currency), value: Math.round(amount * 100) / 100 };
}

/** A column. */
export function column(head: string, width: number, align: SheetColumn['align'] = 'left'): SheetColumn {
  return { head: [head], align, width };
}

const TITLES = { dayOutOfDays: 'dayOutOfDays', oneLine: 'oneLine', shootingSchedule: 'shootingSchedule', call: 'call', costs: 'costs', breakdown: 'breakdown', elements: 'elements' } as const;
const LANDSCAPE: readonly SheetKind[] = ['dayOutOfDays', 'oneLine'];

/** A sheet of a kind with its title lines. */
export function sheet(kind: SheetKind, input: SheetInput, words: SheetWords, about: { readonly parts: readonly SheetPart[]; readonly facts?: Sheet['facts']; readonly under?: readonly string[] }): Sheet {
  return { kind, title: words.texts[TITLES[kind]], subtitles: [...subtitlesOf(kind, input, words), ...(about.under ?? [])], facts: about.facts ?? [], parts: about.parts, landscape: LANDSCAPE.includes(kind) };
}

/** A sheet that has nothing to show, and says why. */
export function emptySheet(kind: SheetKind, input: SheetInput, words: SheetWords, why: string): Sheet {
  return sheet(kind, input, words, { parts: [{ kind: 'paragraph', text: why }] });
}
