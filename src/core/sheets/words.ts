// The words of the sheets: English unless the editor gives its own. Dates and sums are written by whoever knows the reader's manners.
import { weekdayOf } from '../production/calendar';

/** Every text of the sheets. `{0}` stands for a value; the editor translates each text as it is. */
export const TEXTS = {
  dayOutOfDays: 'Day Out of Days',
  oneLine: 'One-line schedule',
  shootingSchedule: 'Shooting schedule',
  call: 'Call sheet',
  costs: 'Cost summary',
  breakdown: 'Breakdown sheet',
  elements: 'Element list',
  board: 'Board: {0}',
  dayOf: 'Day {0} of {1}',
  day: 'Day {0}',
  endOfDay: 'End of day {0}',
  page: '1 page',
  pages: '{0} pages',
  hours: '{0} h {1} min',
  move: '1 move',
  moves: '{0} moves',
  wait: 'The company waits: nothing is shot',
  dayOff: 'Day off',
  daysOff: 'Days off: {0}',
  fromTo: '{0} to {1}',
  holiday: 'Holiday',
  crewAway: 'Closed: key crew away',
  boneyard: 'Not scheduled',
  number: 'No.',
  name: 'Name',
  scene: 'Scene',
  scenes: 'Scenes',
  place: 'I/E',
  set: 'Set',
  light: 'D/N',
  synopsis: 'Synopsis',
  length: 'Pages',
  cast: 'Cast',
  location: 'Location',
  total: 'Total',
  worked: 'Worked',
  held: 'Held',
  dropped: 'Dropped',
  start: 'Start',
  finish: 'Finish',
  marks: 'SW start, W work, WF finish, H held, WD drop, PW pick up',
  lightDay: 'Day',
  lightNight: 'Night',
  lightDawn: 'Dawn',
  lightDusk: 'Dusk',
  kindDay: 'Day',
  kindNight: 'Night',
  kindSplit: 'Split',
  storyDay: 'Story day',
  scriptPage: 'Page in script',
  time: 'Shooting time',
  shootingDay: 'Shooting day',
  notes: 'Notes',
  count: 'How many',
  sceneCount: 'Number of scenes',
  times: 'Days or moves',
  category: 'Category',
  element: 'Element',
  days: 'Days',
  played: 'Played by',
  redFlags: 'Red flags',
  flagUnplaced: 'Scene {0} is on no day.',
  flagsUnplaced: '{0} scenes are on no day: {1}.',
  flagTwice: 'Scene {0} stands on the board twice.',
  flagAway: '{0} is not available on {1}, for scene {2}.',
  flagAways: '{0} is not available on {1}, for scenes {2}.',
  flagEighths: '{0} has {1} pages; {2} a day are allowed.',
  flagMinutes: '{0} takes {1}; {2} a day are allowed.',
  flagMixed: '{0} has day work and night work.',
  flagRest: 'Too little rest between {0} and {1}: a day between them must be free.',
  flagRests: 'Too little rest between {0} and {1}: {2} days between them must be free.',
  flagBefore: 'Scene {0} must be shot before scene {1}.',
  flagSameDay: 'Scenes {0} must be shot on one day.',
  flagPinned: 'Scene {0} must be shot on {1}.',
  flagClosed: 'Nothing can be shot on {0}.',
  flagCalendar: 'The calendar ends before the last day of the board.',
  lookAt: 'Look at the light',
  nightByDay: 'Scene {0} plays outside at night and is reckoned to begin at {1}: is it dark by then?',
  dayByNight: 'Scene {0} plays outside by day and is reckoned to begin at {1}: is there light then?',
  provedCheapest: 'Proved the cheapest when it was found',
  boundedBy: 'Best found; when it was found, no plan could cost less than {0}',
  plan: 'Plan',
  company: 'Company with crew',
  castAndOthers: 'Cast and others, worked',
  castAndOthersHeld: 'Cast and others, held',
  locations: 'Locations',
  nights: 'Nights',
  movesOfCompany: 'Moves between locations',
  movesOfSet: 'Moves between sets',
  amount: 'Amount',
  rate: 'Rate',
  item: 'Item',
  costByItem: 'Cost by item',
  costByName: 'Cost by name',
  costByLocation: 'Cost by location',
  generalCall: 'General call',
  wrap: 'Wrap by estimate',
  kindOfDay: 'Kind of day',
  callTime: 'Call',
  onSet: 'On set about',
  today: 'Day mark',
  crew: 'Crew',
  department: 'Department',
  job: 'Job',
  contact: 'Contact',
  address: 'Address',
  parking: 'Parking',
  hospital: 'Nearest hospital',
  required: 'Required today',
  advance: 'Advance schedule: {0}',
  dayBefore: '{0} the day before',
  dayAfter: '{0} the day after',
  away: 'Away',
  hold: 'Hold',
  estimate: 'Times behind the general call are estimates without meal breaks.',
  assumed: 'Sums are assumed until the production has its own.',
  noPlan: 'No scene is scheduled yet. Put scenes on a board, or let the schedule be worked out, and this sheet fills itself.',
  noScenes: 'The script has no scenes yet. Write a scene heading, and this sheet fills itself.',
  noCast: 'Nobody works on this plan yet: no scene of it has cast.',
  noElements: 'Nothing is broken down yet: no scene has cast, props or anything else.',
  noElementsHere: 'Nothing is broken down for this scene.',
  noSceneToday: 'Nothing is shot on this day.',
  noSuchDay: 'The plan has no such day any more.',
  noSuchScene: 'The script has no such scene any more.',
  noCrew: 'No crew is listed yet.',
  lastDay: 'This is the last day of the shoot.',
} as const;

export type SheetText = keyof typeof TEXTS;

export type DateForm = 'long' | 'short' | 'dayMonth' | 'weekday' | 'dayOfMonth' | 'month';

export interface SheetWords {
  readonly texts: Readonly<Record<SheetText, string>>;
  /** A date, `YYYY-MM-DD`: long "Tuesday 12 May 2026", short "Tue 12 May", dayMonth "12 May", weekday "Tue", dayOfMonth "12", month "May". */
  date(date: string, form: DateForm): string;
  /** A sum in whole units of a currency (three letters). */
  money(amount: number, currency: string): string;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SHORT = 3;

/** English, as the command line writes it: no surroundings are asked. */
export const ENGLISH: SheetWords = {
  texts: TEXTS,
  date(date, form) {
    const weekday = WEEKDAYS[weekdayOf(date)] ?? '';
    const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
    const day = String(Number(date.slice(8)));
    switch (form) {
      case 'long':
        return `${weekday} ${day} ${month} ${date.slice(0, 4)}`;
      case 'short':
        return `${weekday.slice(0, SHORT)} ${day} ${month.slice(0, SHORT)}`;
      case 'dayMonth':
        return `${day} ${month.slice(0, SHORT)}`;
      case 'weekday':
        return weekday.slice(0, SHORT);
      case 'dayOfMonth':
        return day;
      case 'month':
        return month.slice(0, SHORT);
    }
  },
  money(amount, currency) {
    const whole = String(Math.round(Math.abs(amount))).replace(/\B(?=(?:\d{3})+$)/g, ',');
    return `${Math.round(amount) < 0 ? '-' : ''}${whole} ${currency}`.trim();
  },
};

/** Puts values into a text, as the editor's own translations do. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}
