// What the report's view is told of a script: its record in the writer's words.
import * as vscode from 'vscode';
import { plainText } from '../core/fountain/inline';
import { sliceOf } from '../core/fountain/script';
import { scenesOf } from '../core/script/outline';
import type { Shares } from '../core/ledger/attribute';
import type { AiUseReport } from '../core/ledger/report';
import { nameIn } from '../host/fileName';
import { recordSettings } from '../host/settings';
import { noRecordSentence } from './offNotice';
import type { Notice, ReportShown, SceneRow, TakenRow, ToldShares, ToRecord, Words } from './protocol';
import type { RecordNow } from './records';
import { disclaimer, draftsOf, modelTable, reportFor, toldRefused } from './reportFor';
import { sayCount, sayShare, sayWhen } from './say';

export function messageFor(document: vscode.TextDocument, now: RecordNow): ToRecord {
  const uri = document.uri.toString();
  const notices = noticesFor(document, now);
  const report = reportFor(document, now);
  if (report.empty) {
    const hint = recordSettings().enabled
      ? vscode.l10n.t('When a model suggests something and you take it, it is noted here: how much of the script is yours, what came from a model, and what you made of it since.')
      : vscode.l10n.t('Turn the record on in the settings, and what models suggest from then on is noted here.');
    return { kind: 'nothing', uri, notices, title: vscode.l10n.t('No suggestion is on record for this script.'), hint };
  }
  return { kind: 'show', uri, notices, report: shownReport(document, now, report), words: viewWords(now) };
}

/** For a report that came back with the window, when its script did not. */
export function goneMessage(uri: string): ToRecord {
  const title = vscode.l10n.t('{0} cannot be opened.', nameIn(vscode.Uri.parse(uri)));
  return { kind: 'nothing', uri, notices: [], title, hint: vscode.l10n.t('Its file may have been deleted or moved. Open a script, and its report is shown here.') };
}

function noticesFor({ uri }: vscode.TextDocument, { read: { waiting, problem } }: RecordNow): Notice[] {
  const notices: Notice[] = [];
  if (!recordSettings().enabled) {
    notices.push({ text: noRecordSentence(), tone: 'warning', action: { id: 'settings', label: vscode.l10n.t('Settings') } });
  }
  if (waiting > 0 && uri.scheme === 'untitled') {
    notices.push({ text: vscode.l10n.t('This script has no file yet. Its record is written beside it when you save it under a name.'), tone: 'plain', action: { id: 'save', label: vscode.l10n.t('Save') } });
  } else if (problem !== undefined) {
    notices.push({ text: vscode.l10n.t('No record could be kept: {0} Entries that wait: {1}.', problem, sayCount(waiting)), tone: 'warning' });
  }
  return notices;
}

function shownReport(document: vscode.TextDocument, now: RecordNow, report: AiUseReport): ReportShown {
  const { attribution } = now;
  const { chain } = report;
  const allScenes = sceneRows(now);
  const total = toldShares(attribution.total);
  const summary = chain.entries === 1 ? vscode.l10n.t('1 entry') : vscode.l10n.t('{0} entries', sayCount(chain.entries));
  return {
    title: vscode.l10n.t('AI use in {0}', nameIn(document.uri)),
    summary: vscode.l10n.t('Every word that prints, by who wrote it, as the record of suggestions tells. Titles, notes and what does not print are not counted, nor is a suggestion or a reader’s remark that is kept as a note.'),
    total,
    scenes: allScenes.filter(({ shares }) => shares.offered + shares.edited > 0),
    allScenes,
    taken: takenRows(now, new Set(report.accepted.map(({ id }) => id))),
    models: modelTable(report),
    refused: toldRefused(report),
    chain: {
      whole: chain.state !== 'broken',
      summary: chain.state === 'none' ? vscode.l10n.t('Nothing is written yet.') : chain.state === 'complete' ? vscode.l10n.t('The record is whole: {0}, each as it was written.', summary) : vscode.l10n.t('The record is not whole. What is told here may not be all.'),
      findings: chain.findings,
    },
    disclosures: draftsOf(report),
    disclaimer: disclaimer(),
  };
}

