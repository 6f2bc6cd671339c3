// What the sheets' view and the extension say to each other: a paper of the shoot as plain data, and what else could be shown.
import type { Sheet } from '../core/sheets/sheet';

export type { Sheet, SheetAbout, SheetCell, SheetColumn, SheetFact, SheetPart, SheetRow, SheetTable } from '../core/sheets/sheet';

export type SheetId = 'dood' | 'oneLine' | 'shooting' | 'call' | 'costs' | 'breakdown' | 'elements';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Something to choose among, with what is chosen. */
export interface Chooser {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
}

export interface Words {
  readonly view: string;
  readonly exportPdf: string;
  readonly exportCsv: string;
  readonly goTo: string;
}

export type ToSheets =
  | {
      readonly kind: 'show';
      readonly uri: string;
      readonly sheets: Chooser;
      /** Missing where the sheet is of no board, or there is none. */
      readonly boards?: Chooser;
      /** The day of a call sheet, the scene of a breakdown sheet. */
      readonly items?: Chooser;
      readonly sheet: Sheet;
      /** Colours of categories by id. */
      readonly colours: Readonly<Record<string, string>>;
      readonly words: Words;
    }
  | { readonly kind: 'nothing'; readonly uri: string; readonly title: string; readonly hint: string; readonly open?: string };

export type FromSheets =
  | { readonly kind: 'ready' }
  | { readonly kind: 'choose'; readonly what: 'sheet' | 'board' | 'item'; readonly id: string }
  | { readonly kind: 'export'; readonly format: 'pdf' | 'csv' }
  /** To a scene's heading in the script. */
  | { readonly kind: 'goTo'; readonly scene: string }
  | { readonly kind: 'openFile' };

/** What the view says, or claims to. */
export function readFromSheets(said: unknown): FromSheets | undefined {
  if (typeof said !== 'object' || said === null || !('kind' in said)) {
    return undefined;
  }
  switch (said.kind) {
    case 'ready':
    case 'openFile':
      return { kind: said.kind };
    case 'choose':
      return 'what' in said && (said.what === 'sheet' || said.what === 'board' || said.what === 'item') && 'id' in said && typeof said.id === 'string' ? { kind: 'choose', what: said.what, id: said.id } : undefined;
    case 'export':
      return 'format' in said && (said.format === 'pdf' || said.format === 'csv') ? { kind: 'export', format: said.format } : undefined;
    case 'goTo':
      return 'scene' in said && typeof said.scene === 'string' ? { kind: 'goTo', scene: said.scene } : undefined;
    default:
      return undefined;
  }
}
