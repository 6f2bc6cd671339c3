// A part of a request, and what it costs.
import { estimateTokens } from '../estimateTokens';
import { tagged, type Tag } from './tags';

export interface Part {
  readonly text: string;
  readonly tokens: number;
}

/** The text between its tags; undefined when there is no text. */
export function partOf(tag: Tag, text: string): Part | undefined {
  if (text === '') {
    return undefined;
  }
  const made = `${tagged(tag, text)}\n\n`;
  return { text: made, tokens: estimateTokens(made) };
}

/** What a part costs beside its text. */
export function tagTokens(tag: Tag): number {
  return estimateTokens(`${tagged(tag, '')}\n\n`) + 1;
}

export function costOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { tokens }) => sum + tokens, 0);
}
