// A made-up production of any size for figures and tests: scenes, cast, places and windows as features have them.
import type { Problem, ProblemScene, Resource } from '../../src/core/schedule/problem';
import { randomOf } from '../../src/core/schedule/plan/random';

/** A shoot of `scenes` scenes; the same for the same seed. */
export function generatedShoot(scenes: number, seed: number): Problem {
  const random = randomOf(seed);
  const int = (below: number): number => Math.floor(random() * below);
  const cast = Math.max(4, Math.round(scenes / 5));
  const sets = Math.max(3, Math.round(scenes / 4));
  const locationCount = Math.max(2, Math.round(sets / 3));
  const locationOf = Array.from({ length: sets }, () => int(locationCount));
  const list: ProblemScene[] = Array.from({ length: scenes }, () => {
    const set = Math.floor(sets * random() ** 1.5);
    const many = 1 + int(4);
    const resources = new Set(Array.from({ length: many }, () => Math.floor(cast * random() ** 2)));
    const eighths = 1 + int(12);
    return { eighths, minutes: eighths * 15, light: random() < 0.25 ? 'night' : random() < 0.1 ? 'either' : 'day', set, location: locationOf[set] ?? 0, resources: [...resources].sort((a, b) => a - b) };
  });
  const days = Math.ceil((list.reduce((sum, { eighths }) => sum + eighths, 0) / 40) * 1.4 * 2.2) + 14;
  const calendar: Problem['calendar'] = Array.from({ length: days }, (_, day) => ({ date: `day ${day}`, ...(day % 7 > 4 && { closed: 'weekday' as const }) }));
  const resources = Array.from({ length: cast }, (_, index): Resource => {
    const from = int(Math.floor(days / 4));
    const open = random() < 0.2;
    return {
      dayCost: Math.round(3000 / (1 + index)) + 150,
      holdShare: random() < 0.7 ? 1 : 0.5,
      ...(random() < 0.3 && { dropAfter: 10 }),
      ...(open && { available: calendar.map((__, day) => day >= from && day < from + Math.floor(days * 0.6)) }),
    };
  });
  const none = { day: 0, night: 0, split: 0 };
  return {
    calendar, scenes: list, resources, dayEighths: 40, dayMinutes: 12 * 60,
    locations: Array.from({ length: locationCount }, () => ({ dayCost: 500 + int(2000) })),
    restDays: { day: none, night: { day: 1, night: 0, split: 1 }, split: { day: 1, night: 0, split: 0 } },
    mayMix: random() < 0.5,
    costs: { companyDay: 6000, night: 1500, move: 800, moveMinutes: 60, setMove: 150, setMoveMinutes: 20 },
    demands: scenes < 10 ? [] : [{ kind: 'before', first: 3, then: 7 }, { kind: 'sameDay', scenes: [4, 9] }],
  };
}
