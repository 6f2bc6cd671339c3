// Judges a line: what element it is, by its own letters and by the lines around it.
import { countLineEnds, skipSpace, trim, trimEnd, trimStart } from './space';
import { readLine, sourceOffset, type Line, type Source } from './lines';
import { add, addProblem, closeOpen, extendOpen, leadText, placeOf, sourceText, startOpen, tidy, unifyLineEnds, withoutLead, type Reading } from './reading';
import { endsInTo, hasHeadingPrefix, isCueName, isForcedHeading, isPageBreak, isSilentByMark, isSynopsis, isTransition, sceneNumber, splitCue } from './rules';

/** Adds what `line` is to the reading. `next` is the line below it, undefined at the end of the text. */
export function judge(reading: Reading, line: Line, next: Line | undefined): void {
  if (reading.inSpeech) {
    judgeInSpeech(reading, line);
    return;
  }
  if (line.silent) {
    judgeSilent(reading, line);
    reading.clearAbove = true;
    return;
  }
  const text = trimStart(line.plain);
  const silent = judgeMarked(reading, line, text) ?? judgePlain(reading, line, text, next);
  reading.clearAbove = silent;
}

/** A line with nothing but notes and boneyards, outside a speech. */
function judgeSilent(reading: Reading, line: Line): void {
  const boneyard = line.marks.some((mark) => mark.kind === 'boneyard');
  if (!boneyard && reading.open) {
    // A note line directly under an action line is inline in that paragraph (fountain.md, note-line-stays-in-paragraph).
    extendOpen(reading, line, trim(sourceText(reading, line)));
    return;
  }
  closeOpen(reading);
  const { text } = reading.source;
  let at = reading.line;
  let counted = line.from;
  for (const mark of line.marks) {
    at += countLineEnds(text, counted, mark.from);
    counted = mark.from;
    add(reading, {
      kind: mark.kind,
      from: mark.from - reading.start,
      to: mark.to - reading.start,
      line: at,
      endLine: at + countLineEnds(text, mark.from, mark.to),
      text: tidy(mark.text),
    });
  }
}

/** Lines told by their first letter. Returns whether the line is a silent one, or undefined when no mark decides. */
function judgeMarked(reading: Reading, line: Line, text: string): boolean | undefined {
  switch (text.charCodeAt(0)) {
    case 0x3d: // =
      if (isPageBreak(trimEnd(text))) {
        add(reading, { kind: 'pageBreak', ...placeOf(reading, line) });
        return true;
      }
      if (isSynopsis(text)) {
        add(reading, { kind: 'synopsis', ...placeOf(reading, line), text: withoutLead(reading, line, 1) });
        return true;
      }
      return undefined;
    case 0x23: {
      let depth = 1;
      while (text.charCodeAt(depth) === 0x23) {
        depth++;
      }
      add(reading, { kind: 'section', ...placeOf(reading, line), text: withoutLead(reading, line, depth), depth });
      return true;
    }
    case 0x21: // !
      return addAction(reading, line);
    case 0x7e: // ~
      add(reading, { kind: 'lyrics', ...placeOf(reading, line), text: withoutLead(reading, line, 1) });
      return false;
    case 0x3e: // >
      return judgeAngle(reading, line, trimEnd(text));
    default:
      return undefined;
  }
}

/** `> centred <`, or a forced transition. A lone `>` forces nothing. */
function judgeAngle(reading: Reading, line: Line, text: string): boolean | undefined {
  if (text.length > 1 && text.endsWith('<')) {
    const source = withoutLead(reading, line, 1);
    const close = source.lastIndexOf('<');
    add(reading, { kind: 'centered', ...placeOf(reading, line), text: trim(source.slice(0, close) + source.slice(close + 1)) });
    return false;
  }
  if (text.length === 1) {
    return undefined;
  }
  add(reading, { kind: 'transition', ...placeOf(reading, line), text: withoutLead(reading, line, 1), forced: true });
  return false;
}

/** Lines told by their words and neighbours: headings, cues, transitions, action. */
function judgePlain(reading: Reading, line: Line, text: string, next: Line | undefined): boolean {
  if (reading.clearAbove) {
    if (isForcedHeading(text)) {
      pushHeading(reading, line, true);
      return false;
    }
    if (hasHeadingPrefix(text)) {
      if (clearBelow(next)) {
        pushHeading(reading, line, false);
        return false;
      }
      addProblem(reading, 'headingNeedsBlankAfter', line.from, line.to);
    }
    const ending = line.marks.length > 0 ? trimEnd(text) : text;
    if (isTransition(ending) && clearBelow(next)) {
      add(reading, { kind: 'transition', ...placeOf(reading, line), text: trim(sourceText(reading, line)), forced: false });
      return false;
    }
    if (pushCue(reading, line, text)) {
      return false;
    }
  }
  return addAction(reading, line);
}

