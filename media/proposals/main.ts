// The overview of open proposals: draws what the extension says, as text, and says what the writer wants.
import './main.css';
import type { Card, FromOverview, ToOverview } from '../../src/review/protocol';

declare function acquireVsCodeApi(): { postMessage(message: FromOverview): void };

const editor = acquireVsCodeApi();
const root = document.getElementById('proposals');
let shown: ToOverview | undefined;

window.addEventListener('message', (event: MessageEvent<ToOverview>) => {
  shown = event.data;
  draw(shown);
});
editor.postMessage({ kind: 'ready' });

function draw({ scenes, words, open, steers }: ToOverview): void {
  if (!root) {
    return;
  }
  // Drawn anew each time, the focus would be lost: it goes back to the same control of the same card.
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  const parts = scenes.length === 0 ? [emptyState()] : scenes.map((scene, i) => {
    const heading = element('h2', scene.heading);
    heading.id = `scene-${i}`;
    const list = element('ul');
    list.setAttribute('aria-labelledby', heading.id);
    list.append(...scene.cards.map((card) => cardElement(card, card.id === open)));
    const section = element('section');
    section.append(heading, list);
    return section;
  });
  root.replaceChildren(...parts);
  root.setAttribute('aria-label', words.list);
  if (focused !== undefined) {
    root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function emptyState(): HTMLElement {
    const box = element('div', undefined, 'empty');
    box.append(element('p', words.empty), element('p', words.emptyHint), button(words.suggest, 'suggest', { kind: 'suggest' }, 'primary'));
    return box;
  }

  function cardElement(card: Card, current: boolean): HTMLElement {
    const { id } = card;
    const item = element('li', undefined, `card ${card.state}${current ? ' current' : ''}`);
    const top = button('', `${id}/go`, { kind: 'goTo', id }, 'top');
    top.title = words.goTo;
    const head = element('span', undefined, 'head');
    head.append(element('span', card.speaker, 'speaker'), element('span', card.told, 'state'));
    top.append(head, element('span', card.original, 'line'));
    top.setAttribute('aria-current', String(current));
    item.append(top);
    if (card.message !== undefined) {
      item.append(element('p', card.message, 'message'));
    }
    if (card.alternatives.length > 0 && card.state !== 'used') {
      item.append(alternatives(card, current));
    }
    item.append(actions(card, current));
    return item;
  }

  function alternatives({ id, usable, alternatives: list }: Card, current: boolean): HTMLElement {
    const box = element('ol', undefined, 'alternatives');
    for (const { id: alternative, number, intent, text } of list) {
      const row = element('li');
      const words_ = element('span', current ? text : intent || text, current ? 'text' : 'intent');
      row.append(element('span', String(number), 'number'));
      if (current && intent) {
        row.append(element('span', intent, 'intent'));
      }
      row.append(words_);
      if (current && usable) {
        const use = button(words.use, `${id}/use/${alternative}`, { kind: 'use', id, alternative }, 'use');
        use.setAttribute('aria-label', `${words.use} ${number}: ${text}`);
        row.append(use);
      }
      box.append(row);
    }
    return box;
  }

  function actions({ id, state }: Card, current: boolean): HTMLElement {
    const row = element('div', undefined, 'actions');
    if (state === 'writing') {
      row.append(button(words.stop, `${id}/stop`, { kind: 'stop', id }));
    } else if (state === 'failed' || state === 'stale') {
      row.append(button(words.again, `${id}/again`, { kind: 'again', id }));
    } else if (state !== 'used' && current) {
      row.append(...steers.map(({ label, direction }) => button(label, `${id}/${direction}`, { kind: 'more', id, direction })));
    }
    if (current || state === 'used' || state === 'stale' || state === 'failed') {
      row.append(button(words.discard, `${id}/discard`, { kind: 'discard', id }, 'quiet'));
    }
    return row;
  }
}

/** An element with its text. Never HTML: what a model wrote is only ever text here. */
function element(name: string, text?: string, className?: string): HTMLElement {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className !== undefined) {
    made.className = className;
  }
  return made;
}

function button(text: string, key: string, message: FromOverview, className = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.className = className;
  made.dataset['key'] = key;
  made.addEventListener('click', () => editor.postMessage(message));
  return made;
}
