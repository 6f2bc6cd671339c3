// Figures and times in the writer's language.
import * as vscode from 'vscode';

const whole = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat(vscode.env.language, { style: 'percent', maximumFractionDigits: 0 });
const moment = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'long' });

export function sayCount(value: number): string {
  return whole.format(value);
}

/** "54%". What is there, but less than half a hundredth, is not told as nothing; what is not all is not told as all. */
export function sayShare(part: number, of: number): string {
  const value = of === 0 ? 0 : part / of;
  if (value > 0 && value < 0.005) {
    return `<${percent.format(0.01)}`;
  }
  return value < 1 && value >= 0.995 ? `>${percent.format(0.99)}` : percent.format(value);
}

/** A day and a time as the writer reads them; what is no time, as it stands. */
export function sayWhen(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : moment.format(at);
}

export function sayDay(at: Date): string {
  return day.format(at);
}
