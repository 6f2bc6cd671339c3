// The scenarios: draws what the extension says, as text, and says what the writer wants.
import './main.css';
import type { Broken, Group, Shown, ToScenarios, Words } from '../../src/scenarios/protocol';
import { cardElement } from './card';
import { button, editor, element, place, say, type Piece } from './elements';
import { listenForKeys } from './keys';

interface Kept {
  readonly current?: string;
  /** Whether the fold of discarded ones is open. */
  readonly fold?: boolean;
}

const root = document.getElementById('scenarios') ?? document.body;
const heard = element('p', '', 'heard');
heard.setAttribute('role', 'status');
document.body.append(heard);

let kept: Kept = (editor.getState() as Kept | undefined) ?? {};
let shown: Shown | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToScenarios>) => {
  if (data.kind === 'reveal') {
    open(data.id);
    return;
  }
  shown = data;
  draw();
});
listenForKeys(root);
tellOpened();
editor.postMessage({ kind: 'ready' });

/** Pages are laid out for the open card alone. */
function tellOpened(): void {
  editor.postMessage({ kind: 'opened', id: kept.current ?? '' });
}

function keep(change: Kept): void {
  kept = { ...kept, ...change };
  editor.setState(kept);
}

function turn(id: string): void {
  keep({ current: kept.current === id ? '' : id });
  tellOpened();
  draw();
}

function open(id: string): void {
  keep({ current: id });
  tellOpened();
  draw();
  const top = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(`${id}/top`)}"]`);
  top?.scrollIntoView({ block: 'nearest' });
  top?.focus({ preventScroll: true });
}

function draw(): void {
  if (!shown) {
    return;
  }
  const { words, groups, discarded, broken, memory } = shown;
  // What is drawn anew loses the focus: it goes back to the control of the same key.
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  const isEmpty = groups.length === 0;
  root.setAttribute('aria-label', words.list);
  root.setAttribute('aria-description', words.keys);
  place(root, [
    ...(memory ? [piece('memory', memory, () => memoryNote(memory, words))] : []),
    ...(isEmpty ? [piece('empty', [words, shown.script], () => empty(words, shown?.script))] : []),
    ...groups.map((group) => piece(`group-${group.key}`, [group.heading, group.kind, group.found, words], () => groupFrame(group, words))),
    ...(discarded.length > 0 ? [piece('discarded', [words], () => fold(words))] : []),
    ...(broken.length > 0 ? [piece('broken', broken, () => brokenFiles(broken, words))] : []),
  ]);
  groups.forEach((group) => fillGroup(group, words));
  fillFold(shown);
  if (focused !== undefined && (document.activeElement === document.body || document.activeElement === null)) {
    root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  tell(shown);
}

function piece(key: string, from: unknown, make: () => HTMLElement): Piece {
  return { key, from: JSON.stringify(from), make };
}

function cardPieces(cards: Group['cards'], words: Words): Piece[] {
  return cards.map((card) => piece(card.id, [card, kept.current === card.id], () => cardElement(card, { words, current: kept.current === card.id, turn })));
}

/** A group's heading and its box for a wish; what changes while a model answers is filled in between. */
function groupFrame({ key, heading, kind, found }: Group, words: Words): HTMLElement {
  const section = element('section');
  const title = element('h2');
  title.id = `group-${key}`;
  if (found) {
    const link = button(heading, `${key}/go`, say({ kind: 'goToGroup', key }), 'scene');
    link.title = words.goTo;
    title.append(link);
  } else {
    title.append(element('span', heading));
  }
  title.append(element('span', kind, 'kind'));
  const list = element('ul', undefined, 'cards');
  list.setAttribute('aria-labelledby', title.id);
  section.append(title, element('div', undefined, 'notes'), list, element('div', undefined, 'state-of'));
  if (found) {
    section.append(wishBox(key, words));
  }
  return section;
}

function wishBox(key: string, words: Words): HTMLElement {
  const form = element('form', undefined, 'wish-box');
  const field = element('input');
  field.type = 'text';
  field.maxLength = 2000;
  field.placeholder = words.steer;
  field.setAttribute('aria-label', words.steer);
  field.dataset['key'] = `${key}/steer`;
  const send = element('button', words.others);
  send.type = 'submit';
  send.dataset['key'] = `${key}/others`;
  // What it sends is what it says: the writer's wish, or none.
  const name = (): void => {
    send.textContent = field.value.trim() === '' ? words.others : words.askWish;
  };
  field.addEventListener('input', name);
  form.append(field, send);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    editor.postMessage({ kind: 'others', key, steer: field.value.trim() });
    field.value = '';
    name();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      form.closest('section')?.querySelector<HTMLElement>('.top')?.focus();
    }
  });
  return form;
}

