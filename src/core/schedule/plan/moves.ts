// The changes that the search tries on a rota: made at once, and taken back where they do not help.
import type { Model, Unit } from './model';
import type { Random } from './random';
import type { Rota } from './rota';

/** Days. */
const NEAR = 8;

/** Makes changes by chance. Each of its methods changes the rota and says whether it did; `undo` takes the last one back. */
export class Moves {
  private readonly slots: Int32Array;
  private readonly from: Int32Array;
  private readonly inverse: Int32Array;
  private permuted = 0;
  /** Units and the bins they were in, in the order in which they were moved. */
  private readonly units: Int32Array;
  private readonly bins: Int32Array;
  private moved = 0;
  private readonly movable: Int32Array;
  private readonly placeOf: Int32Array;
  /** Units of each resource, and of each spot. */
  private readonly company: readonly Int32Array[];
  private readonly neighbours: readonly Int32Array[];
  private readonly free: Int32Array;

  constructor(
    private readonly rota: Rota,
    private readonly random: Random,
  ) {
    const { model } = rota;
    this.free = model.free;
    this.slots = new Int32Array(model.slots);
    this.from = new Int32Array(model.slots);
    this.inverse = new Int32Array(model.slots);
    this.units = new Int32Array(model.units.length * 2 + 2);
    this.bins = new Int32Array(model.units.length * 2 + 2);
    this.movable = Int32Array.from(model.units.keys()).filter((unit) => model.units[unit]?.fixed === -1);
    this.placeOf = new Int32Array(model.slots).fill(-1);
    model.free.forEach((slot, place) => (this.placeOf[slot] = place));
    [this.company, this.neighbours] = companyOf(model);
  }

  /** Whether there is anything to change at all. */
  get able(): boolean {
    return this.movable.length > 0 && this.free.length > 1;
  }

  /** Changes something. False where the dice named nothing that can be done. */
  make(): boolean {
    this.moved = 0;
    this.permuted = 0;
    const dice = this.random();
    if (dice < 0.42) {
      return this.moveUnit();
    }
    if (dice < 0.7) {
      return this.swapUnits();
    }
    if (dice < 0.82) {
      return this.moveDays();
    }
    return dice < 0.93 ? this.movePlace() : this.pullIn();
  }

  undo(): void {
    const { rota, units, bins, slots, from } = this;
    for (let at = this.moved - 1; at >= 0; at -= 1) {
      const unit = units[at] as number;
      rota.remove(unit);
      rota.add(unit, bins[at] as number);
    }
    if (this.permuted > 0) {
      const length = this.permuted;
      for (let at = 0; at < length; at += 1) {
        this.inverse[from[at] as number] = at;
      }
      rota.permute(slots, this.inverse, length);
    }
  }

  private int(below: number): number {
    return (this.random() * below) | 0;
  }

  private place(unit: number, bin: number): void {
    this.units[this.moved] = unit;
    this.bins[this.moved] = this.rota.binOf[unit] as number;
    this.moved += 1;
    this.rota.remove(unit);
    this.rota.add(unit, bin);
  }

  private anyUnit(): number {
    return this.movable[this.int(this.movable.length)] as number;
  }

  /** A free slot among those in use, and one before and behind. */
  private slotNearby(): number {
    const { firstUsed, lastUsed } = this.rota;
    const low = Math.max(0, firstUsed - 1);
    const high = Math.min(this.rota.model.slots - 1, lastUsed + 1);
    const slot = low + this.int(high - low + 1);
    return this.placeOf[slot] === -1 ? -1 : slot;
  }

  /** A unit that has a resource, or its place, in common with this one. */
  private neighbour(unit: number): number {
    const lists = (this.rota.model.units[unit] as Unit).resources;
    const list = this.random() < 0.4 || lists.length === 0 ? (this.neighbours[unit] as Int32Array) : (this.company[lists[this.int(lists.length)] as number] as Int32Array);
    return list[this.int(list.length)] as number;
  }

  private target(unit: number): number {
    const { rota } = this;
    const dice = this.random();
    if (dice < 0.5) {
      const slot = rota.slotOf[rota.binOf[this.neighbour(unit)] as number] as number;
      return this.placeOf[slot] === -1 ? -1 : slot;
    }
    return dice < 0.93 ? this.slotNearby() : (this.free[this.int(this.free.length)] as number);
  }

  private allowed(unit: number, slot: number): boolean {
    const { bad, slots } = this.rota.model;
    const here = this.rota.slotOf[this.rota.binOf[unit] as number] as number;
    return (bad[unit * slots + slot] as number) <= (bad[unit * slots + here] as number);
  }

  private moveUnit(): boolean {
    const unit = this.anyUnit();
    const slot = this.target(unit);
    if (slot < 0 || slot === this.rota.slotOf[this.rota.binOf[unit] as number] || !this.allowed(unit, slot)) {
      return false;
    }
    this.place(unit, this.rota.binAt[slot] as number);
    return true;
  }

