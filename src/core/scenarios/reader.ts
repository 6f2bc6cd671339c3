// Reads scenarios out of a model's answer while it streams in.
import { createItemReader } from '../suggest/itemReader';

/** A consequence as the answer has it, its scene as it is named there. */
export interface RawConsequence {
  readonly scene: string;
  readonly number?: string;
  readonly change: string;
}

/** A scenario as the answer has it: nothing is checked yet, and any text may be empty. */
export interface RawScenario {
  readonly title: string;
  readonly logline: string;
  readonly turn: string;
  readonly beats: readonly string[];
  readonly consequences: readonly RawConsequence[];
}

export interface ScenarioReader {
  /** Takes the next piece of the answer; gives the scenarios that became whole by it. */
  push(text: string): RawScenario[];
  /** The answer is over: a scenario whose end is missing is not given. */
  end(): RawScenario[];
}

type Properties = ReadonlyMap<string, unknown>;

/** The properties of an object by lower-case name without spaces and signs: models write "Log_Line". */
export function propertiesOf(item: unknown): Properties {
  const found = new Map<string, unknown>();
  if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
    for (const [key, value] of Object.entries(item)) {
      found.set(key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''), value);
    }
  }
  return found;
}

/** The first property that is a text, or a number written as one; empty where there is none. */
export function textIn(properties: Properties, ...names: readonly string[]): string {
  for (const name of names) {
    const value = properties.get(name);
    if (typeof value === 'string' && value.trim() !== '') {
      return value.trim();
    }
    if (typeof value === 'number') {
      return String(value);
    }
  }
  return '';
}

function listIn(properties: Properties, ...names: readonly string[]): readonly unknown[] {
  for (const name of names) {
    const value = properties.get(name);
    if (Array.isArray(value)) {
      return value;
    }
    if (typeof value === 'string' && value.trim() !== '') {
      return value.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
    }
  }
  return [];
}

/** "1. He rows out.", "- He rows out.", "Beat 2: ..." without what numbers it. */
function withoutNumber(line: string): string {
  return line.replace(/^\s*(?:beat\s+\d{1,2}\s*[:.)-]|\(?\d{1,2}[.)]|[-*\u2022](?=\s))\s*/i, '').trim();
}

function beatOf(value: unknown): string {
  if (typeof value === 'string') {
    return withoutNumber(value);
  }
  const properties = propertiesOf(value);
  return withoutNumber(textIn(properties, 'beat', 'text', 'description', 'event', 'action', 'whathappens', 'happens'));
}

function consequenceOf(value: unknown): RawConsequence {
  if (typeof value === 'string') {
    // "INT. HOUSE - DAY: she is not there"; a heading has no colon of its own but for a time.
    const [, scene = '', change = ''] = /^\s*([^:\n]+?)\s*(?::(?!\d)|\u2192|=>|->)\s*([^]*)$/.exec(withoutNumber(value)) ?? [undefined, '', value];
    return { scene, change: change.trim() };
  }
  const properties = propertiesOf(value);
  const number = textIn(properties, 'number', 'scenenumber');
  const scene = textIn(properties, 'scene', 'heading', 'sceneheading');
  const change = textIn(properties, 'change', 'effect', 'consequence', 'text', 'description');
  return { scene, change, ...(number !== '' && { number }) };
}

/** A scenario out of an object of the answer; undefined when it says nothing that one is made of. */
function readItem(item: unknown): RawScenario | undefined {
  const properties = propertiesOf(item);
  const title = textIn(properties, 'title', 'name');
  const beats = listIn(properties, 'beats', 'beat', 'events', 'steps', 'whathappens').map(beatOf);
  if (title === '' && beats.length === 0) {
    return undefined;
  }
  return {
    title,
    logline: textIn(properties, 'logline', 'premise', 'summary', 'description'),
    turn: textIn(properties, 'turn', 'axis', 'kind'),
    beats,
    consequences: listIn(properties, 'consequences', 'laterscenes', 'effects').map(consequenceOf),
  };
}

/** A reader for one answer, as forgiving as createItemReader is; alternative names of the properties are understood. Never throws. */
export function createScenarioReader(): ScenarioReader {
  const items = createItemReader(['beats', 'beat', 'events', 'steps', 'consequences', 'later_scenes', 'laterscenes', 'effects']);
  return {
    push: (text) => items.push(text).flatMap((item) => readItem(item) ?? []),
    end: () => items.end().flatMap((item) => readItem(item) ?? []),
  };
}
