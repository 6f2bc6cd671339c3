// What the view shows of a script's scenarios: cards by the place they are about, the latest place first.
import * as vscode from 'vscode';
import { findScene, placeScope } from '../core/scenarios/place';
import type { Scenario, Scope } from '../core/scenarios/scenario';
import type { Script } from '../core/fountain/script';
import { nameIn } from '../host/fileName';
import { countedPageOptions } from '../host/settings';
import type { Broken, Card, Group, Shown } from './protocol';
import type { Asking } from './scenarioAsks';
import type { Progress } from './scenarioDeveloper';
import type { WhyNot } from './scenarioFolder';
import { placeKey } from './scenarioText';
import type { BrokenFile, Shelf } from './shelf';
import { developmentOf } from './shownDevelopment';
import { scenarioWords } from './scenarioWords';

export interface Showing {
  readonly document: vscode.TextDocument;
  readonly script: Script;
  readonly shelf: Shelf;
  readonly whyNot: WhyNot | undefined;
  readonly askings: ReadonlyMap<string, Asking>;
  /** The card that is open. */
  readonly opened: string;
  readonly progress: (id: string) => Progress | undefined;
}

export function shownScenarios(showing: Showing | undefined): Shown {
  if (!showing) {
    return { kind: 'show', groups: [], discarded: [], broken: [], words: scenarioWords() };
  }
  const { document, shelf } = showing;
  const live = shelf.scenarios.filter(({ fate }) => fate !== 'discarded');
  const memory = memoryOf(showing);
  return {
    kind: 'show',
    script: nameIn(document.uri),
    groups: groupsOf(showing, live),
    discarded: shelf.scenarios.filter(({ fate }) => fate === 'discarded').map((scenario) => cardOf(showing, scenario)),
    broken: shelf.broken.map(brokenOf),
    ...(memory && { memory }),
    words: scenarioWords(),
  };
}

function groupsOf(showing: Showing, scenarios: readonly Scenario[]): Group[] {
  const places = new Map<string, { scope: Scope; scenarios: Scenario[]; latest: string }>();
  for (const scenario of scenarios) {
    const key = placeKey(scenario.scope);
    const place = places.get(key);
    places.set(key, { scope: scenario.scope, scenarios: [...(place?.scenarios ?? []), scenario], latest: scenario.createdAt });
  }
  // What is being asked for now stands above all that is there.
  for (const [key, { scope, state }] of showing.askings) {
    const place = places.get(key);
    places.set(key, { scope, scenarios: [], ...place, latest: state === 'asking' ? '~' : (place?.latest ?? '~') });
  }
  return [...places].sort(([, a], [, b]) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0)).map(([key, place]) => groupOf(showing, key, place));
}

function groupOf(showing: Showing, key: string, { scope, scenarios }: { readonly scope: Scope; readonly scenarios: readonly Scenario[] }): Group {
  // What was asked last is what the place is compared with: after a change the writer may have asked anew.
  const placed = placeScope(showing.script, scenarios.at(-1)?.scope ?? scope);
  const asking = showing.askings.get(key);
  const isChanged = scenarios.length > 0 && placed?.unchanged === false;
  const note = !placed
    ? vscode.l10n.t('This place is not in the script any more. Undo brings it back, and what is here stays.')
    : isChanged
      ? vscode.l10n.t('The script has changed here since these were written.')
      : undefined;
  return {
    key,
    heading: scope.from || vscode.l10n.t('Before the first scene'),
    kind: kindOf(scope),
    found: placed !== undefined,
    ...(note !== undefined && { note }),
    cards: latestFirst(scenarios).map((scenario) => cardOf(showing, scenario)),
    ...(asking?.state === 'asking' && { asking: vscode.l10n.t('Writing other ways it could go…') }),
    ...(asking?.message !== undefined && { message: { text: asking.message, again: placed !== undefined } }),
  };
}

