// backlot schedule: a shoot planned from a script and its production: proved, or the best found with its bound, or why there is none.
import path from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { categoriesOf } from '../core/breakdown/categories';
import { check } from '../core/schedule/check/check';
import type { CheckedPlan } from '../core/schedule/checked';
import { clashOf, type Clash } from '../core/schedule/clash/clash';
import { sayClash, sayConstraint } from '../core/schedule/clash/sayClash';
import { breachedBy } from '../core/schedule/clash/breached';
import { explainPlan, type Explained } from '../core/schedule/explain/explain';
import { sayExplanation, saySaving } from '../core/schedule/explain/sayExplain';
import { toldReasons } from '../core/schedule/explain/sayReasons';
import { namesOf } from '../core/schedule/namesOf';
import type { Plan, PlanProgress } from '../core/schedule/problem';
import { problemOf, type ProblemParts } from '../core/schedule/problemOf';
import { plainly, type Names } from '../core/schedule/said';
import { oneLineSheet } from '../core/sheets/scheduleSheets';
import { ENGLISH } from '../core/sheets/words';
import { plain } from './ledger';
import { onlyFile, readOptions } from './options';
import { planOnCores } from './planOnCores';
import { PAPER, pageOptionsFrom } from './printing';
import { readShoot, type ScriptShoot } from './production';
import { sheetText } from './sheetText';
import { UsageError, type Io, type Verb } from './verb';

/** Without --seconds. */
const SECONDS = 10;
const MOST_SECONDS = 3600;
/** Milliseconds between two looks at Ctrl+C. */
const SLICE = 20;
/** The most seconds spent on saying why there is no plan, or why one is as it is. */
const MOST_WHY = 20;

export const scheduleVerb: Verb = {
  name: 'schedule',
  summary: 'a plan of the shoot that costs least: proved, or the best found with its bound',
  usage: `backlot schedule FILE [--production P.json] [--seconds S] [--seed N] [--explain] [--json] [--paper letter|a4]
  The production is the file beside the script (diner.production.json beside diner.fountain) unless another is named; without one
  the script alone is planned. Ends when the plan is proved the cheapest, after S seconds (${SECONDS}), or by Ctrl+C: then with the best so far.
  --explain says why who waits, moves and nights are there, and what one change would save. Where there is no plan that breaks nothing,
  why is said, the plan that breaks least is shown, and the exit code is 1.

The fields of --json:

  dated       whether the shoot has a start; without, dates count from Monday 2024-01-01
  days        [{day, date, kind, eighths, minutes, moves, setMoves, held: [NAME], scenes: [{number, heading, eighths, light}]}] in order of shooting;
              day counts shooting days from 1; kind is "day", "night" or "split"
  cost        {company, worked, held, locations, nights, moves, setMoves, total}, as the checker reckons it from the plan alone
  currency    of all costs
  flags       what the plan breaks, as plain data; empty: nothing. Not empty only where no plan that breaks nothing is known
  bound       no plan costs less; null where it is proved that there is none
  proved      whether the plan is proved the cheapest, or, without one, that there is none
  seconds, steps, seed
  clash       where there is no plan: {kind, smallest, sentences: [TEXT], constraints, scenes: [NUMBER]}; kind "none": proved; "perhaps": none was found
  reasons     with --explain: [{kind, cost, sentences: [TEXT], saves}]; saves is what the change named last saves at least
  savings     with --explain: [{saves, sentences: [TEXT]}] what one change of terms saves at least, the greatest first: all that were found`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, explain: { type: 'boolean' }, production: { type: 'string' }, seconds: { type: 'string' }, seed: { type: 'string' }, ...PAPER });
    const seconds = numberFrom(values.seconds, '--seconds', SECONDS, (number) => number > 0 && number <= MOST_SECONDS, `a number above 0, ${MOST_SECONDS} at the most`);
    const seed = numberFrom(values.seed, '--seed', 1, (number) => Number.isInteger(number) && Math.abs(number) < 2 ** 31, 'a whole number');
    const file = onlyFile(positionals);
    const shoot = await readShoot(file, values.production, pageOptionsFrom(values), io);
    const answer = await answerTo(shoot, { seconds, seed, explain: values.explain === true }, io);
    io.write(values.json === true ? `${JSON.stringify(answerJson(shoot, answer, seed))}\n` : answerText(path.basename(file), shoot, answer));
    return answer.progress.plan ? 0 : 1;
  },
};

