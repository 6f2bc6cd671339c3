// What the parts of the report share: the figures, the room for pictures, and numbers in the writer's language.
import * as vscode from 'vscode';
import { plainText } from '../core/fountain/inline';
import type { Layout } from '../core/page/page';
import { formatDuration, formatEighths } from '../core/page/sceneLengths';
import type { Light } from '../core/script/timeOfDay';
import type { PlaceName, SceneStatistics } from '../core/statistics/scenes';
import type { Statistics } from '../core/statistics/statistics';
import type { Frame } from './charts/canvas';
import type { Cell, Column } from './protocol';

/** What a part is made from. */
export interface Teller {
  readonly statistics: Statistics;
  readonly layout: Layout;
  readonly frame: Frame;
}

const whole = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(vscode.env.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(vscode.env.language, { style: 'percent', maximumFractionDigits: 0 });

export function count(value: number): string {
  return whole.format(value);
}

export function decimal(value: number): string {
  return oneDigit.format(value);
}

/** "54%"; what is there, but less than half a hundredth, is not told as nothing. */
export function share(value: number): string {
  return value > 0 && value < 0.005 ? `<${percent.format(0.01)}` : percent.format(value);
}

/** "2 3/8": pages as the trade writes them. */
export function pages(eighths: number): string {
  return formatEighths(Math.round(eighths));
}

export function clock(seconds: number): string {
  return formatDuration(Math.round(seconds));
}

/** A scene's number, or where it has none its place in order. */
export function sceneNumber({ statistics }: Teller, index: number): string {
  return statistics.scenes[index]?.number ?? String(index + 1);
}

/** "12 INT. FERRY - NIGHT"; before the first heading there is none. */
export function sceneName(teller: Teller, index: number): string {
  const scene = teller.statistics.scenes[index];
  return scene ? `${sceneNumber(teller, index)}  ${headingOf(scene)}` : vscode.l10n.t('Before the first scene');
}

export function headingOf(scene: SceneStatistics): string {
  return plainText(scene.heading) || vscode.l10n.t('Untitled scene');
}

export function placeName(place: PlaceName): string {
  return place === 'INT' ? vscode.l10n.t('Interior') : place === 'EXT' ? vscode.l10n.t('Exterior') : place === 'INT/EXT' ? vscode.l10n.t('Both') : vscode.l10n.t('Not said');
}

export function lightName(light: Light | 'unsaid'): string {
  return light === 'day' ? vscode.l10n.t('Day') : light === 'night' ? vscode.l10n.t('Night') : light === 'dusk' ? vscode.l10n.t('Dawn or dusk') : vscode.l10n.t('Not said');
}

export function words(column: string): Column {
  return { label: column, numeric: false };
}

export function figures(column: string, explains?: string): Column {
  return { label: column, numeric: true, ...(explains !== undefined && { explains }) };
}

/** A cell with a whole number that sorts as one. */
export function figure(value: number, more: Partial<Cell> = {}): Cell {
  return { text: count(value), sort: value, ...more };
}

/** A cell with a share and its bar: of the whole, or beside the largest among its fellows, who may all be small. */
export function shareCell(value: number, largest = 1): Cell {
  return { text: share(value), sort: value, bar: largest === 0 ? 0 : value / largest };
}

/** The largest share among some. */
export function largestShare(among: readonly { readonly share: number }[]): number {
  return among.reduce((most, { share: part }) => Math.max(most, part), 0);
}
