// The TextMate grammar's source: `node syntaxes/build.mjs` writes fountain.tmLanguage.json from it.
//
// A line grammar reads as the parser does (src/core/fountain) but for one thing: it never sees the line below. What needs a
// blank line ABOVE is told by state: at the root every line has a blank or silent line above it, and a `paragraph` or a
// `speech` lasts to the next blank or silent line. What needs a look BELOW (a cue has text under it, a heading has none) is
// guessed here and put right by semantic tokens: src/core/script/highlightCorrections.ts.
//
// Every expression must stay linear on any line, so loops are possessive and emphasis reaches no further than REACH letters.

/** A TextMate rule. Its expressions are Oniguruma's. */
export interface Rule {
  readonly [key: string]: string | Rule | readonly Rule[] | undefined;
}

const { raw } = String;

// The parser's isSpace: Unicode's Zs and the tab. Not \s, which takes form feeds too.
const SPACE = raw`[\p{Zs}\t]`;
const TEXT = raw`[^\p{Zs}\t\n]`;
const NOTE = raw`\[\[(?>[^\]]|\](?!\]))*+\]\]`;
const BONEYARD = raw`/\*(?>[^*]|\*(?!/))*+\*/`;
/** What is taken out before a line is judged: notes and boneyards that close on their line. Here with the space around. */
const HIDDEN = raw`(?>${SPACE}|${NOTE}|${BONEYARD})`;
/** The head of any line. Editors strip a byte order mark; other hosts of this grammar may not. */
const MARK = raw`(?:\A\x{FEFF})?+`;
const LEAD = raw`${MARK}${HIDDEN}*+`;
const END = raw`${HIDDEN}*+$`;

const HEADING_PREFIX = raw`(?i:INT|EXT|EST|INT/EXT|I/E)[. ]`;
// "Est une femme." is a French sentence (the parser's FRENCH_EST).
const FRENCH_EST = raw`[Ee][Ss]t .*[.!?…]["'»”]?${END}`;
const HEADING = raw`(?:\.(?=[\p{L}\p{N}])|(?=${HEADING_PREFIX})(?!${FRENCH_EST}))`;
const PAGE_BREAK = raw`={3,}+${END}`;
const SYNOPSIS = raw`=(?!=)`;
/** Wholly note and boneyard; or opening with one that does not close on this line. */
const HIDDEN_LINE = raw`(?=\[\[|/\*)${END}`;
const OPENING_LINE = raw`(?:\[\[|/\*)`;

// A name has no small letter but in the bracket groups at its end (they may nest once), and a capital outside them.
const CAPITAL = raw`[\p{Lu}\p{Lt}]`;
const GROUP = raw`\((?>[^()]|\([^()]*+\))*+\)`;
const CAPITAL_GROUP = raw`\((?>[^()\p{Ll}]|\([^()\p{Ll}]*+\))*+\)`;
// Linear: what fails once (a bracket, a note, a boneyard that does not close) is not tried again further on.
const LONE_BRACKET = raw`\((?![^()]*+(?>\([^()]*+\)[^()]*+)*+\))`;
const HAS_CAPITAL = raw`(?=(?>${NOTE}|${BONEYARD}|${GROUP}|[^\p{Lu}\p{Lt}(\[/]|\[(?!\[)|/(?!\*)|${LONE_BRACKET})*+[^\p{Lu}\p{Lt}]*+${CAPITAL})`;
const NO_SMALL = raw`(?>${NOTE}|${BONEYARD}|${CAPITAL_GROUP}|${LONE_BRACKET}|[^\p{Ll}(\[/]|\[(?!\[)|/(?!\*))*+`;
const NO_SMALL_TO_END = raw`(?>${NOTE}|${BONEYARD}|[^\p{Ll}\[/]|\[(?!\[)|/(?!\*))*+[^\p{Ll}]*+$`;
/** Emphasis may stand around a name with its extension. */
const NAME = raw`${HAS_CAPITAL}(?:(?=([*_]{1,4}+))${NO_SMALL}(?>(?>${GROUP}|${HIDDEN})*+\1(?![*_])|)|${NO_SMALL})(?>(?>${GROUP}|${HIDDEN})*+\^?${END}|${NO_SMALL_TO_END})`;
const CUE = raw`(?:@(?!${SPACE}*+\^?${END})|(?![!>~]|${HEADING}|.*TO:${END})${NAME})`;
// With nothing behind the colon but notes: a space there keeps the line action.
const TRANSITION = raw`(?![!>~])(?=(?>${NOTE}|${BONEYARD}|[^\p{Ll}\[/]|\[(?!\[)|/(?!\*))*+$).*TO:(?:${SPACE}*+(?>(?:${NOTE}|${BONEYARD})${SPACE}*+)++)?$`;

