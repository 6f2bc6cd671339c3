// Says that a table goes on to the right of what is in sight, and goes there.
import { button } from './elements';

export function moreColumns(panel: HTMLElement, label: string): HTMLElement {
  const more = button(`${label} →`, 'tool moreColumns', () => panel.scrollBy({ left: panel.clientWidth / 2 }));
  // By keys the columns come into sight as the focus goes to them.
  more.tabIndex = -1;
  const mark = (): void => {
    const isMore = panel.scrollWidth - panel.clientWidth - panel.scrollLeft > 8;
    // Its place stays: the tabs do not jump.
    more.classList.toggle('away', !isMore);
    panel.classList.toggle('more', isMore);
  };
  const sizes = new ResizeObserver(mark);
  panel.addEventListener('scroll', mark, { passive: true });
  sizes.observe(panel);
  new MutationObserver(() => {
    sizes.disconnect();
    [panel, ...panel.children].forEach((each) => sizes.observe(each));
    mark();
  }).observe(panel, { childList: true });
  return more;
}
