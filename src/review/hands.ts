// What carries out the writer's commands on proposals: read at the first command, not when the editor starts.
import type { ScriptStore } from '../host/scriptStore';
import { createAccepting } from './accepting';
import type { Parts } from './reviewCommands';
import { createTravel } from './travel';

/** The parts of review with their two hands: what changes the script, and what moves between it and its decks. */
export function withHands(parts: Omit<Parts, 'travel' | 'accepting'>, scripts: ScriptStore): Parts {
  const { store, deck, place, recorder } = parts;
  return { ...parts, travel: createTravel(store, deck, place), accepting: createAccepting(store, scripts, recorder) };
}