const BLANK = raw`^(?=${SPACE}*+$)`;
/** In a speech or a note a line two columns wide joins what follows. */
const BLANK_NOT_JOINING = raw`^(?=\p{Zs}?$)`;

// fountain.md, title-key-letters. A first line in capitals with no value beside it is FADE IN: more often than a key.
const KEY = raw`[\p{L}\p{N}][\p{L}\p{M}\p{N} \-_&/'’]*+(?=:)`;
const TITLE_PAGE = raw`\A(?=\x{FEFF}?(?!${HEADING_PREFIX})${KEY})(?=[^:]*+:${SPACE}*+${TEXT}|[^:]*?\p{Ll})`;

// The longest run of letters that emphasis is looked for in: without an end, a line of lone marks would take quadratic time.
const REACH = '400';

const include = (...names: string[]): Rule[] => names.map((name) => ({ include: `#${name}` }));
/** Several scopes, where one gives the colour and another the slant. */
const named = (scopes: string): Rule => ({ name: scopes.replaceAll(/\S+/g, '$&.fountain') });

/** A line that is told by how it begins; everything up to its end, over the lines of a note begun in it, has the scope. */
function line(start: string, scope: string, within: readonly Rule[], anchor = '^'): Rule {
  return { begin: raw`${anchor}(?=${LEAD}${start})`, end: raw`$|${BLANK}`, ...named(scope), patterns: [...within, ...include('inline')] };
}

/** The forcing mark at the head of a line, and one at its end. */
const leading = (mark: string, element: string): Rule => ({
  match: raw`\G(${MARK}${SPACE}*+)(${mark})`,
  captures: { 2: named(`punctuation.definition.${element}`) },
});
const trailing = (mark: string, scope: string): Rule => ({ match: raw`${mark}(?=${END})`, ...named(scope) });

// `meta.embedded` is what themes colour as plain text: emphasis in prose is a matter of weight and slant, not of colour.
type Kind = 'boldItalic' | 'bold' | 'italic' | 'underline';
const EMPHASIS: Readonly<Record<Kind, { opener: string; inner: string; closer: string; scopes: string }>> = {
  boldItalic: { opener: raw`\*{3}(?!\*)`, inner: raw`[^\\*]|\*{1,2}(?!\*)`, closer: raw`\*{3}`, scopes: 'markup.italic markup.bold meta.embedded' },
  bold: { opener: raw`\*{2}(?!\*)`, inner: raw`[^\\*]|\*(?!\*)|\*(?=\*\*(?!\*))`, closer: raw`\*{2}`, scopes: 'markup.bold meta.embedded' },
  italic: { opener: raw`\*(?!\*)`, inner: raw`[^\\*]|\*\*(?!\*)(?>\\.|[^\\*])++\*\*`, closer: raw`\*`, scopes: 'markup.italic meta.embedded' },
  underline: { opener: '_', inner: raw`[^\\_]`, closer: '_', scopes: 'markup.underline' },
};

/** No space to the left, not even before the first mark of a longer run. */
const CLOSES = raw`(?<!\s)(?<!\s[*_])(?<!\s[*_]{2})`;

/**
 * Marks round text on one line: no space inside the opener nor inside the closer, and a closer there must be.
 * @param kinds what may be emphasised further inside: each kind once, or interleaved marks would nest without end
 */
function emphasis(kind: Kind, kinds: readonly Kind[]): Rule {
  const { opener, inner, closer, scopes } = EMPHASIS[kind];
  const punctuation = { 0: named('punctuation.definition.emphasis') };
  const text = raw`(?>\\.|${NOTE}|${BONEYARD}|(?!\[\[|/\*)(?:${inner}))`;
  return {
    begin: raw`${opener}(?!\s)(?=${text}{1,${REACH}}?${CLOSES}${closer})`,
    beginCaptures: punctuation,
    end: raw`${CLOSES}${closer}|$`,
    endCaptures: punctuation,
    ...named(scopes),
    patterns: [...include('escape', 'hidden'), ...kinds.map((each) => emphasis(each, without(kinds, each)))],
  };
}

function without(kinds: readonly Kind[], kind: Kind): Kind[] {
  return kinds.filter((each) => each !== kind && each !== 'boldItalic' && !(kind === 'boldItalic' && each !== 'underline'));
}

