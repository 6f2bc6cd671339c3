// Scenes as a breakdown has them, for tests of the board.
import type { Breakdown, BreakdownScene } from '../../../../src/core/breakdown/breakdown';

export function scene(id: string, facts: Partial<Omit<BreakdownScene, 'elements'>> & { readonly cast?: readonly string[] } = {}): BreakdownScene {
  const { cast = [], ...rest } = facts;
  return {
    id, number: id.replace(/\D/g, '') || '1', heading: `INT. ${id.toUpperCase()} - DAY`, from: 0, to: 1, line: 0, page: 1, place: 'INT', set: id.toUpperCase(), light: 'day', lightFrom: 'heading',
    storyDay: '1', storyDayFrom: 'proposed', eighths: 8, minutes: 60,
    elements: cast.map((each) => ({ id: each, category: 'cast', name: each.toUpperCase(), castNumber: each.codePointAt(0) ?? 0, from: 'speaks', spans: [] })),
    ...rest,
  };
}

export const breakdown = (...scenes: BreakdownScene[]): Breakdown => ({ scenes, orphans: [] });

/** Ids that are never given twice. */
export function counter(): () => string {
  let last = 0;
  return () => `n${(last += 1)}`;
}
