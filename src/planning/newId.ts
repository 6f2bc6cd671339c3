// New ids for what a production keeps: short, and by chance never the same on two branches.
import type { Production } from '../core/production/production';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
/** 32 to the 8th: among the some thousand things of a production two are alike once in a few hundred thousand productions. */
const LENGTH = 8;

/** An id that nothing in this production has. */
export function newId(production: Production): string {
  const { elements, scenes, sets, locations, crew, demands, boards } = production;
  const records: readonly Readonly<Record<string, unknown>>[] = [elements, scenes, sets, locations, crew, demands, boards];
  for (;;) {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => LETTERS[byte % LETTERS.length]).join('');
    if (!records.some((record) => Object.hasOwn(record, id))) {
      return id;
    }
  }
}
