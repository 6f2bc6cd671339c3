// Finds what is to be placed next, and which two speeches stand side by side.
import type { Block } from '../fountain/script';
import { WHOLE, type Cursor } from './laidPage';
import type { Setting } from './setting';
import { speechOf, unitsOf, type SpeechUnit, type Unit } from './units';

/** A unit with its place. */
export interface Found {
  readonly unit: Unit;
  readonly cursor: Cursor;
  /** The right half, when this speech and the next stand side by side, and the place of that. */
  readonly beside?: { readonly unit: SpeechUnit; readonly cursor: Cursor };
}

/** The place behind a unit, or behind the pair it is in. */
export function afterOf({ cursor, beside }: Found): Cursor {
  const { block, unit } = beside?.cursor ?? cursor;
  return { block, unit: unit + 1, rest: WHOLE };
}

/** The units of blocks, as an earlier page knew them. */
export type KnownUnits = ReadonlyMap<Block, readonly Unit[]>;

/** Looks for units in order, and remembers what it looked at: on that the page depends. */
export class UnitFinder {
  /** The units of each block from the page's base on. */
  readonly seen: (readonly Unit[])[] = [];

  constructor(
    private readonly blocks: readonly Block[],
    private readonly setting: Setting,
    private readonly base: number,
    private readonly known: KnownUnits | undefined,
  ) {}

  /** The first unit at or behind a place, paired with the speech beside it. */
  find(from: Cursor): Found | undefined {
    const found = this.next(from);
    if (found?.unit.kind !== 'speech' || found.cursor.rest.flow > 0) {
      return found;
    }
    const second = this.next({ block: found.cursor.block, unit: found.cursor.unit + 1, rest: WHOLE });
    if (second?.unit.kind !== 'speech' || !second.unit.cue.caret) {
      return found;
    }
    const [left, right] = this.setting.dual;
    const halves = [halfOf(found.unit, this.setting, left), halfOf(second.unit, this.setting, right)] as const;
    // A pair that no page holds is set one under the other.
    const fits = Math.max(halves[0].rows, halves[1].rows) <= this.setting.paper.rows;
    return fits ? { unit: halves[0], cursor: found.cursor, beside: { unit: halves[1], cursor: second.cursor } } : found;
  }

  private next(from: Cursor): Found | undefined {
    let { block, unit } = from;
    for (; block < this.blocks.length; block++, unit = 0) {
      const found = this.unitsOf(block)[unit];
      if (found) {
        return { unit: found, cursor: block === from.block && unit === from.unit ? from : { block, unit, rest: WHOLE } };
      }
    }
    // The script's end is something seen too: the page is another one when text follows.
    this.unitsOf(block);
    return undefined;
  }

  private unitsOf(block: number): readonly Unit[] {
    const at = block - this.base;
    let units = this.seen[at];
    if (!units) {
      const here = this.blocks[block];
      units = here ? (this.known?.get(here) ?? unitsOf(here, this.setting)) : [];
      this.seen[at] = units;
    }
    return units;
  }
}

const halves = new WeakMap<SpeechUnit, SpeechUnit>();

function halfOf(unit: SpeechUnit, setting: Setting, measures: Setting['measures']): SpeechUnit {
  const known = halves.get(unit);
  if (known?.flows[0]?.measure === measures.character) {
    return known;
  }
  const half = speechOf(unit.cue, unit.flows.map(({ element }) => element), setting, measures);
  halves.set(unit, half);
  return half;
}
