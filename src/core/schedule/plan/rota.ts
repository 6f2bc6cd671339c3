// Where each unit stands while the search goes on, with cost and breaches kept up to date move by move.
// Days are bins that stand on slots: to move a whole day is to move its bin.
import { DayLedger, EMPTY } from './dayLedger';
import type { Model, Unit } from './model';
import { ResourceLedger } from './resourceLedger';

/** All figures are sums kept by hand: `priceOf` says them again from nothing. */
export class Rota {
  readonly binAt: Int32Array;
  readonly slotOf: Int32Array;
  /** -1 where a unit stands nowhere. */
  readonly binOf: Int32Array;
  /** Units of a bin: bin * units + place. */
  readonly members: Int32Array;
  readonly size: Int32Array;
  readonly days: DayLedger;
  readonly resources: ResourceLedger;
  /** The first and last slot on which something is shot. */
  firstUsed: number;
  lastUsed = -1;
  private readonly placeOf: Int32Array;
  private readonly broken: Uint8Array;
  private readonly moving: Int32Array;
  private away = 0;
  private disordered = 0;
  private unrested = 0;

  constructor(readonly model: Model) {
    const { slots, units, befores } = model;
    this.binAt = Int32Array.from({ length: slots }, (_, slot) => slot);
    this.slotOf = this.binAt.slice();
    this.binOf = new Int32Array(units.length).fill(-1);
    this.members = new Int32Array(slots * units.length);
    this.size = new Int32Array(slots);
    this.placeOf = new Int32Array(units.length);
    this.broken = new Uint8Array(befores.length >> 1);
    this.moving = new Int32Array(slots);
    this.days = new DayLedger(model);
    this.resources = new ResourceLedger(model, this.binAt);
    this.firstUsed = slots;
    this.narrow(0, slots - 1);
  }

  /** What it costs as it stands. */
  money(): number {
    const span = this.lastUsed < 0 ? 0 : this.lastUsed - this.firstUsed + 1;
    const { day, late } = this.model.prices;
    return this.days.money + this.resources.money + span * day + (span > 0 ? this.firstUsed * late : 0);
  }

  /** What it breaks, each breach with how far it goes: 0 where nothing. */
  breaches(): number {
    if (this.days.kindsChanged && this.model.hasRest) {
      this.judgeRest();
    }
    return this.days.breaches + this.away + this.disordered + this.unrested;
  }

  /** Puts a unit that stands nowhere into a bin. */
  add(unit: number, bin: number): void {
    const { model, members } = this;
    const each = model.units[unit] as Unit;
    const place = this.size[bin] as number;
    const slot = this.slotOf[bin] as number;
    members[bin * model.units.length + place] = unit;
    this.placeOf[unit] = place;
    this.size[bin] = place + 1;
    this.binOf[unit] = bin;
    if (slot < this.firstUsed) {
      this.firstUsed = slot;
    }
    if (slot > this.lastUsed) {
      this.lastUsed = slot;
    }
    this.away += model.bad[unit * model.slots + slot] as number;
    this.days.count(each, bin, 1);
    this.resources.enter(each.resources, bin, slot);
    this.pairsChanged(each, bin, 1);
    this.days.judge(bin, this.scenesIn);
  }

  /** Takes a unit out of its bin: it stands nowhere then. */
  remove(unit: number): void {
    const { model, members } = this;
    const each = model.units[unit] as Unit;
    const bin = this.binOf[unit] as number;
    const slot = this.slotOf[bin] as number;
    const end = (this.size[bin] as number) - 1;
    const place = this.placeOf[unit] as number;
    const moved = members[bin * model.units.length + end] as number;
    members[bin * model.units.length + place] = moved;
    this.placeOf[moved] = place;
    this.size[bin] = end;
    this.pairsChanged(each, bin, -1);
    this.binOf[unit] = -1;
    this.away -= model.bad[unit * model.slots + slot] as number;
    this.days.count(each, bin, -1);
    this.resources.leave(each.resources, bin);
    this.days.judge(bin, this.scenesIn);
    if (end === 0 && (slot === this.firstUsed || slot === this.lastUsed)) {
      this.narrow(this.firstUsed, this.lastUsed);
    }
  }

