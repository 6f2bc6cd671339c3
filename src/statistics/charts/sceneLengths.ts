// The lengths of scenes in their order: a column for each, the longest with their numbers.
import type { SceneStatistics } from '../../core/statistics/scenes';
import type { Drawing, Shape } from '../protocol';
import { label, line, rect, spot, textWidth, type Frame } from './canvas';

export interface SceneWords {
  readonly label: string;
  readonly scene: (index: number) => string;
  /** What stands above a column: the scene's number, or its place in order. */
  readonly number: (index: number) => string;
  /** A length in pages, for the lines behind the columns. */
  readonly pages: (eighths: number) => string;
}

const NAMED = 3;

export function sceneLengthsChart(frame: Frame, scenes: readonly SceneStatistics[], words: SceneWords): Drawing {
  const { text, gutter, width } = frame;
  const top = text * 1.8;
  const height = text * 9;
  const most = Math.max(8, ...scenes.map(({ eighths }) => eighths));
  const y = (eighths: number): number => top + height - (eighths / most) * height;
  const step = Math.min(text * 2.5, (width - gutter) / Math.max(1, scenes.length));
  const gap = step > 4 ? 1 : 0;
  const shapes: Shape[] = linesAt(most).flatMap((eighths) => [
    line(gutter, y(eighths), width, y(eighths), 'grid'),
    label(gutter - text * 0.6, y(eighths) + text * 0.35, words.pages(eighths), 'faint', 'end', text),
  ]);
  for (const [index, { eighths }] of scenes.entries()) {
    shapes.push(rect(gutter + index * step + gap / 2, y(eighths), Math.max(0.5, step - gap), top + height - y(eighths), 'accent'));
  }
  shapes.push(line(gutter, top + height, width, top + height, 'axis'), ...names());
  shapes.push(...scenes.map(({ at }, index) => spot(gutter + index * step, top, step, height, words.scene(index), at)));
  return { width, height: Math.ceil(top + height + 4), shapes, label: words.label };

  /** The longest scenes' numbers, where they do not run into one another. */
  function names(): Shape[] {
    const longest = scenes.map((scene, index) => ({ index, eighths: scene.eighths })).sort((a, b) => b.eighths - a.eighths || a.index - b.index).slice(0, NAMED);
    const taken: { from: number; to: number }[] = [];
    return longest.flatMap(({ index, eighths }) => {
      const name = words.number(index);
      const half = textWidth(name, text) / 2 + 2;
      const at = Math.min(width - half, Math.max(gutter + half, gutter + (index + 0.5) * step));
      if (taken.some(({ from, to }) => at - half < to && at + half > from)) {
        return [];
      }
      taken.push({ from: at - half, to: at + half });
      return [label(at, y(eighths) - text * 0.4, name, 'ink', 'middle', text)];
    });
  }
}

/** Lines at whole pages; at half ones where no scene is longer than a page. */
function linesAt(most: number): number[] {
  const step = most <= 8 ? 4 : Math.ceil(most / 8 / 4) * 8;
  return Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
}
