// Who is who: the cast element that a name in the script stands for.
import { canonicalName } from '../script/names';
import type { BreakdownElement, Production } from './production';

const rosters = new WeakMap<Production['elements'], ReadonlyMap<string, string>>();

/**
 * Element ids by canonical name, `also` names included. Where two elements claim a name (each of two branches added one), the one with
 * the lower number has it, then the one whose id comes first.
 */
export function rosterOf({ elements }: Production): ReadonlyMap<string, string> {
  let roster = rosters.get(elements);
  if (!roster) {
    roster = readRoster(elements);
    rosters.set(elements, roster);
  }
  return roster;
}

function readRoster(elements: Production['elements']): Map<string, string> {
  const roster = new Map<string, string>();
  const rank = ({ castNumber }: BreakdownElement): number => castNumber ?? Infinity;
  const sorted = Object.entries(elements).sort(([a, one], [b, other]) => (rank(one) === rank(other) ? (a < b ? -1 : 1) : rank(one) - rank(other)));
  const claim = (name: string, id: string): void => {
    if (name !== '' && !roster.has(name)) {
      roster.set(name, id);
    }
  };
  // What an element is called first goes before what another is called besides.
  sorted.forEach(([id, { character }]) => claim(canonicalName(character ?? ''), id));
  sorted.forEach(([id, { also = [] }]) => also.forEach((name) => claim(canonicalName(name), id)));
  return roster;
}
