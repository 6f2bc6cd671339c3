// Which way a rewrite should go: picked from a list, recent wishes first, or in the writer's own words; what it needs to know is asked after.
import * as vscode from 'vscode';
import type { Wish } from '../core/drafts/draft';
import type { Span } from '../core/fountain/elements';
import { rewriteInstruction } from '../core/rewrite/directions';
import { wishIn } from '../core/rewrite/wishIn';
import { rewriteDirections } from '../host/settings';
import { builtIns, fillIn, type BuiltIn } from './builtIns';
import { readDirection, readDirections, type OwnDirection } from './ownDirections';
import type { Target } from './rewriteTarget';

const RECENT = 'backlot.rewrite.recentDirections';
const MOST_RECENT = 6;
/** A file longer than this is no list of directions. */
const MOST_BYTES = 100_000;

export interface Chosen {
  /** In the writer's words: for lists, and to be found among the recent ones. */
  readonly label: string;
  /** What the model is told. */
  readonly instruction: string;
  readonly wish: Wish;
  /** A scene to take the manner from. */
  readonly like?: Span;
  /** The request is to be read, not sent. */
  readonly show?: true;
}

interface Row extends vscode.QuickPickItem {
  readonly own?: OwnDirection;
  readonly builtIn?: BuiltIn;
  readonly recent?: string;
  /** The row of what stands in the field now. */
  readonly typed?: true;
}

/** The direction for words that were said elsewhere: a known one's instruction, or the words as they are. */
export async function directionOf(words: string, { document }: Target): Promise<Chosen> {
  const shared = [...ownDirections(), ...(await sharedDirections(document.uri))];
  const lower = words.toLowerCase();
  const own = shared.find(({ label }) => label.toLowerCase() === lower);
  const builtIn = builtIns().find(({ label, asks }) => asks === undefined && label.toLowerCase() === lower);
  const instruction = own?.instruction ?? (builtIn && rewriteInstruction(builtIn.id)) ?? words;
  return { label: words, instruction, wish: wishIn(`${words}\n${instruction}`) };
}

/**
 * The direction chosen; undefined when the writer went away.
 * @param last what the draft was written for before, offered first
 */
export async function pickRewriteDirection(target: Target, memory: vscode.Memento, last?: string): Promise<Chosen | undefined> {
  const shared = await sharedDirections(target.document.uri);
  const rows = rowsFor([...(last === undefined || last === '' ? [] : [last]), ...readRecent(memory)], ownDirections(), shared);
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = vscode.l10n.t('Rewrite {0}', target.title);
  pick.placeholder = vscode.l10n.t('Which way should it go? Choose one, or say it in your own words');
  pick.matchOnDetail = true;
  pick.items = rows('');
  pick.buttons = [{ iconPath: new vscode.ThemeIcon('eye'), tooltip: vscode.l10n.t('Show What Will Be Sent') }];
  // What VS Code has no row for it would hide, and leave the writer before an empty list.
  pick.onDidChangeValue((value) => (pick.items = rows(value)));
  const chosen = await new Promise<{ row: Row; value: string; show: boolean } | undefined>((resolve) => {
    const take = (show: boolean) => {
      const [row] = pick.activeItems;
      // Typed in haste, the row is a letter behind the field: the field counts.
      const value = pick.value.trim();
      resolve(row ? { row, value, show } : value === '' ? undefined : { row: { label: value, typed: true }, value, show });
    };
    pick.onDidAccept(() => take(false));
    pick.onDidTriggerButton(() => take(true));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  const direction = chosen && (await directionFrom(chosen.row, chosen.value, target));
  return direction && (chosen.show ? { ...direction, show: true } : direction);
}

export async function rememberDirection(memory: vscode.Memento, { label }: Chosen): Promise<void> {
  const recent = [label, ...readRecent(memory).filter((known) => known.toLowerCase() !== label.toLowerCase())];
  await memory.update(RECENT, recent.slice(0, MOST_RECENT));
}

async function directionFrom({ own, builtIn, recent, typed }: Row, value: string, target: Target): Promise<Chosen | undefined> {
  if (typed) {
    return value === '' ? undefined : directionOf(value, target);
  }
  if (own) {
    return { ...own, wish: wishIn(`${own.label}\n${own.instruction}`) };
  }
  if (builtIn) {
    const filled = await fillIn(builtIn, target);
    return filled && { ...filled, wish: { ...wishIn(filled.label), ...filled.wish } };
  }
  return directionOf(recent ?? value, target);
}

function rowsFor(recent: readonly string[], own: readonly OwnDirection[], shared: readonly OwnDirection[]): (value: string) => Row[] {
  const group = (label: string, rows: readonly Row[]): Row[] => (rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows]);
  const ownRows = (directions: readonly OwnDirection[]): Row[] => directions.map((one) => ({ label: one.label, ...(one.instruction === one.label ? {} : { detail: one.instruction }), own: one }));
  const once = [...new Set(recent)];
  const known = [
    { title: vscode.l10n.t('your own'), rows: ownRows(own) },
    { title: vscode.l10n.t('shared beside the script'), rows: ownRows(shared) },
    { title: vscode.l10n.t('directions'), rows: builtIns().map((builtIn): Row => ({ label: builtIn.label, detail: builtIn.detail, builtIn })) },
  ];
  // What was asked for lately stands there with what it means, and not once more below.
  const isSaid = ({ label }: Row) => once.some((words) => words.toLowerCase() === label.toLowerCase());
  const said = known.flatMap((each) => each.rows).filter(isSaid);
  const detailOf = (words: string) => said.find(({ label }) => label.toLowerCase() === words.toLowerCase())?.detail;
  const recentRow = (words: string): Row => {
    const detail = detailOf(words);
    return { label: words, recent: words, ...(detail === undefined ? {} : { detail }) };
  };
  const rows = [
    ...group(vscode.l10n.t('recent'), once.map(recentRow)),
    ...known.flatMap((each) => group(each.title, each.rows.filter((row) => !isSaid(row)))),
  ];
  return (value) => {
    const words = value.trim();
    const isRow = rows.some(({ label }) => label.toLowerCase() === words.toLowerCase());
    return words === '' || isRow ? rows : [{ label: vscode.l10n.t('As you say: {0}', words), alwaysShow: true, typed: true }, ...rows];
  };
}

function ownDirections(): OwnDirection[] {
  return rewriteDirections().flatMap((line) => readDirection(line) ?? []);
}

/** Those of the file beside the script; none where there is no such file. */
async function sharedDirections(script: vscode.Uri): Promise<OwnDirection[]> {
  if (script.scheme === 'untitled') {
    return [];
  }
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(script, '..', '.backlot', 'directions.md'));
    return bytes.length > MOST_BYTES ? [] : readDirections(new TextDecoder().decode(bytes));
  } catch {
    return [];
  }
}

function readRecent(memory: vscode.Memento): string[] {
  const stored: unknown = memory.get(RECENT);
  return Array.isArray(stored) ? stored.filter((words) => typeof words === 'string') : [];
}
