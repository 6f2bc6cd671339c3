// How many tokens a model has for a request and its answer together, when neither the server nor the writer says.

/** A model on this machine usually has little: Ollama gives 4,096 to 8,192 unless told otherwise, and cuts in silence. */
const UNKNOWN_LOCAL = 8_000;
const UNKNOWN_REMOTE = 32_000;

/** By the model's name; rounded down. Only families of which every member has at least this much. */
const FAMILIES: readonly (readonly [RegExp, number])[] = [
  [/(?:^|\/)gpt-5/, 256_000],
  [/(?:^|\/)gpt-4\.1/, 256_000],
  [/(?:^|\/)(?:gpt-4o|gpt-4-turbo|chatgpt)/, 128_000],
  [/(?:^|\/)o[134](?:-|$)/, 128_000],
  [/claude/, 200_000],
  [/gemini-[2-9]/, 256_000],
  [/(?:mistral|magistral)-(?:large|medium|small)/, 32_000],
  [/gpt-3\.5/, 16_000],
];

/**
 * @param setting the writer's own figure; 0 for none
 * @param listed what the server said of the model, if it did
 */
export function contextTokensFor(model: string, local: boolean, setting: number, listed?: number): number {
  if (setting > 0) {
    return setting;
  }
  if (listed !== undefined && listed > 0) {
    return listed;
  }
  const known = local ? undefined : FAMILIES.find(([name]) => name.test(model.toLowerCase()))?.[1];
  return known ?? (local ? UNKNOWN_LOCAL : UNKNOWN_REMOTE);
}

/** A page of a screenplay in Courier, with what the parts of a request cost around it. */
const TOKENS_PER_PAGE = 320;

/** How many pages of a screenplay fit into so many tokens, about: nobody knows it to the page. At least 1. */
export function pagesIn(tokens: number): number {
  const pages = tokens / TOKENS_PER_PAGE;
  const step = pages < 20 ? 1 : pages < 100 ? 5 : pages < 1000 ? 50 : 500;
  return Math.max(1, Math.round(pages / step) * step);
}
