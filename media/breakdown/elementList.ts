// Every element by category, with the scenes it is in.
import type { ListedCategory, ListedElement, Words } from '../../src/breakdown/protocol';
import { button, element, fill, say, type Piece } from './elements';

/** More scenes than a row shows are behind a button. */
const SCENES = 14;

export function categoryList({ id, name, colour, elements }: ListedCategory, words: Words): Piece {
  return {
    key: id,
    from: JSON.stringify([name, colour, elements]),
    make: () => {
      const shell = element('section', undefined, 'category');
      shell.style.setProperty('--category', colour);
      const title = element('h2', name);
      title.id = `category-${id}`;
      title.append(element('span', String(elements.length), 'figure'));
      shell.setAttribute('aria-labelledby', title.id);
      shell.append(title);
      return {
        shell,
        fill: () => {
          const list = element('ul');
          list.append(...elements.map((each) => row(each, words)));
          shell.append(list);
        },
      };
    },
  };
}

function row({ id, name, number, scenes, told, unused }: ListedElement, words: Words): HTMLElement {
  const line = element('li');
  const top = button('', `${id}/top`, say({ kind: 'goTo', scene: scenes[0]?.id ?? '', element: id, at: 0 }), 'top');
  top.dataset['element'] = id;
  top.setAttribute('aria-label', told);
  top.title = told;
  if (number !== undefined) {
    top.append(element('span', String(number), 'number'));
  }
  top.append(element('span', name, 'name'));
  const list = element('span', undefined, 'scenes');
  list.setAttribute('aria-label', fill(words.inScenes, scenes.length));
  const shown = scenes.length > SCENES + 2 ? scenes.slice(0, SCENES) : scenes;
  const place = (each: (typeof scenes)[number]): HTMLElement => {
    const made = button(each.number, `${id}/${each.id}`, say({ kind: 'goTo', scene: each.id, element: id, at: 0 }), 'link');
    made.setAttribute('aria-label', `${name}, ${fill(words.goToScene, each.number)}`);
    return made;
  };
  list.append(...shown.map(place));
  if (shown.length < scenes.length) {
    const more = button(`+${scenes.length - shown.length}`, `${id}/all`, () => {
      const rest = scenes.slice(shown.length).map(place);
      more.replaceWith(...rest);
      rest[0]?.focus();
    }, 'link');
    list.append(more);
  }
  const actions = element('span', undefined, 'actions');
  for (const kind of ['rename', 'merge', 'category', ...(unused ? ['removeElement' as const] : [])] as const) {
    const made = button(words[kind], `${id}/${kind}`, say({ kind, element: id }), 'link');
    made.setAttribute('aria-label', `${words[kind]} (${name})`);
    made.dataset['act'] = kind;
    actions.append(made);
  }
  line.append(top, list, actions);
  return line;
}
