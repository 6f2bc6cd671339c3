// A first plan: scenes of one place together, one after the other to the day where each costs least.
import type { Plan } from '../problem';
import { orderOf } from './dayOrder';
import type { Model } from './model';
import type { Random } from './random';
import { Rota } from './rota';

/** A rota with kept days in place and all other units where `start` has them; units that it does not have are put where they cost least. */
export function rotaFrom(model: Model, start: Plan | undefined, random: Random, weight: number): Rota {
  const rota = new Rota(model);
  const slotOfDay = new Map([...model.calendar].map((day, slot) => [day, slot]));
  model.units.forEach(({ fixed }, unit) => {
    if (fixed >= 0) {
      rota.add(unit, fixed);
    }
  });
  for (const { day, scenes } of start?.days ?? []) {
    const slot = slotOfDay.get(day);
    for (const scene of slot === undefined || model.kept[slot] === 1 ? [] : scenes) {
      const unit = model.unitOf[scene];
      if (unit !== undefined && rota.binOf[unit] === -1) {
        rota.add(unit, slot ?? 0);
      }
    }
  }
  placeRest(rota, random, weight);
  return rota;
}

/** The rota as a plan, each day in a good order; kept days as they are. */
export function planFrom(rota: Rota): Plan {
  const { model } = rota;
  const days = [...model.calendar].flatMap((day, slot) => {
    const kept = model.kept[slot] === 1 ? (model.keptScenes.get(slot) ?? []) : undefined;
    const scenes = kept ?? orderOf(model, rota.scenesIn(rota.binAt[slot] as number));
    return scenes.length > 0 || model.waits[slot] === 1 ? [{ day, scenes }] : [];
  });
  return { days };
}

/** The hardest to place first, then by place and size; each where it adds least. */
function placeRest(rota: Rota, random: Random, weight: number): void {
  const { model } = rota;
  const choices = (unit: number): number => model.free.filter((slot) => model.bad[unit * model.slots + slot] === 0).length;
  const left = [...model.units.keys()]
    .filter((unit) => rota.binOf[unit] === -1)
    .map((unit) => ({ unit, choices: choices(unit), spot: model.units[unit]?.spots[0] ?? 0, chance: random() }))
    .sort((a, b) => (a.choices < model.free.length / 2 || b.choices < model.free.length / 2 ? a.choices - b.choices : 0) || a.spot - b.spot || a.chance - b.chance);
  for (const { unit } of model.free.length > 0 ? left : []) {
    rota.add(unit, cheapest(rota, unit, weight));
  }
}

function cheapest(rota: Rota, unit: number, weight: number): number {
  const { free } = rota.model;
  let best = -1;
  let least = Infinity;
  let empty = 0;
  for (const slot of free) {
    const bin = rota.binAt[slot] as number;
    const blank = rota.size[bin] === 0;
    if (blank && empty > 3 && rota.model.bad[unit * rota.model.slots + slot] !== 0) {
      continue;
    }
    rota.add(unit, bin);
    const cost = rota.money() + weight * rota.breaches();
    rota.remove(unit);
    if (cost < least) {
      [least, best] = [cost, bin];
    }
    empty += blank ? 1 : 0;
  }
  return best;
}
