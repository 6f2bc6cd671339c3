// What a page is made of: its rows of action and of dialogue. Kept with the page, which an edit elsewhere leaves the same.
import type { Layout, LineKind, Page } from '../page/page';
import { linesOf } from '../page/pageLines';

/** Printed rows; blank ones count nowhere. Two speeches side by side share their rows. */
export interface PageMix {
  readonly dialogue: number;
  readonly action: number;
  /** Scene headings, transitions and whatever else is neither. */
  readonly other: number;
}

const ofPage = new WeakMap<Page, PageMix>();

const PART: Readonly<Partial<Record<LineKind, keyof PageMix>>> = {
  character: 'dialogue',
  parenthetical: 'dialogue',
  dialogue: 'dialogue',
  lyrics: 'dialogue',
  more: 'dialogue',
  action: 'action',
  centered: 'action',
};

/** Every page's rows, index for index with the layout's pages. */
export function pageMixesOf(layout: Layout): readonly PageMix[] {
  return layout.pages.map((page) => {
    let mix = ofPage.get(page);
    if (!mix) {
      mix = mixOf(page);
      ofPage.set(page, mix);
    }
    return mix;
  });
}

function mixOf(page: Page): PageMix {
  const mix = { dialogue: 0, action: 0, other: 0 };
  let row = -1;
  for (const line of linesOf(page)) {
    if (line.row !== row) {
      row = line.row;
      mix[PART[line.kind] ?? 'other']++;
    }
  }
  return mix;
}

/** Of the rows of dialogue and action, those of dialogue: 0 to 1. 0 where there is neither. */
export function dialogueShare({ dialogue, action }: { readonly dialogue: number; readonly action: number }): number {
  return dialogue + action === 0 ? 0 : dialogue / (dialogue + action);
}
