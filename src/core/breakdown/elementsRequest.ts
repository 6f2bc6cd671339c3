// What is asked of a model for the elements of scenes, within its context: in as many requests as that takes.
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { pagesOf, pagesText, splitPages, type Piece } from '../notes/notesPages';
import type { ChatRequest } from '../suggest/chat';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo, linesWithin } from '../suggest/request/clip';
import { tagTokens } from '../suggest/request/part';
import { tagged, withoutTags } from '../suggest/request/tags';
import { tierOf } from '../suggest/request/tiers';
import { ELEMENT_RULES, elementsSchema } from './elementRules';

export interface ElementsQuestion {
  readonly script: Script;
  /** Whole scenes, in order. */
  readonly spans: readonly Span[];
  /** The categories asked for, by id, with their names. */
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  /** How many tokens request and answer may have together; under 2,048 counts as 2,048. */
  readonly contextTokens: number;
}

/** One request's share. Scenes are counted from 1, as they lie in the script. */
export interface ElementsPart extends Span {
  readonly firstScene: number;
  readonly lastScene: number;
}

/** Of an answer: an element with its words takes about so many tokens. */
const ITEM_TOKENS = 36;
const MOST_ITEMS = 120;
const FEWEST_ITEMS = 6;
/** A page of some 400 tokens names eight or nine things at most: an answer must have room for all of its pages. */
const TOKENS_AN_ITEM = 45;
const MESSAGE_TOKENS = 24;
const SHOWN_SHARE = 0.25;

interface Budget {
  readonly outputTokens: number;
  readonly items: number;
  /** For the pages. */
  readonly pages: number;
  readonly shown: number;
}

function budgetOf({ contextTokens, categories }: ElementsQuestion): Budget {
  const tier = tierOf(contextTokens, Math.min(MOST_ITEMS * ITEM_TOKENS, Math.floor(contextTokens / 3)));
  const items = Math.max(FEWEST_ITEMS, Math.min(MOST_ITEMS, Math.floor(tier.outputTokens / (ITEM_TOKENS + 4))));
  const room = tier.inputTokens - estimateTokens(ELEMENT_RULES) - MESSAGE_TOKENS - estimateTokens(wishText({ firstScene: 1000, lastScene: 1000 }, items, categories)) - tagTokens('pages');
  const shown = Math.max(0, Math.floor(Math.min(1500, room * SHOWN_SHARE)));
  return { outputTokens: tier.outputTokens, items, shown, pages: Math.max(60, Math.min(items * TOKENS_AN_ITEM, room - shown)) };
}

/** The requests that a breakdown takes, in order: runs of consecutive scenes, a scene that is longer cut between its paragraphs. */
export function planElements(question: ElementsQuestion): readonly ElementsPart[] {
  const { pages } = budgetOf(question);
  return joined(question.spans).flatMap((span) => {
    const runs = splitPages(pagesOf(question.script, span), pages);
    return runs.map((run, index) => partOf(run, runs[index + 1]?.[0]?.from ?? span.to));
  });
}

function partOf(run: readonly Piece[], to: number): ElementsPart {
  const [first, last] = [run[0], run.at(-1)];
  return { from: first?.from ?? to, to, firstScene: first?.scene ?? 0, lastScene: last?.scene ?? 0 };
}

/** Scenes that follow each other are asked for together. */
function joined(spans: readonly Span[]): Span[] {
  const made: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = made.at(-1);
    if (last && from <= last.to) {
      made[made.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    } else {
      made.push({ from, to });
    }
  }
  return made;
}

/**
 * The request for one part of a plan. Its estimated size with the answer is never over `contextTokens`. Notes of the script, boneyards
 * and the title page are never sent, and its text cannot close the tags it stands between.
 * @param already what the scenes of the part have, or were refused: "3: Pickup"
 */
export function elementsRequest(question: ElementsQuestion, part: ElementsPart, already: readonly string[] = []): ChatRequest {
  const { categories, script } = question;
  const { outputTokens, items, pages, shown } = budgetOf(question);
  const lines = linesWithin(already.map((line) => clipTo(withoutTags(line.replace(/\s+/gu, ' ').trim()), 40)), Math.max(0, shown - tagTokens('shown')));
  const text = pagesText(pagesOf(script, part), pages);
  const wish = wishText(part, Math.max(FEWEST_ITEMS, Math.min(items, Math.ceil(estimateTokens(text) / 12))), categories);
  return {
    messages: [
      { role: 'system', content: ELEMENT_RULES },
      { role: 'user', content: `${tagged('pages', text)}\n\n${lines === '' ? '' : `${tagged('shown', lines)}\n\n`}${wish}` },
    ],
    maxOutputTokens: outputTokens,
    answer: elementsSchema(categories.map(({ id }) => id)),
  };
}

function wishText({ firstScene, lastScene }: Pick<ElementsPart, 'firstScene' | 'lastScene'>, items: number, categories: ElementsQuestion['categories']): string {
  const scenes = firstScene === lastScene ? `scene ${lastScene}` : `scenes ${firstScene} to ${lastScene}`;
  const kinds = categories.map(({ id, name }) => (name.toLowerCase() === id.toLowerCase() ? id : `${id} (${clipTo(withoutTags(name), 12)})`));
  return `List at most ${items} elements of ${scenes} in <pages>.\nCategories: ${kinds.join(', ')}.`;
}
