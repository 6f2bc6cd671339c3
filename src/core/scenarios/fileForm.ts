// The parts of a scenario's file, each read with suspicion: another person, or a bad merge, may have written anything.
import { LIMITS } from './limits';
import type { Consequence, DevelopedScene, Scope } from './scenario';

export type Fields = Readonly<Record<string, unknown>>;
/** The key whose value is off. */
export type Fault = string;

interface Texts {
  /** A text of at most so many units; otherwise the fault is told and the text is empty. */
  needed(key: string, most: number): string;
  oneOf<T extends string>(key: string, allowed: readonly [T, ...T[]]): T;
}

export function readTexts(fields: Fields, fault: (key: Fault) => void): Texts {
  return {
    needed(key, most) {
      const value = fields[key];
      if (typeof value === 'string' && value.length <= most) {
        return value;
      }
      fault(key);
      return '';
    },
    oneOf(key, allowed) {
      const found = allowed.find((each) => each === fields[key]);
      if (found === undefined) {
        fault(key);
      }
      return found ?? allowed[0];
    },
  };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** An optional text under the same key. */
function some<K extends string>(texts: Texts, fields: Fields, key: K, most: number): Partial<Record<K, string>> {
  return fields[key] === undefined ? {} : ({ [key]: texts.needed(key, most) } as Partial<Record<K, string>>);
}

/** An optional whole number from 0 under the same key. */
function count<K extends string>(fields: Fields, key: K, fault: () => void): Partial<Record<K, number>> {
  const value = fields[key];
  if (value === undefined) {
    return {};
  }
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 100_000) {
    fault();
    return {};
  }
  return { [key]: value } as Partial<Record<K, number>>;
}

export function readScope(value: unknown, fault: () => void): Scope {
  const fields = fieldsOf(value);
  const texts = readTexts(fields, fault);
  return {
    kind: texts.oneOf('kind', ['scene', 'section', 'range', 'toEnd']),
    from: texts.needed('from', LIMITS.heading),
    ...some(texts, fields, 'fromNumber', LIMITS.id),
    to: texts.needed('to', LIMITS.heading),
    ...some(texts, fields, 'toNumber', LIMITS.id),
    hash: texts.needed('hash', LIMITS.id),
    ...some(texts, fields, 'body', LIMITS.id),
    ...some(texts, fields, 'first', LIMITS.id),
    ...some(texts, fields, 'firstBody', LIMITS.id),
    ...count(fields, 'nth', fault),
    ...count(fields, 'scenes', fault),
  };
}

export function readConsequence(value: unknown, fault: () => void): Consequence {
  const fields = fieldsOf(value);
  const texts = readTexts(fields, fault);
  return {
    scene: texts.needed('scene', LIMITS.heading),
    ...some(texts, fields, 'sceneNumber', LIMITS.id),
    change: texts.needed('change', LIMITS.change),
    ...(fields['unknown'] === true && { unknown: true as const }),
  };
}

/** A text that stands in the file line by line, or whole. */
function linesIn(fields: Fields, fault: () => void): { text?: string } {
  const value = fields['text'];
  if (value === undefined) {
    return {};
  }
  const lines: unknown[] = Array.isArray(value) ? value : [value];
  const text = lines.every((line) => typeof line === 'string') ? lines.join('\n') : undefined;
  if (text === undefined || text.length > LIMITS.sceneText) {
    fault();
    return {};
  }
  return { text };
}

export function readDeveloped(value: unknown, fault: () => void): DevelopedScene {
  const fields = fieldsOf(value);
  const texts = readTexts(fields, fault);
  return {
    fate: texts.oneOf('fate', ['keep', 'change', 'new', 'drop']),
    ...some(texts, fields, 'scene', LIMITS.heading),
    ...some(texts, fields, 'sceneNumber', LIMITS.id),
    heading: texts.needed('heading', LIMITS.heading),
    beat: texts.needed('beat', LIMITS.beat),
    ...(fields['cut'] === true && { cut: true as const }),
    ...linesIn(fields, fault),
    ...some(texts, fields, 'record', LIMITS.id),
  };
}
