// What Enter does, as rules over the line it is pressed on: the editor itself applies them, at once and in the order of the keys.
//
// Enter must never wait for an extension: whoever types at full speed would find the next words in front of it. So it is
// decided by the text before and behind the cursor and by the one line above, which is all that the editor's own rules see.
// What they cannot see (the line below, what stands further above) is never needed to be right about the writer's words:
// Enter only ever puts one or two line ends where the cursor is.
//
// | Enter at the end of ...                  | gives              | as in                                             |
// | ---------------------------------------- | ------------------ | ------------------------------------------------- |
// | a scene heading                          | a new paragraph    | Final Draft, Fade In, WriterDuet, Beat: action    |
// | action                                   | a new paragraph    | the same: action again                            |
// | a cue (NAME, NAME (V.O.), @Name)         | the line below     | all: dialogue                                     |
// | a parenthetical                          | the line below     | all: dialogue                                     |
// | what is said                             | a new paragraph    | WriterDuet, Beat: action (Final Draft: character) |
// | a transition                             | a new paragraph    | all: what follows stands apart                    |
// | a lyric, centred, section, synopsis, note, title page, indented or forced action line | the line below | plain text |
// | an empty line, or in the middle of a line | the line below    | plain text                                        |
//
// A new paragraph is one blank line and the cursor below it. Shift+Enter always goes to the line below.

/** First match counts. `gap` puts a blank line between. Each expression sees one line without its line end. */
export interface EnterRule {
  readonly before: RegExp;
  readonly after?: RegExp;
  /** The line above; an empty text on the first line. */
  readonly above?: RegExp;
  readonly gap: boolean;
}

const TITLE_KEYS = 'title|credits?|authors?|written by|source|notes?|(?:draft )?date|contact(?: info)?|copyright|revision|episode(?: title| number)?|series|format|language|watermark|header|footer|font';
const HEADING = '(?:INT|EXT|EST|INT\\/EXT|I\\/E)[. ]';
// Silent lines count as blank above a cue: fountain.md, silent-lines-count-as-blank.
const CLEAR = /^(?:\s*|\s*#.*|\s*=.*|\s*\[\[.*\]\]\s*|.*\*\/\s*)$/;
// A name without small letters, brackets of any letters behind it, a caret; not what cries out or ends as a sentence does.
const CUE = /^(?!.*TO:\s*$)(?=[^(]*[\p{Lu}\p{Lt}])[^\p{Ll}(]*?(?:(?<!\p{L}{4}\.)(?<![!?:…])(?<!\.\.))\s*(?:\([^)]*\)\s*)*(?:\[\[.*\]\]\s*)?\^?\s*$/u;

export const ENTER_RULES: readonly EnterRule[] = [
  { before: /(?:)/, after: /\S/, gap: false },
  { before: /^\s*$/, gap: false },
  { before: /^[\s~#=!]/, gap: false },
  { before: /^\[\[|\[\[(?!.*\]\])|\/\*(?!.*\*\/)|\*\/\s*$/, gap: false },
  { before: /(?:)/, above: /\[\[(?!.*\]\])|\/\*(?!.*\*\/)/, gap: false },
  { before: /^>.*<\s*$/, gap: false },
  { before: new RegExp(`^(?:${TITLE_KEYS})\\s*:`, 'iu'), gap: false },
  { before: /^[\p{L}\p{N}][\p{L}\p{M}\p{N} \-_&/'’]*:/u, above: /^(?:[ \t]+\S.*|[\p{L}\p{N}][\p{L}\p{M}\p{N} \-_&/'’]*:.*)$/u, gap: false },
  { before: /^\(/, gap: false },
  { before: /^@/, above: CLEAR, gap: false },
  { before: new RegExp(`^(?:${HEADING}|\\.[\\p{L}\\p{N}]|>)`, 'iu'), gap: true },
  { before: CUE, above: CLEAR, gap: false },
  { before: /\S/, gap: true },
];

/** Whether Enter makes a new paragraph there: what the editor does with the rules. */
export function enterMakesGap(before: string, after: string, above: string): boolean {
  return ENTER_RULES.find((rule) => rule.before.test(before) && (rule.after?.test(after) ?? true) && (rule.above?.test(above) ?? true))?.gap ?? false;
}
