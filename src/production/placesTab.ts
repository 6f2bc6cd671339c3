// The tabs of sets with their locations, and of the crew.
import { formatEighths } from '../core/page/formatLength';
import { fieldKey, type Row, type Section, type Tab } from './protocol';
import { byName, hasTerms, moneyCell, textCell, told, warned, windowCells, windowColumns, type TabParts } from './tabParts';

export function placesTab(parts: TabParts): Tab {
  const { production, teller } = parts;
  const sections = [locationSection(parts), setSection(parts)];
  return { id: 'places', name: teller.l10n.t('Sets and locations'), count: String(Object.keys(production.sets).length), warnings: 0, sections };
}

function locationSection(parts: TabParts): Section {
  const { production, teller } = parts;
  const { l10n } = teller;
  const sets = Object.values(production.sets);
  const rows = Object.entries(production.locations).toSorted(byName(teller.locale)).map(([id, location]): Row => {
    const row = { on: 'locations', id } as const;
    const count = sets.filter((set) => set.location === id).length;
    return {
      id,
      told: location.name,
      remove: l10n.t('Take away {0}', location.name),
      ...(hasTerms(location) && { marked: true }),
      cells: [
        textCell(parts, row, 'name', location.name),
        moneyCell(parts, row, 'dayCost', location.dayCost),
        ...windowCells(parts, row, location),
        told(count === 0 ? l10n.t('none') : teller.count(count), `locations/${id}/sets`, count === 0),
        ...(['address', 'parking', 'hospital', 'contact'] as const).map((field) => textCell(parts, row, field, location[field])),
      ],
    };
  });
  return {
    id: 'locations',
    heading: l10n.t('Locations'),
    lead: l10n.t('Where the company goes. To go from one to another within a day is a move; from set to set at one location is a small one.'),
    layout: 'table',
    columns: [
      { id: 'name', name: l10n.t('Location'), width: 'medium' },
      { id: 'dayCost', name: l10n.t('Day cost'), hint: l10n.t('For a day on which it is shot at.'), width: 'short' },
      ...windowColumns(teller),
      { id: 'sets', name: l10n.t('Sets'), width: 'tiny' },
      { id: 'address', name: l10n.t('Address'), width: 'medium' },
      { id: 'parking', name: l10n.t('Parking'), width: 'medium' },
      { id: 'hospital', name: l10n.t('Nearest hospital'), width: 'medium' },
      { id: 'contact', name: l10n.t('Contact'), width: 'medium' },
    ],
    rows,
    empty: l10n.t('No location yet. Until a set has one, it is a place of its own.'),
    add: {
      what: 'locations',
      name: l10n.t('Add a location'),
      fields: [
        { field: 'name', label: l10n.t('Location'), placeholder: l10n.t('Old mill'), width: 'medium' },
        { field: 'address', label: l10n.t('Address'), width: 'medium' },
        { field: 'dayCost', label: l10n.t('Day cost'), width: 'short' },
      ],
    },
  };
}

function setSection(parts: TabParts): Section {
  const { production, breakdown, teller } = parts;
  const { l10n } = teller;
  const rows = Object.entries(production.sets).toSorted(byName(teller.locale)).map(([id, set]): Row => {
    const scenes = breakdown.scenes.filter(({ setId }) => setId === id);
    const key = fieldKey({ on: 'sets', id, field: 'location' });
    const location = set.location !== undefined && Object.hasOwn(production.locations, set.location) ? production.locations[set.location] : undefined;
    return {
      id,
      told: set.name,
      // One that the script names would be back at once.
      ...(scenes.length === 0 && { remove: l10n.t('Take away {0}', set.name) }),
      cells: [
        told(set.name, `sets/${id}/name`),
        told(scenes.length === 0 ? l10n.t('none') : teller.count(scenes.length), `sets/${id}/scenes`, scenes.length === 0),
        told(scenes.length === 0 ? '' : formatEighths(scenes.reduce((sum, { eighths }) => sum + eighths, 0)), `sets/${id}/pages`),
        { kind: 'text', key, value: location?.name ?? '', list: 'locations', placeholder: l10n.t('a place of its own'), ...warned(parts, key) },
        textCell(parts, { on: 'sets', id }, 'notes', set.notes),
      ],
    };
  });
  return {
    id: 'sets',
    heading: l10n.t('Sets'),
    lead: l10n.t('As the scene headings name them. Choose several to put them at one location together.'),
    layout: 'table',
    puts: true,
    columns: [
      { id: 'name', name: l10n.t('Set'), width: 'long' },
      { id: 'scenes', name: l10n.t('Scenes'), width: 'tiny' },
      { id: 'pages', name: l10n.t('Pages'), width: 'tiny' },
      { id: 'location', name: l10n.t('Location'), width: 'medium' },
      { id: 'notes', name: l10n.t('Notes'), width: 'long' },
    ],
    rows,
    empty: l10n.t('No scene says where it plays yet. Write a heading such as INT. KITCHEN - DAY.'),
  };
}

