// A script and its scenarios as an ink story: knots for scenes, a choice wherever the ways part, and back to the scenes behind.
import { parse } from '../fountain/parse';
import { placedBlocks, type Script } from '../fountain/script';
import { assemble, type Piece } from '../scenarios/assemble';
import { placeScope, sceneSpansOf, scenesTouched } from '../scenarios/place';
import type { DevelopedScene, Scenario } from '../scenarios/scenario';
import { scenesOf } from '../script/outline';
import { escapeInk, knotName } from './escapeInk';
import { onOneLine, printedLines, type PrintedLine } from './printedLines';

export interface InkOptions {
  /** What the option for the script's own way says. */
  readonly ownWay?: string;
}

export interface InkStory {
  readonly text: string;
  /** The ids of scenarios that have no place in the script any more, and are left out. */
  readonly left: readonly string[];
}

/** One way the story can go from where it parts. */
interface Way {
  readonly id: string;
  readonly title: string;
  readonly logline: string;
  /** Knots of its own, in order. */
  readonly knots: readonly Knot[];
  /** The index of the scene where it joins the script again; the number of scenes for the end. */
  readonly rejoins: number;
}

interface Knot {
  readonly name: string;
  readonly lines: readonly PrintedLine[];
}

/** Stands for what comes before the first scene. */
const BEGINNING = -1;

/** The name of a scene's own knot: "s12_int_house_day". */
function sceneKnot(script: Script, index: number): string {
  return knotName(`s${index + 1}`, onOneLine(scenesOf(script)[index]?.item.heading ?? ''));
}

function inkLine({ kind, text, cue }: PrintedLine): string {
  return `${escapeInk(cue === undefined ? text : `${cue}: ${text}`)}${kind === 'heading' ? ' # heading' : kind === 'transition' ? ' # transition' : ''}`;
}

function knotText({ name, lines }: Knot, divert: string): string {
  return [`=== ${name} ===`, ...lines.map(inkLine), `-> ${divert}`].join('\n');
}

/** A scene of a developed scenario as it prints; one still to be written as its beat, which prints nowhere as the synopsis that it is in the script. */
function pieceLines(whole: Script, piece: Piece, line: DevelopedScene | undefined): PrintedLine[] {
  const lines = printedLines(whole, piece.span);
  if (!piece.unwritten || !line) {
    return lines;
  }
  const beat = { kind: 'action' as const, text: onOneLine(line.beat) };
  return [...(piece.fate === 'new' ? lines : lines.slice(0, 1)), ...(beat.text === '' ? [] : [beat])];
}

/** A scenario's own knots: its scenes where it was developed, kept ones among them, and what stands between; else its beats. */
function knotsOf(script: Script, scenario: Scenario, prefix: string): Knot[] {
  const made = scenario.scenes ? assemble(script, scenario) : undefined;
  if (!made) {
    return [{ name: knotName(prefix, scenario.title), lines: scenario.beats.map((beat) => ({ kind: 'action' as const, text: onOneLine(beat) })).filter(({ text }) => text !== '') }];
  }
  const whole = parse(made.whole);
  const touched = scenesTouched(script, made.place);
  if (!touched) {
    return [{ name: knotName(prefix, scenario.title), lines: printedLines(whole, { from: made.place.from, to: made.place.from + made.scope.length }) }];
  }
  // What stands before the first scene was printed before the ways part, what stands behind the last comes where they join.
  let end: number | undefined;
  return made.pieces.flatMap((piece, at): Knot[] => {
    if (piece.span.to <= piece.span.from) {
      return [];
    }
    const between = printedLines(whole, { from: end ?? piece.span.from, to: piece.span.from });
    const lines = pieceLines(whole, piece, piece.plan === undefined ? undefined : scenario.scenes?.[piece.plan]);
    end = piece.span.to;
    return [{ name: knotName(`${prefix}_${at + 1}`, lines[0]?.text ?? ''), lines: [...between, ...lines] }];
  });
}

