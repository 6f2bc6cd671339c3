// What is said over tagged words: what they are, in which scenes, and how to take the tag off.
import * as vscode from 'vscode';
import type { SceneElement } from '../core/breakdown/breakdown';
import type { Span } from '../core/fountain/elements';
import { rangeOf } from '../host/positions';
import type { ProductionState, Productions } from '../planning/planning';
import { namedCategories } from './picks';

/** An element where it stands. */
export interface TaggedAt {
  readonly sceneId: string;
  readonly element: SceneElement;
  readonly span: Span;
}

/** The elements on whose words an offset is, the shortest words first. A cue's end counts, as the cursor does there. */
export function taggedAt({ breakdown }: Pick<ProductionState, 'breakdown'>, offset: number): readonly TaggedAt[] {
  const scene = breakdown.scenes.find(({ from, to }) => from <= offset && offset < to) ?? breakdown.scenes.findLast(({ from, to }) => from <= offset && offset <= to);
  const found = (scene?.elements ?? []).flatMap((element) => element.spans.filter(({ from, to }) => from <= offset && offset <= to).map((span) => ({ sceneId: scene?.id ?? '', element, span })));
  return found.sort((a, b) => a.span.to - a.span.from - (b.span.to - b.span.from));
}

/** More than these are not named in a hover. */
const SCENES = 24;

/** @param always also before anything was kept: while the breakdown is looked at */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position, productions: Productions, always: boolean): Promise<vscode.Hover | undefined> {
  if (document.isUntitled) {
    return undefined;
  }
  const state = await productions.of(document.uri);
  if ((!state.kept && !always) || state.trouble !== undefined) {
    return undefined;
  }
  // A speaker's cue has a hover of its own.
  const found = taggedAt(state, document.offsetAt(position)).filter(({ element }) => element.from !== 'speaks');
  const [first] = found;
  if (!first) {
    return undefined;
  }
  const text = new vscode.MarkdownString(found.map((each) => told(each, state)).join('\n\n'));
  text.isTrusted = { enabledCommands: ['backlot.breakdown.untag', 'backlot.breakdown.open'] };
  return new vscode.Hover(text, rangeOf(document, first.span));
}

function told({ sceneId, element, span }: TaggedAt, { uri, production, breakdown }: ProductionState): string {
  const category = namedCategories(production).find(({ id }) => id === element.category)?.name ?? element.category;
  const scenes = breakdown.scenes.filter(({ elements }) => elements.some(({ id }) => id === element.id)).map(({ number }) => number);
  const shown = scenes.length > SCENES ? [...scenes.slice(0, SCENES), '…'] : scenes;
  const line = element.from === 'silent' ? vscode.l10n.t('named in action only') : '';
  const number = element.castNumber === undefined ? '' : `${element.castNumber} `;
  const link = (title: string, command: string, argument: object): string => `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
  const offTitle = element.category === 'cast' ? vscode.l10n.t('Not in this scene') : vscode.l10n.t('Take the tag off');
  return [
    `**${number}${escaped(element.name)}** · ${escaped(category)}${line === '' ? '' : ` · ${line}`}`,
    scenes.length === 1 ? vscode.l10n.t('Scene {0}', escaped(shown.join(', '))) : vscode.l10n.t('Scenes {0}', escaped(shown.join(', '))),
    [
      link(offTitle, 'backlot.breakdown.untag', { uri: uri.toString(), sceneId, elementId: element.id, from: span.from }),
      link(vscode.l10n.t('Show in the breakdown'), 'backlot.breakdown.open', { uri: uri.toString(), elementId: element.id }),
    ].join(' · '),
  ].join('\n\n');
}

/** A writer's words are no Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&$]/g, '\\$&');
}
