// A breakdown sheet: what a scene is, and what it needs, category by category.
import type { FieldName, FromBreakdown, ShownElement, ShownRow, ShownScene, Words } from '../../src/breakdown/protocol';
import { button, editor, element, fill, say, sign, type Piece } from './elements';

/** The card of a scene. @param toSuggestions shows the suggestions made for it */
export function sceneCard(scene: ShownScene, words: Words, open: boolean, toSuggestions: () => void): Piece {
  return {
    key: scene.id,
    from: JSON.stringify([scene, open]),
    make: () => {
      const shell = element('article', undefined, `sheet ${scene.strip}`);
      shell.dataset['scene'] = scene.id;
      shell.setAttribute('aria-labelledby', `scene-${scene.id}`);
      shell.append(head(scene, words));
      return { shell, fill: () => shell.append(...(open ? [fields(scene, words)] : told(scene)), ...rows(scene, words), foot(scene, words, open, toSuggestions)) };
    },
  };
}

function head({ id, number, place, set, light, lightNote, facts, heading }: ShownScene, words: Words): HTMLElement {
  const line = element('h2');
  const top = button('', `${id}/top`, say({ kind: 'goTo', scene: id, at: 0 }), 'top');
  top.id = `scene-${id}`;
  top.title = fill(words.goToScene, heading);
  top.append(element('span', number, 'number'), element('span', [place, set].filter(Boolean).join('. '), 'set'), element('span', lightNote === '' ? light : `${light} (${lightNote})`, 'light'), element('span', facts, 'facts'));
  line.append(top);
  return line;
}

/** Synopsis and notes, to be read. */
function told({ fields: { synopsis, notes } }: ShownScene): HTMLElement[] {
  const text = synopsis.value || synopsis.proposed;
  return [...(text === '' ? [] : [element('p', text, 'synopsis')]), ...(notes.value === '' ? [] : [element('p', notes.value, 'notes')])];
}

function rows(scene: ShownScene, words: Words): HTMLElement[] {
  const list = element('dl', undefined, 'rows');
  for (const row of scene.rows) {
    const box = element('div', undefined, 'row');
    box.style.setProperty('--category', row.colour);
    const chips = element('dd');
    chips.append(...row.elements.map((each) => chip(scene, row, each, words)), sign('+', fill(words.addTo, row.name), `${scene.id}/${row.key}/add`, say({ kind: 'add', scene: scene.id, category: row.category }), 'plus'));
    box.append(element('dt', row.name), chips);
    list.append(box, ...row.elements.filter(({ lost }) => lost.length > 0).flatMap((each) => each.lost.map((lost, at) => lostRow(scene, each, lost, at, words))));
  }
  const out = scene.out.length === 0 ? [] : [takenOut(scene, words)];
  return scene.rows.length === 0 ? out : [list, ...out];
}

function chip(scene: ShownScene, row: ShownRow, { id, name, number, count, from, told, places }: ShownElement, words: Words): HTMLElement {
  const box = element('span', undefined, `chip ${from}`);
  const named = number === undefined ? name : `${number} ${name}`;
  const go: FromBreakdown = { kind: 'goTo', scene: scene.id, element: id, at: 0 };
  let at = 0;
  const label = button(named, `${scene.id}/${row.key}/${id}`, () => {
    // Pressed again, it goes on to the next place.
    editor.postMessage({ ...go, at: places === 0 ? 0 : at++ % places });
  }, 'element');
  label.title = told;
  label.setAttribute('aria-label', told);
  label.dataset['element'] = id;
  if (row.category !== 'cast') {
    const many = sign(count === undefined ? '×' : `×${count}`, fill(words.count, name), `${scene.id}/${row.key}/${id}/count`, say({ kind: 'count', scene: scene.id, element: id }), count === undefined ? 'many quiet' : 'many');
    many.tabIndex = -1;
    box.append(label, many);
  } else {
    box.append(label);
  }
  if (from !== 'speaks') {
    const remove = sign('✕', fill(from === 'silent' ? words.takeOut : words.remove, name), `${scene.id}/${row.key}/${id}/remove`, say({ kind: 'remove', scene: scene.id, element: id }), 'remove');
    remove.tabIndex = -1;
    box.append(remove);
  }
  return box;
}

