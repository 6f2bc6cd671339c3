// The rhythm of a script: page after page, its action above a line and its dialogue below it, under the sections they stand in.
import type { PageMix } from '../../core/statistics/pageMix';
import type { SectionStatistics } from '../../core/statistics/scenes';
import type { Drawing, Shape } from '../protocol';
import { clip, label, line, pageAxis, pageScale, rect, spot, type Frame, type PageScale } from './canvas';

export interface RhythmWords {
  readonly label: string;
  readonly action: string;
  readonly dialogue: string;
  readonly page: (index: number) => string;
  readonly section: (section: SectionStatistics) => string;
}

/**
 * @param targets offset of each page's first text, index for index
 * @param sections those of the uppermost depth, in order
 */
export function rhythmChart(frame: Frame, pages: readonly PageMix[], targets: readonly number[], sections: readonly SectionStatistics[], words: RhythmWords): Drawing {
  const { text, gutter, width } = frame;
  const scale = pageScale(frame, pages.length);
  const top = sections.length > 0 ? text * 2.2 : text * 0.5;
  const half = text * 6;
  const middle = top + half;
  const most = Math.max(1, ...pages.map(({ action, dialogue }) => Math.max(action, dialogue)));
  const step = scale(1) - scale(0);
  const gap = step > 4 ? 1 : 0;
  const shapes: Shape[] = [
    ...sections.flatMap((section, index) => band(frame, scale, section, index, middle + half)),
    label(0, middle - half / 2 + text * 0.35, clip(words.action, gutter - text * 1.4, text), 'ink', 'start', text),
    rect(gutter - text * 1.1, middle - half / 2 - text * 0.45, text * 0.7, text * 0.7, 'action', 1),
    label(0, middle + half / 2 + text * 0.35, clip(words.dialogue, gutter - text * 1.4, text), 'ink', 'start', text),
    rect(gutter - text * 1.1, middle + half / 2 - text * 0.25, text * 0.7, text * 0.7, 'dialogue', 1),
  ];
  for (const [index, { action, dialogue }] of pages.entries()) {
    const x = scale(index) + gap / 2;
    const bar = Math.max(0.5, step - gap);
    const up = (action / most) * half;
    const down = (dialogue / most) * half;
    shapes.push(...(action > 0 ? [rect(x, middle - up, bar, up, 'action')] : []), ...(dialogue > 0 ? [rect(x, middle, bar, down, 'dialogue')] : []));
  }
  shapes.push(line(gutter, middle, width, middle, 'axis'), ...pageAxis(frame, scale, pages.length, middle + half + 2));
  shapes.push(...pages.map((_, index) => spot(scale(index), top, step, half * 2, words.page(index), targets[index] ?? 0)));
  return { width, height: Math.ceil(middle + half + text * 2.2), shapes, label: words.label };

  function band({ text: size }: Frame, at: PageScale, section: SectionStatistics, index: number, bottom: number): Shape[] {
    const x = at(section.position);
    const room = Math.max(0, at(section.end) - x - 2);
    const told = words.section(section);
    return [
      line(x, 0, x, bottom, 'grid'),
      rect(x, 0, room, size * 1.6, index % 2 === 0 ? 'band' : 'bandOther', 2),
      label(x + size * 0.5, size * 1.15, clip(section.name, room - size * 0.8, size), 'ink', 'start', size),
      ...(room > 1 ? [spot(x, 0, room, size * 1.6, told, section.at)] : []),
    ];
  }
}
