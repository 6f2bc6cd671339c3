// How long scenes are: on which page each begins, its eighths and its time on the screen.
export { formatDuration, formatEighths } from './formatLength';
import { scenesOf } from '../script/outline';
import { basesOf } from './pageLines';
import type { Layout } from './page';
import type { LaidPage } from './laidPage';
import type { Paper } from './paper';
import type { PagePlace } from './places';

export interface SceneLength {
  /** The printed page on which its heading stands, from 1. */
  readonly page: number;
  /** The heading's row on it. */
  readonly row: number;
  /** Eighths of a page, 1 at least. */
  readonly eighths: number;
  /** On the screen, at a page a minute. */
  readonly seconds: number;
}

const lengths = new WeakMap<Layout, readonly SceneLength[]>();

const EIGHTHS = 8;
/** The trade's rule: a page is a minute. */
const SECONDS_A_PAGE = 60;

/** The length of each scene, index for index with `scenesOf(layout.script)`. */
export function sceneLengthsOf(layout: Layout): readonly SceneLength[] {
  let known = lengths.get(layout);
  if (!known) {
    known = measure(layout);
    lengths.set(layout, known);
  }
  return known;
}

/** The length of the whole script as the trade counts it: its pages, empty feet of pages included. Its scenes by themselves come to a little less. */
export function lengthOf(layout: Layout): { pages: number; eighths: number; seconds: number } {
  const { pages, paper } = layout;
  const last = pages.at(-1);
  const rows = last ? (pages.length - 1) * paper.rows + last.rows : 0;
  return { pages: pages.length, eighths: rows === 0 ? 0 : eighthsOf(rows, paper), seconds: secondsOf(rows, paper) };
}

function measure(layout: Layout): SceneLength[] {
  const { pages, paper } = layout;
  const places = headingPlaces(layout);
  const end = { page: Math.max(0, pages.length - 1), row: pages.at(-1)?.rows ?? 0 };
  return places.map((place, index) => {
    const rows = rowsBetween(pages, place, places[index + 1] ?? end);
    return { page: place.page + 1, row: place.row, eighths: eighthsOf(rows, paper), seconds: secondsOf(rows, paper) };
  });
}

/** Rows that are used from one place to another: what pagination leaves empty at a page's foot is nobody's. */
function rowsBetween(pages: Layout['pages'], from: PagePlace, to: PagePlace): number {
  let rows = 0;
  for (let page = from.page; page <= to.page; page++) {
    rows += (page === to.page ? to.row : (pages[page]?.rows ?? 0)) - (page === from.page ? from.row : 0);
  }
  return Math.max(0, rows);
}

/** Eighths, begun ones whole, as script supervisors count them; 96 of Final Draft's 100 scene lengths come out the same (page.md). */
function eighthsOf(rows: number, paper: Paper): number {
  return Math.max(1, Math.ceil((rows * EIGHTHS) / paper.rows));
}

function secondsOf(rows: number, paper: Paper): number {
  return Math.round((rows * SECONDS_A_PAGE) / paper.rows);
}

/** Where each scene's heading stands; one that does not print has the place of the next that does. */
function headingPlaces(layout: Layout): PagePlace[] {
  const bases = basesOf(layout);
  const printed: { offset: number; page: number; row: number }[] = [];
  (layout.pages as readonly LaidPage[]).forEach(({ parts }, page) => {
    for (const { flow, offset, row, breaks } of parts) {
      if (flow.kind === 'sceneHeading' && breaks[0] === 0) {
        printed.push({ offset: (bases[page]?.offset ?? 0) + offset + flow.element.from, page, row });
      }
    }
  });
  const last = layout.pages.at(-1);
  let at = 0;
  return scenesOf(layout.script).map(({ from }) => {
    while ((printed[at]?.offset ?? Infinity) < from) {
      at++;
    }
    return printed[at] ?? { page: Math.max(0, layout.pages.length - 1), row: last?.rows ?? 0 };
  });
}
