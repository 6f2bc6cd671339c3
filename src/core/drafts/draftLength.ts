// How long a draft is on paper.
import { parse } from '../fountain/parse';
import { layoutOf } from '../page/layout';
import { STANDARD_PAGE } from '../page/page';
import { linesOf } from '../page/pageLines';
import { lengthOf } from '../page/sceneLengths';
import type { Draft } from './draft';

export interface PaperLength {
  /** Eighths of a page, begun ones whole; 0 where nothing prints. */
  readonly eighths: number;
  /** Printed lines, blank ones not counted. */
  readonly lines: number;
}

/** The length of a piece of a script by itself. */
export function paperLength(text: string): PaperLength {
  // Never a title page, whatever its first line looks like.
  const layout = layoutOf(parse(`\n${text}`), STANDARD_PAGE);
  return { eighths: lengthOf(layout).eighths, lines: layout.pages.reduce((sum, page) => sum + new Set(linesOf(page).map(({ row }) => row)).size, 0) };
}

/** The draft's own length, in eighths. */
export function draftLength(draft: Draft): number {
  return paperLength(draft.text).eighths;
}
