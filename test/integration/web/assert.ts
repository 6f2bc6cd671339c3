// The part of node:assert/strict that tests in the web worker use: the build puts it in the place of Node's.

function fail(message: string | undefined, fallback: string): never {
  throw new Error(message ?? fallback);
}

function show(value: unknown): string {
  return value === undefined ? 'undefined' : value instanceof Error ? `${value.name}: ${value.message}` : JSON.stringify(value);
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) {
    return true;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)));
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) {
    fail(message, `expected something true, not ${show(value)}`);
  }
}

const checks = {
  ok,
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) {
      fail(message, `expected ${show(expected)}, not ${show(actual)}`);
    }
  },
  notEqual(actual: unknown, other: unknown, message?: string): void {
    if (Object.is(actual, other)) {
      fail(message, `expected something other than ${show(other)}`);
    }
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (!same(actual, expected)) {
      fail(message, `expected ${show(expected)}, not ${show(actual)}`);
    }
  },
  match(actual: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(actual)) {
      fail(message, `expected ${show(actual)} to match ${String(pattern)}`);
    }
  },
  async rejects(work: Promise<unknown>, pattern?: RegExp): Promise<void> {
    const error = await work.then(() => undefined, (reason: unknown) => reason ?? new Error('rejected with nothing'));
    if (error === undefined || (pattern && !pattern.test(show(error)))) {
      fail(undefined, `expected a rejection, not ${show(error)}`);
    }
  },
  fail,
};

export default Object.assign((value: unknown, message?: string): asserts value => ok(value, message), checks);
