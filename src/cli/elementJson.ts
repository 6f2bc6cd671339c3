// Elements as the command line prints them: the contract's names (cli.md), lines counted from 0 over the whole script.
import { inlineMarks } from '../core/fountain/inline';
import type { Element } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';
import { dualDialogueOf, type DualSide } from '../core/script/dualDialogue';
import { elementsOf } from '../core/script/elements';

/** One element, ready for JSON. */
export type ElementJson = { readonly type: string; readonly line: number; readonly endLine: number } & Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<Element['kind'], string>> = {
  titlePage: 'title_page',
  sceneHeading: 'scene_heading',
  action: 'action',
  character: 'character',
  parenthetical: 'parenthetical',
  dialogue: 'dialogue',
  lyrics: 'lyrics',
  transition: 'transition',
  centered: 'centered',
  section: 'section',
  synopsis: 'synopsis',
  note: 'note',
  boneyard: 'boneyard',
  pageBreak: 'page_break',
};

/** Every element of a script, in document order. */
export function elementsJson(script: Script): ElementJson[] {
  const dual = dualDialogueOf(script);
  return [...elementsOf(script)].map(({ element, line, endLine }) => {
    return { type: TYPES[element.kind], line, endLine, ...fieldsOf(element, dual) };
  });
}

function fieldsOf(element: Element, dual: ReadonlyMap<Element, DualSide>): Record<string, unknown> {
  switch (element.kind) {
    case 'titlePage':
      return { entries: element.entries };
    case 'character': {
      const side = dual.get(element);
      return {
        name: element.name,
        ...(element.extension !== undefined && { extension: element.extension }),
        ...(side && { dual: side }),
      };
    }
    case 'pageBreak':
      return {};
    case 'boneyard':
    case 'note':
      return { text: element.text };
    case 'section':
      return { text: element.text, depth: element.depth, ...inlineOf(element.text) };
    case 'sceneHeading':
      return { text: element.text, ...(element.number !== undefined && { number: element.number }), ...inlineOf(element.text) };
    default:
      return { text: element.text, ...inlineOf(element.text) };
  }
}

function inlineOf(text: string): { inline?: { type: string; text: string }[] } {
  const marks = inlineMarks(text);
  return marks.length === 0 ? {} : { inline: marks.map(({ type, text: enclosed }) => ({ type, text: enclosed })) };
}
