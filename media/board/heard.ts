// What is said to who does not see the board, and what is shown for a moment to who does.
import { element } from './elements';

const heard = element('p', 'heard');
heard.setAttribute('role', 'status');
heard.setAttribute('aria-live', 'polite');
const note = element('p', 'toast');
note.hidden = true;
let timer: ReturnType<typeof setTimeout> | undefined;
let even = false;

export function placeHeard(): void {
  document.body.append(heard, note);
}

/** Speaks a sentence. The same twice in a row is spoken twice. */
export function speak(text: string): void {
  if (text === '') {
    return;
  }
  even = !even;
  // A space that cannot be broken, said by nobody, makes it another text.
  heard.textContent = even ? text : `${text}\u00a0`;
}

/** Shows a sentence for a while, and speaks it. */
export function show(text: string): void {
  speak(text);
  note.textContent = text;
  note.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => {
    note.hidden = true;
  }, 6000);
}
