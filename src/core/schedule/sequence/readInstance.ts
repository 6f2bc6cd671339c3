// Reads an instance of the talent scheduling problem from any value: what is wrong with it is said in a sentence, nothing is guessed.
import type { SequenceInstance } from '../instance';

export type ReadInstance = { readonly ok: true; readonly instance: SequenceInstance } | { readonly ok: false; readonly reason: string };

/** More scenes or actors than any production has: beyond, the annealing alone would take minutes to begin. */
const MOST_SCENES = 5000;
const MOST_ACTORS = 5000;
/** Sums beyond this are no longer exact in a number. */
const MOST = Number.MAX_SAFE_INTEGER;
/** Decimals that costs and durations may have: they are counted in whole units of the last. */
const DECIMALS = 4;

/** The instance a value says, in the form `{name?, durations, actors: [{cost, scenes}]}`; other keys are passed over. Never throws. */
export function readInstance(value: unknown): ReadInstance {
  const reason = reasonAgainst(value);
  if (reason !== undefined) {
    return { ok: false, reason };
  }
  const { name, durations, actors } = value as SequenceInstance;
  return {
    ok: true,
    instance: {
      ...(typeof name === 'string' ? { name } : {}),
      durations: [...durations],
      actors: actors.map(({ cost, scenes }) => ({ cost, scenes: [...scenes] })),
    },
  };
}

function reasonAgainst(value: unknown): string | undefined {
  if (!isRecord(value)) {
    return 'An instance is an object with "durations" and "actors".';
  }
  const { durations, actors } = value;
  if (!Array.isArray(durations)) {
    return '"durations" must be an array: the days each scene takes.';
  }
  if (durations.length > MOST_SCENES) {
    return `There are ${durations.length} scenes; at most ${MOST_SCENES} can be sequenced.`;
  }
  const wrong = durations.findIndex((duration) => !isAmount(duration) || duration === 0);
  if (wrong >= 0) {
    return `The duration of scene ${wrong} must be a number above 0 with at most ${DECIMALS} decimals.`;
  }
  if (!Array.isArray(actors)) {
    return '"actors" must be an array of objects with "cost" and "scenes".';
  }
  if (actors.length > MOST_ACTORS) {
    return `There are ${actors.length} actors; at most ${MOST_ACTORS} can be sequenced.`;
  }
  return firstOf(actors.map((actor: unknown, index) => () => reasonAgainstActor(actor, index, durations.length))) ?? reasonAgainstSize(value as unknown as SequenceInstance);
}

function reasonAgainstActor(actor: unknown, index: number, scenes: number): string | undefined {
  if (!isRecord(actor)) {
    return `Actor ${index} must be an object with "cost" and "scenes".`;
  }
  if (!isAmount(actor['cost'])) {
    return `The cost of actor ${index} must be a number, 0 or more, with at most ${DECIMALS} decimals.`;
  }
  const own = actor['scenes'];
  if (!Array.isArray(own)) {
    return `The scenes of actor ${index} must be an array of scene numbers, counted from 0.`;
  }
  const seen = new Set<unknown>();
  for (const scene of own as unknown[]) {
    if (!Number.isInteger(scene) || (scene as number) < 0 || (scene as number) >= scenes) {
      return `Actor ${index} is in scene ${JSON.stringify(scene)}, but scenes are numbered ${scenes === 0 ? 'nowhere: there are none' : `from 0 to ${scenes - 1}`}.`;
    }
    if (seen.has(scene)) {
      return `Actor ${index} has scene ${scene as number} twice.`;
    }
    seen.add(scene);
  }
  return undefined;
}

function reasonAgainstSize({ durations, actors }: SequenceInstance): string | undefined {
  const scale = 10 ** (2 * DECIMALS);
  const days = durations.reduce((sum, duration) => sum + duration, 0);
  const most = actors.reduce((sum, { cost }) => sum + cost, 0) * days;
  const whole = [...durations, ...actors.map(({ cost }) => cost)].every(Number.isInteger);
  return most * (whole ? 1 : scale) > MOST ? 'The costs and durations are too large to be added up exactly.' : undefined;
}

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const reason = check();
    if (reason !== undefined) {
      return reason;
    }
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= MOST && wholeAt(value, DECIMALS) !== undefined;
}

/** The number in whole units of that decimal; undefined where it has more decimals. */
function wholeAt(value: number, decimals: number): number | undefined {
  const whole = Math.round(value * 10 ** decimals);
  return whole / 10 ** decimals === value ? whole : undefined;
}

/** By what to multiply all these amounts so that they are whole: a power of ten. */
export function scaleOf(amounts: readonly number[]): number {
  for (let decimals = 0; decimals < DECIMALS; decimals++) {
    if (amounts.every((amount) => wholeAt(amount, decimals) !== undefined)) {
      return 10 ** decimals;
    }
  }
  return 10 ** DECIMALS;
}
