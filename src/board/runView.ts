// A search in words: how it goes, what the best plan is worth, and what is proved, said no better than it is.
import { sameStrips, scriptOrder } from './boards';
import { clashView } from './clashView';
import { dayViews, stripFacts } from './dayViews';
import { figuresOf } from './figures';
import type { ProposalView, RunView } from './protocol';
import type { Search } from './searching';
import type { Telling } from './telling';
import { weigh, type Ground, type WeighedBoard } from './weigh';

/** @param shown the board that the proposal is held against; @param now what script and rules are by now */
export function runView(search: Search, shown: WeighedBoard, now: Ground, telling: Telling): RunView {
  const { state, seconds, elapsed } = search;
  const proposal = proposalView(search, shown, now, telling);
  return { state, seconds, elapsed, proved: search.worth.proved, bound: sayBound(search, telling), told: sayRun(search, telling), ...(proposal && { proposal }), ...(search.clash && { clash: clashView(search.clash, search.started, telling) }) };
}

function sayRun(search: Search, telling: Telling): string {
  const { say } = telling;
  if (search.state === 'failed') {
    return say('The search broke down. Your board is as it was; the log says what happened.');
  }
  const found = search.proposal;
  const cost = found ? telling.money(found.checked.cost.total) : '';
  const keeps = search.progress?.plan !== undefined;
  if (search.state === 'running') {
    return !found ? say('Searching for a first plan…') : keeps ? say('Searching… Best so far: {0}.', cost) : say('Searching… No plan yet that keeps all the rules.');
  }
  if (search.impossible && search.scope.from !== 'all') {
    return say('With the other days as they are, no plan can keep all the rules: proved.');
  }
  if (search.impossible) {
    return say('No plan can keep all the rules: proved. The nearest one breaks the fewest of them.');
  }
  if (!found) {
    return say('No plan was found. Give it more time.');
  }
  return keeps ? sayQuality(search, cost, telling) : say('No plan was found that keeps all the rules; whether there is one is not known. The nearest one breaks the fewest.');
}

function sayQuality({ scope, progress, worth, stopped }: Search, cost: string, telling: Telling): string {
  const { say } = telling;
  if (worth.proved) {
    return say('Proved: no plan that keeps the rules costs less than {0}.', cost);
  }
  if (scope.from !== 'all' && progress?.proved === true) {
    return say('Proved: with the other days as they are, nothing costs less than {0}.', cost);
  }
  const found = stopped ? say('Stopped. The best found: {0}.', cost) : say('The best found: {0}.', cost);
  return [found, boundSentence(worth.bound, telling)].filter((part) => part !== '').join(' ');
}

function sayBound({ worth }: Search, telling: Telling): string {
  return worth.proved ? '' : boundSentence(worth.bound, telling);
}

function boundSentence(bound: number | undefined, { say, money }: Telling): string {
  return bound === undefined || !Number.isFinite(bound) || bound <= 0 ? '' : say('None can cost less than {0}.', money(bound));
}

function proposalView(search: Search, shown: WeighedBoard, now: Ground, telling: Telling): ProposalView | undefined {
  const { proposal, started } = search;
  if (!proposal) {
    return undefined;
  }
  const { say, money } = telling;
  const saved = shown.checked.cost.total - proposal.checked.cost.total;
  const difference = Math.round(saved) === 0 ? say('It costs what your board costs.') : saved > 0 ? say('It saves {0} against your board.', money(saved)) : say('It costs {0} more than your board.', money(-saved));
  const fixes = shown.checked.flags.length - proposal.checked.flags.length;
  const flags = fixes > 0 ? ` ${telling.count(fixes, '{0} red flag is gone.', '{0} red flags are gone.')}` : '';
  const quality = search.worth.proved ? say('Proved the cheapest') : search.progress?.plan ? say('Best found') : say('Breaks the fewest rules');
  return {
    days: dayViews(proposal, stripFacts(proposal, new Map(), telling)),
    figures: figuresOf(proposal, telling, shown),
    difference: difference + flags,
    quality,
    ...(shown !== weigh(now, scriptOrder(now, telling.say)) && sameStrips(shown.board, started.board) && { replaces: true as const }),
    ...(isStale(started, now) && { stale: say('The script or its production has changed since the search began. The plan is of how they were: taken, it shows what has changed.') }),
  };
}

/** Boards do not count: the search speaks of its own. */
function isStale(started: Ground, now: Ground): boolean {
  const { boards: _, ...before } = started.production;
  const { boards: __, ...after } = now.production;
  const keys = Object.keys(before) as (keyof typeof before)[];
  return keys.some((key) => before[key] !== after[key] && JSON.stringify(before[key]) !== JSON.stringify(after[key])) || (started.breakdown !== now.breakdown && scenesSay(started) !== scenesSay(now));
}

const scenesSay = ({ breakdown }: Ground): string => JSON.stringify(breakdown.scenes.map(({ id, eighths, minutes, light, set, setId, locationId, elements }) => [id, eighths, minutes, light, set, setId, locationId, elements.map((each) => each.id)]));
