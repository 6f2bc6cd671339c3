// Fills one page by the trade's rules: what keeps together, what may be parted and where.
import type { Block } from '../fountain/script';
import { WHOLE, type Cursor, type LaidPage, type Part } from './laidPage';
import type { Setting } from './setting';
import { paragraphSplits, speechSplits, type Rest, type Split } from './splits';
import { afterOf, UnitFinder, type Found, type KnownUnits } from './unitFinder';
import { rowsOf, type Flow, type SpeechUnit, type Unit } from './units';
import { breaksOf, type Breaks } from './wrap';

/** Fills one page from a place on. */
export class PageBuilder {
  private readonly parts: Part[] = [];
  private row = 0;
  private placedBlock: number;
  private readonly units: UnitFinder;
  private offset = 0;
  private line = 0;

  constructor(
    private readonly blocks: readonly Block[],
    private readonly setting: Setting,
    private readonly start: Cursor,
    known: KnownUnits | undefined,
  ) {
    this.units = new UnitFinder(blocks, setting, start.block, known);
    this.placedBlock = start.block;
  }

  /** Every block that was looked at, from the base, and its units. The last block is undefined where the script ended. */
  seen(): { blocks: (Block | undefined)[]; units: readonly (readonly Unit[])[] } {
    const units = this.units.seen;
    return { blocks: units.map((_, at) => this.blocks[this.start.block + at]), units };
  }

  page(next: Cursor | undefined): LaidPage | undefined {
    if (this.parts.length === 0) {
      return undefined;
    }
    const end = next?.block ?? this.blocks.length;
    this.walkTo(end);
    return { setting: this.setting, rows: this.row, parts: this.parts, blocks: end - this.start.block, length: this.offset, lines: this.line };
  }

  /** Places units until the page is full. Returns where the next page begins, if anything is left. */
  fill(): Cursor | undefined {
    let found = this.units.find(this.start);
    while (found) {
      const next = this.units.find(afterOf(found));
      if (found.unit.kind === 'break') {
        if (this.row > 0) {
          return next?.cursor;
        }
      } else {
        const rest = this.place(found, next);
        if (rest !== undefined) {
          return rest;
        }
      }
      found = next;
    }
    return undefined;
  }

  /** Places a unit, or as much of it as may stand here. Returns where the next page begins when this one is full. */
  private place(found: Found, next: Found | undefined): Cursor | undefined {
    const { cursor } = found;
    const above = this.row === 0 || found.unit.kind === 'break' ? 0 : found.unit.above;
    const room = this.setting.paper.rows - this.row - above;
    const rows = this.rowsOf(found);
    if (rows <= room && this.mayFollow(found, next, room - rows)) {
      this.row += above;
      this.put(found, undefined);
      return undefined;
    }
    const splits = this.splits(found, room);
    for (let at = splits.length - 1; at >= 0; at--) {
      const split = splits[at];
      if (split && split.rows + moreRows(found) <= room) {
        this.row += above;
        this.put(found, split);
        return { ...cursor, rest: split.rest };
      }
    }
    if (this.row > 0) {
      return cursor;
    }
    // It opens the page and may not be parted by any rule: it stands whole where it fits, and is cut where the page ends.
    if (rows <= room) {
      this.put(found, undefined);
      return undefined;
    }
    const cut = this.cut(found, room - moreRows(found));
    this.put(found, cut);
    return { ...cursor, rest: cut.rest };
  }

  /** Whether enough of what must not be parted from this unit fits behind it. */
  private mayFollow(found: Found, next: Found | undefined, room: number): boolean {
    if (!next || next.unit.kind === 'break' || !(keepsWithNext(found) || isTransition(next))) {
      return true;
    }
    const left = room - next.unit.above;
    const rows = this.rowsOf(next);
    if (rows <= left) {
      return this.mayFollow(next, this.units.find(afterOf(next)), left - rows);
    }
    return left > 0 && this.splits(next, left).some((split) => split.rows + moreRows(next) <= left);
  }

  private splits(found: Found, room: number): Split[] {
    const { unit, cursor } = found;
    if (unit.kind === 'break' || found.beside) {
      return [];
    }
    return unit.kind === 'paragraph' ? paragraphSplits(unit.flow, this.breaksOf(unit.flow, cursor.rest.at), room) : speechSplits(unit, cursor.rest, (flow) => this.speechBreaks(unit, flow, cursor.rest), room);
  }

  /** Cuts a unit that no rule parts and no page holds. */
  private cut(found: Found, room: number): Split {
    const { unit, cursor } = found;
    if (unit.kind === 'paragraph') {
      const breaks = this.breaksOf(unit.flow, cursor.rest.at);
      return { rows: room, breaks: breaks.slice(0, 2 * room), rest: { flow: 0, at: breaks[2 * room] ?? 0 } };
    }
    let rows = cursor.rest.flow === 0 ? 0 : 1;
    const flows = unit.kind === 'speech' ? unit.flows : [];
    for (let index = cursor.rest.flow; unit.kind === 'speech' && index < flows.length; index++) {
      const breaks = this.speechBreaks(unit, index, cursor.rest);
      if (rows + rowsOf(breaks) > room) {
        const kept = Math.max(0, room - rows);
        return { rows: room, breaks: breaks.slice(0, 2 * kept), rest: { flow: index, at: breaks[2 * kept] ?? 0 } };
      }
      rows += rowsOf(breaks);
    }
    return { rows, breaks: undefined, rest: { flow: flows.length, at: 0 } };
  }

