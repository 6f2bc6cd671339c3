// Tells what a model says to the writer from the screenplay it was asked for, where nothing sets the two apart.
import { parse } from '../fountain/parse';
import { elementsOf } from '../script/elements';

const OPENING = /^\s*(?:\*{1,2}|#{1,4}\s)?(?:sure|certainly|of course|okay|ok|absolutely|got it|understood|happy to|here(?:'s|’s| is| are)|below is|i(?:'ve|’ve| have|'ll|’ll| will)|let me|as requested|this is)\b/i;
const CLOSING =
  /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$|^\s*(?:\*{1,2}|#{1,4}\s|\()?(?:notes?|changes?|what (?:i )?changed|explanation|rationale|summary|key changes|word count|let me know|i(?:'ve|’ve| have)\s+\w+ed\b|this (?:version|rewrite|draft|revision)|the (?:rewrite|revision|revised|changes)|would you like|feel free|hope this)\b[^\n]*/i;
const REFUSAL = /^\s*(?:i(?:'m|’m| am) (?:sorry|unable|not able)|sorry\b|i (?:can(?:'t|’t|not)|won(?:'t|’t))|as an ai\b|unfortunately\b)/i;

/** Whether a line behind a screenplay is talk about it. A character's own words stand under a cue and never reach this. */
export function isTalk(line: string): boolean {
  return CLOSING.test(line) && !/^[^\p{Ll}]*$/u.test(line.replace(/^[-*_\s]+$/, 'x'));
}

/** Whether a text holds a heading, or a cue with words under it, that is no beginning of an HTML page or of JSON. */
export function looksLikeScreenplay(text: string): boolean {
  const start = text.trimStart().charAt(0);
  if (start === '<' || start === '{' || start === '[') {
    return false;
  }
  for (const { element } of elementsOf(parse(`\n${text}`))) {
    if (element.kind === 'sceneHeading' || element.kind === 'dialogue' || element.kind === 'transition') {
      return true;
    }
  }
  return false;
}

/** The screenplay in an answer that nothing marks: without paragraphs of talk before and behind it. Empty for a refusal, JSON, HTML. */
export function plainDraft(text: string): string {
  if (/^\s*[{<]/.test(text) || /^\s*\[(?!\[)/.test(text)) {
    return '';
  }
  const paragraphs = text.split(/\n[^\S\n]*\n(?:[^\S\n]*\n)*/);
  while (paragraphs.length > 0 && isOpening(paragraphs[0] ?? '', paragraphs.length)) {
    paragraphs.shift();
  }
  while (paragraphs.length > 1 && CLOSING.test(paragraphs.at(-1) ?? '')) {
    paragraphs.pop();
  }
  const left = paragraphs.join('\n\n');
  return REFUSAL.test(left) ? '' : left;
}

/** A first paragraph that announces what comes, or says that nothing does. */
function isOpening(paragraph: string, of: number): boolean {
  const line = paragraph.trim();
  return line === '' || REFUSAL.test(line) || (OPENING.test(line) && (/[:：]\s*\**$/.test(line) || of > 1)) || (of > 1 && /^[^\n]*[:：]$/.test(line) && /\p{Ll}/u.test(line));
}
