// The one-line schedule and the shooting schedule.
import type { BreakdownScene } from '../breakdown/breakdown';
import { emptySheet, sheet } from './build';
import type { SheetInput } from './input';
import { elementFacts } from './lookUp';
import type { Sheet, SheetFact, SheetKind } from './sheet';
import { sceneNotes, scheduleRows, stripColumns, synopsisFacts } from './strips';
import { ENGLISH, type SheetWords } from './words';

/** The whole shoot in the order of shooting, a strip a scene with its synopsis. */
export function oneLineSheet(input: SheetInput, words: SheetWords = ENGLISH): Sheet {
  return scheduleSheet('oneLine', input, (scene) => synopsisFacts(scene, words), words);
}

/** The same with everything each scene needs, by category. */
export function shootingScheduleSheet(input: SheetInput, words: SheetWords = ENGLISH): Sheet {
  const needs = (scene: BreakdownScene): SheetFact[] => {
    const notes = sceneNotes(input, scene.id);
    return [...synopsisFacts(scene, words), ...elementFacts(input, scene), ...(notes === '' ? [] : [{ label: words.texts.notes, value: notes }])];
  };
  return scheduleSheet('shootingSchedule', input, needs, words);
}

function scheduleSheet(kind: SheetKind & ('oneLine' | 'shootingSchedule'), input: SheetInput, below: (scene: BreakdownScene) => readonly SheetFact[], words: SheetWords): Sheet {
  const { planned, breakdown } = input;
  if (breakdown.scenes.length === 0) {
    return emptySheet(kind, input, words, words.texts.noScenes);
  }
  if (!planned || planned.plan.days.length === 0) {
    return emptySheet(kind, input, words, words.texts.noPlan);
  }
  return sheet(kind, input, words, { parts: [{ kind: 'table', table: { caption: words.texts[kind], columns: stripColumns(words), rows: scheduleRows(input, planned, below, words) } }] });
}
