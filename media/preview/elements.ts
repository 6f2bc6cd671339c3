// Makes elements of the preview's page. Text is only ever text, and styles are set by script: the page's rules allow nothing else.

export function element<K extends keyof HTMLElementTagNameMap>(name: K, className = '', text?: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') {
    made.className = className;
  }
  if (text !== undefined) {
    made.append(document.createTextNode(text));
  }
  return made;
}

/** An icon of strokes on a grid of 16. */
export function icon(path: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const made = document.createElementNS(space, 'svg');
  made.setAttribute('viewBox', '0 0 16 16');
  made.setAttribute('aria-hidden', 'true');
  const strokes = document.createElementNS(space, 'path');
  strokes.setAttribute('d', path);
  made.append(strokes);
  return made;
}

/** A sentence with its figures in place of {0}, {1}. */
export function say(words: string, ...figures: readonly (string | number)[]): string {
  return words.replace(/\{(\d)\}/g, (all, at: string) => String(figures[Number(at)] ?? all));
}
