// Whether a stretch of a block lies in a note or boneyard: the writer's own, no words of the scene.
import type { Block } from '../fountain/script';
import { lastAtOrBefore } from '../fountain/search';

/** Whether any of the stretch does, from `from` to before `to`; offsets are the block's. */
export function touchesMark({ marks }: Block, from: number, to: number): boolean {
  const mark = marks[lastAtOrBefore(marks.length, (index) => marks[index]?.from, to - 1)];
  return mark !== undefined && mark.to > from;
}
