// What pagination places: paragraphs, speeches and page breaks, made from a block once and kept with it.
import { speechEnd, type Character, type Element } from '../fountain/elements';
import type { Block } from '../fountain/script';
import type { LineKind } from './page';
import { printedOf, type Printed } from './printed';
import type { Measure, Setting } from './setting';
import { breaksOf, type Breaks } from './wrap';

/** Lines of one kind that belong together: a paragraph, a cue, what stands between two parentheticals. */
export interface Flow {
  readonly kind: LineKind;
  readonly element: Element;
  readonly printed: Printed;
  readonly measure: Measure;
  readonly breaks: Breaks;
}

/** A paragraph that stands alone. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly flow: Flow;
  /** Blank rows above it, unless it opens a page. */
  readonly above: number;
}

/** A cue and what is spoken under it. */
export interface SpeechUnit {
  readonly kind: 'speech';
  readonly cue: Character;
  /** The cue first. */
  readonly flows: readonly Flow[];
  readonly rows: number;
  readonly above: number;
}

export interface BreakUnit {
  readonly kind: 'break';
}

export type Unit = Paragraph | SpeechUnit | BreakUnit;

export function rowsOf(breaks: Breaks): number {
  return breaks.length / 2;
}

const NONE: readonly Unit[] = [];

/** What a block prints, in order; nothing for one that does not print. */
export function unitsOf(block: Block, setting: Setting): readonly Unit[] {
  const { elements } = block;
  if (elements.length === 0) {
    return NONE;
  }
  const [only] = elements;
  if (only && elements.length === 1 && only.kind !== 'character' && only.kind !== 'pageBreak') {
    const flow = flowOf(only, setting, setting.measures);
    return flow ? [{ kind: 'paragraph', flow, above: rowsAbove(flow.kind, undefined, setting) }] : NONE;
  }
  if (only?.kind === 'character' && speechEnd(elements, 1) === elements.length) {
    return [speechOf(only, elements, setting)];
  }
  const units: Unit[] = [];
  let before: LineKind | undefined;
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    if (element?.kind === 'character') {
      const end = speechEnd(elements, at + 1);
      units.push(speechOf(element, elements.slice(at, end), setting));
      at = end - 1;
      before = 'dialogue';
    } else if (element?.kind === 'pageBreak') {
      units.push({ kind: 'break' });
    } else {
      const flow = element && flowOf(element, setting, setting.measures);
      if (flow) {
        units.push({ kind: 'paragraph', flow, above: rowsAbove(flow.kind, before, setting) });
        before = flow.kind;
      }
    }
  }
  return units;
}

/** The trade's blank row above each paragraph. Lines that the writer set close together without a blank line stay so. */
function rowsAbove(kind: LineKind, before: LineKind | undefined, setting: Setting): number {
  if (kind === 'sceneHeading') {
    return setting.options.blankRowsAboveHeadings;
  }
  return before !== undefined && isClose(before) && isClose(kind) ? 0 : 1;
}

function isClose(kind: LineKind): boolean {
  return kind === 'action' || kind === 'centered' || kind === 'lyrics' || kind === 'note' || kind === 'synopsis';
}

/** A speech, in the measures of a whole page or of one half of it. */
export function speechOf(cue: Character, elements: readonly Element[], setting: Setting, measures = setting.measures): SpeechUnit {
  const flows = elements.map((element) => flowOf(element, setting, measures)).filter((flow) => flow !== undefined);
  const rows = flows.reduce((sum, flow) => sum + rowsOf(flow.breaks), 0);
  return { kind: 'speech', cue, flows, rows, above: 1 };
}

/** The flow of one element; undefined for what does not print. */
function flowOf(element: Element, setting: Setting, measures: Setting['measures']): Flow | undefined {
  const kind = element.kind;
  if (kind === 'titlePage' || kind === 'pageBreak' || kind === 'boneyard') {
    return undefined;
  }
  const { notes, synopses, sections } = setting.options;
  if ((kind === 'note' && !notes) || (kind === 'synopsis' && !synopses) || (kind === 'section' && !sections)) {
    return undefined;
  }
  const printed = printedElement(element, notes);
  if (printed.text.trim() === '') {
    return undefined;
  }
  const measure = measures[kind];
  return { kind, element, printed, measure, breaks: breaksOf(printed, measure) };
}

function printedElement(element: Exclude<Element, { kind: 'titlePage' | 'pageBreak' | 'boneyard' }>, notes: boolean): Printed {
  switch (element.kind) {
    case 'character':
      return printedOf(cueText(element), false);
    case 'sceneHeading':
    case 'transition':
      return upperCase(printedOf(element.text, notes));
    case 'note':
      return printedOf(`[[${element.text}]]`, true);
    default:
      return printedOf(element.text, notes);
  }
}

/** The cue as it prints: without `@`, caret and notes. */
export function cueText({ name, extension }: Character): string {
  return extension === undefined ? name : `${name} (${extension})`;
}

/** Headings and transitions stand in capitals on the page, as all screenwriting programs print them. */
function upperCase(printed: Printed): Printed {
  const text = printed.text.toUpperCase();
  // Where a capital is longer than its letter (ß), places and styles would shift: left as written.
  return text.length === printed.text.length ? { ...printed, text } : printed;
}
