// What the writer wants of the alternatives: picked from a list, recent wishes first, or in their own words.
import * as vscode from 'vscode';
import { DIRECTIONS, instructionOf, type DirectionId } from '../core/suggest/directions';

const RECENT = 'backlot.dialogue.recentDirections';
const MOST_RECENT = 6;

interface DirectionItem extends vscode.QuickPickItem {
  /** Undefined for the writer's own words, still to be typed. */
  readonly direction?: string;
}

/** The direction chosen: a word, the writer's own words, or '' for plain. Undefined when they went away. */
export async function pickDirection(memory: vscode.Memento): Promise<string | undefined> {
  const chosen = await vscode.window.showQuickPick(itemsOf(readRecent(memory)), {
    title: vscode.l10n.t('Suggest Dialogue Alternatives'),
    placeHolder: vscode.l10n.t('Which way should they go?'),
    matchOnDetail: true,
  });
  if (!chosen) {
    return undefined;
  }
  const direction = chosen.direction ?? (await askOwnWords());
  if (direction) {
    await rememberDirection(memory, direction);
  }
  return direction;
}

export async function rememberDirection(memory: vscode.Memento, direction: string): Promise<void> {
  const words = direction.trim();
  if (words.length > 0) {
    const recent = [words, ...readRecent(memory).filter((known) => known.toLowerCase() !== words.toLowerCase())];
    await memory.update(RECENT, recent.slice(0, MOST_RECENT));
  }
}

/** What the model is told for a direction: the instruction behind a known word, otherwise the writer's words as they are. */
export function instructionFor(direction: string): string {
  const words = direction.trim();
  const known = labels().find(({ label }) => label.toLowerCase() === words.toLowerCase());
  return (known && instructionOf(known.id)) ?? words;
}

async function askOwnWords(): Promise<string | undefined> {
  const words = await vscode.window.showInputBox({
    title: vscode.l10n.t('Suggest Dialogue Alternatives'),
    prompt: vscode.l10n.t('Say what you want, as you would to a co-writer.'),
    placeHolder: vscode.l10n.t('She knows he is lying, and lets him.'),
  });
  return words?.trim() === '' ? undefined : words?.trim();
}

function itemsOf(recent: readonly string[]): DirectionItem[] {
  const known = labels().filter(({ label }) => !recent.some((words) => words.toLowerCase() === label.toLowerCase()));
  const separator = (label: string): DirectionItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    ...(recent.length > 0 ? [separator(vscode.l10n.t('recent')), ...recent.map((words) => ({ label: words, direction: words }))] : []),
    separator(vscode.l10n.t('directions')),
    ...known.map(({ id, label, detail }) => (id === 'ownWords' ? { label, detail } : { label, detail, direction: id === 'plain' ? '' : label })),
  ];
}

function readRecent(memory: vscode.Memento): string[] {
  const stored: unknown = memory.get(RECENT);
  return Array.isArray(stored) ? stored.filter((words) => typeof words === 'string') : [];
}

function labels(): { id: DirectionId; label: string; detail: string }[] {
  const told: Record<DirectionId, [string, string]> = {
    plain: [vscode.l10n.t('plain'), vscode.l10n.t('other ways to say it, each with its own intention')],
    subtext: [vscode.l10n.t('more subtext'), vscode.l10n.t('they talk about something else')],
    shorter: [vscode.l10n.t('shorter'), vscode.l10n.t('half the words or fewer')],
    funnier: [vscode.l10n.t('funnier'), vscode.l10n.t('from who they are, not from a joke')],
    warmer: [vscode.l10n.t('warmer'), vscode.l10n.t('they move towards the other')],
    colder: [vscode.l10n.t('colder'), vscode.l10n.t('they give less')],
    likeThem: [vscode.l10n.t('more like them'), vscode.l10n.t('known as theirs with the name covered')],
    unsaid: [vscode.l10n.t('say it without saying it'), vscode.l10n.t('the one thing stays unsaid')],
    ownWords: [vscode.l10n.t('your own words…'), vscode.l10n.t('say what you want')],
  };
  return DIRECTIONS.map(({ id }) => ({ id, label: told[id][0], detail: told[id][1] }));
}
