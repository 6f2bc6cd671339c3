// How scenes, sections and lengths are called in lists, paths and tooltips.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { formatDuration, formatEighths, sceneLengthsOf, type SceneLength } from '../core/page/sceneLengths';
import { layoutOf } from '../core/page/layout';
import type { Length } from '../core/script/figures';
import type { Scene, Section } from '../core/script/outline';
import { countedPageOptions } from '../host/settings';

/** "12 INT. DINER - NIGHT". Never empty: VS Code takes no symbol without a name. */
export function titleOf(item: Scene | Section): string {
  if (item.kind === 'section') {
    return item.text || vscode.l10n.t('Untitled section');
  }
  const heading = item.heading || vscode.l10n.t('Untitled scene');
  return item.number === undefined ? heading : `${item.number} ${heading}`;
}

/** "1 3/8 · 1:22". */
export function lengthSaid({ eighths, seconds }: Length): string {
  return `${formatEighths(eighths)} · ${formatDuration(seconds)}`;
}

/** The scenes' lengths as they count, index for index with scenesOf. */
export function lengthsIn(script: Script, document: vscode.TextDocument): readonly SceneLength[] {
  return sceneLengthsOf(layoutOf(script, countedPageOptions(document)));
}
