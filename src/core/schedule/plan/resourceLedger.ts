// When each resource of a rota works and what it costs, kept up to date as units come, go and days change places.
import type { Model } from './model';

export class ResourceLedger {
  money = 0;
  /** Slots; where a resource does not work at all, the first lies behind the last. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Days. */
  readonly worked: Int32Array;
  /** Scenes of a resource in a bin: resource * bins + bin. */
  readonly count: Uint16Array;
  private readonly paid: Float64Array;
  private readonly dayCost: Float64Array;
  private readonly heldCost: Float64Array;
  /** -1 without. */
  private readonly dropAfter: Float64Array;
  private readonly bins: number;

  constructor(
    private readonly model: Model,
    private readonly binAt: Int32Array,
  ) {
    const { resources } = model.problem;
    this.bins = model.slots;
    this.first = new Int32Array(resources.length).fill(this.bins);
    this.last = new Int32Array(resources.length).fill(-1);
    this.worked = new Int32Array(resources.length);
    this.count = new Uint16Array(resources.length * this.bins);
    this.paid = new Float64Array(resources.length);
    this.dayCost = model.prices.worked;
    this.heldCost = model.prices.held;
    this.dropAfter = Float64Array.from(resources, ({ dropAfter }) => dropAfter ?? -1);
  }

  /** Resources of a unit come into a bin that stands on `slot`. */
  enter(resources: Int32Array, bin: number, slot: number): void {
    for (let at = 0; at < resources.length; at += 1) {
      const resource = resources[at] as number;
      const cell = resource * this.bins + bin;
      const before = this.count[cell] as number;
      this.count[cell] = before + 1;
      if (before === 0) {
        this.worked[resource] = (this.worked[resource] as number) + 1;
        if (slot < (this.first[resource] as number)) {
          this.first[resource] = slot;
        }
        if (slot > (this.last[resource] as number)) {
          this.last[resource] = slot;
        }
        this.pay(resource);
      }
    }
  }

  /** They leave it. */
  leave(resources: Int32Array, bin: number): void {
    for (let at = 0; at < resources.length; at += 1) {
      const resource = resources[at] as number;
      const cell = resource * this.bins + bin;
      const now = (this.count[cell] as number) - 1;
      this.count[cell] = now;
      if (now === 0) {
        this.worked[resource] = (this.worked[resource] as number) - 1;
        this.narrow(resource);
        this.pay(resource);
      }
    }
  }

  /** The bins on the slots from `low` to `high` changed places. */
  moved(low: number, high: number): void {
    for (let resource = 0; resource < this.first.length; resource += 1) {
      const first = this.first[resource] as number;
      const last = this.last[resource] as number;
      if (first > high || last < low) {
        continue;
      }
      const ends = first >= low || last <= high;
      if (ends) {
        this.first[resource] = Math.min(first, low);
        this.last[resource] = Math.max(last, high);
        this.narrow(resource);
      }
      if (ends || (this.dropAfter[resource] as number) >= 0) {
        this.pay(resource);
      }
    }
  }

  /** Draws a resource's first and last slot in to where it works. */
  private narrow(resource: number): void {
    const { bins, binAt, count } = this;
    const row = resource * bins;
    if (this.worked[resource] === 0) {
      this.first[resource] = bins;
      this.last[resource] = -1;
      return;
    }
    let first = this.first[resource] as number;
    while (count[row + (binAt[first] as number)] === 0) {
      first += 1;
    }
    let last = this.last[resource] as number;
    while (count[row + (binAt[last] as number)] === 0) {
      last -= 1;
    }
    this.first[resource] = first;
    this.last[resource] = last;
  }

  private pay(resource: number): void {
    const worked = this.worked[resource] as number;
    let money = 0;
    if (worked > 0) {
      let held = (this.last[resource] as number) - (this.first[resource] as number) + 1 - worked;
      if (held > 0 && (this.dropAfter[resource] as number) >= 0) {
        held -= this.droppable(resource);
      }
      money = worked * (this.dayCost[resource] as number) + held * (this.heldCost[resource] as number);
    }
    this.money += money - (this.paid[resource] as number);
    this.paid[resource] = money;
  }

  /** The most held days that one dropped gap saves. */
  private droppable(resource: number): number {
    const { bins, binAt, count, model } = this;
    const dropAfter = this.dropAfter[resource] as number;
    const end = this.last[resource] as number;
    let most = 0;
    let before = this.first[resource] as number;
    for (let slot = before + 1; slot <= end; slot += 1) {
      if (count[resource * bins + (binAt[slot] as number)] !== 0) {
        if (slot - before - 1 > most && (model.calendar[slot] as number) - (model.calendar[before] as number) - 1 >= dropAfter) {
          most = slot - before - 1;
        }
        before = slot;
      }
    }
    return most;
  }
}
