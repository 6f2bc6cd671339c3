// A draft's length and what is wrong with it, in sentences for the writer.
import type { Draft } from '../core/drafts/draft';

export function tellLength(_draft: Draft): string | undefined {
  return undefined;
}