  /** Puts bins onto other slots: `slots[i]` gets the bin that stood on `slots[from[i]]`, for `length` of them, in ascending order. */
  permute(slots: Int32Array, from: Int32Array, length: number): void {
    const { model, binAt, slotOf, moving } = this;
    for (let at = 0; at < length; at += 1) {
      moving[at] = binAt[slots[from[at] as number] as number] as number;
    }
    for (let at = 0; at < length; at += 1) {
      const slot = slots[at] as number;
      const bin = moving[at] as number;
      const before = slotOf[bin] as number;
      for (let place = (this.size[bin] as number) - 1; place >= 0; place -= 1) {
        const row = (this.members[bin * model.units.length + place] as number) * model.slots;
        this.away += (model.bad[row + slot] as number) - (model.bad[row + before] as number);
      }
      binAt[slot] = bin;
      slotOf[bin] = slot;
    }
    const [low, high] = [slots[0] as number, slots[length - 1] as number];
    if (this.firstUsed <= high && this.lastUsed >= low) {
      this.narrow(Math.min(this.firstUsed, low), Math.max(this.lastUsed, high));
    }
    this.resources.moved(low, high);
    for (let pair = 0; pair < this.broken.length; pair += 1) {
      this.judgePair(pair);
    }
    this.days.kindsChanged = true;
  }

  /** The scenes of a bin, in no order. */
  readonly scenesIn = (bin: number): number[] => {
    const scenes: number[] = [];
    for (let place = 0; place < (this.size[bin] as number); place += 1) {
      scenes.push(...(this.model.units[this.members[bin * this.model.units.length + place] as number] as Unit).scenes);
    }
    return scenes;
  };

  /** Looks for the first and last used slot within bounds. */
  private narrow(low: number, high: number): void {
    let first = low;
    while (first <= high && this.size[this.binAt[first] as number] === 0 && this.model.waits[first] === 0) {
      first += 1;
    }
    let last = high;
    while (last >= first && this.size[this.binAt[last] as number] === 0 && this.model.waits[last] === 0) {
      last -= 1;
    }
    this.firstUsed = first > high ? this.model.slots : first;
    this.lastUsed = first > high ? -1 : last;
  }

  private pairsChanged({ befores }: Unit, bin: number, sign: 1 | -1): void {
    for (let at = 0; at < befores.length; at += 1) {
      const pair = befores[at] as number;
      if (this.binOfScene(2 * pair) === bin && this.binOfScene(2 * pair + 1) === bin) {
        this.days.countPair(bin, sign);
      }
      if (sign === 1) {
        this.judgePair(pair);
      }
    }
  }

  private binOfScene(at: number): number {
    return this.binOf[this.model.unitOf[this.model.befores[at] as number] as number] as number;
  }

  /** Whether an order demand is broken between days; within a day the day's own order sees to it. */
  private judgePair(pair: number): void {
    const first = this.binOfScene(2 * pair);
    const then = this.binOfScene(2 * pair + 1);
    const broken = first >= 0 && then >= 0 && (this.slotOf[first] as number) > (this.slotOf[then] as number) ? 1 : 0;
    this.disordered += broken - (this.broken[pair] as number);
    this.broken[pair] = broken;
  }

  private judgeRest(): void {
    const { model, binAt, days } = this;
    days.kindsChanged = false;
    let breaches = 0;
    let before = -1;
    let kindBefore = EMPTY;
    for (let slot = this.firstUsed; slot <= this.lastUsed; slot += 1) {
      const kind = days.kind[binAt[slot] as number] as number;
      if (kind !== EMPTY) {
        if (before >= 0) {
          const short = (model.rest[kindBefore * 3 + kind] as number) - ((model.calendar[slot] as number) - (model.calendar[before] as number) - 1);
          breaches += short > 0 ? 1 + 0.2 * short : 0;
        }
        before = slot;
        kindBefore = kind;
      }
    }
    this.unrested = breaches;
  }
}
