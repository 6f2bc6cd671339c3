// Tells a model's thinking from its answer: the tags that some servers leave in the text.

const NAMES = 'think|thinking|thought|thoughts|reasoning|reflection|analysis|seed:think';
const TAG = new RegExp(`^(?:<(/?)(?:${NAMES})>|\\[(/?)(?:think)\\]|\u25c1(/?)think\u25b7)$`, 'i');
const LONGEST = 16;

/** Reads characters one after another and says when one ends a tag that opens or closes a thinking section. */
export interface ThinkingTags {
  accept(char: string): 'opens' | 'closes' | undefined;
}

export function createThinkingTags(): ThinkingTags {
  let tag = '';
  return {
    accept(char) {
      if (char === '<' || char === '[' || char === '\u25c1') {
        tag = char;
        return undefined;
      }
      if (tag === '') {
        return undefined;
      }
      tag = tag.length < LONGEST ? tag + char : '';
      if (char !== '>' && char !== ']' && char !== '\u25b7') {
        return undefined;
      }
      const match = TAG.exec(tag);
      tag = '';
      return match ? (match[1] || match[2] || match[3] ? 'closes' : 'opens') : undefined;
    },
  };
}
