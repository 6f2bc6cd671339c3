// Red flags in words, for papers and the command line: what the plan breaks, and on which days.
import { isDate } from '../production/calendar';
import { formatEighths } from '../page/formatLength';
import type { RedFlag } from '../schedule/checked';
import type { PlannedInput, SheetInput } from './input';
import { dayName, hoursText, own, scenesById } from './lookUp';
import { fill, type SheetWords } from './words';

export interface FlagLine {
  readonly text: string;
  /** The days it is about, as indices into the plan's days. */
  readonly days: readonly number[];
}

/** Every red flag as a sentence, in the order in which the checker found them; scenes that are on no day in one. */
export function flagLines(input: SheetInput, planned: PlannedInput, words: SheetWords): FlagLine[] {
  const { texts } = words;
  const { flags } = planned.checked;
  const numberOf = sceneNumbers(input, planned);
  const unplaced = flags.flatMap((flag) => (flag.kind === 'unplaced' ? [numberOf(flag.scene)] : []));
  const [first] = unplaced;
  const onNoDay = first === undefined ? [] : [{ text: unplaced.length === 1 ? fill(texts.flagUnplaced, first) : fill(texts.flagsUnplaced, unplaced.length, unplaced.join(', ')), days: [] }];
  return [...onNoDay, ...flags.flatMap((flag) => (flag.kind === 'unplaced' ? [] : [{ text: flagText(flag, input, planned, words), days: daysOf(flag, planned) }]))];
}

function flagText(flag: Exclude<RedFlag, { kind: 'unplaced' }>, input: SheetInput, planned: PlannedInput, words: SheetWords): string {
  const { texts } = words;
  const { production } = input;
  const scene = sceneNumbers(input, planned);
  const scenes = (all: readonly number[]): string => all.map(scene).join(', ');
  const day = (calendarDay: number): string => {
    const index = planned.plan.days.findIndex((each) => each.day === calendarDay);
    return index < 0 ? (planned.problem.calendar[calendarDay]?.date ?? String(calendarDay + 1)) : dayName(input, planned, index, words);
  };
  const placeName = (id: string | undefined): string => own(production.locations, id)?.name ?? own(production.sets, id)?.name ?? texts.location;
  switch (flag.kind) {
    case 'twice':
      return fill(texts.flagTwice, scene(flag.scene));
    case 'unavailable':
      return fill(flag.scenes.length === 1 ? texts.flagAway : texts.flagAways, own(production.elements, planned.resourceIds[flag.resource])?.name ?? '?', day(flag.day), scenes(flag.scenes));
    case 'locationAway':
      return fill(flag.scenes.length === 1 ? texts.flagAway : texts.flagAways, placeName(planned.locationIds[flag.location]), day(flag.day), scenes(flag.scenes));
    case 'eighths':
      return fill(texts.flagEighths, day(flag.day), formatEighths(flag.eighths), formatEighths(flag.limit));
    case 'minutes':
      return fill(texts.flagMinutes, day(flag.day), hoursText(flag.minutes, words), hoursText(flag.limit, words));
    case 'mixed':
      return fill(texts.flagMixed, day(flag.day));
    case 'turnaround':
      return fill(flag.needed === 1 ? texts.flagRest : texts.flagRests, day(flag.before), day(flag.day), flag.needed);
    case 'before':
      return fill(texts.flagBefore, scene(flag.first), scene(flag.then));
    case 'sameDay':
      return fill(texts.flagSameDay, scenes(flag.scenes));
    case 'pinned':
      return fill(texts.flagPinned, scene(flag.scene), pinnedTo(flag.scene, input, planned, words) ?? day(flag.day));
    case 'closed':
      return fill(texts.flagClosed, day(flag.day));
    case 'unknownDay':
    case 'dayOrder':
    case 'unknownScene':
      return texts.flagCalendar;
  }
}

/** The date a scene is pinned to. */
function pinnedTo(scene: number, { production }: SheetInput, { sceneIds }: PlannedInput, words: SheetWords): string | undefined {
  const id = sceneIds[scene];
  const demand = Object.values(production.demands).find((each) => each.kind === 'pinned' && each.scene === id);
  return demand?.kind === 'pinned' && isDate(demand.date) ? words.date(demand.date, 'short') : undefined;
}

function daysOf(flag: RedFlag, { plan }: PlannedInput): number[] {
  const scenes = 'scenes' in flag ? flag.scenes : 'scene' in flag ? [flag.scene] : 'first' in flag ? [flag.first, flag.then] : [];
  const days = flag.kind === 'turnaround' ? [flag.before, flag.day] : 'day' in flag && flag.kind !== 'pinned' ? [flag.day] : undefined;
  return plan.days.flatMap((each, index) => ((days ? days.includes(each.day) : each.scenes.some((scene) => scenes.includes(scene))) ? [index] : []));
}

function sceneNumbers(input: SheetInput, { sceneIds }: PlannedInput): (scene: number) => string {
  const scenes = scenesById(input);
  return (scene) => scenes.get(sceneIds[scene] ?? '')?.number ?? '?';
}
