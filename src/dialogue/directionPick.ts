// What the writer wants of the alternatives: picked from a list, recent wishes first, or in their own words.
import * as vscode from 'vscode';
import { DIRECTIONS, instructionOf, type DirectionId } from '../core/suggest/directions';

const RECENT = 'backlot.dialogue.recentDirections';
const MOST_RECENT = 6;

interface DirectionItem extends vscode.QuickPickItem {
  /** Undefined for the writer's own words, asked for in a box. */
  readonly direction?: string;
  /** The row of what stands in the field now. */
  readonly typed?: true;
}

/** The direction chosen: a word, the writer's own words, or '' for plain. Undefined when they went away. */
export async function pickDirection(memory: vscode.Memento): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<DirectionItem>();
  const recent = readRecent(memory);
  pick.title = vscode.l10n.t('Suggest Dialogue Alternatives');
  pick.placeholder = vscode.l10n.t('Which way should they go? Choose one, or say it in your own words');
  pick.matchOnDetail = true;
  pick.items = itemsOf(recent, '');
  // What VS Code has no row for it would hide, and leave the writer before an empty list.
  pick.onDidChangeValue((value) => (pick.items = itemsOf(recent, value)));
  const direction = await new Promise<string | undefined>((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      // Typed in haste, the row is a letter behind the field: the field counts.
      const typed = pick.value.trim();
      if (chosen === undefined || chosen.typed) {
        resolve(typed === '' ? undefined : typed);
      } else {
        resolve(chosen.direction ?? askOwnWords());
      }
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
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

function itemsOf(recent: readonly string[], value: string): DirectionItem[] {
  const known = labels().filter(({ label }) => !recent.some((words) => words.toLowerCase() === label.toLowerCase()));
  const separator = (label: string): DirectionItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    ...typedRow(value.trim(), [...recent, ...labels().map(({ label }) => label)]),
    ...(recent.length > 0 ? [separator(vscode.l10n.t('recent')), ...recent.map((words) => ({ label: words, direction: words }))] : []),
    separator(vscode.l10n.t('directions')),
    ...known.map(({ id, label, detail }) => (id === 'ownWords' ? { label, detail } : { label, detail, direction: id === 'plain' ? '' : label })),
  ];
}

/** What the writer typed, as the first row; none where a row says just that. */
function typedRow(words: string, rows: readonly string[]): DirectionItem[] {
  const isRow = rows.some((label) => label.toLowerCase() === words.toLowerCase());
  return words === '' || isRow ? [] : [{ label: vscode.l10n.t('As you say: {0}', words), alwaysShow: true, typed: true }];
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
    ownWords: [vscode.l10n.t('your own words…'), vscode.l10n.t('just type what you want')],
  };
  return DIRECTIONS.map(({ id }) => ({ id, label: told[id][0], detail: told[id][1] }));
}
