// What is asked of a model for notes on a stretch of the script, within its context: in as many requests as that takes.
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { scenesOf } from '../script/outline';
import type { ChatRequest } from '../suggest/chat';
import { estimateTokens } from '../suggest/estimateTokens';
import { scenesBefore, scenesText } from '../suggest/request/liveScene';
import { partOf, tagTokens } from '../suggest/request/part';
import { tagged } from '../suggest/request/tags';
import { tierOf, type Tier } from '../suggest/request/tiers';
import { describeNotesWish } from './notesClosing';
import { pagesOf, pagesText, splitPages, type Piece } from './notesPages';
import { backgroundParts } from './notesBackground';
import type { NoteKind } from './note';
import { NOTE_RULES, NOTES_SCHEMA } from './noteRules';

export interface NotesQuestion {
  readonly script: Script;
  /** What notes are wanted on: whole scenes as a rule, or all of the script. */
  readonly span: Span;
  /** What to look for; all kinds when missing or empty. */
  readonly kinds?: readonly NoteKind[];
  /** In the writer's words. */
  readonly direction?: string;
  /** How many tokens request and answer may have together; under 2,048 counts as 2,048. */
  readonly contextTokens: number;
  /** The script as earlier requests sent it (see snapshotOf), for the part that models cache. Without it: the script. */
  readonly snapshot?: Script;
}

/** One request's share of what was asked. Scenes are counted from 1, as they lie in the script; 0 stands for what precedes the first. */
export interface NotesPart extends Span {
  readonly firstScene: number;
  readonly lastScene: number;
}

const MOST_NOTES = 24;
const NOTE_TOKENS = 140;
/** About a page and a half: a reader who has more to say of it says less of each. */
const TOKENS_A_NOTE = 450;
const FEWEST_NOTES = 3;
/** For the roles and the marks between messages, which servers add, and for what is lost in rounding. */
const MESSAGE_TOKENS = 24;
/** Of what is left beside the pages themselves, for what happened just before them. */
const BEFORE_SHARE = 0.5;

interface Budget {
  readonly tier: Tier;
  /** For all that stands between the rules and the wish. */
  readonly room: number;
}

function budgetOf({ contextTokens }: NotesQuestion): Budget {
  const tier = tierOf(contextTokens, Math.min(MOST_NOTES * NOTE_TOKENS, Math.floor(contextTokens / 4)));
  return { tier, room: tier.inputTokens - estimateTokens(NOTE_RULES) - MESSAGE_TOKENS - tier.closingTokens };
}

/**
 * The requests that notes on a stretch take, in order: one where it fits, else runs of consecutive scenes; a scene longer
 * than a request is cut between its paragraphs. None where there is nothing to read.
 */
export function planNotes(question: NotesQuestion): readonly NotesPart[] {
  const { script, span } = question;
  const pages = pagesOf(script, span);
  const { tier, room } = budgetOf(question);
  const runs = splitPages(pages, room - backgroundParts(question, pages, tier, room).tokens - tagTokens('pages'));
  const scenes = scenesOf(script).length;
  return runs.map((run, index): NotesPart => {
    const [first, last] = [run[0], run.at(-1)];
    const end = runs[index + 1]?.[0]?.from ?? span.to;
    return { from: first?.from ?? span.from, to: end, firstScene: first?.scene ?? 0, lastScene: Math.min(last?.scene ?? 0, scenes) };
  });
}

/**
 * The request for one part of a plan. Its estimated size with the answer is never over `contextTokens`. The order is for
 * caches of exact prefixes: rules, characters, the whole script or its outline, what comes before, the pages, the wish.
 * Notes of the script, boneyards and the title page are never sent, and its text cannot close the tags it stands between.
 * @param already what was said of these pages before, not to be said again
 */
export function notesRequest(question: NotesQuestion, part: NotesPart, already: readonly string[] = []): ChatRequest {
  const { script, span, kinds = [], direction } = question;
  const { tier, room } = budgetOf(question);
  const background = backgroundParts(question, pagesOf(script, span), tier, room, part);
  let left = room - background.tokens - tagTokens('pages');
  const pieces = pagesOf(script, part);
  const pages = pagesText(pieces, left);
  left -= estimateTokens(pages);
  const before = background.wholeScript ? undefined : partOf('before', textBefore(question, pieces, tier, left));
  const count = Math.min(MOST_NOTES, Math.floor(tier.outputTokens / (NOTE_TOKENS + 10)), Math.max(FEWEST_NOTES, Math.round(estimateTokens(pages) / TOKENS_A_NOTE)));
  const wish = describeNotesWish({ part, count, kinds, already, ...(direction === undefined ? {} : { direction }) }, tier.closingTokens);
  const head = [...background.parts, ...(before ? [before] : [])].map(({ text }) => text).join('');
  return {
    messages: [
      { role: 'system', content: NOTE_RULES },
      { role: 'user', content: `${head}${tagged('pages', pages)}\n\n${wish}` },
    ],
    maxOutputTokens: tier.outputTokens,
    answer: NOTES_SCHEMA,
  };
}

/** The scenes that lead up to the pages; none where these begin inside a scene, which would be sent twice. */
function textBefore({ script }: NotesQuestion, pieces: readonly Piece[], tier: Tier, left: number): string {
  const [first] = pieces;
  const tokens = Math.floor((left - tagTokens('before')) * BEFORE_SHARE);
  return first?.begins && tokens > 0 ? scenesText(script, scenesBefore(script, first.from, tier.scenesBefore), tokens) : '';
}
