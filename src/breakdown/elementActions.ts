// Elements as a whole: named, merged, sorted into another category; and chosen, or made, to be put into a scene.
import * as vscode from 'vscode';
import { mergeElements, removeElement, renameElement, setCategory } from '../core/breakdown/elementEdits';
import { withElement } from '../core/breakdown/elements';
import type { Production } from '../core/production/production';
import { WriterError } from '../host/commands';
import type { ProductionState, Productions } from '../planning/planning';
import { namedCategories, pickCategory, pickName, pickOther, type CategoryChoice, type ElementChoice } from './picks';

/** Colours for categories of the writer's own, taken in turn. */
const COLOURS = ['#0d8a8a', '#b04a9c', '#7c8a0d', '#a8552a', '#4f6bb8', '#8a4f4f'];

/** Renames an element, makes it one with another, moves it to another category, or takes it away, as the writer says. */
export async function changeElement(uri: vscode.Uri, what: 'rename' | 'merge' | 'category' | 'removeElement', id: string, productions: Productions): Promise<void> {
  const { production, breakdown } = await productions.of(uri);
  const element = Object.hasOwn(production.elements, id) ? production.elements[id] : undefined;
  if (!element) {
    throw new WriterError(vscode.l10n.t('That element is not there any more.'));
  }
  if (what === 'removeElement') {
    await productions.change(uri, vscode.l10n.t('Remove {0}', element.name), (now) => (isFree(now, id) ? removeElement(now.production, id) : now.production));
  } else if (what === 'rename') {
    const name = await vscode.window.showInputBox({ prompt: vscode.l10n.t('What is {0} called? The script is not changed.', element.name), value: element.name, validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('It needs a name.') : undefined) });
    if (name !== undefined) {
      await productions.change(uri, vscode.l10n.t('Rename {0}', element.name), (now) => renameElement(now.production, id, name));
    }
  } else if (what === 'merge') {
    const into = await pickOther(production, id);
    if (into !== undefined) {
      await productions.change(uri, vscode.l10n.t('Merge {0}', element.name), (now) => mergeElements(now.production, id, into));
    }
  } else {
    if (element.category === 'cast' && breakdown.scenes.some(({ elements }) => elements.some((each) => each.id === id && each.from === 'speaks'))) {
      throw new WriterError(vscode.l10n.t('{0} speaks in the script, and is cast by that.', element.name));
    }
    const chosen = await pickCategory(production, vscode.l10n.t('What kind is {0}?', element.name));
    if (chosen) {
      await productions.change(uri, vscode.l10n.t('Change category'), (now) => {
        const made = withCategory(now.production, chosen, productions);
        return setCategory(made.production, id, made.id);
      });
    }
  }
}

/** In no scene, and on no words of one that is gone: nothing is lost with it. */
function isFree({ production, breakdown }: ProductionState, id: string): boolean {
  return !breakdown.scenes.some(({ elements }) => elements.some((each) => each.id === id)) && !Object.values(production.scenes).some(({ tags }) => Object.hasOwn(tags, id));
}

/** A category there is, or a new one with a colour of its own. */
function withCategory(production: Production, chosen: CategoryChoice, productions: Productions): { readonly production: Production; readonly id: string } {
  if ('id' in chosen) {
    return { production, id: chosen.id };
  }
  const same = namedCategories(production).find(({ name }) => name.toLowerCase() === chosen.made.toLowerCase());
  if (same) {
    return { production, id: same.id };
  }
  const id = productions.newId(production);
  const colour = COLOURS[Object.keys(production.categories).length % COLOURS.length] ?? '#808080';
  return { production: { ...production, categories: { ...production.categories, [id]: { name: chosen.made, colour } } }, id };
}

/** Makes a production that has the element chosen, and says its id. */
export type Chosen = (production: Production) => { readonly production: Production; readonly id: string; readonly category: string };

/** @param given the category, where it is known; the name to begin with; the category that is likely meant */
export async function chooseElement(state: ProductionState, productions: Productions, placeHolder: string, given: { readonly category?: string; readonly name?: string; readonly likely?: string }): Promise<Chosen | undefined> {
  const { production } = state;
  const category = given.category === undefined ? await pickCategory(production, placeHolder, given.likely) : { id: given.category };
  if (!category) {
    return undefined;
  }
  const shown = 'id' in category ? namedCategories(production).find(({ id }) => id === category.id) : { id: '', name: category.made, colour: '' };
  const element: ElementChoice | undefined = await pickName(production, shown, given.name ?? '');
  if (!element) {
    return undefined;
  }
  return (now) => {
    if ('id' in element) {
      return { production: now, id: element.id, category: now.elements[element.id]?.category ?? '' };
    }
    const made = withCategory(now, category, productions);
    return { ...withElement(made.production, made.id, element.name, () => productions.newId(made.production)), category: made.id };
  };
}
