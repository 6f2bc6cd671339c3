// Makes elements. Never HTML: what a writer wrote is only ever text here.

export function element<K extends keyof HTMLElementTagNameMap>(name: K, text?: string, className?: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className !== undefined) {
    made.className = className;
  }
  return made;
}

/** A control that lives on when the report is drawn anew: focus finds it again by its key. */
export function button(text: string, key: string, className: string, clicked: () => void): HTMLButtonElement {
  const made = element('button', text, className);
  made.type = 'button';
  made.dataset['key'] = key;
  made.addEventListener('click', clicked);
  return made;
}
