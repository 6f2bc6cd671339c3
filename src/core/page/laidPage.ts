// A page as pagination makes it, and all that it depended on.
import type { Block } from '../fountain/script';
import type { Page } from './page';
import type { Setting } from './setting';
import type { Rest } from './splits';
import type { Flow, Unit } from './units';
import type { Breaks } from './wrap';

/** Lines of one flow on a page. */
export interface Part {
  readonly row: number;
  readonly block: Block;
  readonly flow: Flow;
  readonly breaks: Breaks;
  /** From the page's base to the start of the flow's block. */
  readonly offset: number;
  readonly line: number;
  /** A cue that is repeated overleaf, or (MORE): words that are not in the source, and where the speech parts: a flow and a place in its text. */
  readonly added?: { readonly text: string; readonly in: Flow; readonly at: number };
}

/** A page with all that its lines are made from. */
export interface LaidPage extends Page {
  readonly setting: Setting;
  readonly parts: readonly Part[];
  /** How far the next page's base is from this one's: in blocks, UTF-16 units and lines. */
  readonly blocks: number;
  readonly length: number;
  readonly lines: number;
}

/** A place between what is printed: a unit of a block, and what is left of it. */
export interface Cursor {
  readonly block: number;
  readonly unit: number;
  readonly rest: Rest;
}

/** A page and all it depended on: it is the page again wherever these blocks follow each other from the same place. */
export interface PageMemo {
  readonly unit: number;
  readonly rest: Rest;
  /** Every block that was looked at, from the base. The last may be undefined: the script's end. */
  readonly seen: readonly (Block | undefined)[];
  /** The units of each of them: the layout of a block is kept with the pages it is on. */
  readonly units: readonly (readonly Unit[])[];
  /** Undefined where nothing is left to print. */
  readonly page: LaidPage | undefined;
  /** Where the next page begins; its block counted from this page's base. */
  readonly next: Cursor | undefined;
}

/** Nothing of it stands on an earlier page. */
export const WHOLE: Rest = { flow: 0, at: 0 };
