// Lays out the paper for the theme there is, and anew when the writer chooses another.
import { paperProperties, type Desk } from './paper';

export function watchDesk(): void {
  layOut();
  new MutationObserver(layOut).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

let laid: Desk | undefined;

function layOut(): void {
  const has = (name: string): boolean => document.body.classList.contains(name);
  const now: Desk = has('vscode-high-contrast') || has('vscode-high-contrast-light') ? 'contrast' : has('vscode-dark') ? 'dark' : 'light';
  if (now !== laid) {
    laid = now;
    paperProperties(now).forEach(([name, value]) => document.documentElement.style.setProperty(name, value));
  }
}
