// Which sheet is wanted: said by a command of another view, kept by the sheets' own view.
import type { SheetId } from './protocol';

/** What may be given to `backlot.sheets.open` and `.export`; what is not said is asked, or taken as it was last. */
export interface SheetWish {
  /** Of the script. */
  readonly uri?: string;
  readonly sheet?: SheetId;
  /** Board id. */
  readonly board?: string;
  /** Board day id, for a call sheet. */
  readonly dayId?: string;
  /** Scene record id, for a breakdown sheet. */
  readonly sceneId?: string;
}

export const SHEET_IDS: readonly SheetId[] = ['call', 'oneLine', 'shooting', 'dood', 'costs', 'breakdown', 'elements'];

/** A wish as it comes from a key binding, another view or an older window. What cannot be one is left out. */
export function readWish(said: unknown): SheetWish {
  const text = (name: string): string | undefined => {
    const value: unknown = typeof said === 'object' && said !== null ? (said as Readonly<Record<string, unknown>>)[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [uri, board, dayId, sceneId] = [text('uri'), text('board'), text('dayId'), text('sceneId')];
  const sheet = SHEET_IDS.find((id) => id === text('sheet'));
  return { ...(uri !== undefined && { uri }), ...(sheet && { sheet }), ...(board !== undefined && { board }), ...(dayId !== undefined && { dayId }), ...(sceneId !== undefined && { sceneId }) };
}
