// Sentences beside a field: why it is not taken, and what does not go together with it.
import { element, freshId } from './elements';

export interface Notes {
  readonly node: HTMLElement;
  /** Why what is typed is not saved; empty where it is. */
  problem(text: string): void;
  warnings(texts: readonly string[]): void;
}

/**
 * @param fields what the sentences are about: described by them, and marked as wrong while there is a problem
 * @param label said before each sentence, where the field is not right above it
 */
export function notesOf(fields: readonly HTMLElement[], label: string, notSaved: string): Notes {
  const node = element('div', 'notes');
  node.id = freshId();
  let problem = '';
  let warnings: readonly string[] = [];
  const draw = (): void => {
    node.replaceChildren(...[...(problem === '' ? [] : [noteElement('problem', label, `${problem} ${notSaved}`)]), ...warnings.map((text) => noteElement('warning', label, text))]);
    for (const field of fields) {
      field.classList.toggle('wrong', problem !== '');
      field.classList.toggle('warned', warnings.length > 0);
      if (problem === '') {
        field.removeAttribute('aria-invalid');
      } else {
        field.setAttribute('aria-invalid', 'true');
      }
      if (problem === '' && warnings.length === 0) {
        field.removeAttribute('aria-describedby');
      } else {
        field.setAttribute('aria-describedby', node.id);
      }
    }
  };
  return {
    node,
    problem(text) {
      if (text !== problem) {
        problem = text;
        draw();
      }
    },
    warnings(texts) {
      if (texts.join('\n') !== warnings.join('\n')) {
        warnings = texts;
        draw();
      }
    },
  };
}

function noteElement(className: string, label: string, text: string): HTMLElement {
  const note = element('p', className);
  note.append(...(label === '' ? [] : [element('span', 'of', `${label}: `)]), element('span', '', text));
  return note;
}
