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

/** Looks for units in order, and remembers how far it looked: so far the page depends on the script. */
export class UnitFinder {
  constructor(
    private readonly blocks: readonly Block[],
    private readonly setting: Setting,
    /** The last block that was looked at. */
    public furthest: number,
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
    let unit = from.unit;
    for (let block = from.block; block < this.blocks.length; block++, unit = 0) {
      this.furthest = Math.max(this.furthest, block);
      const here = this.blocks[block];
      const found = here && unitsOf(here, this.setting)[unit];
      if (found) {
        return { unit: found, cursor: block === from.block && unit === from.unit ? from : { block, unit, rest: WHOLE } };
      }
    }
    this.furthest = this.blocks.length;
    return undefined;
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
