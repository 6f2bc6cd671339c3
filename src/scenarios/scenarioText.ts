// A scenario told as text, for the record; and the name of the place it is about.
import { hashOf } from '../core/ledger/hash';
import type { Scenario, Scope } from '../core/scenarios/scenario';

/** All that a model wrote of it, each a line. The same for the same scenario, however it was kept. */
export function scenarioText({ title, logline, beats, consequences }: Pick<Scenario, 'title' | 'logline' | 'beats' | 'consequences'>): string {
  return [title, logline, ...beats, ...consequences.map(({ scene, change }) => `${scene}: ${change}`)].join('\n');
}

/** The same for all scenarios of one place, whatever it says meanwhile: a name that can stand in a page. */
export function placeKey({ kind, from, fromNumber, to, toNumber, nth }: Scope): string {
  return hashOf(JSON.stringify([kind, from, fromNumber ?? '', kind === 'toEnd' ? '' : [to, toNumber ?? ''], nth ?? 0])).slice(0, 16);
}
