// What decides between plans of equal cost, so that a production without figures is planned as a producer would: short, close together, few moves.

/** What each counts beside its money, in units so small that they never outweigh it. */
export const TIES = { day: 100, held: 10, night: 2, location: 5, move: 4, setMove: 1, late: 20 } as const;

/** Of a unit in the search by chance. */
export const TIE = 1e-5;

/** Of a unit where a proof must not be touched by it. */
export const FINE_TIE = 1e-9;
