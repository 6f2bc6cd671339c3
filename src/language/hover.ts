// Hover: a character's figures on a name, a scene's length and its set's figures on a heading, a section's length on a section.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { elementAt } from '../core/script/elements';
import { characterSummary, outlineLengths, setSummary, type CharacterSummary, type SetSummary } from '../core/script/figures';
import { outlineOf, scenesOf, sceneIndexAt } from '../core/script/outline';
import { subjectAt, type Subject } from '../core/script/subjects';
import { formatDuration, formatEighths, type SceneLength } from '../core/page/sceneLengths';
import { rangeOf } from '../host/positions';
import type { ScriptStore } from '../host/scriptStore';
import { lengthSaid, lengthsIn, titleOf } from './labels';

interface Asked {
  readonly document: vscode.TextDocument;
  readonly script: Script;
  readonly lengths: readonly SceneLength[];
}

export function createHover(scripts: ScriptStore): vscode.HoverProvider {
  return {
    provideHover(document, position) {
      const script = scripts.get(document);
      const offset = document.offsetAt(position);
      const element = elementAt(script, offset);
      const subject = subjectAt(script, offset);
      const isHead = element?.element.kind === 'sceneHeading' || element?.element.kind === 'section';
      if (subject === undefined && !isHead) {
        return undefined;
      }
      const asked = { document, script, lengths: lengthsIn(script, document) };
      const told = [subject && subjectTold(asked, subject), isHead ? headTold(asked, offset) : undefined].filter((part) => part !== undefined);
      const range = subject ?? element;
      // One text with a rule in it: VS Code draws nothing between two.
      const text = new vscode.MarkdownString(told.map(({ value }) => value).join('\n\n---\n\n'));
      return told.length === 0 || range === undefined ? undefined : new vscode.Hover(text, rangeOf(document, range));
    },
  };
}

function subjectTold(asked: Asked, subject: Subject): vscode.MarkdownString | undefined {
  if (subject.kind === 'set') {
    const summary = setSummary(asked.script, subject.path, asked.lengths);
    return summary && setTold(summary);
  }
  const summary = characterSummary(asked.script, subject.name);
  return summary && characterTold(asked, summary);
}

function characterTold(asked: Asked, { name, speeches, words, share, scenes, rank, of, firstScene, lastScene, company }: CharacterSummary): vscode.MarkdownString {
  const told = titled(name);
  const figures = [
    speeches === 1 ? vscode.l10n.t('1 speech') : vscode.l10n.t('{0} speeches', speeches),
    words === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', words),
    vscode.l10n.t('{0}% of all dialogue', share > 0 && share < 0.01 ? '<1' : Math.round(share * 100)),
  ];
  line(told, [...figures, ...(of > 1 ? [vscode.l10n.t('number {0} of {1}', rank, of)] : [])].join(' · '));
  if (firstScene !== undefined && lastScene !== undefined) {
    const count = scenes.filter(({ scene }) => scene >= 0).length;
    line(told, count === 1 ? vscode.l10n.t('Speaks in 1 scene:') : vscode.l10n.t('Speaks in {0} scenes:', count));
    told.appendMarkdown(' ');
    link(told, asked, firstScene);
    if (lastScene !== firstScene) {
      told.appendMarkdown(count === 2 ? ` ${vscode.l10n.t('and')} ` : ' … ');
      link(told, asked, lastScene);
    }
  }
  if (company.length > 0) {
    const named = company.slice(0, MOST).map((other) => `${other.name} (${other.scenes})`);
    line(told, vscode.l10n.t('With: {0}', named.join(', ')) + (company.length > MOST ? ', …' : ''));
  }
  return told;
}

/** Companions and rooms a tooltip names. */
const MOST = 6;

function setTold({ set, scenes, eighths, seconds, times, rooms }: SetSummary): vscode.MarkdownString {
  const told = titled(set);
  line(told, [scenes.length === 1 ? vscode.l10n.t('1 scene') : vscode.l10n.t('{0} scenes', scenes.length), pages(eighths), formatDuration(seconds)].join(' · '));
  if (times.length > 0) {
    line(told, times.map(({ time, scenes: count }) => (times.length === 1 ? time : `${time} ${count}`)).join(', '));
  }
  if (rooms.length > 0) {
    line(told, vscode.l10n.t('Within it: {0}', rooms.slice(0, MOST).join(', ')) + (rooms.length > MOST ? ', …' : ''));
  }
  return told;
}

/** The scene whose heading, or the section, that an offset is on. */
function headTold({ script, lengths }: Asked, offset: number): vscode.MarkdownString | undefined {
  const items = outlineOf(script);
  const index = items.findLastIndex(({ from }) => from <= offset);
  const item = items[index]?.item;
  if (item?.kind === 'section') {
    const length = outlineLengths(script, lengths)[index];
    const told = titled(titleOf(item));
    line(told, length === undefined || length.scenes === 0 ? vscode.l10n.t('No scenes yet') : [length.scenes === 1 ? vscode.l10n.t('1 scene') : vscode.l10n.t('{0} scenes', length.scenes), pages(length.eighths), formatDuration(length.seconds)].join(' · '));
    return told;
  }
  const scene = sceneIndexAt(scenesOf(script), offset);
  const length = lengths[scene];
  if (item === undefined || length === undefined) {
    return undefined;
  }
  const told = titled(vscode.l10n.t('Scene {0}', item.number ?? scene + 1));
  told.appendMarkdown(` · ${plain([vscode.l10n.t('page {0}', length.page), lengthSaid(length)].join(' · '))}`);
  if (item.characters.length > 0) {
    line(told, vscode.l10n.t('Speaking: {0}', item.characters.join(', ')));
  }
  return told;
}

function pages(eighths: number): string {
  return eighths > 8 ? vscode.l10n.t('{0} pages', formatEighths(eighths)) : vscode.l10n.t('{0} page', formatEighths(eighths));
}

// A script is not to be trusted with links or HTML: everything of the writer's goes in as plain text.
function titled(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString(`**${plain(text)}**`);
}

function line(told: vscode.MarkdownString, text: string): void {
  told.appendMarkdown(`\n\n${plain(text)}`);
}

/** Text as Markdown that says just this. VS Code's own makes every space one that no line may end at. */
function plain(text: string): string {
  return new vscode.MarkdownString().appendText(text.trim()).value.replaceAll('&nbsp;', ' ');
}

/** A scene's title, to be followed to its heading. */
function link(told: vscode.MarkdownString, { document, script, lengths }: Asked, scene: number): void {
  const found = scenesOf(script)[scene];
  if (found) {
    const place = document.uri.with({ fragment: `L${found.line + 1}` }).toString();
    told.appendMarkdown(`[${plain(titleOf(found.item))}](${place}) ${plain(`(${vscode.l10n.t('page {0}', lengths[scene]?.page ?? 1)})`)}`);
  }
}
