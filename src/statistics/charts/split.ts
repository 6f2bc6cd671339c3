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

const ROLES: readonly Role[] = ['accent', 'action', 'soft', 'band'];

export function splitChart(frame: Frame, bars: readonly SplitBar[], told: string): Drawing {
  const { text, gutter, width } = frame;
  const tall = text * 1.7;
  const row = tall + text * 2.4;
  const shapes: Shape[] = [];
  for (const [index, bar] of bars.entries()) {
    const y = index * row;
    shapes.push(label(0, y + tall / 2 + text * 0.35, clip(bar.name, gutter - text, text), 'ink', 'start', text));
    let x = gutter;
    let free = 0;
    for (const [at, part] of bar.parts.entries()) {
      const wide = part.share * (width - gutter);
      shapes.push(rect(x, y, Math.max(1, wide - 2), tall, ROLES[at % ROLES.length] ?? 'accent', 2));
      const caption = `${part.name} ${part.figure}`;
      const from = Math.max(x, free);
      // A part too narrow for its caption is named as long as its neighbour leaves room; pointing at it always tells.
      const room = Math.max(wide - 4, at === bar.parts.length - 1 ? width - from : 0);
      if (from < x + Math.max(2, wide) || at === bar.parts.length - 1) {
        const shown = textWidth(caption, text) <= room ? caption : clip(caption, room, text);
        shapes.push(label(from, y + tall + text * 1.3, shown, 'faint', 'start', text));
        free = from + textWidth(shown, text) + text;
      }
      shapes.push(spot(x, y, Math.max(4, wide), tall + text * 1.6, part.told, part.target));
      x += wide;
    }
  }
  return { width, height: Math.ceil(bars.length * row), shapes, label: told };
}