  private swapUnits(): boolean {
    const { rota } = this;
    const unit = this.anyUnit();
    let other = this.random() < 0.5 ? this.anyUnit() : -1;
    if (other < 0) {
      const slot = this.target(unit);
      const bin = slot < 0 ? -1 : (rota.binAt[slot] as number);
      if (bin < 0 || rota.size[bin] === 0) {
        return false;
      }
      other = rota.members[bin * rota.model.units.length + this.int(rota.size[bin] as number)] as number;
    }
    const [here, there] = [rota.binOf[unit] as number, rota.binOf[other] as number];
    if (here === there || !this.allowed(unit, rota.slotOf[there] as number) || !this.allowed(other, rota.slotOf[here] as number)) {
      return false;
    }
    this.place(unit, there);
    this.place(other, here);
    return true;
  }

  /** Two days change places, a day goes elsewhere and those between move up, or a stretch is turned round. */
  private moveDays(): boolean {
    const { rota, slots, from, free } = this;
    const one = this.slotNearby();
    // Mostly not far: that costs less to try, and helps more often.
    const other = this.random() < 0.75 ? Math.min(rota.model.slots - 1, one + 1 + this.int(NEAR)) : this.slotNearby();
    if (one < 0 || other < 0 || one === other || this.placeOf[other] === -1) {
      return false;
    }
    const low = this.placeOf[Math.min(one, other)] as number;
    const high = this.placeOf[Math.max(one, other)] as number;
    const length = high - low + 1;
    const dice = this.random();
    if (dice < 0.4 && length > 2) {
      [slots[0], slots[1], from[0], from[1]] = [free[low] as number, free[high] as number, 1, 0];
      this.permuted = 2;
    } else {
      const shift = dice < 0.6 ? 1 : length - 1;
      for (let at = 0; at < length; at += 1) {
        slots[at] = free[low + at] as number;
        from[at] = dice > 0.8 ? length - 1 - at : (at + shift) % length;
      }
      this.permuted = length;
    }
    rota.permute(slots, from, this.permuted);
    return true;
  }

  /** All that a day has at the place of one of its scenes goes to another day. */
  private movePlace(): boolean {
    const { rota } = this;
    const unit = this.anyUnit();
    const slot = this.target(unit);
    const bin = rota.binOf[unit] as number;
    if (slot < 0 || slot === rota.slotOf[bin]) {
      return false;
    }
    const wide = this.random() < 0.5;
    return this.carry(bin, rota.binAt[slot] as number, (other) => this.samePlace(unit, other, wide));
  }

  private samePlace(unit: number, other: number, wide: boolean): boolean {
    const { units, spotLocation } = this.rota.model;
    const [one, two] = [units[unit]?.spots[0] as number, units[other]?.spots[0] as number];
    return one === two || (wide && spotLocation[one] === spotLocation[two]);
  }

  /** A resource's first or last day is given up: its scenes go to another of its days. */
  private pullIn(): boolean {
    const { rota } = this;
    const { resources } = rota.model.units[this.anyUnit()] as Unit;
    if (resources.length === 0) {
      return false;
    }
    const resource = resources[this.int(resources.length)] as number;
    const list = this.company[resource] as Int32Array;
    const slot = (this.random() < 0.5 ? rota.resources.first : rota.resources.last)[resource] as number;
    const target = rota.binOf[list[this.int(list.length)] as number] as number;
    if (this.placeOf[slot] === -1 || this.placeOf[rota.slotOf[target] as number] === -1 || rota.slotOf[target] === slot) {
      return false;
    }
    return this.carry(rota.binAt[slot] as number, target, (other) => list.includes(other));
  }

  private carry(bin: number, target: number, which: (unit: number) => boolean): boolean {
    const { rota } = this;
    for (let place = (rota.size[bin] as number) - 1; place >= 0; place -= 1) {
      const unit = rota.members[bin * rota.model.units.length + place] as number;
      if (which(unit)) {
        this.place(unit, target);
      }
    }
    return this.moved > 0;
  }
}

/** Units by resource, and by shared spot. */
function companyOf({ units, problem, spots }: Model): [Int32Array[], Int32Array[]] {
  const byResource = problem.resources.map((): number[] => []);
  const bySpot = Array.from({ length: spots }, (): number[] => []);
  units.forEach((unit, index) => {
    unit.resources.forEach((resource) => byResource[resource]?.push(index));
    unit.spots.forEach((spot) => bySpot[spot]?.push(index));
  });
  const neighbours = units.map((unit) => Int32Array.from(new Set([...unit.spots].flatMap((spot) => bySpot[spot] ?? []))));
  return [byResource.map((list) => Int32Array.from(list)), neighbours];
}
