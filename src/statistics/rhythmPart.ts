// The rhythm of the script, page by page, and the shares of its sections.
import * as vscode from 'vscode';
import { basesOf, linesOf } from '../core/page/pageLines';
import { dialogueShare, type PageMix } from '../core/statistics/pageMix';
import type { SceneStatistics, SectionStatistics } from '../core/statistics/scenes';
import { rhythmChart } from './charts/rhythm';
import type { Part, Table } from './protocol';
import { clock, count, figure, figures, pages, share, shareCell, words, type Teller } from './teller';

export function rhythmPart(teller: Teller): Part {
  const { statistics, frame } = teller;
  const targets = pageTargets(teller);
  const inOrder = scenesByPage(statistics.scenes);
  const told = (index: number): string => {
    const mix = statistics.pages[index] ?? { dialogue: 0, action: 0, other: 0 };
    const scene = inOrder(index);
    const page = vscode.l10n.t('Page {0}: {1} dialogue, {2} rows of action and {3} of dialogue', count(index + 1), share(dialogueShare(mix)), count(mix.action), count(mix.dialogue));
    return scene ? `${page} · ${scene.heading}` : page;
  };
  const drawing = rhythmChart(frame, statistics.pages, targets, topSections(statistics.sections), {
    label: vscode.l10n.t('Action and dialogue on each of {0} pages', count(statistics.pages.length)),
    action: vscode.l10n.t('Action'),
    dialogue: vscode.l10n.t('Dialogue'),
    page: told,
    section: (section) => vscode.l10n.t('{0}: {1} pages, {2} of the script', section.name, pages(section.eighths), share(section.share)),
  });
  const lead = vscode.l10n.t('Page by page: rows of action stand up, rows of dialogue hang down. In all, dialogue takes {0} and action {1}.', share(statistics.dialogue.share), share(statistics.action.share));
  return { id: 'rhythm', heading: vscode.l10n.t('Rhythm'), lead, drawing, tables: [pageTable(statistics.pages, targets)] };
}

function pageTable(mixes: readonly PageMix[], targets: readonly number[]): Table {
  return {
    id: 'pages',
    caption: vscode.l10n.t('Pages'),
    columns: [figures(vscode.l10n.t('Page')), figures(vscode.l10n.t('Rows of action')), figures(vscode.l10n.t('Rows of dialogue')), figures(vscode.l10n.t('Dialogue'))],
    rows: mixes.map((mix, index) => [figure(index + 1, { target: targets[index] ?? 0 }), figure(mix.action), figure(mix.dialogue), shareCell(dialogueShare(mix))]),
    shown: 0,
  };
}

/** Sections with their lengths; undefined in a script that has none. */
export function sectionsPart({ statistics }: Teller): Part | undefined {
  const { sections } = statistics;
  if (sections.length === 0) {
    return undefined;
  }
  const outermost = Math.min(...sections.map(({ depth }) => depth));
  const table: Table = {
    id: 'sections',
    caption: vscode.l10n.t('Acts and sections'),
    columns: [
      words(vscode.l10n.t('Section')),
      figures(vscode.l10n.t('Share'), vscode.l10n.t('Of the length of all scenes')),
      figures(vscode.l10n.t('Pages')),
      figures(vscode.l10n.t('Time')),
      figures(vscode.l10n.t('Scenes')),
      figures(vscode.l10n.t('Dialogue'), vscode.l10n.t('Of the words of dialogue and action')),
    ],
    rows: sections.map(({ name, depth, share: part, eighths, seconds, scenes, dialogue, action, at }) => [
      { text: `${'\u2003'.repeat(depth - outermost)}${name || vscode.l10n.t('Untitled section')}`, target: at },
      shareCell(part),
      { text: pages(eighths), sort: eighths },
      { text: clock(seconds), sort: seconds },
      figure(scenes),
      { text: share(dialogueShare({ dialogue, action })), sort: dialogueShare({ dialogue, action }) },
    ]),
    shown: 12,
  };
  return { id: 'sections', heading: vscode.l10n.t('Acts and sections'), lead: '', tables: [table] };
}

/** The sections of the uppermost depth that the script uses. */
function topSections(sections: readonly SectionStatistics[]): SectionStatistics[] {
  const outermost = Math.min(...sections.map(({ depth }) => depth));
  return sections.filter(({ depth }) => depth === outermost);
}

/** Where each page's first text stands in the script. */
function pageTargets({ layout }: Teller): number[] {
  const bases = basesOf(layout);
  return layout.pages.map((page, index) => (bases[index]?.offset ?? 0) + (linesOf(page)[0]?.from ?? 0));
}

/** The scene that is on when a page begins, or the first that begins on it. */
function scenesByPage(scenes: readonly SceneStatistics[]): (index: number) => SceneStatistics | undefined {
  return (index) => scenes.findLast(({ position }) => position <= index) ?? scenes.find(({ page }) => page === index + 1);
}
