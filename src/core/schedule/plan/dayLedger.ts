// What each day of a rota holds and costs, kept up to date as units come and go. A day is a bin here: where it stands is the rota's affair.
import type { Model, Unit } from './model';
import { orderCost, type OrderCost } from './dayOrder';

/** Kinds as rows of `Model.rest`: 0 day, 1 night, 2 split; -1 nothing is shot. */
export const EMPTY = -1;

/** Some megabytes of them. */
const MOST_ORDERS = 20_000;

export class DayLedger {
  money = 0;
  breaches = 0;
  /** Whether a bin became of another kind since it was last set to false. */
  kindsChanged = false;
  readonly kind: Int8Array;
  private readonly scenes: Int32Array;
  private readonly eighths: Float64Array;
  private readonly minutes: Float64Array;
  private readonly dayWork: Int32Array;
  private readonly nightWork: Int32Array;
  private readonly locations: Int32Array;
  private readonly spots: Int32Array;
  private readonly locationMoney: Float64Array;
  private readonly binMoney: Float64Array;
  private readonly binBreaches: Float64Array;
  private readonly spotCount: Uint16Array;
  private readonly locationCount: Uint16Array;
  /** Order demands whose both scenes are in the bin. */
  private readonly pairs: Int32Array;
  /** Which units are in the bin, as bits. */
  private readonly low: Int32Array;
  private readonly high: Int32Array;
  /** Orders found for days with order demands, by those bits: the search comes back to the same days often. */
  private readonly orders = new Map<number, OrderCost>();

  constructor(private readonly model: Model) {
    const { slots, spots, problem } = model;
    const whole = (): Int32Array => new Int32Array(slots);
    const figures = (): Float64Array => new Float64Array(slots);
    [this.scenes, this.dayWork, this.nightWork, this.locations, this.spots, this.pairs, this.low, this.high] = [whole(), whole(), whole(), whole(), whole(), whole(), whole(), whole()];
    [this.eighths, this.minutes, this.locationMoney, this.binMoney, this.binBreaches] = [figures(), figures(), figures(), figures(), figures()];
    this.kind = new Int8Array(slots).fill(EMPTY);
    this.spotCount = new Uint16Array(slots * spots);
    this.locationCount = new Uint16Array(slots * problem.locations.length);
  }

  /** A unit comes (1) or goes (-1). `judge` is to be called when all is told. */
  count(unit: Unit, bin: number, sign: 1 | -1): void {
    const { model, spotCount } = this;
    this.low[bin] = (this.low[bin] as number) ^ unit.low;
    this.high[bin] = (this.high[bin] as number) ^ unit.high;
    this.scenes[bin] = (this.scenes[bin] as number) + sign * unit.scenes.length;
    this.eighths[bin] = (this.eighths[bin] as number) + sign * unit.eighths;
    this.minutes[bin] = (this.minutes[bin] as number) + sign * unit.minutes;
    this.dayWork[bin] = (this.dayWork[bin] as number) + sign * unit.dayWork;
    this.nightWork[bin] = (this.nightWork[bin] as number) + sign * unit.nightWork;
    for (let at = 0; at < unit.spots.length; at += 1) {
      const spot = unit.spots[at] as number;
      const cell = bin * model.spots + spot;
      const count = (spotCount[cell] as number) + sign;
      spotCount[cell] = count;
      if (count === (sign === 1 ? 1 : 0)) {
        this.spots[bin] = (this.spots[bin] as number) + sign;
        this.countLocation(model.spotLocation[spot] as number, bin, sign);
      }
    }
  }

  /** An order demand has, or has no more, both its scenes in the bin. */
  countPair(bin: number, sign: 1 | -1): void {
    this.pairs[bin] = (this.pairs[bin] as number) + sign;
  }

  private countLocation(location: number, bin: number, sign: 1 | -1): void {
    const cell = bin * this.model.problem.locations.length + location;
    const count = (this.locationCount[cell] as number) + sign;
    this.locationCount[cell] = count;
    if (count === (sign === 1 ? 1 : 0)) {
      this.locations[bin] = (this.locations[bin] as number) + sign;
      this.locationMoney[bin] = (this.locationMoney[bin] as number) + sign * (this.model.prices.location[location] as number);
    }
  }

  private ordered(bin: number, scenes: (bin: number) => number[]): OrderCost {
    const key = (this.high[bin] as number) * 2 ** 32 + ((this.low[bin] as number) >>> 0);
    let found = this.orders.get(key);
    if (!found) {
      if (this.orders.size >= MOST_ORDERS) {
        this.orders.clear();
      }
      found = orderCost(this.model, scenes(bin));
      this.orders.set(key, found);
    }
    return found;
  }

  /** Works out what the bin costs and breaks. `scenes` gives its scenes where their order has to be found. */
  judge(bin: number, scenes: (bin: number) => number[]): void {
    const { problem, prices } = this.model;
    const { costs, dayEighths, dayMinutes, mayMix } = problem;
    const many = this.scenes[bin] as number;
    let money = 0;
    let breaches = 0;
    let kind = EMPTY;
    if (many > 0) {
      let moves = (this.locations[bin] as number) - 1;
      let setMoves = (this.spots[bin] as number) - moves - 1;
      if ((this.pairs[bin] as number) > 0) {
        const ordered = this.ordered(bin, scenes);
        [moves, setMoves] = [ordered.moves, ordered.setMoves];
        breaches += ordered.broken;
      }
      const [day, night] = [this.dayWork[bin] as number, this.nightWork[bin] as number];
      kind = night === 0 ? 0 : day === 0 ? 1 : 2;
      money = (this.locationMoney[bin] as number) + (night > 0 ? prices.night : 0) + moves * prices.move + setMoves * prices.setMove;
      if (many > 1) {
        breaches += over(this.eighths[bin] as number, dayEighths) + over((this.minutes[bin] as number) + moves * costs.moveMinutes + setMoves * costs.setMoveMinutes, dayMinutes);
        breaches += kind === 2 && !mayMix ? 1 + 0.2 * Math.min(day, night) : 0;
      }
    }
    this.money += money - (this.binMoney[bin] as number);
    this.binMoney[bin] = money;
    this.breaches += breaches - (this.binBreaches[bin] as number);
    this.binBreaches[bin] = breaches;
    if (kind !== this.kind[bin]) {
      this.kind[bin] = kind;
      this.kindsChanged = true;
    }
  }
}

/** A breach and how far it goes, so that the search feels its way out. */
const over = (value: number, limit: number): number => (value > limit ? 1 + (4 * (value - limit)) / Math.max(1, limit) : 0);