function toldShares({ human, offered, edited }: Shares): ToldShares {
  const words = human + offered + edited;
  const figure = (part: number): string => (part === 0 ? '0' : vscode.l10n.t('{0} ({1})', sayShare(part, words), sayCount(part)));
  const told = { words: sayCount(words), human: figure(human), offered: figure(offered), edited: figure(edited) };
  const sentence = vscode.l10n.t('Of {0} words {1} human, {2} AI as offered, {3} AI edited', told.words, told.human, told.offered, told.edited);
  return { words, human, offered, edited, told, sentence };
}

function sceneRows({ script, attribution: { scenes, opening } }: RecordNow): SceneRow[] {
  const before = opening.human + opening.offered + opening.edited > 0 ? [{ label: vscode.l10n.t('Before the first scene'), target: 0, shares: toldShares(opening) }] : [];
  return [
    ...before,
    ...scenesOf(script).map(({ item, from }, index) => {
      const heading = plainText(item.heading) || vscode.l10n.t('Untitled scene');
      return { label: `${item.number ?? String(index + 1)}  ${heading}`, target: from, shares: toldShares(scenes[index] ?? { human: 0, offered: 0, edited: 0 }) };
    }),
  ];
}

/** So much of an accepted text is shown to know it by. */
const SHOWN = 110;

/** @param told those of the report: another script's only where words of it stand here */
function takenRows({ script, entries, attribution: { accepts, spans } }: RecordNow, told: ReadonlySet<string>): TakenRow[] {
  const offers = new Map(entries.flatMap((entry) => (entry.kind === 'offer' ? [[entry.id, entry] as const] : [])));
  const scenes = scenesOf(script);
  return accepts.filter(({ accept }) => told.has(accept.id)).map(({ accept, offered, edited, now }) => {
    const own = spans.filter((span) => span.accept === accept.id);
    const [first] = own;
    const last = own.at(-1);
    const all = accept.generated.reduce((sum, [from, to]) => sum + to - from, 0);
    const model = offers.get(accept.offer ?? '')?.model;
    const words = first && last ? sliceOf(script, first.from, Math.min(last.to, first.from + 2 * SHOWN)).replace(/\s+/gu, ' ') : '';
    return {
      id: accept.id,
      when: sayWhen(accept.time),
      where: now ? plainText(scenes[now.scene]?.item.heading ?? '') || vscode.l10n.t('before the first scene') : vscode.l10n.t('was in {0}', plainText(accept.place.scene) || vscode.l10n.t('the beginning')),
      model: model === undefined ? vscode.l10n.t('model not on record') : (model.returned ?? model.asked),
      state: stateOf(all, offered, edited),
      role: offered + edited === 0 ? 'gone' : edited > 0 ? 'edited' : 'offered',
      words: words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words,
      ...(first && { target: first.from }),
    };
  });
}

function stateOf(all: number, offered: number, edited: number): string {
  if (offered + edited === 0) {
    return vscode.l10n.t('nothing of it is left');
  }
  return edited === 0
    ? vscode.l10n.t('as offered: {0} of {1} words', sayCount(offered), sayCount(Math.max(all, offered)))
    : vscode.l10n.t('edited: {0} of {1} words are left', sayCount(offered + edited), sayCount(Math.max(all, offered + edited)));
}

function viewWords({ script }: RecordNow): Words {
  return {
    export: vscode.l10n.t('Export…'),
    tint: vscode.l10n.t('Tint AI Text'),
    human: vscode.l10n.t('Human'),
    offered: vscode.l10n.t('AI as offered'),
    edited: vscode.l10n.t('AI, then edited'),
    words: vscode.l10n.t('Words'),
    scenes: vscode.l10n.t('By scene'),
    scene: vscode.l10n.t('Scene'),
    showAll: vscode.l10n.t('Show all {0} scenes', sayCount(scenesOf(script).length)),
    showFewer: vscode.l10n.t('Show scenes with AI text only'),
    noneInScenes: vscode.l10n.t('No word of a model is in the script as it stands.'),
    taken: vscode.l10n.t('Accepted suggestions'),
    models: vscode.l10n.t('Models and providers'),
    refused: vscode.l10n.t('What was not taken'),
    chain: vscode.l10n.t('State of the record'),
    disclosures: vscode.l10n.t('Drafts of a disclosure'),
    copy: vscode.l10n.t('Copy'),
    copied: vscode.l10n.t('Copied'),
    goTo: vscode.l10n.t('Go to the script'),
    label: vscode.l10n.t('AI Use Report'),
  };
}