const repository: Rule = {
  titlePage: {
    begin: TITLE_PAGE,
    end: raw`${BLANK}|^(?!\x{FEFF}?${KEY}|${SPACE})`,
    ...named('meta.title-page'),
    patterns: [
      {
        begin: raw`^(?:\A\x{FEFF})?(${KEY})(:)`,
        beginCaptures: { 1: named('variable.language.title-page-key'), 2: named('punctuation.separator.title-page-key') },
        end: '$',
        contentName: 'string.unquoted.title-page-value.fountain',
        patterns: include('inline'),
      },
      { begin: raw`^(?=${SPACE}++${TEXT})`, end: '$', contentName: 'string.unquoted.title-page-value.fountain', patterns: include('inline') },
    ],
  },

  // Lines that print nothing. They end any paragraph, and what stands below them stands below a blank line.
  section: line('#', 'entity.name.type.section strong', [leading('#++', 'section')]),
  synopsis: line(SYNOPSIS, 'comment.line.synopsis emphasis', [leading('=', 'synopsis')]),
  pageBreak: line(PAGE_BREAK, 'keyword.control.page-break', []),
  hiddenLine: { begin: raw`^(?=${SPACE}*+(?:${HIDDEN_LINE}|${OPENING_LINE}(?!.*(?:\]\]|\*/))))`, end: '$', patterns: include('hidden') },

  // From the cue to the next blank line, whatever the lines in it look like.
  speech: {
    begin: raw`^(?=${LEAD}${CUE})`,
    end: raw`${BLANK_NOT_JOINING}|^(?=${LEAD}${PAGE_BREAK})`,
    ...named('meta.speech'),
    patterns: [
      ...include('cue'),
      line(raw`\(.*\)${END}`, 'markup.other.parenthetical emphasis', []),
      ...include('lyrics'),
      line(TEXT, 'markup.other.dialogue meta.embedded', []),
      ...include('hidden'),
    ],
  },
  cue: line(
    '',
    'entity.name.function.character',
    [
      leading('@', 'character'),
      trailing(raw`\^`, 'keyword.operator.dual-dialogue'),
      { match: GROUP, ...named('meta.character-extension') },
    ],
    raw`\G`,
  ),

  // What has a blank line above it and is no cue. Headings and transitions can only be its first line.
  paragraph: {
    begin: raw`^(?=${MARK}${SPACE}*+${TEXT})`,
    end: raw`${BLANK}|^(?=${LEAD}(?:#|${SYNOPSIS}|${PAGE_BREAK}))|^(?=${SPACE}*+(?:${HIDDEN_LINE}|${OPENING_LINE}(?!.*(?:\]\]|\*/))))`,
    patterns: [
      line(
        HEADING,
        'markup.heading.scene-heading',
        [
          leading(raw`\.`, 'scene-heading'),
          {
            match: raw`(#)[\p{L}\p{M}\p{N}.\-]++(#)(?=${END})`,
            ...named('constant.numeric.scene-number'),
            captures: { 1: named('punctuation.definition.scene-number'), 2: named('punctuation.definition.scene-number') },
          },
        ],
        raw`\G`,
      ),
      line(TRANSITION, 'keyword.control.transition', [], raw`\G`),
      ...include('lyrics'),
      line(raw`>.*<${END}`, 'markup.other.centered', [leading('>', 'centered'), trailing('<', 'punctuation.definition.centered')]),
      line(raw`>(?!${END})`, 'keyword.control.transition', [leading('>', 'transition')]),
      line(TEXT, 'markup.other.action', [leading('!', 'action')]),
    ],
  },
  lyrics: line('~', 'markup.italic.lyrics', [leading('~', 'lyrics')]),

  // Within a line.
  inline: { patterns: include('hidden', 'escape', 'boldItalic', 'bold', 'italic', 'underline') },
  hidden: { patterns: include('boneyard', 'note') },
  boneyard: { begin: raw`/\*`, end: raw`\*/`, ...named('comment.block.boneyard') },
  note: { begin: raw`\[\[`, end: raw`\]\]|${BLANK_NOT_JOINING}`, ...named('comment.block.note'), patterns: include('boneyard') },
  escape: { match: raw`\\[*_\\]`, ...named('punctuation.definition.escape') },
  boldItalic: emphasis('boldItalic', ['underline']),
  bold: emphasis('bold', ['italic', 'underline']),
  italic: emphasis('italic', ['bold', 'underline']),
  underline: emphasis('underline', ['boldItalic', 'bold', 'italic']),
};

/** The whole grammar, as fountain.tmLanguage.json holds it. */
export const fountainGrammar: Rule = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  comment: 'Generated from fountainGrammar.ts by `node syntaxes/build.mjs`. Do not edit.',
  name: 'Fountain',
  scopeName: 'text.fountain',
  patterns: include('titlePage', 'section', 'synopsis', 'pageBreak', 'hiddenLine', 'speech', 'paragraph'),
  repository,
};
