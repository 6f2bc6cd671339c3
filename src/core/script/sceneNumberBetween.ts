// Numbers for scenes that come between numbered ones: 12A behind 12, A12A before 12A, as shooting scripts have it.

/** A number of the common form: letters in front, a whole number, letters behind. */
interface Parts {
  readonly front: string;
  readonly base: number;
  readonly behind: string;
}

const COMMON = /^([A-Za-z]*)(\d{1,9})([A-Za-z]*)$/;
// I and O are left out: on a slate they are read as 1 and 0.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Whether a number is the writer's own: anything but a plain whole number, such as 12A, A1 or I-1-A. */
export function isSpecialNumber(number: string): boolean {
  return !/^\d+$/.test(number);
}

/** Scene numbers are the same whatever their letters' case. */
export function sameNumberKey(number: string): string {
  return number.toUpperCase();
}

/**
 * The number of a new scene between two scenes whose numbers are kept. Letters behind a number come after it (12, 12A,
 * 12AA, 12B), letters in front come before it (A12A, B12A, 12A): so every place between two numbers has one.
 * @param before the number of the scene before; undefined at the start of the script
 * @param after the number of the scene after; undefined at the end, where whole numbers go on
 * @param taken every number there is (see sameNumberKey), whereever it stands: none is given twice
 */
export function numberBetween(before: string | undefined, after: string | undefined, taken: ReadonlySet<string>): string {
  const isFree = (number: string): boolean => !taken.has(sameNumberKey(number));
  if (before === undefined) {
    return after === undefined ? nextWhole(0, isFree) : inFront(after, undefined, isFree);
  }
  const parts = partsOf(before);
  if (after === undefined) {
    return parts ? nextWhole(parts.base, isFree) : lettered(before, isFree);
  }
  // Scenes out of order, as after a move, leave no "between": then the new one belongs to the scene before it.
  const bound = parts && partsOf(after) && compareNumbers(before, after) < 0 ? after : undefined;
  const fits = (number: string): boolean => isFree(number) && compareNumbers(before, number) < 0 && (bound === undefined || compareNumbers(number, bound) < 0);
  if (!parts) {
    return lettered(before, isFree);
  }
  const found = followers(parts).find(fits);
  return found ?? (bound === undefined ? lettered(before, isFree) : inFront(bound, before, isFree));
}

/** Negative when `a` comes before `b` in a script whose scenes stand in order. Numbers of no common form are equal to all. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (!left || !right) {
    return 0;
  }
  const [behindLeft, behindRight] = [left.behind.toUpperCase(), right.behind.toUpperCase()];
  if (left.base !== right.base || behindLeft !== behindRight) {
    return left.base - right.base || (behindLeft < behindRight ? -1 : 1);
  }
  // In front the innermost letter decides, and one without a letter comes last: AA1, A1, AB1, B1, 1.
  const [frontLeft, frontRight] = [left.front.toUpperCase(), right.front.toUpperCase()].map((front) => `${Array.from(front).reverse().join('')}~`);
  return frontLeft === frontRight ? 0 : (frontLeft ?? '') < (frontRight ?? '') ? -1 : 1;
}

function partsOf(number: string): Parts | undefined {
  const [, front, base, behind] = COMMON.exec(number) ?? [];
  return front === undefined || base === undefined || behind === undefined ? undefined : { front, base: Number(base), behind };
}

function nextWhole(base: number, isFree: (number: string) => boolean): string {
  let next = base + 1;
  while (!isFree(String(next))) {
    next += 1;
  }
  return String(next);
}

/** What may follow a number, the most natural first: 12A behind 12, 12B behind 12A, then 12AA; B12A behind A12A. */
function followers({ front, base, behind }: Parts): string[] {
  if (front !== '') {
    return lettersAfter(front.charAt(0)).map((letter) => letter + front.slice(1) + String(base) + behind);
  }
  const siblings = behind === '' ? [] : lettersAfter(behind.slice(-1)).map((letter) => behind.slice(0, -1) + letter);
  const children = lettersLike(behind).map((letter) => behind + letter);
  return [...siblings, ...children].map((letters) => String(base) + letters);
}

/** Before a number: A12A before 12A, B12A when A12A stands there; AA12A before A12A. */
function inFront(after: string, before: string | undefined, isFree: (number: string) => boolean): string {
  for (let stem = after; ; stem = `A${stem}`) {
    const found = Array.from(LETTERS).map((letter) => letter + stem).find((number) => isFree(number) && (before === undefined || compareNumbers(before, number) < 0));
    if (found !== undefined) {
      return found;
    }
  }
}

/** A free number made of another by letters behind it. */
function lettered(number: string, isFree: (number: string) => boolean): string {
  for (let stem = number; ; stem += 'A') {
    const found = lettersLike(number).map((letter) => stem + letter).find(isFree);
    if (found !== undefined) {
      return found;
    }
  }
}

function lettersAfter(letter: string): string[] {
  return lettersLike(letter).filter((each) => each > letter);
}

/** All letters, small ones where the number's own are small. */
function lettersLike(letters: string): string[] {
  return [...(letters !== '' && letters === letters.toLowerCase() && /\p{L}$/u.test(letters) ? LETTERS.toLowerCase() : LETTERS)];
}
