// Reads what is typed into a field of the production, each kind as forgiving as it can be without guessing.
import { refused, type Read } from './validateSaid';

const MOST_MONEY = 1_000_000_000;
const EIGHTHS = 8;

/** A sum in whole units: `1200`, `1,200`, `1.200`, `€ 1 200`, `1'200`. Nothing typed is nothing said. */
export function readMoney(text: string): Read<number | undefined> {
  const bare = text.replace(/[\s'’\u00a0\u202f]|\p{Sc}|^\s*[A-Z]{3}\b|\b[A-Z]{3}\s*$/gu, '');
  if (bare === '') {
    return text.trim() === '' ? { ok: true, value: undefined } : refused('{0} is no sum. Type a whole number, such as 1200.', text.trim());
  }
  if (/^\d+[.,]\d{1,2}$/.test(bare)) {
    return refused('Sums are whole, without cents: {0}, for example.', bare.replace(/[.,]\d+$/, ''));
  }
  const value = /^\d{1,3}(?:[.,]\d{3})+$|^\d+$/.test(bare) ? Number(bare.replace(/[.,]/g, '')) : NaN;
  return value <= MOST_MONEY ? { ok: true, value } : refused('{0} is no sum. Type a whole number, such as 1200.', text.trim());
}

/** A whole number from `least` to `most`, `unit` words behind it left aside (`8 days`). Nothing typed is nothing said. */
export function readWhole(text: string, least: number, most: number): Read<number | undefined> {
  const found = /^([+\-−]?\d{1,9})(?:\s*[\p{L}.]+)?$/u.exec(text.trim())?.[1];
  if (text.trim() === '') {
    return { ok: true, value: undefined };
  }
  const value = Number(found?.replace('−', '-'));
  return value >= least && value <= most ? { ok: true, value } : refused('Type a whole number from {0} to {1}.', least, most);
}

/** Hours or minutes with a fraction: `10`, `10.5`, `10,5`, `10 1/2`, and hours as `10:30`. */
export function readAmount(text: string, least: number, most: number): Read<number | undefined> {
  const trimmed = text.trim().replace(/\s*(?:h|hours?|hrs?|min(?:utes?)?|std|stunden)\.?$/iu, '');
  if (trimmed === '') {
    return { ok: true, value: undefined };
  }
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(trimmed);
  const half = /^(\d{1,3})\s+1\/2$|^(\d{1,3})½$/.exec(trimmed);
  const plain = /^\d{1,6}(?:[.,]\d{1,3})?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : NaN;
  const value = clock ? Number(clock[1]) + Number(clock[2]) / 60 : half ? Number(half[1] ?? half[2]) + 0.5 : plain;
  return value >= least && value <= most ? { ok: true, value } : refused('Type a number from {0} to {1}.', least, most);
}

/** A length as the trade writes it: `4 5/8`, `5/8`, `5` pages; also `37/8`, `4.5`. In eighths. */
export function readEighths(text: string): Read<number> {
  const trimmed = text.trim().replace(/\s*(?:pages?|pgs?\.?|pp?\.?)$/iu, '');
  const mixed = /^(?:(\d{1,3})\s+)?(\d{1,4})\s*\/\s*8$/.exec(trimmed);
  const plain = /^(\d{1,3})(?:[.,](\d{1,3}))?$/.exec(trimmed);
  const value = mixed ? Number(mixed[1] ?? 0) * EIGHTHS + Number(mixed[2]) : plain ? Number(`${plain[1] ?? ''}.${plain[2] ?? '0'}`) * EIGHTHS : NaN;
  if (!Number.isInteger(value)) {
    return refused('Type pages and eighths, such as 4 5/8.');
  }
  return value >= 1 && value <= 999 ? { ok: true, value } : refused('A day has at least 1/8 of a page and fewer than 125 pages.');
}

/** `7:00`, `07.00`, `7`, `7 am`, `6:30 pm` as `HH:MM`. */
export function readClock(text: string): Read<string> {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.h]([0-5]\d))?\s*(a\.?m\.?|p\.?m\.?|h)?$/iu.exec(text.trim()) ?? [];
  const spoken = half?.[0]?.toLowerCase();
  const twelve = spoken === 'a' || spoken === 'p';
  const hour = Number(hours);
  if (hours === undefined || hour > 23 || (twelve && (hour < 1 || hour > 12))) {
    return refused('Type a time of day, such as 07:00.');
  }
  const whole = twelve ? (hour % 12) + (spoken === 'p' ? 12 : 0) : hour;
  return { ok: true, value: `${String(whole).padStart(2, '0')}:${minutes}` };
}

/** What is said of the share that a held day costs, in the writer's language. */
export interface HoldWords {
  readonly full: string;
  readonly half: string;
  readonly free: string;
}

/** `full`, `half`, `free`, `30 %`, `0.3`. Nothing typed is nothing said, which means in full. */
export function readShare(text: string, words: HoldWords): Read<number | undefined> {
  const bare = text.trim().toLowerCase();
  if (bare === '') {
    return { ok: true, value: undefined };
  }
  const named = ([[1, words.full, 'full', 'held in full'], [0.5, words.half, 'half', '1/2', '½'], [0, words.free, 'free', 'none']] as const).find(([, ...names]) => names.some((name) => name.toLowerCase() === bare));
  const percent = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%$/.exec(bare)?.[1];
  const plain = /^[01](?:[.,]\d{1,4})?$/.test(bare) ? Number(bare.replace(',', '.')) : NaN;
  const value = named?.[0] ?? (percent === undefined ? plain : Number(percent.replace(',', '.')) / 100);
  return value >= 0 && value <= 1 ? { ok: true, value: Math.round(value * 10_000) / 10_000 } : refused('Type {0}, {1}, {2}, or a share such as 30 %.', words.full, words.half, words.free);
}

/** Minutes before (`-30`, `-0:30`) or after the general call. */
export function readOffset(text: string): Read<number | undefined> {
  const clock = /^([+\-−]?)\s*(\d{1,2}):([0-5]\d)$/u.exec(text.trim());
  if (!clock) {
    return readWhole(text.replace(/^([+\-−])\s+/u, '$1'), -720, 720);
  }
  const minutes = Number(clock[2]) * 60 + Number(clock[3]);
  return minutes <= 720 ? { ok: true, value: /[-−]/.test(clock[1] ?? '') ? -minutes : minutes } : refused('Type a whole number from {0} to {1}.', -720, 720);
}

/** `yes` and `no` in the writer's words, `1` and `0`, `x`. */
export function readYes(text: string, yes: string): boolean {
  return ['true', 'yes', 'y', '1', 'x', '✓', yes.toLowerCase()].includes(text.trim().toLowerCase());
}
