// Breakdown sheets: everything one scene needs, by category.
import { formatEighths } from '../page/formatLength';
import type { BreakdownScene } from '../breakdown/breakdown';
import { cell, column, emptySheet, figure, sheet } from './build';
import type { SheetInput } from './input';
import { byCategory, hoursText, lightText, locationName, own, placeText } from './lookUp';
import type { Sheet, SheetFact, SheetPart, SheetRow } from './sheet';
import { dayOfScene, sceneNotes } from './strips';
import { ENGLISH, fill, type SheetWords } from './words';

/**
 * The breakdown sheets of some scenes, each on its own page.
 * @param sceneIds of scene records, in the order of the script; without: every scene
 */
export function breakdownSheet(input: SheetInput, sceneIds?: readonly string[], words: SheetWords = ENGLISH): Sheet {
  const { scenes } = input.breakdown;
  if (scenes.length === 0) {
    return emptySheet('breakdown', input, words, words.texts.noScenes);
  }
  const chosen = sceneIds === undefined ? scenes : scenes.filter(({ id }) => sceneIds.includes(id));
  if (chosen.length === 0) {
    return emptySheet('breakdown', input, words, words.texts.noSuchScene);
  }
  return sheet('breakdown', input, words, { parts: chosen.flatMap((scene, index): SheetPart[] => [...(index > 0 ? [{ kind: 'pageBreak' as const }] : []), ...sceneParts(input, scene, words)]) });
}

function sceneParts(input: SheetInput, scene: BreakdownScene, words: SheetWords): SheetPart[] {
  const { texts } = words;
  const rows = elementRows(input, scene);
  const columns = [column(texts.number, 3, 'right'), column(texts.element, 16), column(texts.count, 5, 'right'), column(texts.notes, 16)];
  const needs: SheetPart = rows.length === 0 ? { kind: 'paragraph', text: texts.noElementsHere } : { kind: 'table', table: { caption: fill('{0} {1}', texts.scene, scene.number), columns, rows } };
  return [{ kind: 'heading', text: `${scene.number} ${scene.heading}`.trim() }, { kind: 'facts', facts: sceneFacts(input, scene, words) }, needs];
}

function sceneFacts(input: SheetInput, scene: BreakdownScene, words: SheetWords): SheetFact[] {
  const { texts } = words;
  const facts: SheetFact[] = [
    { label: texts.scene, value: scene.number },
    { label: texts.length, value: formatEighths(scene.eighths) },
    { label: texts.place, value: placeText(scene) },
    { label: texts.set, value: scene.set },
    { label: texts.light, value: lightText(scene, words) },
    { label: texts.location, value: locationName(input, scene) },
    { label: texts.storyDay, value: scene.storyDay },
    { label: texts.scriptPage, value: String(scene.page) },
    { label: texts.time, value: hoursText(scene.minutes, words) },
    { label: texts.shootingDay, value: input.planned ? (dayOfScene(input, input.planned, scene.id, words) ?? '') : '' },
    { label: texts.synopsis, value: scene.synopsis ?? '' },
    { label: texts.notes, value: sceneNotes(input, scene.id) },
  ];
  return facts.filter(({ value }) => value.trim() !== '');
}

function elementRows(input: SheetInput, scene: BreakdownScene): SheetRow[] {
  const tags = own(input.production.scenes, scene.id)?.tags ?? {};
  return byCategory(input, scene.elements).flatMap(({ id, name, elements }): SheetRow[] => [
    { kind: 'section', text: name, tone: 'group' },
    ...elements.map((element): SheetRow => {
      const notes = [own(tags, element.id)?.notes, own(input.production.elements, element.id)?.notes].filter((note) => note !== undefined && note.trim() !== '').join('; ');
      const number = element.castNumber === undefined ? cell('') : figure(element.castNumber);
      return { kind: 'cells', about: { kind: 'element', id: element.id }, cells: [number, { text: element.name, category: id }, element.count === undefined ? cell('') : figure(element.count), cell(notes)] };
    }),
  ]);
}
