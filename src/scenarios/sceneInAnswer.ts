// The scene in a model's answer: Fountain, without the thoughts, fences and talk that models put around it.
import { parse } from '../core/fountain/parse';
import { elementsOf } from '../core/script/elements';

const OPENS = /<(?:think|thinking|thought|reasoning)>/i;
const SECTION = /<(think|thinking|thought|reasoning)>[^]*?<\/\1>/gi;
const CLOSES = /^[^]*<\/(?:think|thinking|thought|reasoning)>/i;
const FENCED = /^[ \t]*(`{3,}|~{3,})[^\n]*\n([^]*?)(?:\n[ \t]*\1[ \t]*(?=\n|$)|$(?![^]))/m;

/** @returns the scene, or what there is of it; empty for an answer that is a web page, or talk of no scene at all in the form of data */
export function sceneInAnswer(answer: string): string {
  const said = withoutThoughts(answer.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '')).trim();
  if (/^<(?:!doctype|html|\?xml)\b/i.test(said) || /^[[{]/.test(said)) {
    return '';
  }
  const text = FENCED.exec(said)?.[2] ?? said;
  return fromHeading(text).trimEnd();
}

/** Some servers swallow the tag that opens a thought, and an answer that is cut may lack the one that closes it. */
function withoutThoughts(text: string): string {
  const closed = text.replace(SECTION, '').replace(CLOSES, '');
  const open = OPENS.exec(closed);
  return open ? closed.slice(0, open.index) : closed;
}

/** What is said before the scene's heading goes: "Here is the scene:". Without a heading all of it stays. */
function fromHeading(text: string): string {
  for (const { element, from } of elementsOf(parse(text))) {
    if (element.kind === 'sceneHeading') {
      return text.slice(from);
    }
  }
  return text;
}