function fillGroup({ key, note, cards, asking, message }: Group, words: Words): void {
  const section = document.getElementById(`group-${key}`)?.closest('section');
  const [notes, list, state] = ['.notes', '.cards', '.state-of'].map((selector) => section?.querySelector<HTMLElement>(selector));
  if (!section || !notes || !list || !state) {
    return;
  }
  place(notes, note === undefined ? [] : [piece('note', note, () => element('p', note, 'note'))]);
  place(list, cardPieces(cards, words));
  place(state, [
    ...(asking === undefined ? [] : [piece('asking', asking, () => askingRow(key, asking, words))]),
    ...(message === undefined ? [] : [piece('message', message, () => messageRow(key, message, words))]),
  ]);
  section.querySelector('.wish-box')?.toggleAttribute('hidden', asking !== undefined);
}

function askingRow(key: string, asking: string, words: Words): HTMLElement {
  const row = element('div', undefined, 'progress');
  const bar = element('progress');
  bar.setAttribute('aria-label', asking);
  row.append(element('span', asking), bar, button(words.stop, `${key}/stop`, say({ kind: 'stop', key })));
  return row;
}

function messageRow(key: string, { text, again }: NonNullable<Group['message']>, words: Words): HTMLElement {
  const row = element('div', undefined, 'failed');
  row.append(element('p', text, 'message'));
  if (again) {
    row.append(button(words.again, `${key}/again`, say({ kind: 'again', key })));
  }
  return row;
}

function fold(words: Words): HTMLElement {
  const details = element('details', undefined, 'fold');
  details.open = kept.fold === true;
  details.addEventListener('toggle', () => keep({ fold: details.open }));
  const summary = element('summary');
  summary.dataset['key'] = 'fold';
  details.append(summary, element('ul', undefined, 'cards'), button(words.deleteDiscarded, 'delete', say({ kind: 'deleteDiscarded' }), 'quiet'));
  return details;
}

function fillFold({ discarded, words }: Shown): void {
  const details = root.querySelector<HTMLElement>('.fold');
  const summary = details?.querySelector('summary');
  const list = details?.querySelector<HTMLElement>('.cards');
  if (summary && list) {
    summary.textContent = words.discarded.replace('{0}', String(discarded.length));
    place(list, cardPieces(discarded, words));
  }
}

function brokenFiles(broken: readonly Broken[], words: Words): HTMLElement {
  const section = element('section', undefined, 'broken');
  const title = element('h2', words.broken);
  title.id = 'broken';
  const list = element('ul');
  list.setAttribute('aria-labelledby', title.id);
  list.append(
    ...broken.map(({ file, reason }) => {
      const row = element('li');
      const link = button(file, `broken/${file}`, say({ kind: 'openFile', file }), 'scene');
      link.title = words.openFile;
      row.append(link, element('span', reason, 'says'));
      return row;
    }),
  );
  section.append(title, element('p', words.brokenHint), list);
  return section;
}

function memoryNote({ text, retry }: NonNullable<Shown['memory']>, words: Words): HTMLElement {
  const box = element('div', undefined, 'memory');
  box.append(element('p', text));
  if (retry) {
    box.append(button(words.saveNow, 'saveNow', say({ kind: 'saveNow' })));
  }
  return box;
}

function empty(words: Words, script: string | undefined): HTMLElement {
  const box = element('div', undefined, 'empty');
  if (script === undefined) {
    box.append(element('p', words.noScript), element('p', words.noScriptHint));
    return box;
  }
  box.append(
    element('p', words.empty),
    element('p', words.emptyHint),
    button(words.askScene, 'askScene', say({ kind: 'whatIf', where: 'scene' }), 'primary'),
    button(words.askSection, 'askSection', say({ kind: 'whatIf', where: 'section' })),
    button(words.askToEnd, 'askToEnd', say({ kind: 'whatIf', where: 'toEnd' })),
  );
  return box;
}

/** Says for who does not see it what is going on, and no more often than it changes. */
function tell({ groups }: Shown): void {
  const said = groups.flatMap(({ asking, message, cards }) => [asking ?? message?.text ?? '', ...cards.map(({ busy }) => busy?.told ?? '')]).filter((text) => text !== '').join(' ');
  if (heard.textContent !== said) {
    heard.textContent = said;
  }
}