/** The ways that part from the script, by the index of the scene before which they do; -1 before what stands above the first. */
function waysOf(script: Script, scenarios: readonly Scenario[]): { ways: ReadonlyMap<number, readonly Way[]>; left: string[] } {
  const ways = new Map<number, Way[]>();
  const left: string[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    const place = placeScope(script, scenario.scope);
    if (!place) {
      left.push(scenario.id);
      continue;
    }
    const touched = scenesTouched(script, place);
    const first = touched?.first ?? BEGINNING;
    const rejoins = touched ? touched.last + 1 : BEGINNING;
    const way = { id: scenario.id, title: onOneLine(scenario.title), logline: onOneLine(scenario.logline), knots: knotsOf(script, scenario, `w${index + 1}`), rejoins };
    ways.set(first, [...(ways.get(first) ?? []), way]);
  }
  return { ways, left };
}

function choiceText(first: number, own: string, ways: readonly Way[], ownWay: string, entry: (index: number) => string): string {
  const options = ways.map(({ title, logline, knots, rejoins }) => {
    const shown = logline === '' ? title : `${title}: ${logline}`;
    return `+ [${escapeInk(shown === '' ? '?' : shown)}]\n  -> ${knots[0]?.name ?? entry(rejoins)}`;
  });
  return [`=== ${choiceName(first)} ===`, `+ [${escapeInk(ownWay)}]\n  -> ${own}`, ...options].join('\n');
}

function choiceName(first: number): string {
  return first === BEGINNING ? 'ways_at_the_beginning' : `ways_before_s${first + 1}`;
}

/** Title and author, for players that show them; nothing else of the title page, which names people and addresses. */
function titleTags(script: Script): string[] {
  const [first] = placedBlocks(script);
  const page = first?.block.elements.find((element) => element.kind === 'titlePage');
  const entry = (...keys: string[]): string => onOneLine(page?.entries.find(({ key }) => keys.includes(key.toLowerCase()))?.values.join(' ') ?? '');
  return [['title', entry('title')] as const, ['author', entry('author', 'authors')] as const].flatMap(([key, value]) => (value === '' ? [] : [`# ${key}: ${escapeInk(value)}`]));
}

/**
 * The ink story of a script with its scenarios. Every scene is a knot; before the first scene of a scenario's scope stands
 * a choice between the script's own way and each scenario that parts there, which goes its own way and joins the script
 * behind its scope. Developed scenarios are written out, others told by their beats. All text is escaped, so that nothing
 * in it is ink. Ways do not part again inside a scenario.
 */
export function toInk(script: Script, scenarios: readonly Scenario[], { ownWay = 'As in the script' }: InkOptions = {}): InkStory {
  const spans = sceneSpansOf(script);
  const { ways, left } = waysOf(script, scenarios);
  const gaps = gapKnots(script);
  const scene = (index: number): string => (index >= spans.length ? 'END' : ways.has(index) ? choiceName(index) : sceneKnot(script, index));
  // Where the beginning itself goes another way, it is behind it.
  const entry = (index: number): string => (index === BEGINNING ? scene(0) : (gaps.get(index)?.name ?? scene(index)));
  const parts = [...titleTags(script), '', `-> ${ways.has(BEGINNING) ? choiceName(BEGINNING) : entry(0)}`, ''];
  const addWays = (at: number, own: string): void => {
    const branches = ways.get(at) ?? [];
    if (branches.length > 0) {
      parts.push(choiceText(at, own, branches, ownWay, entry), '');
    }
    for (const way of branches) {
      way.knots.forEach((each, index) => parts.push(knotText(each, way.knots[index + 1]?.name ?? entry(way.rejoins)), ''));
    }
  };
  addWays(BEGINNING, entry(0));
  for (let index = 0; index <= spans.length; index++) {
    const gap = gaps.get(index);
    const span = spans[index];
    if (gap) {
      parts.push(knotText(gap, scene(index)), '');
    }
    if (span) {
      const own: Knot = { name: sceneKnot(script, index), lines: printedLines(script, span) };
      addWays(index, own.name);
      parts.push(knotText(own, entry(index + 1)), '');
    }
  }
  return { text: parts.join('\n'), left };
}

/** What prints between scenes, by the index of the scene behind it: before the first, behind a section's heading, after the last. */
function gapKnots(script: Script): ReadonlyMap<number, Knot> {
  const spans = sceneSpansOf(script);
  const gaps = new Map<number, Knot>();
  for (let index = 0; index <= spans.length; index++) {
    const lines = printedLines(script, { from: spans[index - 1]?.to ?? 0, to: spans[index]?.from ?? script.length });
    if (lines.length > 0) {
      gaps.set(index, { name: index === 0 ? 'beginning' : `before_s${index + 1}`, lines });
    }
  }
  return gaps;
}
