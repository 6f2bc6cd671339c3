// Small checks of plain data that put together say what a production's file may hold. Each gives undefined, or what is wrong and where.

/** `unknown`: a key that this version does not know. `invalid`: a value that is not what it should be. */
export interface Wrong {
  readonly reason: 'unknown' | 'invalid';
  /** Keys from the top, with dots: `scenes.k3x9.tags`. */
  readonly detail: string;
}

export type Check = (value: unknown, at: string) => Wrong | undefined;

const invalid = (at: string): Wrong => ({ reason: 'invalid', detail: at });
const when = (holds: boolean, at: string): Wrong | undefined => (holds ? undefined : invalid(at));

export const text: Check = (value, at) => when(typeof value === 'string', at);
export const flag: Check = (value, at) => when(typeof value === 'boolean', at);

/** A finite number within bounds. */
export function number(least: number, most: number = Number.MAX_SAFE_INTEGER, whole = false): Check {
  return (value, at) => when(typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value)), at);
}

export function matching(pattern: RegExp): Check {
  return (value, at) => when(typeof value === 'string' && pattern.test(value), at);
}

export function oneOf(...allowed: readonly (string | number | boolean)[]): Check {
  return (value, at) => when(allowed.some((each) => each === value), at);
}

export function list(item: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) {
      return invalid(at);
    }
    return first(value.entries(), ([index, each]) => item(each, `${at}.${index}`));
  };
}

// Letters and digits as ids are made of; and none of the names that objects are born with.
const ID = /^[\p{L}\p{N}_-]{1,80}$/u;

/** Whether a text may be a key of a record. */
export function isId(key: string): boolean {
  return ID.test(key) && !(key in {});
}

/** A record by ids. */
export function record(item: Check): Check {
  return keyed((key) => isId(key), item);
}

/** A record by any keys that `allowed` lets through. */
export function keyed(allowed: (key: string) => boolean, item: Check): Check {
  return (value, at) => {
    if (!isRecord(value)) {
      return invalid(at);
    }
    return first(Object.keys(value), (key) => (allowed(key) ? item(value[key], below(at, key)) : invalid(below(at, key))));
  };
}

/** An object with these keys and no others. */
export function shape(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, at) => {
    if (!isRecord(value)) {
      return invalid(at);
    }
    const missing = Object.keys(required).find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) {
      return invalid(below(at, missing));
    }
    return first(Object.keys(value), (key) => {
      const check = known.get(key);
      return check ? check(value[key], below(at, key)) : { reason: 'unknown', detail: below(at, key) };
    });
  };
}

/** The first form that fits; what is wrong is told of the last. */
export function either(...checks: readonly Check[]): Check {
  return (value, at) => {
    let wrong: Wrong | undefined;
    for (const check of checks) {
      wrong = check(value, at);
      if (!wrong) {
        return undefined;
      }
    }
    return wrong;
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function below(at: string, key: string): string {
  // A hostile key is as long as it likes; a sentence is not.
  const short = key.length > 60 ? `${key.slice(0, 60)}...` : key;
  return at === '' ? short : `${at}.${short}`;
}

function first<T>(all: Iterable<T>, find: (each: T) => Wrong | undefined): Wrong | undefined {
  for (const each of all) {
    const wrong = find(each);
    if (wrong) {
      return wrong;
    }
  }
  return undefined;
}
