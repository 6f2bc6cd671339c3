// What an import would change, shown before anything is changed.
import type { ImportShown } from '../../src/production/protocol';
import { editor, button, element, freshId } from './elements';

let open: HTMLDialogElement | undefined;

export function showImport({ title, lines, yes, no }: ImportShown): void {
  open?.remove();
  const dialog = element('dialog', 'import');
  open = dialog;
  const heading = element('h2', '', title);
  heading.id = freshId();
  dialog.setAttribute('aria-labelledby', heading.id);
  let answered = false;
  const answer = (how: boolean) => (): void => {
    if (!answered) {
      answered = true;
      editor.postMessage({ kind: 'answer', yes: how });
      dialog.close();
      dialog.remove();
    }
  };
  const list = element('div', 'lines');
  list.append(...lines.map(({ tone, text, details }) => {
    const line = element('div', tone);
    line.append(element('h3', '', text));
    if (details.length > 0) {
      const rows = element('ul');
      rows.append(...details.map((detail) => element('li', '', detail)));
      line.append(rows);
    }
    return line;
  }));
  const ends = element('div', 'ends');
  ends.append(...(yes === undefined ? [] : [button(yes, 'primary', answer(true))]), button(no, '', answer(false)));
  dialog.append(heading, list, ends);
  // Escape, too, is a no.
  dialog.addEventListener('close', answer(false));
  document.body.append(dialog);
  dialog.showModal();
  ends.querySelector('button')?.focus();
}
