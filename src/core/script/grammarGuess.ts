// What the TextMate grammar takes each line of a block for. It reads by the parser's rules, but it never sees the line below.
import { hasHeadingPrefix, isCueName, isForcedHeading, isPageBreak, isSynopsis, isTransition, splitCue } from '../fountain/rules';
import { trim, trimEnd, trimStart } from '../fountain/space';

/** What a line is coloured as. The words are those of the grammar's scopes. */
export type LineKind =
  | 'title-page'
  | 'scene-heading'
  | 'action'
  | 'character'
  | 'parenthetical'
  | 'dialogue'
  | 'lyrics'
  | 'transition'
  | 'centered'
  | 'section'
  | 'synopsis'
  | 'page-break'
  /** Nothing but notes and boneyards, which are coloured as such wherever they stand. */
  | 'hidden'
  | 'blank';

/** One physical line, without its line end. */
export interface GuessedLine {
  /** Without its notes and boneyards. */
  readonly plain: string;
  /** It holds notes or boneyards, and nothing else. */
  readonly hidden: boolean;
}

/** The grammar's reading of a block's lines, given in order. */
export function createGrammarReader(): (line: GuessedLine) => LineKind {
  let inSpeech = false;
  let clearAbove = true;
  const inSpeechKind = (text: string): LineKind => {
    if (isPageBreak(text)) {
      inSpeech = false;
      clearAbove = true;
      return 'page-break';
    }
    if (text.startsWith('~')) {
      return 'lyrics';
    }
    return text.startsWith('(') && text.endsWith(')') ? 'parenthetical' : 'dialogue';
  };
  return ({ plain, hidden }) => {
    const text = trim(plain);
    if (inSpeech) {
      return hidden ? 'hidden' : text === '' ? 'blank' : inSpeechKind(text);
    }
    const kind = hidden ? 'hidden' : text === '' ? 'blank' : (markedKind(text) ?? (clearAbove ? plainKind(trimStart(plain)) : 'action'));
    clearAbove = SILENT.has(kind);
    inSpeech = kind === 'character';
    return kind;
  };
}

const SILENT: ReadonlySet<LineKind> = new Set<LineKind>(['hidden', 'blank', 'section', 'synopsis', 'page-break']);

/** Lines told by their first letter. `text` has no outer spaces. */
function markedKind(text: string): LineKind | undefined {
  switch (text.charAt(0)) {
    case '=':
      return isPageBreak(text) ? 'page-break' : isSynopsis(text) ? 'synopsis' : undefined;
    case '#':
      return 'section';
    case '!':
      return 'action';
    case '~':
      return 'lyrics';
    case '>':
      return text.length === 1 ? undefined : text.endsWith('<') ? 'centered' : 'transition';
    default:
      return undefined;
  }
}

/** Lines with a clear line above, told by their words alone. `text` keeps its trailing spaces. */
function plainKind(text: string): LineKind {
  if (isForcedHeading(text) || hasHeadingPrefix(text)) {
    return 'scene-heading';
  }
  if (isTransition(text)) {
    return 'transition';
  }
  if (text.startsWith('@')) {
    return splitCue(text.slice(1)).name === '' ? 'action' : 'character';
  }
  return !trimEnd(text).endsWith('TO:') && isCueName(splitCue(text).name) ? 'character' : 'action';
}

// The parser's rule for keys. The grammar further takes a first line in capitals with no value beside it for FADE IN:.
const KEY = /^([\p{L}\p{N}][\p{L}\p{M}\p{N} \-_&/'’]*):([^\r\n]*)/u;

/** Whether the grammar takes the head of a script for a title page. */
export function guessTitlePage(text: string): boolean {
  const match = KEY.exec(text.startsWith('\u{feff}') ? text.slice(1) : text);
  return match !== null && !hasHeadingPrefix(match[0]) && (trim(match[2] ?? '') !== '' || /\p{Ll}/u.test(match[1] ?? ''));
}
