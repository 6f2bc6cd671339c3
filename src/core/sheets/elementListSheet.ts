// The element list: every cast member, prop, vehicle, ... with the scenes it is in and the days it works.
import type { BreakdownScene, SceneElement } from '../breakdown/breakdown';
import { cell, column, emptySheet, figure, sheet } from './build';
import type { SheetInput } from './input';
import { byCategory, own } from './lookUp';
import type { Sheet, SheetPart, SheetRow } from './sheet';
import { ENGLISH, type SheetWords } from './words';

/**
 * All elements by category.
 * @param categories ids of those to show; without: all
 */
export function elementListSheet(input: SheetInput, categories?: readonly string[], words: SheetWords = ENGLISH): Sheet {
  const { scenes } = input.breakdown;
  if (scenes.length === 0) {
    return emptySheet('elements', input, words, words.texts.noScenes);
  }
  const found = new Map<string, SceneElement>();
  const inScenes = new Map<string, BreakdownScene[]>();
  for (const scene of scenes) {
    for (const element of scene.elements) {
      found.set(element.id, found.get(element.id) ?? element);
      inScenes.set(element.id, [...(inScenes.get(element.id) ?? []), scene]);
    }
  }
  const groups = byCategory(input, [...found.values()]).filter(({ id }) => categories?.includes(id) ?? true);
  if (groups.length === 0) {
    return emptySheet('elements', input, words, words.texts.noElements);
  }
  const parts = groups.map(({ name, elements }): SheetPart => ({ kind: 'table', table: { caption: name, columns: columnsOf(words), rows: elements.map((element) => rowOf(input, element, inScenes.get(element.id) ?? [])) } }));
  return sheet('elements', input, words, { parts });
}

function columnsOf({ texts }: SheetWords): ReturnType<typeof column>[] {
  return [column(texts.number, 3, 'right'), column(texts.element, 12), column(texts.played, 9), column(texts.sceneCount, 4, 'right'), column(texts.scenes, 14), column(texts.days, 8)];
}

function rowOf(input: SheetInput, { id, name, category, castNumber }: SceneElement, scenes: readonly BreakdownScene[]): SheetRow {
  const counted = new Set(scenes.map((scene) => scene.id));
  const days = input.planned?.plan.days.flatMap(({ scenes: list }, index) => (list.some((scene) => counted.has(input.planned?.sceneIds[scene] ?? '')) ? [String(index + 1)] : [])) ?? [];
  return {
    kind: 'cells',
    about: { kind: 'element', id },
    cells: [
      castNumber === undefined ? cell('') : figure(castNumber), { text: name, category }, cell(own(input.production.elements, id)?.played ?? ''),
      figure(scenes.length), cell(scenes.map(({ number }) => number).join(', ')), cell(days.join(', ')),
    ],
  };
}