/** @throws UsageError */
function numberFrom(given: string | undefined, option: string, without: number, able: (number: number) => boolean, what: string): number {
  const number = given === undefined ? without : given.trim() === '' ? NaN : Number(given);
  if (!able(number)) {
    throw new UsageError(`${option} takes ${what}, not ${JSON.stringify(given)}.`);
  }
  return number;
}

interface Answer {
  readonly parts: ProblemParts;
  readonly names: Names;
  readonly progress: PlanProgress;
  /** The plan; else the one that breaks least. */
  readonly plan: Plan;
  readonly checked: CheckedPlan;
  readonly seconds: number;
  readonly clash?: Clash;
  readonly explained?: Explained;
}

async function answerTo({ production, breakdown }: ScriptShoot, options: { seconds: number; seed: number; explain: boolean }, io: Io): Promise<Answer> {
  const parts = problemOf(production, breakdown);
  const { problem } = parts;
  const from = performance.now();
  const progress = await planOnCores(problem, { seed: options.seed }, { seconds: options.seconds, signal: io.signal });
  const seconds = (performance.now() - from) / 1000;
  const plan = progress.plan ?? progress.nearest ?? { days: [] };
  const names = namesOf(production, breakdown, parts, plan, { date: (date) => ENGLISH.date(date, 'short'), money: (amount) => ENGLISH.money(amount, production.rules.currency) });
  const answer: Answer = { parts, names, progress, plan, checked: check(problem, plan), seconds };
  if (!progress.plan) {
    const clash = await within(clashOf(problem, { nearest: plan }), MOST_WHY, io.signal);
    return { ...answer, clash: clash ?? { kind: 'perhaps', constraints: [], smallest: false, scenes: [] } };
  }
  return options.explain ? { ...answer, explained: await explainedFor(answer, options.seed, io.signal) } : answer;
}

async function explainedFor({ parts: { problem }, progress, plan }: Answer, seed: number, signal: AbortSignal): Promise<Explained> {
  const search = explainPlan(problem, plan, { seed, proved: progress.proved });
  let last = search.next().value;
  await within((function* () {
    for (let step = search.next(); step.done !== true; step = search.next()) {
      last = step.value;
      yield;
    }
  })(), MOST_WHY, signal);
  return last;
}

/** Each held stretch, move and night by itself, and all savings. */
function reasonsJson({ parts: { problem }, names, plan }: Answer, { explanations, savings }: Explained): object {
  return {
    reasons: explanations.map((each) => ({ kind: each.fact.kind, cost: each.fact.cost, sentences: sayExplanation(problem, plan, each, names).map(plainly), saves: each.saving?.less ?? null })),
    savings: savings.map((saving) => ({ saves: saving.less, sentences: saySaving(problem, saving, names).map(plainly) })),
  };
}

/** Runs work slice by slice, so that Ctrl+C is heard; undefined where it was ended before. */
async function within<T>(work: Generator<unknown, T>, seconds: number, signal: AbortSignal): Promise<T | undefined> {
  const end = performance.now() + seconds * 1000;
  while (!signal.aborted && performance.now() < end) {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done === true) {
        return step.value;
      }
    }
    await otherWork();
  }
  return undefined;
}

