// Who is there when: a lane for each character over the pages, a mark for each scene they speak in, a dashed line for the longest silence.
import type { CharacterStatistics } from '../../core/statistics/characters';
import type { SceneStatistics } from '../../core/statistics/scenes';
import type { Drawing, Shape } from '../protocol';
import { clip, label, line, pageAxis, pageScale, rect, spot, type Frame } from './canvas';

export interface PresenceWords {
  readonly label: string;
  readonly character: (character: CharacterStatistics) => string;
  readonly scene: (character: CharacterStatistics, index: number) => string;
}

export interface Lanes {
  readonly characters: readonly CharacterStatistics[];
  readonly scenes: readonly SceneStatistics[];
  /** Pages of the script, a fraction, and where an offset stands among them. */
  readonly extent: number;
  readonly pages: number;
}

export function presenceChart(frame: Frame, { characters, scenes, extent, pages }: Lanes, words: PresenceWords): Drawing {
  const { text, gutter, width } = frame;
  const scale = pageScale(frame, pages);
  const lane = Math.round(text * 2);
  const from = (scene: number): number => scenes[scene]?.position ?? 0;
  const to = (scene: number): number => scenes[scene + 1]?.position ?? extent;
  const shapes: Shape[] = [];
  for (const [row, character] of characters.entries()) {
    const y = row * lane + lane / 2;
    shapes.push(spot(0, y - lane / 2, gutter - 4, lane, words.character(character), character.at), ...laneOf(character, y));
  }
  const bottom = characters.length * lane + 2;
  shapes.push(...pageAxis(frame, scale, pages, bottom));
  return { width, height: Math.ceil(bottom + text * 2.2), shapes, label: words.label };

  function laneOf(character: CharacterStatistics, y: number): Shape[] {
    const marks = character.scenes.map(({ scene, words: said }) => {
      const x = scale(from(scene));
      const spoken = scenes[scene]?.dialogue ?? said;
      // Area says how much of the scene is theirs: a mark is as wide as its scene is long.
      const tall = lane * 0.84 * Math.max(0.22, spoken === 0 ? 0 : said / spoken);
      return { x, tall, wide: Math.max(2, scale(to(scene)) - x - (scale(1) - scale(0) > 8 ? 1 : 0)) };
    });
    const first = marks[0];
    const last = marks.at(-1);
    return [
      label(0, y + text * 0.35, clip(character.name, gutter - text * 0.8, text), 'ink', 'start', text),
      ...(first && last ? [line(first.x, y, last.x + last.wide, y, 'grid')] : []),
      ...silence(character, y),
      ...marks.map(({ x, tall, wide }) => rect(x, y - tall / 2, Math.min(wide, width - x), tall, 'dialogue', 1)),
      ...marks.map(({ x, wide }, index) => spot(x, y - lane / 2, wide, lane, words.scene(character, index), character.scenes[index]?.at ?? 0)),
    ];
  }

  /** Only a silence of whole scenes is one on this scale. */
  function silence(character: CharacterStatistics, y: number): Shape[] {
    const { silence: longest } = character;
    if (!longest || longest.scenes === 0) {
      return [];
    }
    const before = [...character.scenes].reverse().find(({ at }) => at <= longest.from);
    const after = character.scenes.find(({ at }) => at >= longest.to);
    return before && after ? [line(scale(to(before.scene)), y, scale(from(after.scene)), y, 'faint', true)] : [];
  }
}
