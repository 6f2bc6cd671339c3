// Everything that the form shows of a production as it stands.
import type { Breakdown } from '../core/breakdown/breakdown';
import type { Production } from '../core/production/production';
import { warningsOf } from '../core/production/validate';
import { sceneLabel } from '../core/production/validateScenes';
import { castTab, elementsTab } from './castTab';
import { demandsTab } from './demandsTab';
import { crewTab, placesTab } from './placesTab';
import type { ListId, Option, Shown, Tab } from './protocol';
import { rulesTab } from './rulesTab';
import { byName, warningTexts, type TabParts } from './tabParts';
import type { Teller } from './teller';
import { wordsOf } from './words';

/** @param title what the script is called */
export function shownOf(uri: string, title: string, production: Production, breakdown: Breakdown, teller: Teller): Shown {
  const warnings = warningTexts(warningsOf(production, breakdown), teller);
  const parts: TabParts = { production, breakdown, teller, warnings };
  const tabs = [castTab(parts), elementsTab(parts), placesTab(parts), crewTab(parts), rulesTab(parts), demandsTab(parts)].map(withWarnings);
  return { kind: 'show', uri, title, tabs, lists: listsOf(parts), words: wordsOf(teller.l10n) };
}

/** How many sentences of warning stand in a tab, for its name. */
function withWarnings(tab: Tab): Tab {
  const cells = tab.sections.flatMap(({ rows }) => rows).flatMap((row) => row.cells);
  return { ...tab, warnings: cells.reduce((sum, { warnings = [] }) => sum + warnings.length, 0) };
}

const DEPARTMENTS = ['Production', 'Direction', 'Camera', 'Light', 'Grip', 'Sound', 'Art department', 'Props', 'Wardrobe', 'Make-up and hair', 'Locations', 'Stunts', 'Special effects', 'Visual effects', 'Transport', 'Catering'];
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'CAD', 'AUD', 'NZD', 'INR', 'JPY', 'KRW', 'CNY', 'BRL', 'MXN', 'ZAR'];

function listsOf({ production, breakdown, teller }: TabParts): Record<ListId, readonly Option[]> {
  const { l10n, locale, hold } = teller;
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const own = Object.values(production.crew).map(({ department }) => department);
  const departments = [...new Set([...own, ...DEPARTMENTS.map((name) => l10n.t(name))])].sort(new Intl.Collator(locale).compare);
  return {
    scenes: breakdown.scenes.map((scene) => ({ value: sceneLabel(scene), text: sceneLabel(scene) })),
    locations: Object.entries(production.locations).toSorted(byName(locale)).map(([, { name }]) => ({ value: name, text: name })),
    holds: [hold.full, hold.half, hold.free].map((text) => ({ value: text, text })),
    departments: departments.map((text) => ({ value: text, text })),
    currencies: CURRENCIES.map((code) => ({ value: code, text: `${code}  ${names.of(code) ?? ''}` })),
  };
}
