// The same plan as early as it can be: of plans that cost the same and break nothing more, nobody wants the one that begins weeks later.
import type { CheckedPlan } from '../schedule/checked';
import type { Plan, Problem } from '../schedule/problem';

/**
 * The plan slid to the earliest open days on which the checker finds the same cost and no more flags. Its days stay in their order with
 * as many open days between them.
 * @param check what a plan of this problem costs and breaks
 */
export function earliest(problem: Problem, plan: Plan, check: (plan: Plan) => CheckedPlan): Plan {
  const open = [...problem.calendar.entries()].filter(([, { closed }]) => closed === undefined).map(([day]) => day);
  const positions = plan.days.map(({ day }) => open.indexOf(day));
  const first = positions[0] ?? 0;
  if (first <= 0 || positions.includes(-1)) {
    return plan;
  }
  const { cost, flags } = check(plan);
  for (let back = first; back > 0; back -= 1) {
    const slid: Plan = { days: plan.days.map(({ scenes }, at) => ({ day: open[(positions[at] ?? 0) - back] ?? 0, scenes })) };
    const found = check(slid);
    if (found.cost.total <= cost.total && found.flags.length <= flags.length) {
      return slid;
    }
  }
  return plan;
}
