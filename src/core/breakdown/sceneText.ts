// A scene's text to look words up in: to the letter and in place, with what does not print blanked out.
import { elementsIn, type SceneContent } from '../script/sceneContents';

const texts = new WeakMap<SceneContent, string>();

/** What a note or boneyard leaves in its place: in nobody's words. */
const HIDDEN = '\u0000';

/** From the scene's first character on: an offset in it is an offset from the scene's start. Notes, boneyards and synopses are blanks. */
export function sceneTextOf(content: SceneContent): string {
  let text = texts.get(content);
  if (text === undefined) {
    text = readText(content);
    texts.set(content, text);
  }
  return text;
}

function readText(content: SceneContent): string {
  const parts: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  for (const { element, block, at } of elementsIn(content)) {
    if (element.kind === 'note' || element.kind === 'boneyard' || element.kind === 'synopsis' || element.kind === 'pageBreak') {
      continue;
    }
    add('\n'.repeat(Math.max(0, at + element.from - length)));
    let from = element.from;
    for (const mark of block.marks) {
      if (mark.to > from && mark.from < element.to) {
        add(block.text.slice(from, Math.max(from, mark.from)));
        from = Math.max(from, Math.min(mark.to, element.to));
        add(HIDDEN.repeat(Math.max(0, at + from - length)));
      }
    }
    add(block.text.slice(from, element.to));
  }
  return parts.join('');
}
