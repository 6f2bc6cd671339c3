// How many tokens a rewrite of a scene sends, and how much of it is the rewrite before's to the letter; how long hunks and checks take:
// npm run bench:tokens -- FILE.fountain
import { readFileSync } from 'node:fs';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { checkDraft } from '../../src/core/drafts/checkDraft';
import { createDraft, editDraft, writeDraft } from '../../src/core/drafts/follow';
import { hunksBetween } from '../../src/core/drafts/hunks';
import { parse } from '../../src/core/fountain/parse';
import { sliceOf, textOf } from '../../src/core/fountain/script';
import { rewriteInstruction } from '../../src/core/rewrite/directions';
import { rewriteRequest } from '../../src/core/rewrite/rewriteRequest';
import { scenesOf } from '../../src/core/script/outline';
import { medianOf } from './measure';

const file = process.argv[2];
if (file === undefined) {
  throw new Error('Name a Fountain file.');
}
const script = parse(readFileSync(file, 'utf8'));
// Scenes worth rewriting: some that are longer than half a page, spread over the script.
const long = scenesOf(script).filter((scene) => scene.to - scene.from > 1200);
const chosen = [0.15, 0.35, 0.55, 0.75, 0.95].map((share) => long[Math.floor(long.length * share)]).filter((scene) => scene !== undefined);
const direction = rewriteInstruction('onTheNose') ?? '';

function sent(at: number, contextTokens: number): string {
  const scene = chosen[at];
  const span = { from: scene?.from ?? 0, to: scene?.to ?? 0 };
  return rewriteRequest({ script, span, direction, contextTokens }).messages.map(({ content }) => content).join('\n');
}

function sharedPrefix(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at++;
  }
  return a.slice(0, at);
}

for (const contextTokens of [8192, 32_768, 131_072]) {
  const texts = chosen.map((_, at) => sent(at, contextTokens));
  const sizes = texts.map((text) => encode(text).length);
  const shared = texts.slice(1).map((text, at) => encode(sharedPrefix(texts[at] ?? '', text)).length);
  const share = shared.map((tokens, at) => Math.round((100 * tokens) / (sizes[at + 1] ?? 1)));
  console.log(`context of ${contextTokens} tokens: ${sizes.join(', ')} sent for ${chosen.length} scenes; as the rewrite before: ${shared.join(', ')} (${share.join(', ')} %)`);
}

const scene = chosen[2];
if (scene) {
  const span = { from: scene.from, to: scene.to };
  const base = sliceOf(script, span.from, span.to);
  const text = base.replace(/\b(the|a|and)\b/g, 'x');
  const draft = createDraft({ id: 'd', kind: 'rewrite', uri: '', title: '', span, script, createdAt: 0 });
  const whole = textOf(script);
  console.log(`hunks of a scene of ${base.length} characters: ${medianOf(50, () => hunksBetween(base, text)).toFixed(2)} ms`);
  console.log(`one write of a stream into it, with its check: ${medianOf(50, () => checkDraft(writeDraft(draft, text), script)).toFixed(2)} ms`);
  console.log(`check of a draft of it: ${medianOf(50, () => checkDraft(editDraft(draft, text), script)).toFixed(2)} ms`);
  console.log(`hunks of the whole script, every scene changed: ${medianOf(5, () => hunksBetween(whole, whole.replace(/\b(the|a|and)\b/g, 'x'))).toFixed(0)} ms`);
}
