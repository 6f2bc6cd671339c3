// Which strips are looked for.
import type { SceneStrip, StripView } from '../../src/board/protocol';

/** Whether a strip is what is looked for. A bare number finds that scene, or that cast number, and not each that has it within. */
export function matches(strip: StripView, find: string, cast: string | undefined): boolean {
  if (strip.kind === 'banner') {
    return cast === undefined && (find === '' || folded(strip.text).includes(folded(find)));
  }
  return (cast === undefined || strip.people.some(({ id }) => id === cast)) && (find === '' || finds(strip, folded(find)));
}

function finds({ number, set, heading, synopsis, location, people }: SceneStrip, wanted: string): boolean {
  if (/^\d+[a-z]?$/.test(wanted)) {
    return folded(number) === wanted || people.some((person) => folded(person.number) === wanted);
  }
  return [number, set, heading, synopsis, location, ...people.map(({ name }) => name)].some((text) => folded(text).includes(wanted));
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
