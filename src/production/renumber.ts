// Another cast number, by hand: what it means is said first, since numbers are on paper that others have.
import * as vscode from 'vscode';
import { readCastNumber, renumberAll, renumberCast } from '../core/production/validateRows';
import { rowOf } from '../core/production/validateField';
import { WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import type { Productions, ProductionState } from '../planning/planning';
import { tellerOf } from './context';

/**
 * Asks whom, which number, and whether that is meant. Ends quietly where the writer thinks better of it.
 * @param id of a cast member; without it is asked, or all are numbered
 */
export async function renumber(productions: Productions, uri: vscode.Uri, id: string | undefined): Promise<void> {
  const state = await productions.of(uri);
  const who = id ?? (await pickWho(state));
  if (who === '') {
    await numberAll(productions, uri, state);
  } else if (who !== undefined) {
    await numberOne(productions, uri, state, who);
  }
}

/** @returns an id; empty for all; undefined where nobody was chosen */
async function pickWho({ production }: ProductionState): Promise<string | undefined> {
  const cast = Object.entries(production.elements).filter(([, { category }]) => category === 'cast').toSorted(([, a], [, b]) => (a.castNumber ?? Infinity) - (b.castNumber ?? Infinity));
  if (cast.length === 0) {
    throw new WriterError(vscode.l10n.t('There is no cast in this script yet.'));
  }
  const one = cast.map(([id, { name, castNumber }]) => ({ id, label: `${castNumber ?? '–'}  ${plainMessage(name)}` }));
  const all = { id: '', label: vscode.l10n.t('Renumber cast'), description: vscode.l10n.t('from 1, whoever has the most scenes first') };
  return (await vscode.window.showQuickPick([...one, all], { placeHolder: vscode.l10n.t('Who is to have another number?') }))?.id;
}

async function numberOne(productions: Productions, uri: vscode.Uri, state: ProductionState, id: string): Promise<void> {
  const element = rowOf(state.production, 'elements', id);
  if (element?.category !== 'cast') {
    throw new WriterError(vscode.l10n.t('This is not in the production any more.'));
  }
  const teller = tellerOf(state);
  const name = plainMessage(element.name);
  const typed = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('The new number of {0}', name),
    value: element.castNumber === undefined ? '' : String(element.castNumber),
    validateInput: (text) => {
      const read = readCastNumber(text);
      return read.ok ? undefined : teller.said(read.said);
    },
  });
  const read = typed === undefined ? undefined : readCastNumber(typed);
  if (!read?.ok || read.value === element.castNumber) {
    return;
  }
  const number = read.value;
  const other = Object.entries(state.production.elements).find(([key, each]) => key !== id && each.category === 'cast' && each.castNumber === number)?.[1];
  const question = other ? vscode.l10n.t('Give {0} the number {1}, which {2} has?', name, number, plainMessage(other.name)) : vscode.l10n.t('Give {0} the number {1}?', name, number);
  const swap = other ? [element.castNumber === undefined ? vscode.l10n.t('{0} is then without a number.', plainMessage(other.name)) : vscode.l10n.t('{0} gets {1} instead.', plainMessage(other.name), element.castNumber)] : [];
  if (await agreed(question, swap)) {
    await productions.change(uri, vscode.l10n.t('Number of {0}', name), ({ production }) => renumberCast(production, id, number));
  }
}

async function numberAll(productions: Productions, uri: vscode.Uri, { breakdown }: ProductionState): Promise<void> {
  if (!(await agreed(vscode.l10n.t('Number all cast anew, whoever has the most scenes first?'), []))) {
    return;
  }
  const scenes = new Map<string, number>();
  for (const { id } of breakdown.scenes.flatMap(({ elements }) => elements)) {
    scenes.set(id, (scenes.get(id) ?? 0) + 1);
  }
  // Maps keep the order of coming: of as many scenes, whoever comes first in the script is first.
  const order = [...scenes].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
  await productions.change(uri, vscode.l10n.t('Renumber cast'), ({ production }) => renumberAll(production, order));
}

async function agreed(question: string, more: readonly string[]): Promise<boolean> {
  const yes = vscode.l10n.t('Renumber');
  const detail = [...more, vscode.l10n.t('Cast numbers are fixed once given: strips, schedules and call sheets that others already have carry the old ones.')].join(' ');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
