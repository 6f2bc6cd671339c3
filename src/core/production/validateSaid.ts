// What validation says: a sentence as data, for the editor and the command line to put into words and dates of their own.

/** Dates, lengths and scenes are told apart from words, so that they are written as the writer's language does. */
export type SaidValue = string | number | { readonly date: string } | { readonly from: string; readonly to: string } | { readonly eighths: number };

/** `text` is English with `{0}`, `{1}`, ... for the values. */
export interface Said {
  readonly text: string;
  readonly values: readonly SaidValue[];
}

/** What was read from a text, or why it cannot be. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly said: Said };

export function said(text: string, ...values: readonly SaidValue[]): Said {
  return { text, values };
}

export function refused(text: string, ...values: readonly SaidValue[]): { readonly ok: false; readonly said: Said } {
  return { ok: false, said: said(text, ...values) };
}
