// Who speaks with whom, and who cuts whom off.
import * as vscode from 'vscode';
import type { Interruption, Pair } from '../core/statistics/relations';
import { exchangesChart, namesThatFit } from './charts/exchanges';
import type { Cell, Part, Table } from './protocol';
import { count, figure, figures, words, type Teller } from './teller';

export function exchangesPart({ statistics, frame }: Teller): Part | undefined {
  const { pairs, characters } = statistics;
  if (pairs.length === 0) {
    return undefined;
  }
  const talking = new Set(pairs.flatMap(({ names }) => names));
  const all = characters.map(({ name }) => name).filter((name) => talking.has(name));
  const names = all.slice(0, namesThatFit(frame));
  const drawing = exchangesChart(frame, names, pairs, { label: vscode.l10n.t('Exchanges between {0} characters', count(names.length)), pair: told });
  const table: Table = {
    id: 'pairs',
    caption: vscode.l10n.t('Pairs'),
    columns: [
      words(vscode.l10n.t('Characters')),
      figures(vscode.l10n.t('Exchanges'), vscode.l10n.t('How often one speaks right after the other')),
      figures(vscode.l10n.t('Scenes together'), vscode.l10n.t('Scenes in which both speak')),
    ],
    rows: pairs.map(({ names: [one, other], exchanges, scenes, at }) => [{ text: `${one} – ${other}`, target: at }, figure(exchanges, { bar: exchanges / Math.max(1, pairs[0]?.exchanges ?? 1) }), figure(scenes)]),
    shown: 6,
  };
  const many = all.length > names.length ? ` ${vscode.l10n.t('The {0} who say most are shown; all pairs are in the table.', count(names.length))}` : '';
  const lead = vscode.l10n.t('Where a row and a column meet, two characters do: the larger the disc, the more often one answers the other. A ring: in the same scene, and never a word to each other.') + many;
  return { id: 'exchanges', heading: vscode.l10n.t('Who speaks with whom'), lead, drawing, beside: true, tables: [table] };
}

function told({ names: [one, other], exchanges, scenes }: Pair): string {
  return exchanges === 1 ? vscode.l10n.t('{0} and {1}: 1 exchange, scenes together: {2}', one, other, count(scenes)) : vscode.l10n.t('{0} and {1}: {2} exchanges, scenes together: {3}', one, other, count(exchanges), count(scenes));
}

/** Undefined where nobody breaks off. */
export function interruptionsPart({ statistics }: Teller): Part | undefined {
  const { interruptions, scenes } = statistics;
  if (interruptions.length === 0) {
    return undefined;
  }
  const groups = new Map<string, Interruption[]>();
  for (const each of interruptions) {
    const key = `${each.by}\n${each.interrupted}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const most = [...groups.values()].sort((a, b) => b.length - a.length);
  const place = ({ at, scene }: Interruption) => {
    const page = scenes[scene]?.page;
    const name = scenes[scene]?.number ?? String(scene + 1);
    const where = scene < 0 || page === undefined ? vscode.l10n.t('before the first scene') : vscode.l10n.t('sc. {0}', name);
    return { label: where, target: at };
  };
  const row = (group: readonly Interruption[]): Cell[] => [
    { text: group[0]?.by ?? '', target: group[0]?.byAt ?? 0 },
    { text: group[0]?.interrupted ?? '', target: group[0]?.at ?? 0 },
    figure(group.filter(({ ending }) => ending === 'cutOff').length),
    figure(group.filter(({ ending }) => ending === 'trailsOff').length),
    { text: '', sort: group[0]?.at ?? 0, places: group.map(place) },
  ];
  const table: Table = {
    id: 'interruptions',
    caption: vscode.l10n.t('Interruptions'),
    columns: [
      words(vscode.l10n.t('Speaks next')),
      words(vscode.l10n.t('Breaks off')),
      figures(vscode.l10n.t('Cut off'), vscode.l10n.t('The speech ends in a dash')),
      figures(vscode.l10n.t('Taken up'), vscode.l10n.t('The speech trails off in dots')),
      words(vscode.l10n.t('Where')),
    ],
    rows: most.map(row),
    shown: 8,
  };
  const cut = interruptions.filter(({ ending }) => ending === 'cutOff').length;
  const lead = vscode.l10n.t('Speeches that break off and are followed at once by another voice: {0} cut off by a dash, {1} trailing off in dots.', count(cut), count(interruptions.length - cut));
  return { id: 'interruptions', heading: vscode.l10n.t('Interruptions'), lead, tables: [table] };
}
