// What a scene is about in a few words: for strips, lists and sheets.
import { plainText, printedText } from '../fountain/inline';
import { elementsIn, type SceneContent } from '../script/sceneContents';

const LONGEST = 90;
const firstWords = new WeakMap<SceneContent, { readonly words: string | undefined }>();

/** The first sentence of the scene's action, cut between words where it is long; undefined where there is no action. */
export function firstActionOf(content: SceneContent): string | undefined {
  let found = firstWords.get(content);
  if (!found) {
    found = { words: readWords(content) };
    firstWords.set(content, found);
  }
  return found.words;
}

function readWords(content: SceneContent): string | undefined {
  for (const { element } of elementsIn(content)) {
    const words = element.kind === 'action' ? plainText(printedText(element.text)).replace(/\s+/gu, ' ').trim() : '';
    if (/[\p{L}\p{N}]/u.test(words)) {
      return shortened(words);
    }
  }
  return undefined;
}

/** A sentence, or as much of it as fits, with dots behind. */
export function shortened(text: string): string {
  const sentence = /^.{12,}?[.!?…](?=\s|$)/u.exec(text)?.[0] ?? text;
  if (sentence.length <= LONGEST) {
    return sentence;
  }
  const cut = sentence.slice(0, LONGEST - 1);
  const space = cut.lastIndexOf(' ');
  // No half of a surrogate pair, where no space is near.
  const kept = space > LONGEST / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}
