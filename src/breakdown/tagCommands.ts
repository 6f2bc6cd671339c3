// Tags words of the script as an element, and takes a tag off. The script itself is never changed.
import * as vscode from 'vscode';
import { nameOfWords } from '../core/breakdown/elements';
import { findTag } from '../core/breakdown/quotes';
import { removeTag, tagSelection, takeOut } from '../core/breakdown/tags';
import { layoutOf } from '../core/page/layout';
import { sceneContentsOf } from '../core/script/sceneContents';
import type { Production } from '../core/production/production';
import { WriterError } from '../host/commands';
import { scriptMeant } from '../host/scriptMeant';
import { reopenDocument } from '../host/reopenDocument';
import { countedPageOptions } from '../host/settings';
import type { ProductionState, Productions } from '../planning/planning';
import { chooseElement } from './elementActions';
import { taggedAt, type TaggedAt } from './tagHover';

/** The category that was tagged last in this window: the next tag is often of the same. */
let lastCategory: string | undefined;

/** Adds the selected words, or the word at the cursor, as an element of its scene, as the writer says what it is. */
export async function tagSelected({ document, selection }: vscode.TextEditor, productions: Productions): Promise<void> {
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active, /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/u) : selection;
  const words = range ? document.getText(range) : '';
  if (!range || words.trim() === '') {
    throw new WriterError(vscode.l10n.t('Select the words to tag, or put the cursor on a word.'));
  }
  const state = await productions.of(document.uri);
  const span = { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
  if (!state.breakdown.scenes.some(({ from, to }) => from <= span.from && span.from < to)) {
    throw new WriterError(vscode.l10n.t('Those words are in no scene.'));
  }
  const { version } = document;
  const name = nameOfWords(words.replace(/\s+/gu, ' ').trim()).slice(0, 80);
  const chosen = await chooseElement(state, productions, vscode.l10n.t('What is “{0}”?', name), { name, ...(lastCategory === undefined ? {} : { likely: lastCategory }) });
  if (!chosen) {
    return;
  }
  const before = state.production;
  const after = await productions.change(document.uri, vscode.l10n.t('Tag {0}', name), (now) => {
    refuseChanged(document, version);
    const { production, id, category } = chosen(now.production);
    lastCategory = category;
    const tagged = tagSelection(production, layoutOf(now.script, countedPageOptions(document)), span, { element: id }, () => '');
    return tagged === production ? now.production : tagged;
  });
  if (after.production === before) {
    throw new WriterError(vscode.l10n.t('Those words are tagged so already, or there is nothing of a scene in them.'));
  }
}

/** Places are of the text as it was: on another they would mean other words. Asked where the change is made, not before. */
export function refuseChanged(document: vscode.TextDocument, version: number): void {
  if (document.version !== version) {
    throw new WriterError(vscode.l10n.t('The script was changed meanwhile. Select the words again.'));
  }
}

interface Off {
  readonly uri: string;
  readonly sceneId: string;
  readonly elementId: string;
  readonly from: number;
}

/** @param meant what the hover's link says; without, what is tagged at the cursor */
export async function untag(meant: unknown, productions: Productions): Promise<void> {
  const off = isOff(meant) ? meant : undefined;
  const document = off ? await reopenDocument(off.uri) : await scriptMeant(undefined);
  const state = await productions.of(document.uri);
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  const at = off?.from ?? (editor ? document.offsetAt(editor.selection.active) : 0);
  const found = taggedAt(state, at).filter(({ element, sceneId }) => element.from !== 'speaks' && (!off || (element.id === off.elementId && sceneId === off.sceneId)));
  const [first, ...others] = found;
  if (!first) {
    throw new WriterError(vscode.l10n.t('There is no tag at the cursor.'));
  }
  const chosen = others.length === 0 ? first : await chooseTag(found);
  if (chosen) {
    await productions.change(document.uri, vscode.l10n.t('Take the tag off {0}', chosen.element.name), (now) => {
      const production = withoutTag(now, chosen);
      if (production === undefined) {
        throw new WriterError(vscode.l10n.t('There is no tag at the cursor.'));
      }
      return production;
    });
  }
}

async function chooseTag(found: readonly TaggedAt[]): Promise<TaggedAt | undefined> {
  return (await vscode.window.showQuickPick(found.map((tagged) => ({ label: tagged.element.name, tagged })), { placeHolder: vscode.l10n.t('Which tag comes off?') }))?.tagged;
}

/** The one quote that stands there goes (undefined: none does any more); who is named by the script's own words is taken out of the scene. */
export function withoutTag({ production, breakdown, script }: Pick<ProductionState, 'production' | 'breakdown' | 'script'>, { sceneId, element, span }: TaggedAt): Production | undefined {
  const index = breakdown.scenes.findIndex(({ id }) => id === sceneId);
  const scene = breakdown.scenes[index];
  const content = sceneContentsOf(script)[index];
  const tag = Object.hasOwn(production.scenes, sceneId) && Object.hasOwn(production.scenes[sceneId]?.tags ?? {}, element.id) ? production.scenes[sceneId]?.tags[element.id] : undefined;
  if (!scene || !content || !tag || element.from !== 'hand') {
    return takeOut(production, sceneId, element.id);
  }
  const at = tag.quotes.findIndex((quote) => findTag(content, { quotes: [quote] }).spans.some((place) => place.from + scene.from === span.from));
  // Never the whole tag with its other quotes, because this one is gone.
  return at < 0 ? undefined : removeTag(production, sceneId, element.id, tag.quotes.length === 1 ? undefined : at);
}

function isOff(meant: unknown): meant is Off {
  return typeof meant === 'object' && meant !== null && 'uri' in meant && typeof meant.uri === 'string' && 'sceneId' in meant && typeof meant.sceneId === 'string' && 'elementId' in meant && typeof meant.elementId === 'string' && 'from' in meant && typeof meant.from === 'number';
}
