// A page's setting: where each kind of line stands and how wide it is, and the caches that hang on equal options.
import type { Block, Script } from '../fountain/script';
import type { Layout, LineKind, PageOptions } from './page';
import { PAPERS, type Paper } from './paper';
import type { PageMemo } from './laidPage';
import type { LaidTitlePage } from './titlePage';

/** Where a kind of line stands. */
export interface Measure {
  /** Columns from the paper's left edge to where its lines begin. */
  readonly column: number;
  /** Columns it may take. */
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  /** By how many columns the lines after the first are set in. */
  readonly hang: number;
}

/** The options, taken apart once, with everything computed for them. */
export interface Setting {
  readonly options: PageOptions;
  readonly paper: Paper;
  readonly measures: Readonly<Record<LineKind, Measure>>;
  /** The same for the left and the right half of dual dialogue. */
  readonly dual: readonly [Readonly<Record<LineKind, Measure>>, Readonly<Record<LineKind, Measure>>];
  readonly numberColumns: Layout['numberColumns'];
  readonly titlePages: WeakMap<Block, LaidTitlePage>;
  readonly pages: WeakMap<Block, PageMemo[]>;
  readonly layouts: WeakMap<Script, Layout>;
}

// Margins of Final Draft's screenplay format (page.md): dialogue from 2.38 to 6.25 inches, parentheticals from 2.88 to 5.75 with their opening
// bracket hanging a column out, cues from 3.38, transitions ending at 7.50; to the nearest column, ten an inch.
const DIALOGUE = { column: 24, width: 39 } as const;
const PARENTHETICAL = { column: 28, width: 30 } as const;
const CUE = { column: 34, width: 40 } as const;
const RIGHT_END = 75;
// Columns between the halves of dual dialogue.
const GUTTER = 5;

const settings = new Map<string, Setting>();

/** The setting of these options: the same object for equal ones. */
export function settingOf(options: PageOptions): Setting {
  const { paper: name, sceneNumbers, blankRowsAboveHeadings, notes, synopses, sections, more, continued } = options;
  const key = JSON.stringify([name, sceneNumbers, blankRowsAboveHeadings, notes, synopses, sections, more, continued]);
  let setting = settings.get(key);
  if (!setting) {
    const paper = PAPERS[name];
    const { left: start, wide } = paper;
    const half = Math.floor((wide - GUTTER) / 2);
    setting = {
      options,
      paper,
      measures: measuresOf(start, wide),
      dual: [dualMeasures(measuresOf(start, half), start, half), dualMeasures(measuresOf(start, half), start + wide - half, half)],
      numberColumns: numberColumnsOf(sceneNumbers, start + wide),
      titlePages: new WeakMap(),
      pages: new WeakMap(),
      layouts: new WeakMap(),
    };
    settings.set(key, setting);
  }
  return setting;
}

/** Scene numbers end an inch from the left edge and begin a column behind the text on the right: clear of the text on both sides. */
function numberColumnsOf(where: PageOptions['sceneNumbers'], end: number): Layout['numberColumns'] {
  return {
    ...((where === 'left' || where === 'both') && { leftEnd: 12 }),
    ...((where === 'right' || where === 'both') && { right: end + 1 }),
  };
}

const left = (column: number, width: number, hang = 0): Measure => ({ column, width, align: 'left', hang });

function measuresOf(start: number, wide: number): Record<LineKind, Measure> {
  const whole = left(start, wide);
  return {
    titlePage: whole,
    sceneHeading: whole,
    action: whole,
    character: left(CUE.column, CUE.width),
    parenthetical: left(PARENTHETICAL.column, PARENTHETICAL.width, 1),
    dialogue: left(DIALOGUE.column, DIALOGUE.width),
    lyrics: left(DIALOGUE.column, DIALOGUE.width),
    transition: { ...whole, width: Math.min(wide, RIGHT_END - start), align: 'right' },
    centered: { ...whole, align: 'center' },
    section: whole,
    synopsis: whole,
    note: whole,
    more: left(CUE.column, CUE.width),
  };
}

/** Half a page: what stands there keeps the steps of the whole one, as far as there is room. */
function dualMeasures(measures: Record<LineKind, Measure>, column: number, half: number): Record<LineKind, Measure> {
  const spoken = left(column, half);
  const cue = left(column + 8, half - 8);
  return { ...measures, character: cue, more: cue, parenthetical: left(column + 4, half - 6, 1), dialogue: spoken, lyrics: spoken };
}
