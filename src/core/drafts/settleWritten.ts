// What a model wrote, made to stand in the script's own manner before the writer sees it: line ends, quotes, spacing, hidden parts.
import { parse } from '../fountain/parse';
import { placedBlocks, type Block } from '../fountain/script';
import { withLineEnd } from '../proposals/lineEnd';
import { inTypographyOf } from '../suggest/typography';
import { align } from './align';
import { folded, unitsOf, type Unit } from './units';

/**
 * The written text as it comes into the draft. What the model only copied stands as the script has it, spacing
 * included, so that no difference is shown where there is none. Notes and boneyards, which no model is shown, and page
 * breaks are put back behind what they stood behind; those whose paragraph the model has dropped go with it (and
 * checkDraft says so).
 */
export function settleWritten(base: string, written: string, lineEnd: string): string {
  const trimmed = folded(written).replace(/^(?:[^\S\n]*\n)*/, '').trimEnd();
  const a = unitsOf(base, visibleOf);
  const b = unitsOf(inTypographyOfBase(base, trimmed), visibleOf);
  const seen = a.filter(isVisible);
  const partner = new Map(align(seen, b).map((pair) => [pair.b, seen[pair.a]]));
  const parts: string[] = [];
  const behind = hiddenBehind(a);
  const place = (unit: Unit | undefined): void => {
    parts.push(...(behind.get(unit) ?? []).map((hidden) => hidden.text).filter((text) => text.trim() !== ''));
  };
  place(undefined);
  for (const [index, unit] of b.entries()) {
    const old = partner.get(index);
    if (old && old.match === unit.match) {
      parts.push(old.text);
    } else {
      parts.push(old ? withMarksOf(old, unit) : unit.text);
    }
    place(old);
  }
  return withLineEnd(joined(parts), lineEnd);
}

/** A line of blanks longer than this is none that parts two units. */
const LONGEST_BLANK = 200;

/** Units with a blank line between each two, and none behind the last. */
function joined(parts: readonly string[]): string {
  const made: string[] = [];
  // Only the end of what is there: to look at all of it for each part would cost a square.
  let above = '';
  for (const part of parts) {
    const gap = above === '' || /\n[^\S\n]*\n$/.test(above) ? '' : above.endsWith('\n') ? '\n' : '\n\n';
    made.push(gap, part);
    above = folded((above + gap + part.slice(-LONGEST_BLANK)).slice(-LONGEST_BLANK));
  }
  return made.join('').trimEnd();
}

/** The hidden units that stand behind each visible one, before the next; those before the first for undefined. */
function hiddenBehind(units: readonly Unit[]): ReadonlyMap<Unit | undefined, readonly Unit[]> {
  const behind = new Map<Unit | undefined, Unit[]>([[undefined, []]]);
  let last: Unit | undefined;
  for (const unit of units) {
    if (isVisible(unit)) {
      last = unit;
      behind.set(unit, []);
    } else {
      behind.get(last)?.push(unit);
    }
  }
  return behind;
}

function isVisible(unit: Unit): boolean {
  return unit.match !== '';
}

const HIDDEN: ReadonlySet<string> = new Set(['note', 'boneyard', 'pageBreak']);

/** What a model sees of a block: without notes and boneyards, white space folded. Empty for what it sees nothing of. */
export function visibleOf(block: Block): string {
  if (block.elements.every((element) => HIDDEN.has(element.kind))) {
    return '';
  }
  let text = '';
  let at = 0;
  for (const mark of block.marks) {
    text += block.text.slice(at, Math.max(at, mark.from)) + HOLE;
    at = mark.to;
  }
  text += block.text.slice(at);
  return folded(text)
    .split('\n')
    .filter((line) => !line.includes(HOLE) || line.replaceAll(HOLE, '').trim() !== '')
    .map((line) => line.replaceAll(HOLE, ' ').replace(/\s+/gu, ' ').trim())
    .join('\n')
    .trim();
}

const HOLE = '\u0000';

/** A rewritten unit with the notes and boneyards of the one it was, behind its last words. */
function withMarksOf(old: Unit, unit: Unit): string {
  const { text, marks } = old.block;
  if (marks.length === 0 || unit.block.marks.length > 0) {
    return unit.text;
  }
  const words = unit.text.trimEnd();
  const hidden = marks.map((mark) => {
    const alone = /(?:^|[\r\n])[^\S\r\n]*$/.test(text.slice(0, mark.from)) && /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(mark.to));
    return (alone ? '\n' : ' ') + text.slice(mark.from, mark.to);
  });
  return words + hidden.join('') + unit.text.slice(words.length);
}

/** Quotes, apostrophes and dashes as the stretch writes them. */
function inTypographyOfBase(base: string, text: string): string {
  const made = inTypographyOf(parse(base), text);
  // Two spaces are a blank line of a speech: what trims lines must not take them.
  const [lines, kept] = [made.split('\n'), text.split('\n')];
  return lines.map((line, index) => (line === '' ? (kept[index] ?? line) : line)).join('\n');
}

/** Notes and boneyards of the stretch that the draft no longer has: the writer's own words, about to go. */
export function hiddenGone(base: string, text: string): readonly string[] {
  const left = new Map<string, number>();
  for (const mark of marksOf(text)) {
    left.set(mark, (left.get(mark) ?? 0) + 1);
  }
  return marksOf(base).filter((mark) => {
    const count = left.get(mark) ?? 0;
    left.set(mark, count - 1);
    return count <= 0;
  });
}

function marksOf(text: string): string[] {
  const found: string[] = [];
  for (const { block } of placedBlocks(parse(`\n${text}`))) {
    found.push(...block.marks.map((mark) => folded(block.text.slice(mark.from, mark.to))));
  }
  return found;
}
