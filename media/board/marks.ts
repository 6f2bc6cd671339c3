// Marks on the strips that say what is selected, where the focus is, what is looked for: put on without drawing a strip anew.
import type { Words } from '../../src/board/protocol';
import { stripOf } from './acts';
import { allElements, laneHeads } from './desk';
import { drawFind } from './find';
import { matches } from './matching';
import { allKeys, stripOrder, view } from './view';

/** Puts every mark as it is to be now. Only what is another is touched. */
export function markAll(words: Words): void {
  const keys = allKeys();
  if (view.at === undefined || !keys.includes(view.at)) {
    view.at = keys.find((key) => !key.startsWith('day:')) ?? keys[0];
  }
  const looks = view.find !== '' || view.cast !== undefined;
  const found = new Set(looks ? stripOrder().filter((key) => {
    const strip = stripOf(key);
    return strip !== undefined && matches(strip, view.find, view.cast);
  }) : []);
  const moved = new Set(movedKeys());
  const lifted = view.trial?.lifted === true;
  for (const each of allElements()) {
    const key = each.dataset['key'] ?? '';
    const selected = view.choice.keys.has(key);
    toggle(each, 'selected', selected);
    toggle(each, 'dim', looks && !key.startsWith('day:') && !found.has(key));
    toggle(each, 'carried', !lifted && moved.has(key));
    toggle(each, 'lifted', lifted && moved.has(key));
    const tab = key === view.at ? 0 : -1;
    if (each.tabIndex !== tab) {
      each.tabIndex = tab;
    }
    if (each.getAttribute('aria-selected') !== String(selected)) {
      each.setAttribute('aria-selected', String(selected));
    }
  }
  for (const head of laneHeads.children) {
    const pressed = String(head instanceof HTMLElement && head.dataset['lane'] === view.cast);
    if (head.getAttribute('aria-pressed') !== pressed) {
      head.setAttribute('aria-pressed', pressed);
    }
  }
  drawFind(words, found.size, stripOrder().length);
}

/** What is in the hand: strips, or a day by its heading. */
function movedKeys(): readonly string[] {
  const edit = view.trial?.edit;
  if (edit?.op === 'moveStrips' || edit?.op === 'toBoneyard') {
    return edit.strips;
  }
  return edit?.op === 'moveDay' ? [`day:${edit.day}`] : [];
}

function toggle(target: Element, name: string, on: boolean): void {
  if (target.classList.contains(name) !== on) {
    target.classList.toggle(name, on);
  }
}
