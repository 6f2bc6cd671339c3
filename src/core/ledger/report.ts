// The AI Use Report as plain data: who wrote what of a script as it stands, what was asked of which model, and what was refused.
import { parse } from '../fountain/parse';
import { elementsOf } from '../script/elements';
import { scenesOf } from '../script/outline';
import type { Script } from '../fountain/script';
import { attribute, type Attribution, type Shares } from './attribute';
import { disclosuresOf, type DisclosureDraft, type DisclosureFigures, type RecordState } from './disclosures';
import type { Entry, HashedText } from './entry';
import { acceptedOf, type AcceptedSuggestion } from './reportAccepted';
import { entriesOfScript } from './scriptEntries';
import { modelsOf, refusedOf, type ModelUse, type Refused } from './reportModels';
import { sayFindings, saySummary } from './sayChain';
import type { ChainReport } from './verifyChain';

/** Words of a scene, and of the whole. `words` is the sum. */
export interface WordShares extends Shares {
  readonly words: number;
}

export interface SceneShares extends WordShares {
  readonly number?: string;
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  /** From 1. */
  readonly line: number;
}

export interface ChainState {
  /** `none`: there are no entries. `complete`: nothing is missing or altered. */
  readonly state: 'none' | 'complete' | 'broken';
  readonly entries: number;
  /** One sentence. */
  readonly says: string;
  /** A sentence for each thing found. */
  readonly findings: readonly string[];
}

export interface AiUseReport {
  readonly title: string;
  /** The script's file. */
  readonly script: string;
  /** As the caller says it: core has no clock. Empty where nothing was given. */
  readonly date: string;
  /** Nothing is on record: no suggestion was asked for, and none of another script's stands here. */
  readonly empty: boolean;
  readonly total: WordShares;
  /** In order; what stands before the first heading first, if it has words. */
  readonly scenes: readonly SceneShares[];
  readonly accepted: readonly AcceptedSuggestion[];
  readonly models: readonly ModelUse[];
  readonly refused: Refused;
  readonly chain: ChainState;
  /** Whether the entries hold texts themselves (what was sent, asked, offered, put in, replaced), or only their hashes. */
  readonly texts: 'none' | 'some' | 'all';
  /** Drafts, no legal advice: see NO_ADVICE. None where no record was kept. */
  readonly disclosures: readonly DisclosureDraft[];
}

export interface ReportOptions {
  /** The script's path from the folder that holds `.backlot`, with `/`, as entries name it. */
  readonly script: string;
  /** For the reader, in any form: "22 November 2026". */
  readonly date?: string;
  readonly chain: ChainReport;
  /** Where the caller has it already. */
  readonly attribution?: Attribution;
}

/**
 * @param entries in order of time, of the whole folder: the lists tell of those of this script (and of its former names),
 * and of other scripts' accepts where their words stand here
 */