  private rowsOf(found: Found): number {
    const { unit, cursor, beside } = found;
    const { rest } = cursor;
    if (unit.kind === 'break') {
      return 0;
    }
    if (unit.kind === 'paragraph') {
      return rowsOf(this.breaksOf(unit.flow, rest.at));
    }
    if (beside) {
      return Math.max(unit.rows, beside.unit.rows);
    }
    if (rest.flow === 0) {
      return unit.rows;
    }
    let rows = 1;
    for (let index = rest.flow; index < unit.flows.length; index++) {
      rows += rowsOf(this.speechBreaks(unit, index, rest));
    }
    return rows;
  }

  private breaksOf(flow: Flow, at: number): Breaks {
    // Of a paragraph that fills many pages no more is wrapped than this one can hold.
    return at === 0 ? flow.breaks : breaksOf(flow.printed, flow.measure, at, this.setting.paper.rows + 1);
  }

  private speechBreaks(unit: SpeechUnit, index: number, rest: Rest): Breaks {
    const flow = unit.flows[index];
    return flow ? this.breaksOf(flow, index === rest.flow ? rest.at : 0) : [];
  }

  /** Puts a unit on the page, up to a split if one is given. */
  private put(found: Found, split: Split | undefined): void {
    const { unit, cursor, beside } = found;
    this.walkTo(cursor.block);
    if (unit.kind === 'paragraph') {
      const breaks = split?.breaks ?? this.breaksOf(unit.flow, cursor.rest.at);
      this.add(unit.flow, breaks, this.row);
      this.row += rowsOf(breaks);
    } else if (unit.kind === 'speech') {
      const row = this.row;
      this.row = this.putSpeech(unit, cursor.rest, split, row);
      if (beside) {
        this.walkTo(beside.cursor.block);
        this.row = Math.max(this.row, this.putSpeech(beside.unit, WHOLE, undefined, row));
      }
    }
  }

  private putSpeech(unit: SpeechUnit, rest: Rest, split: Split | undefined, from: number): number {
    let row = from;
    const cue = unit.flows[0];
    if (rest.flow > 0 && cue) {
      const at = unit.flows[rest.flow] ?? cue;
      const text = continuedCue(cue.printed.text, this.setting.options.continued);
      this.add(cue, [0, text.length], row++, { text, in: at, at: rest.at });
    }
    const end = split ? split.rest.flow : unit.flows.length - 1;
    for (let index = rest.flow; index <= end; index++) {
      const flow = unit.flows[index];
      const isParted = split !== undefined && index === end;
      const breaks = isParted ? (split.breaks ?? []) : this.speechBreaks(unit, index, rest);
      if (flow && breaks.length > 0) {
        this.add(flow, breaks, row);
        row += rowsOf(breaks);
      }
    }
    const parted = split && unit.flows[split.rest.flow];
    if (split && cue && parted) {
      const { more } = this.setting.options;
      this.add({ ...cue, kind: 'more', measure: this.setting.measures.more }, [0, more.length], row++, { text: more, in: parted, at: split.rest.at });
    }
    return row;
  }

  private add(flow: Flow, breaks: Breaks, row: number, added?: Part['added']): void {
    const block = this.blocks[this.placedBlock];
    if (block) {
      const { offset, line } = this;
      this.parts.push(added ? { row, block, flow, breaks, offset, line, added } : { row, block, flow, breaks, offset, line });
    }
  }

  /** Counts how far a block is from the page's base. */
  private walkTo(block: number): void {
    for (; this.placedBlock < block; this.placedBlock++) {
      const passed = this.blocks[this.placedBlock];
      this.offset += passed?.text.length ?? 0;
      this.line += passed?.lines ?? 0;
    }
  }
}

/** No page ends with a heading. */
function keepsWithNext({ unit }: Found): boolean {
  return unit.kind === 'paragraph' && (unit.flow.kind === 'sceneHeading' || unit.flow.kind === 'section');
}

/** No page begins with a transition: it belongs to what it leads out of. */
function isTransition({ unit }: Found): boolean {
  return unit.kind === 'paragraph' && unit.flow.kind === 'transition';
}

/** The row that (MORE) takes below a parted speech. */
function moreRows({ unit }: Found): number {
  return unit.kind === 'speech' ? 1 : 0;
}

/** The cue overleaf; one that says already that its speech goes on is repeated as it is. */
function continuedCue(cue: string, continued: string): string {
  return /\(\s*CONT/i.test(cue) ? cue : `${cue} ${continued}`;
}
