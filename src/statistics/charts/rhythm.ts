// The rhythm of a script: page after page, its action above a line and its dialogue below it, under the sections they stand in.
import type { PageMix } from '../../core/statistics/pageMix';
import type { SectionStatistics } from '../../core/statistics/scenes';
import type { Drawing, Role, Shape } from '../protocol';
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
  // One measure for both sides, and the line where the fullest page of each just fits.
  const mostAction = Math.max(1, ...pages.map(({ action }) => action));
  const mostDialogue = Math.max(1, ...pages.map(({ dialogue }) => dialogue));
  const tall = text * 11;
  const row = tall / (mostAction + mostDialogue);
  const middle = top + mostAction * row;
  const bottom = top + tall;
  const step = scale(1) - scale(0);
  const gap = step > 4 ? 1 : 0;
  const shapes: Shape[] = [
    ...sections.flatMap((section, index) => band(frame, scale, section, index, bottom)),
    ...legend(words.action, 'action', Math.max(top + text * 0.5, Math.min(middle - text, (top + middle) / 2))),
    ...legend(words.dialogue, 'dialogue', Math.min(bottom - text * 0.5, Math.max(top + text * 2, middle + text, (middle + bottom) / 2))),
  ];
  for (const [index, { action, dialogue }] of pages.entries()) {
    const x = scale(index) + gap / 2;
    const bar = Math.max(0.5, step - gap);
    const up = action * row;
    const down = dialogue * row;
    shapes.push(...(action > 0 ? [rect(x, middle - up, bar, up, 'action')] : []), ...(dialogue > 0 ? [rect(x, middle, bar, down, 'dialogue')] : []));
  }
  shapes.push(line(gutter, middle, width, middle, 'axis'), ...pageAxis(frame, scale, pages.length, bottom + 2));
  shapes.push(...pages.map((_, index) => spot(scale(index), top, step, tall, words.page(index), targets[index] ?? 0)));
  return { width, height: Math.ceil(bottom + text * 2.2), shapes, label: words.label };

  function legend(name: string, role: Role, y: number): Shape[] {
    return [rect(0, y - text * 0.38, text * 0.75, text * 0.75, role, 1), label(text * 1.3, y + text * 0.35, clip(name, gutter - text * 2, text), 'ink', 'start', text)];
  }

  function band({ text: size }: Frame, at: PageScale, section: SectionStatistics, index: number, foot: number): Shape[] {
    const x = at(section.position);
    const room = Math.max(0, at(section.end) - x - 2);
    const told = words.section(section);
    return [
      line(x, 0, x, foot, 'grid'),
      rect(x, 0, room, size * 1.6, index % 2 === 0 ? 'band' : 'bandOther', 2),
      label(x + size * 0.5, size * 1.15, clip(section.name, room - size * 0.8, size), 'ink', 'start', size),
      ...(room > 1 ? [spot(x, 0, room, size * 1.6, told, section.at)] : []),
    ];
  }
}
