// A strip on the desk: what the scene is, in the colour of its light, with the numbers of its cast in their columns.
import type { BannerStrip, Person, SceneStrip, StripView } from '../../src/board/protocol';
import { element, words } from './elements';
import { laneLabel } from './lanes';

export interface StripHow {
  /** Sentences of the flags that speak of it. */
  readonly flags: readonly string[];
  readonly lanes: readonly Person[];
  /** Where a proposal takes it from: "from Day 3". */
  readonly moved?: string;
}

export function stripRow(strip: StripView, how: StripHow): HTMLElement {
  const made = strip.kind === 'scene' ? sceneRow(strip, how) : bannerRow(strip);
  made.setAttribute('role', 'option');
  made.setAttribute('aria-selected', 'false');
  made.dataset['key'] = strip.key;
  made.tabIndex = -1;
  return made;
}

function bannerRow({ text }: BannerStrip): HTMLElement {
  const made = element('div', 'strip banner', words('banner-text', text));
  made.setAttribute('aria-label', text);
  return made;
}

function sceneRow(strip: SceneStrip, how: StripHow): HTMLElement {
  const { colour, state, number, place, light, set, heading, synopsis, length } = strip;
  const made = element('div', `strip scene ${colour.place} ${colour.light}${state ? ` ${state.kind}` : ''}${how.flags.length > 0 ? ' flagged' : ''}`);
  const what = element('span', 'what', words('set', set === '' ? heading : set));
  if (synopsis !== '') {
    what.append(words('synopsis', synopsis));
  }
  made.append(words('number', number), element('span', 'place', place), element('span', 'light', light), what, marksOf(strip, how), element('span', 'length', length), castOf(strip, how.lanes));
  made.setAttribute('aria-label', [strip.spoken, ...(state?.told ?? []), how.moved ?? '', ...how.flags].filter((each) => each !== '').join(' '));
  made.title = [heading, synopsis, strip.people.map(({ number, name }) => `${number} ${name}`.trim()).join(', '), strip.location, ...(state?.told ?? []), ...how.flags].filter((each) => each !== '').join('\n');
  return made;
}

function marksOf({ state }: SceneStrip, { flags, moved }: StripHow): HTMLElement {
  const marks = element('span', 'marks');
  if (moved !== undefined) {
    marks.append(words('badge moved', moved));
  }
  if (state) {
    marks.append(words(`badge ${state.kind}`, state.label));
  }
  if (flags.length > 0) {
    marks.append(element('span', 'flag', '⚑'));
  }
  return marks;
}

function castOf({ people }: SceneStrip, lanes: readonly Person[]): HTMLElement {
  const made = element('span', 'cast');
  const columns = new Map(lanes.map(({ id }, at) => [id, at + 1]));
  const rest: string[] = [];
  for (const person of people) {
    const column = columns.get(person.id);
    if (column === undefined) {
      rest.push(laneLabel(person));
      continue;
    }
    const cell = element('span', 'who', laneLabel(person));
    cell.dataset['lane'] = person.id;
    cell.style.gridColumn = String(column);
    made.append(cell);
  }
  if (rest.length > 0) {
    const more = element('span', 'who rest', `+${rest.join(' ')}`);
    more.style.gridColumn = String(lanes.length + 1);
    made.append(more);
  }
  return made;
}
