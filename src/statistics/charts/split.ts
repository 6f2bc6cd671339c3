// How scenes divide: inside and outside, day and night. A bar for each question, its parts named where they stand.
import type { Drawing, Role, Shape } from '../protocol';
import { clip, label, rect, spot, textWidth, type Frame } from './canvas';

export interface SplitPart {
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  /** "62 %". */
  readonly figure: string;
  readonly told: string;
  readonly target: number;
}

export interface SplitBar {
  readonly name: string;
  readonly parts: readonly SplitPart[];
}

const ROLES: readonly Role[] = ['accent', 'accentSoft', 'soft', 'band'];

export function splitChart(frame: Frame, bars: readonly SplitBar[], told: string): Drawing {
  const { text, gutter, width } = frame;
  const tall = text * 1.7;
  const row = tall + text * 2.4;
  const shapes: Shape[] = [];
  for (const [index, bar] of bars.entries()) {
    const y = index * row;
    shapes.push(label(0, y + tall / 2 + text * 0.35, clip(bar.name, gutter - text, text), 'ink', 'start', text));
    let x = gutter;
    let free = gutter;
    const unnamed: string[] = [];
    for (const [at, part] of bar.parts.entries()) {
      const wide = part.share * (width - gutter);
      const caption = `${part.name} ${part.figure}`;
      shapes.push(rect(x, y, Math.max(1, wide - 2), tall, ROLES[at % ROLES.length] ?? 'accent', 2));
      if (unnamed.length === 0 && textWidth(caption, text) <= wide) {
        shapes.push(label(x, y + tall + text * 1.3, caption, 'faint', 'start', text));
        free = x + textWidth(caption, text) + text;
      } else {
        unnamed.push(caption);
      }
      shapes.push(spot(x, y, Math.max(4, wide), tall + text * 1.6, part.told, part.target));
      x += wide;
    }
    // What is too narrow to be named where it stands is named at the end, in order.
    shapes.push(label(width, y + tall + text * 1.3, clip(unnamed.join(' · '), width - free, text), 'faint', 'end', text));
  }
  return { width, height: Math.ceil(bars.length * row), shapes, label: told };
}
