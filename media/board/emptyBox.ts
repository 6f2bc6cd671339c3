// What stands in the place of the board while there is none: words and what to do, from the extension.
import type { BoardState } from '../../src/board/protocol';
import { button, element, piece, place, say, words as text, type Shelf } from './elements';

export const emptyBox = element('div', 'empty-box');
const shelf: Shelf = new Map();

export function drawEmpty({ empty }: BoardState): void {
  emptyBox.hidden = empty === undefined;
  place(emptyBox, empty ? [piece('empty', empty, () => made(empty))] : [], shelf);
}

function made({ title, hint, open }: NonNullable<BoardState['empty']>): HTMLElement {
  const box = element('div', 'empty', element('h2', '', text('', title)), element('p', '', text('', hint)));
  if (open) {
    box.append(button(open.label, 'emptyOpen', () => say({ kind: 'open', target: open }), 'primary'));
  }
  return box;
}
