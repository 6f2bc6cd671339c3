// The words of the sheets in the writer's language: their texts translated, dates and sums as the writer's locale has them.
import * as vscode from 'vscode';
import { TEXTS, type DateForm, type SheetText, type SheetWords } from '../core/sheets/words';

const FORMS: Readonly<Record<DateForm, Intl.DateTimeFormatOptions>> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  dayMonth: { day: 'numeric', month: 'short' },
  dayOfMonth: { day: 'numeric' },
  month: { month: 'short' },
};

export function sheetWords(): SheetWords {
  const { language } = vscode.env;
  const texts = Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [name, vscode.l10n.t(text, ...holes(text))])) as Record<SheetText, string>;
  const forms = new Map<DateForm, Intl.DateTimeFormat>();
  return {
    texts,
    date(date, form) {
      const format = forms.get(form) ?? new Intl.DateTimeFormat(language, { ...FORMS[form], timeZone: 'UTC' });
      forms.set(form, format);
      return format.format(new Date(`${date}T00:00:00Z`));
    },
    money: (amount, currency) => moneyIn(language, amount, currency),
  };
}

/** The holes stay holes: the sheets fill them. */
function holes(text: string): string[] {
  return [...text.matchAll(/\{\d\}/g)].map(([hole]) => hole);
}

function moneyIn(language: string, amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
  } catch {
    // Three letters that are no currency: the writer's own word for one.
    return `${new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(amount)} ${currency}`.trim();
  }
}
