// Tells what a model says to the writer from the screenplay it was asked for, where nothing sets the two apart.
import { parse } from '../fountain/parse';
import { elementsOf } from '../script/elements';

const OPENING = /^\s*(?:\*{1,2}|#{1,4}\s)?(?:sure|certainly|of course|okay|ok|absolutely|got it|understood|happy to|here(?:'s|’s| is| are)|below is|i(?:'ve|’ve| have|'ll|’ll| will)|let me|as requested|this is (?:the|a|my) (?:rewritten|revised|new|tightened|updated|rewrite|revision|draft))\b/i;
/** Words that begin talk wherever they stand alone or before a colon; before anything else they may be a sentence of the script. */
const LABEL = '(?:notes?|changes?(?: made)?|what (?:i )?changed|explanation|rationale|summary(?: of (?:the )?changes)?|key changes|word count)';
const MARKS = '(?:\\*{1,2}|#{1,4}\\s*|\\()?';
const CLOSING = new RegExp(
  [
    `^\\s*${MARKS}${LABEL}\\s*[*)]*\\s*(?:[:：]|$)`,
    `^\\s*${MARKS}${LABEL} (?:on|about|for|to|i made|in this)\\b[^\\n:]{0,60}[:：]`,
    `^\\s*${MARKS}(?:let me know|i(?:'ve|’ve| have)\\s+\\w+ed\\b|this (?:version|rewrite|draft|revision)\\b|the (?:rewrite\\b|revision\\b|revised (?:scene|version|draft|text)|changes (?:are|include|i |keep|make|made))|i (?:cut|kept|removed|trimmed|changed|tightened|shortened|moved|added)\\b|would you like\\b|feel free\\b|(?:i )?hope this\\b)`,
  ].join('|'),
  'i',
);
const REFUSAL = /^\s*(?:i(?:'m|’m| am) (?:sorry|unable|not able)|sorry\b|i (?:can(?:'t|’t|not)|won(?:'t|’t))|as an ai\b|unfortunately\b)/i;

/** Whether the first line of a paragraph of action may be talk about the screenplay before it. Lines under a cue are not asked. */
export function isTalk(line: string): boolean {
  return CLOSING.test(line) && /\p{Ll}/u.test(line);
}

/** A line drawn across: before talk it belongs to the talk, before anything else to the screenplay. */
export function isRule(line: string): boolean {
  return /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line);
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
  const left = paragraphs.slice(0, endOf(paragraphs)).join('\n\n');
  return REFUSAL.test(left) ? '' : left;
}

/** How many paragraphs there are before the talk behind them: what begins as talk and has no more screenplay after it. */
function endOf(paragraphs: readonly string[]): number {
  let end = paragraphs.length;
  for (let at = paragraphs.length - 1; at > 0 && !looksLikeScreenplay(paragraphs[at] ?? ''); at--) {
    const line = firstLine(paragraphs[at] ?? '');
    end = isTalk(line) || (isRule(line) && end === at + 1) ? at : end;
  }
  return end;
}

function firstLine(paragraph: string): string {
  return /^\s*([^\n]*)/.exec(paragraph)?.[1] ?? '';
}

/** A first paragraph that announces what comes, or says that nothing does. */
function isOpening(paragraph: string, of: number): boolean {
  const line = paragraph.trim();
  if (looksLikeScreenplay(paragraph)) {
    return false;
  }
  return line === '' || REFUSAL.test(line) || (OPENING.test(line) && (/[:：]\s*\**$/.test(line) || of > 1)) || (of > 1 && /^[^\n]*[:：]$/.test(line) && /\p{Ll}/u.test(line));
}
