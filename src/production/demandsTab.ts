// The tab of what must hold besides the rules: an order, a shared day, a pinned day.
import type { Demand } from '../core/production/rules';
import { sceneLabel } from '../core/production/validateScenes';
import { fieldKey, type AddRow, type Cell, type Column, type Row, type Section, type Tab } from './protocol';
import { textCell, warned, type RowRef, type TabParts } from './tabParts';

export function demandsTab(parts: TabParts): Tab {
  const { production, teller: { l10n } } = parts;
  const demands = Object.entries(production.demands);
  return { id: 'demands', name: l10n.t('Constraints'), count: String(demands.length), warnings: 0, sections: [pinnedSection(parts), beforeSection(parts), sameDaySection(parts)] };
}

function sectionOf<K extends Demand['kind']>(parts: TabParts, kind: K, texts: Pick<Section, 'heading' | 'lead' | 'empty'>, columns: readonly Column[], add: AddRow, cellsOf: (demand: Extract<Demand, { kind: K }>, row: RowRef) => Cell[]): Section {
  const { l10n } = parts.teller;
  const rows = Object.entries(parts.production.demands)
    .filter((entry): entry is [string, Extract<Demand, { kind: K }>] => entry[1].kind === kind)
    .map(([id, demand]): Row => ({ id, told: toldOf(parts, demand), remove: l10n.t('Take away this constraint'), cells: cellsOf(demand, { on: 'demands', id }) }));
  return { id: kind, layout: 'table', ...texts, columns, rows, add };
}

function pinnedSection(parts: TabParts): Section {
  const { l10n } = parts.teller;
  const columns: Column[] = [{ id: 'scene', name: l10n.t('Scene'), width: 'long' }, { id: 'date', name: l10n.t('Day'), width: 'windows' }];
  const add: AddRow = { what: 'pinned', name: l10n.t('Pin a scene to a day'), fields: [{ field: 'scene', label: l10n.t('Scene'), list: 'scenes', placeholder: l10n.t('number or heading'), width: 'long' }, { field: 'date', label: l10n.t('Day'), date: true, placeholder: l10n.t('12 May'), width: 'medium' }] };
  const texts = { heading: l10n.t('Pinned days'), lead: l10n.t('These scenes are shot on this day and no other.') };
  return sectionOf(parts, 'pinned', texts, columns, add, (demand, row) => [
    sceneCell(parts, row, 'scene', demand.scene),
    textCell(parts, row, 'date', demand.date, { date: demand.date, shown: parts.teller.wholeWindow({ from: demand.date, to: demand.date }) }),
  ]);
}

function beforeSection(parts: TabParts): Section {
  const { l10n } = parts.teller;
  const names = [l10n.t('This scene'), l10n.t('before this one')] as const;
  const columns: Column[] = [{ id: 'first', name: names[0], width: 'long' }, { id: 'then', name: names[1], width: 'long' }];
  const field = (id: string, label: string) => ({ field: id, label, list: 'scenes', placeholder: l10n.t('number or heading'), width: 'long' }) as const;
  const add: AddRow = { what: 'before', name: l10n.t('Add an order'), fields: [field('first', names[0]), field('then', names[1])] };
  const texts = { heading: l10n.t('One before the other'), lead: l10n.t('On an earlier day, or earlier on the same: before the hair is cut, before the house burns.') };
  return sectionOf(parts, 'before', texts, columns, add, (demand, row) => [sceneCell(parts, row, 'first', demand.first), sceneCell(parts, row, 'then', demand.then)]);
}

function sameDaySection(parts: TabParts): Section {
  const { l10n } = parts.teller;
  const columns: Column[] = [{ id: 'scenes', name: l10n.t('Scenes of one day'), width: 'long' }];
  const add: AddRow = { what: 'sameDay', name: l10n.t('Add a shared day'), fields: [{ field: 'scenes', label: l10n.t('Scenes'), list: 'scenes', many: true, placeholder: l10n.t('number or heading'), width: 'long' }] };
  const texts = { heading: l10n.t('On one day'), lead: l10n.t('These scenes are shot on the same day, whichever it is.') };
  return sectionOf(parts, 'sameDay', texts, columns, add, (demand, row) => {
    const key = fieldKey({ ...row, field: 'scenes' });
    return [{ kind: 'scenes', key, scenes: demand.scenes.map((scene) => ({ value: scene, text: labelOf(parts, scene) })), ...warned(parts, key) }];
  });
}

function sceneCell(parts: TabParts, row: RowRef, field: string, scene: string): Cell {
  return textCell(parts, row, field, labelOf(parts, scene), { list: 'scenes' });
}

/** As it stands in the script; of one that is gone, as it was last seen. */
function labelOf({ breakdown, production }: TabParts, id: string): string {
  const scene = breakdown.scenes.find((each) => each.id === id);
  const record = Object.hasOwn(production.scenes, id) ? production.scenes[id] : undefined;
  return scene ? sceneLabel(scene) : record ? `${record.number ?? ''}  ${record.heading}`.trim() : '?';
}

function toldOf(parts: TabParts, demand: Demand): string {
  const ids = demand.kind === 'before' ? [demand.first, demand.then] : demand.kind === 'sameDay' ? demand.scenes : [demand.scene];
  return ids.map((id) => labelOf(parts, id)).join(', ');
}