/** Words it was tagged on that are gone: found again, put elsewhere, or let go. */
function lostRow({ id: scene }: ShownScene, { id, name }: ShownElement, lost: string, at: number, words: Words): HTMLElement {
  const box = element('div', undefined, 'lost');
  const key = `${scene}/${id}/lost${at}`;
  box.append(element('span', fill(words.lostWords, name, lost)));
  box.append(
    button(words.find, `${key}/find`, say({ kind: 'findLost', scene, element: id, at }), 'link'),
    button(words.reattach, `${key}/reattach`, say({ kind: 'reattachTag', scene, element: id, at }), 'link'),
    button(words.letGo, `${key}/letGo`, say({ kind: 'letGoTag', scene, element: id, at }), 'link'),
  );
  return box;
}

function takenOut({ id: scene, out }: ShownScene, words: Words): HTMLElement {
  const box = element('p', undefined, 'out');
  box.append(element('span', words.takenOut));
  for (const { id, name } of out) {
    const back = button(name, `${scene}/out/${id}`, say({ kind: 'putBack', scene, element: id }), 'link');
    back.title = fill(words.putBack, name);
    back.setAttribute('aria-label', back.title);
    box.append(back);
  }
  return box;
}

function foot({ id, number, suggestions }: ShownScene, words: Words, open: boolean, toSuggestions: () => void): HTMLElement {
  const bar = element('div', undefined, 'foot');
  bar.append(button(words.add, `${id}/add`, say({ kind: 'add', scene: id }), 'link'));
  const details = button(words.more, `${id}/more`, () => bar.dispatchEvent(new CustomEvent('details', { bubbles: true, detail: id })), 'link');
  details.setAttribute('aria-expanded', String(open));
  bar.append(details);
  if (suggestions > 0) {
    bar.append(button(fill(words.suggestionsHere, suggestions), `${id}/suggestions`, toSuggestions, 'link'));
  }
  const ask = button(words.askScene, `${id}/ask`, say({ kind: 'askScene', scene: id }), 'link');
  const sheet = button(words.sheet, `${id}/sheet`, say({ kind: 'sheet', scene: id }), 'link');
  for (const each of bar.children) {
    each.setAttribute('aria-describedby', `scene-${id}`);
  }
  ask.setAttribute('aria-label', `${words.askScene} (${number})`);
  sheet.setAttribute('aria-label', `${words.sheet} (${number})`);
  bar.append(ask, sheet);
  return bar;
}

const SHORT: readonly FieldName[] = ['storyDay', 'minutes'];

function fields(scene: ShownScene, words: Words): HTMLElement {
  const box = element('div', undefined, 'fields');
  box.append(lightField(scene, words), ...SHORT.map((name) => textField(scene, name, words)), textField(scene, 'synopsis', words), textField(scene, 'notes', words));
  return box;
}

function labelled(text: string, control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, scene: string, field: FieldName): HTMLElement {
  const label = element('label', undefined, field);
  label.append(element('span', text), control);
  control.dataset['key'] = `${scene}/${field}`;
  control.addEventListener('change', () => editor.postMessage({ kind: 'set', scene, field, value: control.value }));
  return label;
}

function lightField({ id, fields: { light } }: ShownScene, words: Words): HTMLElement {
  const select = element('select');
  for (const [value, text] of [['', fill(words.asScript, light.proposed)], ['day', words.day], ['night', words.night], ['dawn', words.dawn], ['dusk', words.dusk]] as const) {
    const option = element('option', text);
    option.value = value;
    select.append(option);
  }
  select.value = light.value;
  return labelled(words.light, select, id, 'light');
}

function textField({ id, fields: all }: ShownScene, name: FieldName, words: Words): HTMLElement {
  const { value, proposed } = all[name];
  const control = name === 'notes' || name === 'synopsis' ? element('textarea') : element('input');
  if (control instanceof HTMLTextAreaElement) {
    control.rows = Math.min(8, Math.max(name === 'notes' ? 2 : 1, Math.ceil((value || proposed).length / 70)));
  } else {
    control.type = 'text';
    control.inputMode = name === 'minutes' ? 'decimal' : 'text';
  }
  control.value = value;
  control.defaultValue = value;
  control.placeholder = proposed;
  control.dir = 'auto';
  return labelled(words[name], control, id, name);
}
