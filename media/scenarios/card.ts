// A card: what happens in a scenario, what became of it, and what the writer can do with it.
import type { Card, Development, FromScenarios, Words } from '../../src/scenarios/protocol';
import { button, element, say } from './elements';

export interface CardHands {
  readonly words: Words;
  readonly current: boolean;
  /** Opens or folds the card. */
  readonly turn: (id: string) => void;
}

export function cardElement(card: Card, { words, current, turn }: CardHands): HTMLElement {
  const { id } = card;
  const item = element('li', undefined, `card ${card.fate}${current ? ' current' : ''}${card.busy ? ' busy' : ''}`);
  item.dataset['id'] = id;
  item.append(top(card, current, turn));
  if (card.busy) {
    item.append(busy(card, words));
  }
  if (card.message !== undefined) {
    item.append(element('p', card.message, 'message'));
  }
  if (current) {
    const more = element('div', undefined, 'more');
    more.id = `more-${id}`;
    more.append(...inside(card, words));
    item.append(more);
  }
  if (current || card.message !== undefined) {
    item.append(actions(card, words));
  }
  return item;
}

function top(card: Card, current: boolean, turn: (id: string) => void): HTMLElement {
  const { id } = card;
  const made = button('', `${id}/top`, () => turn(id), 'top');
  made.removeAttribute('dir');
  made.setAttribute('aria-expanded', String(current));
  if (current) {
    made.setAttribute('aria-controls', `more-${id}`);
  }
  made.setAttribute('aria-keyshortcuts', card.fate === 'discarded' ? 'K' : 'K Delete D O G');
  const head = element('span', undefined, 'head');
  head.append(element('span', card.turn, 'turn'));
  if (card.told !== '') {
    head.append(element('span', card.told, 'state'));
  }
  made.append(head, element('span', card.title, 'title'), element('span', card.logline, 'logline'));
  return made;
}

function busy({ id, busy: now }: Card, words: Words): HTMLElement {
  const box = element('div', undefined, 'progress');
  box.append(element('span', now?.told ?? ''));
  const bar = element('progress');
  if (now && now.total > 0) {
    bar.max = now.total;
    bar.value = now.done;
  }
  bar.setAttribute('aria-label', now?.told ?? '');
  box.append(bar, button(words.stop, `${id}/stop`, say({ kind: 'stopDeveloping', id })));
  return box;
}

function inside(card: Card, words: Words): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (card.steer !== undefined) {
    parts.push(element('p', `${words.wish} ${card.steer}`, 'wish'));
  }
  if (card.beats.length > 0) {
    const list = element('ol', undefined, 'beats');
    list.append(...card.beats.map((beat) => element('li', beat)));
    parts.push(element('h3', words.beats), list);
  }
  if (card.consequences.length > 0) {
    parts.push(element('h3', words.later), consequences(card, words));
  }
  if (card.development) {
    parts.push(element('h3', words.outline), ...development(card.id, card.development, words));
  }
  return parts;
}

function consequences({ id, consequences: all }: Card, words: Words): HTMLElement {
  const list = element('ul', undefined, 'later');
  all.forEach(({ scene, change, found }, index) => {
    const row = element('li');
    row.append(sceneLabel(scene, found, `${id}/later/${index}`, { kind: 'consequence', id, index }, words), element('span', change, 'says'));
    list.append(row);
  });
  return list;
}

function development(id: string, { told, effects, scenes }: Development, words: Words): HTMLElement[] {
  const list = element('ul', undefined, 'outline');
  scenes.forEach((scene, index) => {
    const row = element('li', undefined, scene.fate);
    const head = element('span', undefined, 'head');
    head.append(element('span', scene.told, 'fate'));
    if (scene.state !== '') {
      head.append(element('span', scene.state, 'state'));
    }
    row.append(head, sceneLabel(scene.heading, scene.found, `${id}/scene/${index}`, { kind: 'scene', id, index }, words));
    if (scene.beat !== '' && scene.fate !== 'keep') {
      row.append(element('span', scene.beat, 'says'));
    }
    if (scene.cut) {
      row.append(button(words.writeAgain, `${id}/again/${index}`, say({ kind: 'writeAgain', id, index }), 'quiet'));
    }
    list.append(row);
  });
  return [element('p', told, 'told'), ...effects.map((effect) => element('p', effect, 'effect')), list];
}

/** A scene's name: a way into the script where it stands there, a name alone where it does not. */
function sceneLabel(heading: string, found: boolean, key: string, message: FromScenarios, words: Words): HTMLElement {
  if (found) {
    const link = button(heading, key, say(message), 'scene');
    link.title = words.goTo;
    return link;
  }
  const label = element('span', heading, 'scene missing');
  label.title = words.notInScript;
  return label;
}

function actions(card: Card, words: Words): HTMLElement {
  const { id, fate, development: made, busy: now } = card;
  const row = element('div', undefined, 'actions');
  const act = (text: string, kind: 'keep' | 'unkeep' | 'discard' | 'restore' | 'develop' | 'anew' | 'compare' | 'merge' | 'branch' | 'goTo', className = '') =>
    button(text, `${id}/${kind}`, say({ kind, id }), className);
  if (fate === 'discarded') {
    row.append(act(words.restore, 'restore'));
    return row;
  }
  if (made?.started === true) {
    row.append(act(words.compare, 'compare'), act(words.merge, 'merge', made.whole ? 'primary' : ''), act(words.branch, 'branch'));
  }
  if (!now) {
    if (!made) {
      row.append(act(words.develop, 'develop', 'primary'));
    } else {
      row.append(made.whole ? act(words.anew, 'anew', 'quiet') : act(words.goOn, 'develop', 'primary'));
    }
  }
  if (fate !== 'developed') {
    row.append(fate === 'kept' ? act(words.unkeep, 'unkeep', 'quiet') : act(words.keep, 'keep'));
  }
  if (!now) {
    row.append(act(words.discard, 'discard', 'quiet'));
  }
  return row;
}
