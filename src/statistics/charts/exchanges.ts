// Who speaks with whom: as on old road maps, a triangle of names with a disc where two meet, as large as their exchanges are many.
import type { Pair } from '../../core/statistics/relations';
import type { Drawing, Shape } from '../protocol';
import { clip, label, line, rect, spot, textWidth, type Frame } from './canvas';

export interface ExchangeWords {
  readonly label: string;
  readonly pair: (pair: Pair) => string;
}

/** How many names fit a frame. */
export function namesThatFit({ width, text }: Frame): number {
  return Math.max(4, Math.min(14, Math.floor((width - text * 11) / (text * 2.2))));
}

/** @param names in the order in which they stand; pairs of others are left out */
export function exchangesChart(frame: Frame, names: readonly string[], pairs: readonly Pair[], words: ExchangeWords): Drawing {
  const { text, width } = frame;
  const cell = Math.max(text * 2, Math.min(text * 2.8, (width - text * 11) / names.length));
  const needed = Math.max(...names.map((name, index) => index * cell + text * 0.8 + textWidth(name, text)));
  const order = new Map(names.map((name, index) => [name, index]));
  const most = Math.max(1, ...pairs.map(({ exchanges }) => exchanges));
  const shapes: Shape[] = [];
  for (const [index, name] of names.entries()) {
    const y = index * cell;
    // A line from each name leftwards to those above it, and down to those below: the eye follows it to the disc.
    shapes.push(...(index > 0 ? [line(cell / 2, y + cell / 2, index * cell, y + cell / 2, 'grid')] : []));
    shapes.push(...(index < names.length - 1 ? [line((index + 0.5) * cell, y + cell, (index + 0.5) * cell, (names.length - 0.5) * cell, 'grid')] : []));
    shapes.push(label(index * cell + text * 0.5, y + cell / 2 + text * 0.35, clip(name, width - index * cell - text * 0.5, text), 'ink', 'start', text));
  }
  for (const pair of pairs) {
    const [one, other] = pair.names.map((name) => order.get(name) ?? -1).sort((a, b) => a - b);
    if (one !== undefined && other !== undefined && one >= 0) {
      shapes.push(...meeting(pair, (one + 0.5) * cell, (other + 0.5) * cell));
    }
  }
  return { width: Math.min(width, Math.ceil(needed)), height: Math.ceil(names.length * cell), shapes, label: words.label };

  function meeting(pair: Pair, x: number, y: number): Shape[] {
    const r = Math.max(cell * 0.12, Math.sqrt(pair.exchanges / most) * cell * 0.47);
    const told = String(pair.exchanges);
    const fits = r >= text * 0.62 && textWidth(told, text) < r * 1.55;
    return [
      // Covers the lines, so that a ring is seen as one.
      ...(pair.exchanges === 0 ? [rect(x - r, y - r, r * 2, r * 2, 'onFill', r)] : []),
      pair.exchanges === 0 ? { kind: 'circle', x, y, r, role: 'dialogue', outlined: true } : { kind: 'circle', x, y, r, role: 'dialogue' },
      ...(fits ? [label(x, y + text * 0.35, told, 'onFill', 'middle', text)] : []),
      spot(x - cell / 2, y - cell / 2, cell, cell, words.pair(pair), pair.at),
    ];
  }
}
