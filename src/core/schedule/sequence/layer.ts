// The states of the search that leave equally many scenes, each once with the cheapest way to it: the memo. In flat arrays, so that millions fit.

/** One step of an order, from the state it left to the state it came to. */
export interface Step {
  readonly layer: number;
  readonly index: number;
}

/** What a state's last step was: at which end, and whether the state is kept mirrored. */
export const AT_RIGHT = 1;
export const MIRRORED = 2;

const FIRST_ROOM = 256;
/** Bytes a state takes: eight figures and twice its place in the table. */
export const STATE_BYTES = 46;

export class Layer {
  count = 0;
  /** How many have been expanded. */
  done = 0;
  low = new Int32Array(FIRST_ROOM);
  high = new Int32Array(FIRST_ROOM);
  left = new Int32Array(FIRST_ROOM);
  right = new Int32Array(FIRST_ROOM);
  cost = new Float64Array(FIRST_ROOM);
  bound = new Float64Array(FIRST_ROOM);
  fromLayer = new Uint8Array(FIRST_ROOM);
  fromIndex = new Int32Array(FIRST_ROOM);
  how = new Uint8Array(FIRST_ROOM);
  #slots = new Int32Array(2 * FIRST_ROOM).fill(-1);

  get room(): number {
    return this.low.length;
  }

  get full(): boolean {
    return this.count === this.low.length;
  }

  clear(): void {
    this.count = 0;
    this.done = 0;
    this.#slots.fill(-1);
  }

  /** The index of a state, or, where it is not here, one less than minus the slot it would take. */
  find(low: number, high: number, left: number, right: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(low, high, left, right) & mask;
    for (;;) {
      const index = this.#slots[slot] as number;
      if (index < 0) {
        return -1 - slot;
      }
      if (this.low[index] === low && this.high[index] === high && this.left[index] === left && this.right[index] === right) {
        return index;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Puts a state in the slot that `find` gave; there must be room. */
  add(missing: number, low: number, high: number, left: number, right: number): number {
    const index = this.count++;
    this.#slots[-1 - missing] = index;
    this.low[index] = low;
    this.high[index] = high;
    this.left[index] = left;
    this.right[index] = right;
    return index;
  }

  /** Twice the room. */
  grow(): void {
    const room = 2 * this.low.length;
    this.low = longer(this.low, new Int32Array(room));
    this.high = longer(this.high, new Int32Array(room));
    this.left = longer(this.left, new Int32Array(room));
    this.right = longer(this.right, new Int32Array(room));
    this.cost = longer(this.cost, new Float64Array(room));
    this.bound = longer(this.bound, new Float64Array(room));
    this.fromLayer = longer(this.fromLayer, new Uint8Array(room));
    this.fromIndex = longer(this.fromIndex, new Int32Array(room));
    this.how = longer(this.how, new Uint8Array(room));
    this.#slots = new Int32Array(2 * room).fill(-1);
    const mask = 2 * room - 1;
    for (let index = 0; index < this.count; index++) {
      let slot = hash(this.low[index] as number, this.high[index] as number, this.left[index] as number, this.right[index] as number) & mask;
      while ((this.#slots[slot] as number) >= 0) {
        slot = (slot + 1) & mask;
      }
      this.#slots[slot] = index;
    }
  }
}

function longer<T extends Int32Array | Float64Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

function hash(low: number, high: number, left: number, right: number): number {
  let mixed = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ left, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ (right << 7) ^ (right >>> 25), 0x27d4eb2f);
  return mixed ^ (mixed >>> 16);
}