/** Whether the line below, if there is one, counts as blank: fountain.md, silent-lines-count-as-blank. */
function clearBelow(next: Line | undefined): boolean {
  return !next || next.blank || next.silent || isSilentByMark(trim(next.plain));
}

function pushHeading(reading: Reading, line: Line, forced: boolean): void {
  const text = withoutLead(reading, line, forced ? 1 : 0);
  const plain = trimEnd(line.plain);
  const numbered = sceneNumber(plain);
  if (!numbered) {
    add(reading, { kind: 'sceneHeading', ...placeOf(reading, line), text, forced });
    return;
  }
  const lead = skipSpace(line.plain, 0, plain.length) + (forced ? 1 : 0);
  const { text: source } = reading.source;
  const head = leadText(reading, line, lead, sourceOffset(line, numbered.at));
  // A note behind the number is looked through, and stays in the text.
  const tail = trim(source.slice(sourceOffset(line, plain.length - 1) + 1, line.to));
  const whole = tail === '' ? trimEnd(head) : `${trimEnd(head)} ${tail}`;
  add(reading, { kind: 'sceneHeading', ...placeOf(reading, line), text: trim(whole), number: numbered.number, forced });
}

/** A cue, where the line is one: clear above (the caller's business), text below, and a name. */
function pushCue(reading: Reading, line: Line, text: string): boolean {
  const forced = text.charCodeAt(0) === 0x40;
  const cue = forced || (mayBeCue(text) && !endsInTo(text)) ? splitCue(forced ? text.slice(1) : text) : undefined;
  if (!cue || (forced ? cue.name === '' : !isCueName(cue.name)) || !hasTextBelow(reading.source, line.next)) {
    return false;
  }
  const { from, to, line: at, endLine } = placeOf(reading, line);
  const { name, extension, caret } = cue;
  add(
    reading,
    extension === undefined
      ? { kind: 'character', from, to, line: at, endLine, name, caret, forced }
      : { kind: 'character', from, to, line: at, endLine, name, extension, caret, forced },
  );
  reading.inSpeech = true;
  return true;
}

/** A quick no for prose: its first two letters already hold a small one, before any bracket. */
function mayBeCue(text: string): boolean {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  return !((first >= 0x61 && first <= 0x7a) || (second >= 0x61 && second <= 0x7a && first !== 0x28));
}

/** Whether a speech follows: text, looked for behind lines of notes and boneyards and lines two columns wide. */
function hasTextBelow(source: Source, from: number): boolean {
  for (let line = readLine(source, from); line; line = readLine(source, line.next)) {
    if (line.blank) {
      if (line.columns < 2) {
        return false;
      }
    } else if (!line.silent) {
      return !isPageBreak(trim(line.plain));
    }
  }
  return false;
}

function judgeInSpeech(reading: Reading, line: Line): void {
  const text = trim(line.plain);
  const first = text.charCodeAt(0);
  if (isPageBreak(text)) {
    add(reading, { kind: 'pageBreak', ...placeOf(reading, line) });
    reading.inSpeech = false;
    reading.clearAbove = true;
  } else if (first === 0x28 && text.endsWith(')')) {
    add(reading, { kind: 'parenthetical', ...placeOf(reading, line), text: trim(sourceText(reading, line)) });
  } else if (first === 0x7e) {
    add(reading, { kind: 'lyrics', ...placeOf(reading, line), text: withoutLead(reading, line, 1) });
  } else if (reading.open) {
    extendOpen(reading, line, trim(sourceText(reading, line)));
  } else {
    startOpen(reading, line, 'dialogue', trim(sourceText(reading, line)));
  }
}

/** Adds a line of action to the paragraph above it, or starts one. Returns false: it is no silent line. */
function addAction(reading: Reading, line: Line): boolean {
  const bang = line.plain.charCodeAt(skipSpace(line.plain, 0, line.plain.length)) === 0x21;
  const source = bang ? withoutBang(reading, line) : sourceText(reading, line);
  const indent = skipSpace(source, 0, source.length);
  const text = source.slice(0, indent).replaceAll('\t', '    ') + source.slice(indent);
  if (reading.open) {
    extendOpen(reading, line, text);
  } else {
    startOpen(reading, line, 'action', text);
  }
  return false;
}

function withoutBang(reading: Reading, line: Line): string {
  const at = sourceOffset(line, skipSpace(line.plain, 0, line.plain.length));
  const { text } = reading.source;
  return unifyLineEnds(text.slice(line.from, at) + text.slice(at + 1, line.to));
}