/** Those asked for last on top, where the writer looks for them; those of one asking in their order. */
function latestFirst(scenarios: readonly Scenario[]): readonly Scenario[] {
  const rounds = [...new Set(scenarios.map(({ round }) => round))].reverse();
  return rounds.flatMap((round) => scenarios.filter((scenario) => scenario.round === round));
}

/** How far a place goes: "Section", "to EXT. PIER - DAY". */
function kindOf({ kind, to, from, scenes = 1 }: Scope): string {
  switch (kind) {
    case 'scene':
      return vscode.l10n.t('scene');
    case 'section':
      return vscode.l10n.t('section');
    case 'toEnd':
      return vscode.l10n.t('from here to the end');
    case 'range':
      return scenes < 2 || to === from ? vscode.l10n.t('scene') : vscode.l10n.t('to {0}', to);
  }
}

function cardOf({ document, script, progress, opened }: Showing, scenario: Scenario): Card {
  const { id, title, turn, logline, beats, consequences, fate, steer } = scenario;
  const now = progress(id);
  const development = developmentOf(script, scenario, id === opened ? countedPageOptions(document) : undefined);
  return {
    id,
    title,
    turn: turnLabel(turn),
    logline,
    beats,
    consequences: consequences.map((each) => ({
      scene: each.sceneNumber === undefined ? each.scene : `${each.sceneNumber}. ${each.scene}`,
      change: each.change,
      found: findScene(script, each) !== undefined,
    })),
    fate,
    told: fateLabel(scenario, development?.whole === false),
    ...(steer !== undefined && { steer }),
    ...(development && { development }),
    ...(now?.kind === 'going' && { busy: { told: now.told, done: now.done, total: now.total } }),
    ...(now?.kind === 'over' && { message: now.message }),
  };
}

function turnLabel(turn: Scenario['turn']): string {
  switch (turn) {
    case 'knows':
      return vscode.l10n.t('who knows');
    case 'wants':
      return vscode.l10n.t('who wants');
    case 'pays':
      return vscode.l10n.t('who pays');
    case 'turns':
      return vscode.l10n.t('where it turns');
  }
}

function fateLabel({ fate }: Scenario, isHalfWritten: boolean): string {
  if (isHalfWritten && fate !== 'discarded') {
    return vscode.l10n.t('half written');
  }
  switch (fate) {
    case 'open':
      return '';
    case 'kept':
      return vscode.l10n.t('kept');
    case 'developed':
      return vscode.l10n.t('developed');
    case 'discarded':
      return vscode.l10n.t('discarded');
  }
}

function memoryOf({ shelf, whyNot }: Showing): Shown['memory'] {
  if (shelf.unsaved === 0) {
    return undefined;
  }
  switch (whyNot) {
    case 'untitled':
      return { text: vscode.l10n.t('These last as long as this window: save the script first, and scenarios are kept in files beside it.'), retry: false };
    case 'untrusted':
    case 'readOnly':
    case undefined: {
      const reason = shelf.problem ?? '';
      return { text: vscode.l10n.t('These last as long as this window: they could not be written beside the script. {0}', reason).trim(), retry: true };
    }
  }
}

function brokenOf(broken: BrokenFile): Broken {
  const file = broken.name;
  switch (broken.reason) {
    case 'merge':
      return { file, reason: vscode.l10n.t('A merge is not finished in it: open it and choose a side.') };
    case 'version':
      return { file, reason: vscode.l10n.t('A later version of Backlot wrote it.') };
    case 'large':
      return { file, reason: vscode.l10n.t('It is too large for a scenario.') };
    case 'twice':
      return { file, reason: vscode.l10n.t('The same scenario stands in another file.') };
    case 'tooMany':
      return { file, reason: vscode.l10n.t('There are more files than can be shown: this one and those after it are left out.') };
    case 'value':
      return { file, reason: vscode.l10n.t('It is not whole: "{0}" is missing or wrong.', broken.key) };
    case 'json':
      return { file, reason: vscode.l10n.t('It is not a scenario, or its marks are broken.') };
  }
}
