// Scene numbers in the editor: number, lock, unlock, take away. What is asked first is what only the writer can know.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import { isSpecialNumber } from '../core/script/sceneNumberBetween';
import { addNumbers, numberedHeadings, removeNumbers, renumber, type NumberingResult } from '../core/script/sceneNumbers';
import { areNumbersLocked, SCENE_NUMBERS_KEY, setTitleEntry } from '../core/script/titleEntry';
import { WriterError, type CommandHandler } from '../host/commands';
import type { ScriptStore } from '../host/scriptStore';
import { applyHere, writingNow, type WritingNow } from './commandEdits';

/** The handlers of the manifest's commands, by their ids. */
export function numberCommands(scripts: ScriptStore): Record<string, CommandHandler> {
  const now = (): WritingNow => {
    const here = writingNow(scripts);
    if (numberedHeadings(here.script).length === 0) {
      throw new WriterError(vscode.l10n.t('There are no scenes to number yet.'));
    }
    return here;
  };
  return {
    'backlot.sceneNumbers.update': async () => update(now),
    'backlot.sceneNumbers.remove': async () => remove(now),
    'backlot.sceneNumbers.lock': async () => lock(now()),
    'backlot.sceneNumbers.unlock': async () => unlock(now()),
  };
}

type Way = (script: WritingNow['script']) => NumberingResult;

async function update(now: () => WritingNow): Promise<void> {
  const way = await chooseWay(now());
  if (way === undefined) {
    return;
  }
  // Asked for anew: the script may have changed while the list was open.
  const here = now();
  const edits = editsOf(way(here.script));
  await applyHere(here, edits);
  say(edits.length === 0 ? vscode.l10n.t('Every scene has its number.') : edits.length === 1 ? vscode.l10n.t('1 scene has a new number') : vscode.l10n.t('{0} scenes have new numbers', edits.length));
}

/** Locked, or with nothing to lose, there is one way. Else the writer knows whether others work by the numbers already. */
async function chooseWay({ script }: WritingNow): Promise<Way | undefined> {
  const numbers = numberedHeadings(script).map((heading) => heading.number);
  const added = addNumbers(script);
  const anew = renumber(script);
  if (areNumbersLocked(script) || numbers.every((each) => each === undefined) || (added.ok && anew.ok && added.numbers.join() === anew.numbers.join())) {
    return addNumbers;
  }
  const first = numbers.find((each) => each !== undefined && !isSpecialNumber(each));
  const start = first === undefined || numbers[0] !== first ? 1 : Number(first);
  const special = numbers.filter((each) => each !== undefined && isSpecialNumber(each));
  const fresh = added.ok ? added.numbers.filter((_, index) => numbers[index] === undefined) : [];
  const ways = [
    fresh.length > 0 && { label: vscode.l10n.t('Number New Scenes Only'), description: listed(fresh), way: addNumbers },
    { label: vscode.l10n.t('Number All Scenes Anew'), description: vscode.l10n.t('{0} to {1}', 1, numbers.length), way: (each: WritingNow['script']) => renumber(each) },
    special.length > 0 && { label: vscode.l10n.t('Number Anew, Keep Special Numbers'), description: listed(special), way: (each: WritingNow['script']) => renumber(each, 1, true) },
    start > 1 && { label: vscode.l10n.t('Number Anew from {0}', start), description: vscode.l10n.t('{0} to {1}', start, start + numbers.length - 1), way: (each: WritingNow['script']) => renumber(each, start) },
  ].filter((each) => each !== false);
  const chosen = await vscode.window.showQuickPick(ways, { title: vscode.l10n.t('Some scenes have numbers already. What shall become of them?') });
  return chosen?.way;
}

const SHOWN = 6;

function listed(numbers: readonly (string | undefined)[]): string {
  return numbers.slice(0, SHOWN).join(', ') + (numbers.length > SHOWN ? ', …' : '');
}

async function lock(now: WritingNow): Promise<void> {
  if (areNumbersLocked(now.script)) {
    say(vscode.l10n.t('The scene numbers are locked already.'));
    return;
  }
  const title = setTitleEntry(now.script, SCENE_NUMBERS_KEY, 'locked');
  if (title === undefined) {
    throw new WriterError(vscode.l10n.t('The lock is kept on the title page, and there is no safe place for it. Put a blank line below the title page.'));
  }
  await applyHere(now, [...editsOf(addNumbers(now.script)), title]);
  say(vscode.l10n.t('Scene numbers are locked: scenes you add get letters, such as 12A.'));
}

async function unlock(now: WritingNow): Promise<void> {
  await applyHere(now, unlockEdits(now));
  say(vscode.l10n.t('Scene numbers are not locked.'));
}

function unlockEdits({ script }: WritingNow): Edit[] {
  const edit = areNumbersLocked(script) ? setTitleEntry(script, SCENE_NUMBERS_KEY, undefined) : undefined;
  return edit ? [edit] : [];
}

async function remove(now: () => WritingNow): Promise<void> {
  if (areNumbersLocked(now().script)) {
    const yes = vscode.l10n.t('Unlock and Remove');
    const detail = vscode.l10n.t('Others may be working by these numbers. One undo brings them back.');
    if ((await vscode.window.showWarningMessage(vscode.l10n.t('The scene numbers are locked. Remove them?'), { modal: true, detail }, yes)) !== yes) {
      return;
    }
  }
  const here = now();
  await applyHere(here, [...editsOf(removeNumbers(here.script)), ...unlockEdits(here)]);
}

function editsOf(result: NumberingResult): readonly Edit[] {
  if (!result.ok) {
    throw new WriterError(vscode.l10n.t('The numbers would change the text around a heading: look for a note or a cut passage that begins in it.'));
  }
  return result.edits;
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 5000);
}