function answerJson({ production, breakdown }: ScriptShoot, answer: Answer, seed: number): object {
  const { parts, names, progress, plan, checked, seconds, clash, explained } = answer;
  const scenes = new Map(breakdown.scenes.map((scene) => [scene.id, scene]));
  return {
    dated: production.rules.start !== undefined,
    days: plan.days.map(({ day, scenes: shot }, index) => {
      const { kind, eighths, minutes, moves, setMoves, held } = checked.days[index] ?? { kind: 'day', eighths: 0, minutes: 0, moves: 0, setMoves: 0, held: [] };
      return {
        day: index + 1,
        date: parts.problem.calendar[day]?.date ?? null,
        kind,
        eighths,
        minutes,
        moves,
        setMoves,
        held: held.map(names.resource),
        scenes: shot.map((scene) => {
          const { heading = '', light = 'day' } = scenes.get(parts.sceneIds[scene] ?? '') ?? {};
          return { number: names.scene(scene), heading, eighths: parts.problem.scenes[scene]?.eighths ?? 0, light };
        }),
      };
    }),
    cost: checked.cost,
    currency: production.rules.currency,
    flags: checked.flags,
    bound: Number.isFinite(progress.bound) ? progress.bound : null,
    proved: progress.proved,
    seconds: Math.round(seconds * 1000) / 1000,
    steps: progress.steps,
    seed,
    ...(clash && { clash: { kind: clash.kind, smallest: clash.smallest, sentences: sayClash(parts.problem, clash, names).map(plainly), constraints: clash.constraints, scenes: clash.scenes.map(names.scene) } }),
    ...(explained && reasonsJson(answer, explained)),
  };
}

function answerText(title: string, { production, breakdown }: ScriptShoot, answer: Answer): string {
  const { parts, names, progress, plan, checked, seconds, clash } = answer;
  if (parts.problem.scenes.length === 0) {
    return 'There are no scenes to plan.\n';
  }
  const name = clash ? 'Breaks the least' : 'Cheapest plan found';
  const sheet = sheetText(oneLineSheet({ title, production, breakdown, categories: categoriesOf(production), planned: { name, ...parts, plan, checked } }));
  if (clash) {
    return `${clashText(answer, clash)}${plan.days.length === 0 ? '' : `\n${sheet}\n${brokenText(answer)}`}`;
  }
  const long = plan.days.flatMap(({ scenes: [scene = -1] }, day) => ((checked.days[day]?.eighths ?? 0) > parts.problem.dayEighths || (checked.days[day]?.minutes ?? 0) > parts.problem.dayMinutes ? [names.scene(scene)] : []));
  const alone = long.length === 0 ? '' : `Longer than a day holds, and so alone on its day: sc. ${plain(long.join(', '))}.\n`;
  const standing = progress.proved ? 'Proved the cheapest.' : `Best found; no plan costs less than ${names.money(Math.floor(progress.bound))}.`;
  return `${sheet}\nThe plan costs ${names.money(checked.cost.total)}, of it ${names.money(checked.cost.held)} for held days. ${standing} (${seconds.toFixed(1)} s)\n${alone}${reasonsText(answer)}`;
}

function clashText({ parts, names, seconds }: Answer, clash: Clash): string {
  const sentences = sayClash(parts.problem, clash, names).map((said) => plain(plainly(said)));
  return `${sentences.map((sentence, index) => (index === 0 || index > clash.constraints.length ? sentence : `  - ${sentence}`)).join('\n')}\n${clash.kind === 'none' ? 'That is proved.' : `Searched for ${seconds.toFixed(1)} s.`}\n`;
}

/** What the plan shown breaks. */
function brokenText({ parts: { problem }, names, plan, checked }: Answer): string {
  const broken = breachedBy(problem, plan).constraints.map((constraint) => `  - ${plain(plainly(sayConstraint(problem, constraint, names)))}\n`);
  return `No plan that breaks nothing is known. The one above costs ${names.money(checked.cost.total)} and does not keep to:\n${broken.join('')}`;
}

function reasonsText({ parts: { problem }, names, plan, explained }: Answer): string {
  if (!explained) {
    return '';
  }
  const said = toldReasons(problem, plan, explained, names).map(({ kind, title, why, savings }) => ({ kind, text: plain([...(kind === 'plan' ? [...why, title] : [title, ...why, ...savings.map(({ text }) => text)])].map(plainly).join(' ')) }));
  const list = (heading: string, kinds: readonly string[]): string => {
    const of = said.filter(({ kind }) => kinds.includes(kind));
    return of.length === 0 ? '' : `\n${heading}\n${of.map(({ text }) => `- ${text}\n`).join('')}`;
  };
  return `${list('What one change would save', ['plan'])}${list('Held days', ['held'])}${list('Nights', ['night'])}${list('Moves', ['move'])}`;
}