export function crewTab(parts: TabParts): Tab {
  const { production, teller } = parts;
  const { l10n } = teller;
  const compare = new Intl.Collator(teller.locale, { numeric: true });
  const crew = Object.entries(production.crew).toSorted(([, a], [, b]) => compare.compare(a.department, b.department) || Number(b.key === true) - Number(a.key === true) || compare.compare(a.name, b.name));
  const rows = crew.map(([id, member]): Row => {
    const row = { on: 'crew', id } as const;
    const key = fieldKey({ ...row, field: 'key' });
    const { callOffset } = member;
    return {
      id,
      told: member.name,
      remove: l10n.t('Take away {0}', member.name),
      ...(hasTerms(member) && { marked: true }),
      cells: [
        textCell(parts, row, 'name', member.name),
        moneyCell(parts, row, 'dayCost', member.dayCost),
        ...windowCells(parts, row, member),
        { kind: 'check', key, value: member.key === true, ...warned(parts, key) },
        textCell(parts, row, 'department', member.department, { list: 'departments' }),
        textCell(parts, row, 'job', member.job),
        textCell(parts, row, 'callOffset', callOffset === undefined ? '' : String(callOffset), { number: true, placeholder: l10n.t('with all'), ...(callOffset !== undefined && { shown: offsetTold(parts, callOffset) }) }),
        textCell(parts, row, 'contact', member.contact),
      ],
    };
  });
  const section: Section = {
    id: 'crew',
    layout: 'table',
    lead: l10n.t('Crew are paid for each day of the shoot. Without the key crew nothing is shot: on days when one of them is away the company is off.'),
    columns: [
      { id: 'name', name: l10n.t('Name'), width: 'medium' },
      { id: 'dayCost', name: l10n.t('Day cost'), width: 'short' },
      ...windowColumns(teller),
      { id: 'key', name: l10n.t('Key'), hint: l10n.t('Nothing is shot without them.'), width: 'tiny' },
      { id: 'department', name: l10n.t('Department'), width: 'medium' },
      { id: 'job', name: l10n.t('Job'), width: 'medium' },
      { id: 'callOffset', name: l10n.t('Call'), hint: l10n.t('Their own call, in minutes before (-30) or after (15) the general one.'), width: 'short' },
      { id: 'contact', name: l10n.t('Contact'), width: 'medium' },
    ],
    rows,
    empty: l10n.t('No crew yet. Add those whom the shoot cannot do without, or import a list.'),
    add: {
      what: 'crew',
      name: l10n.t('Add to the crew'),
      fields: [
        { field: 'department', label: l10n.t('Department'), list: 'departments', width: 'medium' },
        { field: 'job', label: l10n.t('Job'), width: 'medium' },
        { field: 'name', label: l10n.t('Name'), width: 'medium' },
        { field: 'dayCost', label: l10n.t('Day cost'), width: 'short' },
      ],
    },
  };
  return { id: 'crew', name: l10n.t('Crew'), count: String(rows.length), warnings: 0, sections: [section] };
}

function offsetTold({ teller: { l10n } }: TabParts, minutes: number): string {
  return minutes === 0 ? l10n.t('with all') : minutes < 0 ? l10n.t('{0} min before', -minutes) : l10n.t('{0} min after', minutes);
}