export function reportOf(script: Script, entries: readonly Entry[], options: ReportOptions): AiUseReport {
  const own = entriesOfScript(entries, options.script);
  const attribution = options.attribution ?? attribute(script, entries, own);
  const accepted = acceptedOf(script, entries, own, attribution);
  const facts = {
    title: titleOf(script) ?? options.script.replace(/^.*\//, '').replace(/\.(?:fountain|spmd|txt)$/i, ''),
    script: options.script,
    date: options.date ?? '',
    empty: own.length === 0 && accepted.length === 0,
    total: withSum(attribution.total),
    scenes: scenesWith(script, attribution),
    accepted,
    models: modelsOf(withLent(own, entries, accepted), accepted),
    refused: refusedOf(own),
    chain: chainState(options.chain),
    texts: textsIn(own),
  };
  return { ...facts, disclosures: disclosuresOf(figuresOf(facts, attribution.total, new Set(own.map(({ id }) => id)))) };
}

/** The script's entries, with the offers elsewhere whose words stand here: their models are this script's too. */
function withLent(own: readonly Entry[], entries: readonly Entry[], accepted: readonly AcceptedSuggestion[]): readonly Entry[] {
  const left = new Set(accepted.filter(isLeft).map(({ id }) => id));
  const offers = new Set(entries.flatMap((entry) => (entry.kind === 'accept' && left.has(entry.id) ? (entry.offer ?? []) : [])));
  const isOwn = new Set(own);
  return entries.filter((entry) => isOwn.has(entry) || (entry.kind === 'offer' && offers.has(entry.id)));
}

function isLeft({ offeredNow, editedNow }: AcceptedSuggestion): boolean {
  return offeredNow + editedNow > 0;
}

function figuresOf({ title, scenes, accepted, models, chain, empty }: Omit<AiUseReport, 'disclosures'>, shares: Shares, own: ReadonlySet<string>): DisclosureFigures {
  const told = scenes.filter(({ heading }) => heading !== '');
  const left = accepted.filter(isLeft);
  const day = (time: string | undefined): string => time?.slice(0, 10) ?? '';
  return {
    title,
    shares,
    scenes: told.filter(({ offered, edited }) => offered + edited > 0).map(({ heading }) => heading),
    sceneCount: told.length,
    opening: scenes.some(({ heading, offered, edited }) => heading === '' && offered + edited > 0),
    accepted: left.length,
    unnamed: left.filter(({ model }) => model === undefined).length,
    lent: left.filter(({ id }) => !own.has(id)).length,
    models: models.map(({ asked, returned, origin, local }) => ({ name: returned ?? asked, origin, local })),
    first: day(models.map(({ first }) => first).sort()[0]),
    last: day(models.map(({ last }) => last).sort().at(-1)),
    record: empty ? 'none' : recordState(chain),
  };
}

/** Figures without a file of the chain are those of entries that wait to be written. */
function recordState({ state }: ChainState): RecordState {
  return state === 'none' ? 'unwritten' : state;
}

/** The same from a script's text. */
export function reportOfText(text: string, entries: readonly Entry[], options: ReportOptions): AiUseReport {
  return reportOf(parse(text), entries, options);
}

function withSum({ human, offered, edited }: Shares): WordShares {
  return { words: human + offered + edited, human, offered, edited };
}

function scenesWith(script: Script, { scenes, opening }: Attribution): SceneShares[] {
  const before = withSum(opening);
  const found = scenesOf(script).map(({ item, line }, index): SceneShares => {
    return { ...(item.number !== undefined && { number: item.number }), heading: item.heading, line: line + 1, ...withSum(scenes[index] ?? { human: 0, offered: 0, edited: 0 }) };
  });
  return before.words > 0 ? [{ heading: '', line: 1, ...before }, ...found] : found;
}

function titleOf(script: Script): string | undefined {
  for (const { element } of elementsOf(script)) {
    const values = element.kind === 'titlePage' ? element.entries.find(({ key }) => key.toLowerCase() === 'title')?.values : undefined;
    const title = values?.join(' ').replace(/[*_\\]/g, '').replace(/\s+/g, ' ').trim();
    return title === '' ? undefined : title;
  }
  return undefined;
}

function chainState(chain: ChainReport): ChainState {
  const state = chain.entries === 0 && chain.findings.length === 0 ? 'none' : chain.whole ? 'complete' : 'broken';
  return { state, entries: chain.entries, says: saySummary(chain), findings: sayFindings(chain) };
}

function textsIn(entries: readonly Entry[]): AiUseReport['texts'] {
  const kept = entries.flatMap(hashedIn).map(({ text }) => text !== undefined);
  return !kept.includes(true) ? 'none' : kept.includes(false) ? 'some' : 'all';
}

/** Every text that an entry knows of. */
function hashedIn(entry: Entry): readonly HashedText[] {
  switch (entry.kind) {
    case 'offer':
      return [entry.context, ...(entry.direction ? [entry.direction] : []), ...entry.alternatives];
    case 'accept':
      return [entry.inserted, entry.replaced];
    case 'change':
      return [entry.now];
    default:
      return [];
  }
}
