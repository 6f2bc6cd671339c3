// The tabs of what stands in the breakdown: cast with their numbers, and whatever else costs or has dates.
import { categoriesOf } from '../core/breakdown/categories';
import { formatEighths } from '../core/page/formatLength';
import { fieldKey, type Row, type Section, type Tab } from './protocol';
import { byName, hasTerms, termCells, termColumns, textCell, told, warned, type TabParts } from './tabParts';

interface Shooting {
  readonly scenes: number;
  readonly eighths: number;
}

/** Scenes and pages of each element, from the breakdown. */
function shootingOf({ breakdown }: TabParts): Map<string, Shooting> {
  const all = new Map<string, Shooting>();
  for (const { elements, eighths } of breakdown.scenes) {
    for (const id of new Set(elements.map((each) => each.id))) {
      const before = all.get(id);
      all.set(id, { scenes: (before?.scenes ?? 0) + 1, eighths: (before?.eighths ?? 0) + eighths });
    }
  }
  return all;
}

export function castTab(parts: TabParts): Tab {
  const { production, teller } = parts;
  const { l10n } = teller;
  const shooting = shootingOf(parts);
  const cast = Object.entries(production.elements).filter(([, { category }]) => category === 'cast');
  const compare = byName(teller.locale);
  const rows = cast
    .toSorted((a, b) => (a[1].castNumber ?? Infinity) - (b[1].castNumber ?? Infinity) || compare(a, b))
    .map(([id, element]): Row => {
      const row = { on: 'elements', id } as const;
      const { scenes = 0, eighths = 0 } = shooting.get(id) ?? {};
      const number = fieldKey({ ...row, field: 'castNumber' });
      return {
        id,
        told: element.name,
        ...(hasTerms(element) && { marked: true }),
        cells: [
          { kind: 'number', key: number, text: element.castNumber === undefined ? '–' : String(element.castNumber), ...warned(parts, number) },
          textCell(parts, row, 'name', element.name),
          ...termCells(parts, row, element),
          told(scenes === 0 ? l10n.t('none') : teller.count(scenes), `${number}/scenes`, scenes === 0),
          told(scenes === 0 ? '' : formatEighths(eighths), `${number}/pages`),
          textCell(parts, row, 'played', element.played),
          textCell(parts, row, 'contact', element.contact),
        ],
      };
    });
  // Without costs every order of shooting is as cheap as any other, and a schedule has nothing to go by.
  const isFree = cast.length > 0 && !cast.some(([, { dayCost }]) => (dayCost ?? 0) > 0);
  const section: Section = {
    id: 'cast',
    layout: 'table',
    ...(isFree && { lead: l10n.t('No costs yet. With what a day of each costs, a schedule knows whose waiting to spare.') }),
    columns: [
      { id: 'castNumber', name: l10n.t('No.'), hint: l10n.t('The number on strips and call sheets. Fixed once given: press it to give another.'), width: 'tiny' },
      { id: 'name', name: l10n.t('Character'), width: 'medium' },
      ...termColumns(teller),
      { id: 'scenes', name: l10n.t('Scenes'), width: 'tiny' },
      { id: 'pages', name: l10n.t('Pages'), width: 'tiny' },
      { id: 'played', name: l10n.t('Played by'), width: 'medium' },
      { id: 'contact', name: l10n.t('Contact'), width: 'medium' },
    ],
    rows,
    empty: l10n.t('Nobody speaks in this script yet. Write a scene with a character and what they say: they are listed here with their scenes.'),
  };
  return { id: 'cast', name: l10n.t('Cast'), count: String(cast.length), warnings: 0, sections: [section] };
}

export function elementsTab(parts: TabParts): Tab {
  const { production, teller } = parts;
  const { l10n } = teller;
  const shooting = shootingOf(parts);
  const others = Object.entries(production.elements).filter(([, { category }]) => category !== 'cast');
  const compare = byName(teller.locale);
  const known = categoriesOf(production);
  const categories = [...known.map(({ id, name, isBuiltIn }) => ({ id, name: isBuiltIn ? l10n.t(name) : name })), ...[...new Set(others.map(([, { category }]) => category))].filter((id) => !known.some((each) => each.id === id)).map((id) => ({ id, name: id }))];
  const sections = categories
    .map(({ id: category, name }) => ({ category, name, rows: others.filter(([, element]) => element.category === category).toSorted(compare) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ category, name, rows }): Section => ({
      id: `elements-${category}`,
      heading: name,
      layout: 'table',
      narrows: l10n.t('Only what costs or has dates'),
      columns: [{ id: 'name', name: l10n.t('Element'), width: 'medium' }, ...termColumns(teller), { id: 'scenes', name: l10n.t('Scenes'), width: 'tiny' }, { id: 'played', name: l10n.t('Source'), width: 'medium' }, { id: 'contact', name: l10n.t('Contact'), width: 'medium' }],
      rows: rows.map(([id, element]): Row => {
        const row = { on: 'elements', id } as const;
        return {
          id,
          told: element.name,
          ...(hasTerms(element) && { marked: true }),
          cells: [textCell(parts, row, 'name', element.name), ...termCells(parts, row, element), told(teller.count(shooting.get(id)?.scenes ?? 0), `elements/${id}/scenes`), textCell(parts, row, 'played', element.played), textCell(parts, row, 'contact', element.contact)],
        };
      }),
    }));
  const empty: Section = { id: 'elements', layout: 'table', columns: [], rows: [], empty: l10n.t('No vehicles, animals, props or extras are broken down yet. Tag them in the breakdown: what costs something or has its own dates is filled in here.') };
  return { id: 'elements', name: l10n.t('Elements'), count: String(others.length), warnings: 0, sections: sections.length > 0 ? sections : [empty] };
}
