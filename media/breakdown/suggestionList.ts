// What may be an element, each with its words on the page: to accept or refuse one by one, by scene or by kind.
import type { ShownSuggestion, Words } from '../../src/breakdown/protocol';
import { button, element, fill, say, sign, type Piece } from './elements';

export interface GroupHead {
  readonly key: string;
  readonly title: string;
  readonly byKind: boolean;
  /** The number of a suggestion's scene. */
  readonly sceneNumber: (id: string) => string;
}

export function suggestionGroup({ key, title, byKind, sceneNumber }: GroupHead, suggestions: readonly ShownSuggestion[], words: Words): Piece {
  return {
    key,
    from: JSON.stringify([title, byKind, suggestions]),
    make: () => {
      const shell = element('section', undefined, 'group');
      shell.dataset['group'] = key;
      const top = element('h2', title);
      top.append(element('span', String(suggestions.length), 'figure'));
      const keys = suggestions.map((each) => each.key);
      const all = element('span', undefined, 'actions');
      all.append(
        labelled(button(words.acceptAll, `${key}/acceptAll`, say({ kind: 'accept', keys }), 'link'), fill(words.acceptAllIn, title)),
        labelled(button(words.refuseAll, `${key}/refuseAll`, say({ kind: 'refuse', keys }), 'link'), fill(words.refuseAllIn, title)),
      );
      const head = element('div', undefined, 'head');
      head.append(top, all);
      shell.append(head);
      return {
        shell,
        fill: () => {
          const list = element('ul');
          list.append(...suggestions.map((each) => row(each, byKind ? sceneNumber(each.scene) : each.categoryName, words)));
          shell.append(list);
        },
      };
    },
  };
}

function labelled(made: HTMLButtonElement, label: string): HTMLButtonElement {
  made.setAttribute('aria-label', label);
  return made;
}

function row({ key, name, before, words: found, behind, colour, categoryName, fromModel }: ShownSuggestion, where: string, words: Words): HTMLElement {
  const line = element('li');
  line.style.setProperty('--category', colour);
  const top = button('', `${key}/top`, say({ kind: 'goToSuggestion', key }), 'top');
  top.dataset['suggestion'] = key;
  const context = element('span', undefined, 'context');
  context.dir = 'auto';
  const mark = document.createElement('mark');
  mark.textContent = found;
  context.append(before, mark, behind);
  top.append(element('span', name, 'name'), element('span', fromModel ? `${where} · ${words.byModel}` : where, 'where'), context);
  top.setAttribute('aria-label', `${name}, ${categoryName}. ${before}${found}${behind}`);
  const actions = element('span', undefined, 'actions');
  actions.append(
    sign('✓', fill(words.acceptNamed, name), `${key}/accept`, say({ kind: 'accept', keys: [key] }), 'yes'),
    sign('✕', fill(words.refuseNamed, name), `${key}/refuse`, say({ kind: 'refuse', keys: [key] }), 'no'),
  );
  line.append(top, actions);
  return line;
}
