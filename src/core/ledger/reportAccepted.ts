// The report's list of accepted suggestions: when and where each was taken, and what is left of it.
import type { Script } from '../fountain/script';
import { scenesOf } from '../script/outline';
import type { Attribution } from './attribute';
import type { AskedModel, Entry, EntryPlace, OfferEntry } from './entry';

export interface AcceptedSuggestion {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The script it was accepted in. */
  readonly script: string;
  /** Missing where the offer was made while no record was kept, or its entry is gone. */
  readonly command?: string;
  readonly model?: AskedModel;
  /** The writer changed words before taking it. */
  readonly edited: boolean;
  /** Where it was put in, as the script stood then; line from 1. */
  readonly then: EntryPlace;
  /** Where its first word stands now; missing when none is left. */
  readonly now?: EntryPlace;
  /** Words put in, and how many of them a model wrote. */
  readonly words: number;
  readonly generated: number;
  /** Of these in the script now: as accepted, and in lines the writer changed since. */
  readonly offeredNow: number;
  readonly editedNow: number;
  /** The writer took it back by undo. */
  readonly takenBack: boolean;
  readonly text?: string;
}

/** @param own the script's entries; accepts of others are listed where words of theirs stand here */
export function acceptedOf(script: Script, entries: readonly Entry[], own: readonly Entry[], attribution: Attribution): AcceptedSuggestion[] {
  const offers = new Map(entries.flatMap((entry): [string, OfferEntry][] => (entry.kind === 'offer' ? [[entry.id, entry]] : [])));
  const fates = new Map(attribution.accepts.map((fate) => [fate.accept.id, fate]));
  const isOwn = new Set(own);
  const scenes = scenesOf(script);
  return entries.flatMap((entry): AcceptedSuggestion[] => {
    const fate = fates.get(entry.id);
    const left = (fate?.offered ?? 0) + (fate?.edited ?? 0);
    if (entry.kind !== 'accept' || (!isOwn.has(entry) && left === 0)) {
      return [];
    }
    const offer = entry.offer === undefined ? undefined : offers.get(entry.offer);
    const now = fate?.now && { scene: scenes[fate.now.scene]?.item.heading ?? '', line: fate.now.line + 1 };
    return [{
      id: entry.id, time: entry.time, script: entry.script, ...(offer && { command: offer.command, model: offer.model }), edited: entry.edited, then: entry.place, ...(now && { now }),
      words: entry.inserted.fingerprints.length, generated: entry.generated.reduce((sum, [from, to]) => sum + to - from, 0),
      offeredNow: fate?.offered ?? 0, editedNow: fate?.edited ?? 0, takenBack: fate === undefined, ...(entry.inserted.text !== undefined && { text: entry.inserted.text }),
    }];
  });
}
