// What the writer is asked: which category, which element, which scenes. Existing names first, so that one thing has one name.
import * as vscode from 'vscode';
import type { BreakdownScene } from '../core/breakdown/breakdown';
import { categoriesOf } from '../core/breakdown/categories';
import type { Production } from '../core/production/production';
import { isSame } from './suggestions';
import type { NamedCategory } from './words';

/** The categories in the order of sheets, built-in ones named in the writer's language. */
export function namedCategories(production: Pick<Production, 'categories'>): readonly NamedCategory[] {
  return categoriesOf(production).map(({ id, name, colour, isBuiltIn }) => ({ id, colour, name: isBuiltIn ? vscode.l10n.t(name) : name }));
}

/** A category, or the name of one that is to be made. */
export type CategoryChoice = { readonly id: string } | { readonly made: string };

/** @param first the category that is likely meant, on top */
export async function pickCategory(production: Production, placeHolder: string, first?: string): Promise<CategoryChoice | undefined> {
  const uses = new Map<string, number>();
  Object.values(production.elements).forEach(({ category }) => uses.set(category, (uses.get(category) ?? 0) + 1));
  const rows = namedCategories(production).map(({ id, name }) => ({ label: name, id, description: (uses.get(id) ?? 0) > 0 ? String(uses.get(id)) : '' }));
  const sorted = [...rows.filter(({ id }) => id === first), ...rows.filter(({ id }) => id !== first)];
  const made = { label: vscode.l10n.t('$(add) New category…'), id: undefined, alwaysShow: true };
  const chosen = await vscode.window.showQuickPick([...sorted, made], { placeHolder, matchOnDescription: false });
  if (chosen?.id !== undefined) {
    return { id: chosen.id };
  }
  const name = chosen && (await vscode.window.showInputBox({ prompt: vscode.l10n.t('What is the new category called?'), validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('It needs a name.') : undefined) }));
  return name === undefined ? undefined : { made: name.trim() };
}

/** An element that there is, or the name of one to be made. */
export type ElementChoice = { readonly id: string } | { readonly name: string };

interface NameRow extends vscode.QuickPickItem {
  readonly id?: string;
  readonly name?: string;
}

/**
 * @param category whose elements are shown
 * @param proposed a name to begin with: the words that were selected
 */
export function pickName(production: Production, category: NamedCategory | undefined, proposed: string): Promise<ElementChoice | undefined> {
  const known = Object.entries(production.elements)
    .filter(([, element]) => element.category === category?.id)
    .map(([id, { name, castNumber }]): NameRow => ({ id, label: name, ...(castNumber === undefined ? {} : { description: String(castNumber) }) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const pick = vscode.window.createQuickPick<NameRow>();
  pick.title = category?.name;
  pick.placeholder = vscode.l10n.t('Name of the element: one that there is, or a new one');
  pick.value = proposed;
  const fill = (): void => {
    const name = pick.value.replace(/\s+/gu, ' ').trim();
    const same = known.filter(({ label }) => isSame(label, name));
    const isThere = same.some(({ label }) => label.toLowerCase() === name.toLowerCase());
    const made: NameRow[] = name === '' || isThere ? [] : [{ label: name, name, description: vscode.l10n.t('new'), alwaysShow: true }];
    // Words that mean an element there is: that one first, shown however they are spelled.
    pick.items = [...same.map((row) => ({ ...row, alwaysShow: true })), ...made, ...known.filter((row) => !same.includes(row))];
  };
  fill();
  return new Promise((resolve) => {
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      resolve(chosen?.id !== undefined ? { id: chosen.id } : chosen?.name !== undefined ? { name: chosen.name } : undefined);
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Another element to merge one into: of its own category first. */
export async function pickOther(production: Production, id: string): Promise<string | undefined> {
  const own = Object.hasOwn(production.elements, id) ? production.elements[id] : undefined;
  const names = new Map(namedCategories(production).map((each) => [each.id, each.name]));
  const rows = Object.entries(production.elements)
    .filter(([other]) => other !== id)
    .map(([other, { name, category }]) => ({ id: other, label: name, description: names.get(category) ?? category, own: category === own?.category }))
    .sort((a, b) => Number(b.own) - Number(a.own) || a.label.localeCompare(b.label));
  return (await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('{0} is the same as…', own?.name ?? ''), matchOnDescription: true }))?.id;
}

/** Scenes to be asked about, or one to attach something to. */
export async function pickScenes(scenes: readonly BreakdownScene[], placeHolder: string): Promise<readonly BreakdownScene[] | undefined> {
  return (await vscode.window.showQuickPick(sceneRows(scenes), { placeHolder, canPickMany: true }))?.map(({ scene }) => scene);
}

export async function pickScene(scenes: readonly BreakdownScene[], placeHolder: string): Promise<BreakdownScene | undefined> {
  return (await vscode.window.showQuickPick(sceneRows(scenes), { placeHolder, matchOnDescription: true }))?.scene;
}

function sceneRows(scenes: readonly BreakdownScene[]): (vscode.QuickPickItem & { readonly scene: BreakdownScene })[] {
  return scenes.map((scene) => ({ label: `${scene.number}. ${scene.heading}`, description: vscode.l10n.t('p. {0}', scene.page), scene }));
}
