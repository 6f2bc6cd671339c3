// The report as the parts of a document: headings, paragraphs, lists and tables, for every form it is written in.
import { NO_ADVICE, NO_RECORD_KEPT, share, type DisclosureDraft } from './disclosures';
import type { EntryPlace } from './entry';
import type { AiUseReport, WordShares } from './report';
import type { AcceptedSuggestion } from './reportAccepted';

export type ReportPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] };

const heading = (level: 1 | 2 | 3, text: string): ReportPart => ({ kind: 'heading', level, text });
const paragraph = (text: string): ReportPart => ({ kind: 'paragraph', text });

/** The whole report in reading order. English, as its drafts are: it goes to people who did not choose the editor's language. */
export function reportParts(report: AiUseReport): ReportPart[] {
  const { title, script, date, empty, chain } = report;
  const top = [heading(1, `AI use report: ${title}`), paragraph([`Script: ${script}`, ...(date === '' ? [] : [`Date: ${date}`])].join('. ') + '.')];
  if (empty) {
    return [...top, paragraph(`There is no record of AI use for this script. That shows only that none was kept here.${chain.entries > 0 ? ' The record beside it tells of other scripts, or of this one under another name.' : ''}`), ...drafts(report)];
  }
  return [...top, ...shares(report), ...accepted(report), ...models(report), ...refused(report), ...record(report), ...drafts(report)];
}

function shares({ total, scenes }: AiUseReport): ReportPart[] {
  const row = (number: string, name: string, line: number | '', { words, human, offered, edited }: WordShares): (string | number)[] => [number, name, line, words, human, offered, edited, share(offered + edited, words)];
  const rows = scenes.map((scene) => row(scene.number ?? '', scene.heading === '' ? 'Before the first scene' : scene.heading, scene.line, scene));
  return [
    heading(2, 'Who wrote the words'),
    paragraph('Words that print are counted, but for the title page. “AI as offered”: a model’s words in lines of which no word was cut or changed since, and into which none was put; words before or behind them are the writer’s, and change nothing. “AI then edited”: a model’s words that are left in lines the writer has changed since; the words the writer put into them are the writer’s. Kept in the script as a note ([[…]]), a suggestion or a reader’s remark prints nothing, and is not counted.'),
    { kind: 'table', columns: ['No.', 'Scene', 'Line', 'Words', 'Human', 'AI as offered', 'AI then edited', 'AI share'], rows: [...rows, row('', 'Whole script', '', total)] },
  ];
}

function accepted({ accepted: list }: AiUseReport): ReportPart[] {
  return [
    heading(2, 'Accepted suggestions'),
    list.length === 0 ? paragraph('None.') : { kind: 'table', columns: ['Date (UTC)', 'Asked by', 'Model', 'Then', 'Now', 'Words put in', 'By AI', 'As offered now', 'Edited since, left', 'State'], rows: list.map(acceptedRow) },
  ];
}

function acceptedRow(each: AcceptedSuggestion): (string | number)[] {
  const { time, command, model, then, now, words, generated, offeredNow, editedNow, script } = each;
  return [time.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ''), command ?? 'not on record', model ? (model.returned ?? model.asked) : 'not on record', `${placeOf(then)} (${script})`, now ? placeOf(now) : 'gone', words, generated, offeredNow, editedNow, stateOf(each)];
}

const placeOf = ({ scene, line }: EntryPlace): string => `${scene === '' ? 'before the first scene' : scene}, line ${line}`;

function stateOf({ takenBack, offeredNow, editedNow, generated, edited }: AcceptedSuggestion): string {
  const state = takenBack ? 'undone' : offeredNow + editedNow === 0 ? (generated === 0 ? 'no AI words in it' : 'gone') : editedNow === 0 && offeredNow >= generated ? 'as accepted' : 'changed since';
  return edited ? `${state}; edited before it was accepted` : state;
}

function models({ models: list }: AiUseReport): ReportPart[] {
  return [
    heading(2, 'Models and providers'),
    list.length === 0
      ? paragraph('None on record.')
      : {
          kind: 'table',
          columns: ['Model', 'Asked for as', 'Provider', 'Where', 'Requests', 'Suggestions', 'Accepted', 'Tokens sent', 'Tokens received', 'Requests without token count', 'First (UTC)', 'Last (UTC)'],
          rows: list.map((model) => [model.returned ?? model.asked, model.asked, model.origin, model.local ? 'local' : 'remote', model.requests, model.alternatives, model.accepted, model.inputTokens, model.outputTokens, model.uncounted, model.first, model.last]),
        },
  ];
}

function refused({ refused: { offered, used, declined, unused, takenBack, fruitless } }: AiUseReport): ReportPart[] {
  return [
    heading(2, 'What was refused'),
    { kind: 'list', items: [`${offered} suggestions offered in all`, `${declined} suggestions discarded`, `${unused} requests of whose suggestions none was used; ${used} of whose suggestions something was`, `${takenBack} suggestions accepted and then undone`, `${fruitless} requests that brought no suggestion`] },
  ];
}

function record({ chain, texts }: AiUseReport): ReportPart[] {
  const kept = { none: 'The record holds hashes of what was sent, asked for, offered, put in and replaced, not the texts.', some: 'The record holds some of the texts themselves (of what was sent to models, asked for, offered, put in or replaced), and hashes of the others.', all: 'The record holds the texts themselves, beside their hashes: what was sent to models (with the parts of the script in it), asked for, offered, put in and replaced.' };
  return [heading(2, 'State of the record'), paragraph(chain.says), ...(chain.findings.length > 0 ? [{ kind: 'list', items: chain.findings } as const] : []), paragraph(kept[texts])];
}

const DRAFTS: Readonly<Record<DisclosureDraft['id'], string>> = { guild: 'Draft: notice of a guild’s member to a company', registration: 'Draft: registration with a disclaimer of AI-generated material', plain: 'Draft: plain disclosure' };

function drafts({ disclosures }: AiUseReport): ReportPart[] {
  if (disclosures.length === 0) {
    return [heading(2, 'Drafts of a disclosure'), paragraph(NO_RECORD_KEPT)];
  }
  return [heading(2, 'Drafts of a disclosure'), paragraph(NO_ADVICE), ...disclosures.flatMap(({ id, text }) => [heading(3, DRAFTS[id]), ...text.split(/\n{2,}/).map(paragraph)])];
}
