// The tab of the rules: what the film is called, its calendar, its day, and what things cost.
import { formatEighths } from '../core/page/formatLength';
import type { Rules } from '../core/production/rules';
import { fieldKey, type Cell, type Row, type Section, type Tab } from './protocol';
import { chipOf, moneyCell, textCell, warned, type TabParts } from './tabParts';

const RULES = { on: 'rules', id: '' } as const;

export function rulesTab(parts: TabParts): Tab {
  const { l10n } = parts.teller;
  return { id: 'rules', name: l10n.t('Rules'), count: '', warnings: 0, sections: [filmSection(parts), calendarSection(parts), daySection(parts), costSection(parts)] };
}

function filmSection(parts: TabParts): Section {
  const { teller: { l10n, locale }, production: { rules } } = parts;
  return form('film', l10n.t('The film'), [
    row(l10n.t('Title'), textCell(parts, RULES, 'title', rules.title), l10n.t('As call sheets and schedules say it. Nothing here: as the title page of the script has it.')),
    row(l10n.t('Company'), textCell(parts, RULES, 'company', rules.company)),
    row(l10n.t('Currency'), textCell(parts, RULES, 'currency', rules.currency, { list: 'currencies', shown: currencyTold(rules.currency, locale) })),
  ]);
}

function calendarSection(parts: TabParts): Section {
  const { teller, production: { rules } } = parts;
  const { l10n } = teller;
  const holidays = fieldKey({ ...RULES, field: 'holidays' });
  const shownStart = rules.start === undefined ? {} : { shown: teller.wholeWindow({ from: rules.start, to: rules.start }) };
  return form('calendar', l10n.t('The calendar'), [
    row(l10n.t('First day of the shoot'), textCell(parts, RULES, 'start', rules.start, { date: rules.start ?? '', placeholder: l10n.t('2027-05-12 or 12 May'), ...shownStart }), l10n.t('Without it days are counted: Day 1, Day 2.')),
    row(l10n.t('Days off'), { kind: 'checks', key: fieldKey({ ...RULES, field: 'daysOff' }), boxes: weekdays(teller.locale).map(({ day, name }) => ({ key: fieldKey({ ...RULES, field: `daysOff.${day}` }), label: name, value: rules.daysOff.includes(day) })) }),
    row(l10n.t('Holidays'), { kind: 'windows', key: holidays, tone: 'away', windows: rules.holidays.map((date) => chipOf(teller, { from: date, to: date })), ...warned(parts, holidays) }, l10n.t('Days on which nobody works. Several at once: 24-26 Dec.')),
  ]);
}

/** Monday first, as schedules have it, each with its name in the writer's language. */
function weekdays(locale: string): { readonly day: number; readonly name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 2024-01-01 was a Monday.
  return Array.from({ length: 7 }, (_, index) => ({ day: (index + 1) % 7, name: format.format(Date.UTC(2024, 0, index + 1)) }));
}

function daySection(parts: TabParts): Section {
  const { teller: { l10n }, production: { rules } } = parts;
  const number = (field: 'minutesPerEighth' | 'dayHours' | 'turnaroundHours' | 'moveMinutes' | 'setMoveMinutes', unit: string): Cell => textCell(parts, RULES, field, String(rules[field]), { number: true, unit });
  const clock = (field: 'dayCall' | 'nightCall' | 'splitCall'): Cell => textCell(parts, RULES, field, rules[field], { number: true });
  const mixing = fieldKey({ ...RULES, field: 'mayMix' });
  return form('day', l10n.t('The day'), [
    row(l10n.t('Pages a day, at most'), textCell(parts, RULES, 'dayEighths', formatEighths(rules.dayEighths), { number: true, unit: l10n.t('pages') }), l10n.t('In pages and eighths: 4 5/8.')),
    row(l10n.t('Shooting time for 1/8'), number('minutesPerEighth', l10n.t('minutes'))),
    row(l10n.t('Length of a day'), number('dayHours', l10n.t('hours'))),
    row(l10n.t('Call, day work'), clock('dayCall')),
    row(l10n.t('Call, night work'), clock('nightCall')),
    row(l10n.t('Call, split day'), clock('splitCall')),
    row(l10n.t('Turnaround'), number('turnaroundHours', l10n.t('hours'))),
    row(l10n.t('Day and night on one day'), { kind: 'check', key: mixing, value: rules.mayMix, label: l10n.t('allowed'), ...warned(parts, mixing) }),
    row(l10n.t('Move to another location'), number('moveMinutes', l10n.t('minutes'))),
    row(l10n.t('Move to another set'), number('setMoveMinutes', l10n.t('minutes'))),
  ]);
}

function costSection(parts: TabParts): Section {
  const { teller: { l10n }, production: { rules } } = parts;
  const money = (field: keyof Pick<Rules, 'companyDayCost' | 'castDayCost' | 'nightCost' | 'moveCost' | 'setMoveCost'>): Cell => moneyCell(parts, RULES, field, rules[field]);
  return form('costs', l10n.t('Costs'), [
    row(l10n.t('A day of the company'), money('companyDayCost'), l10n.t('From the first day of the shoot to the last, whether it shoots or waits. Crew come on top.')),
    row(l10n.t('A day of a cast member'), money('castDayCost'), l10n.t('Where the cast member has no cost of their own.')),
    row(l10n.t('A day with night work, more'), money('nightCost')),
    row(l10n.t('A move to another location'), money('moveCost')),
    row(l10n.t('A move to another set'), money('setMoveCost')),
  ]);
}

function form(id: string, heading: string, rows: readonly Row[]): Section {
  return { id, heading, layout: 'form', columns: [{ id: 'value', name: '', width: 'medium' }], rows };
}

function row(told: string, cell: Cell, hint?: string): Row {
  return { id: cell.key, told, cells: [cell], ...(hint !== undefined && { hint }) };
}

function currencyTold(code: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames(locale, { type: 'currency' }).of(code);
    return name === undefined || name === code ? code : `${code} · ${name}`;
  } catch {
    return code;
  }
}
