// A Script after an edit, from the Script before it: only what the edit can have changed is read again.
import type { Edit } from '../edits/edit';
import { readBlock } from './block';
import { createSource, NeedsMoreText } from './lines';
import { parse } from './parse';
import { chunksOf, scriptOf, type Block, type Chunk, type Script } from './script';

/** Where a block stands: its chunk's index, its own in the chunk, and its offset. */
interface Place {
  readonly chunk: number;
  readonly index: number;
  readonly offset: number;
}

/**
 * The Script of the edited text: equal to `parse` of it, and all blocks outside the edit are the same objects.
 * Reading starts one block before the edit and stops at the first block that starts where an old one did.
 * @throws RangeError when the edit reaches outside the script: a caller's mistake, never a writer's
 */
export function reparse(script: Script, edit: Edit): Script {
  const { offset, removed, inserted } = edit;
  if (offset < 0 || removed < 0 || offset + removed > script.length) {
    throw new RangeError(`edit ${offset}+${removed} outside a script of ${script.length}`);
  }
  if (script.length === 0) {
    return parse(inserted);
  }
  const start = startOf(script, edit);
  const last = placeOf(script, offset + removed);
  const lastEnd = last.offset + blockOf(script, last).text.length;
  const edited = spliced(script, start.offset, lastEnd, edit);
  const ahead = new BlocksAhead(script, last);
  for (let count = 1; ; count *= 2) {
    const read = readRegion(edited, start.offset === 0, ahead, count);
    if (read) {
      const blocks = keepSame(read.blocks, script, start);
      return replaceBlocks(script, start, ahead.placeAfter(read.ahead), blocks);
    }
  }
}

/** The text from one block's start to another's end, edited. */
function spliced(script: Script, from: number, to: number, edit: Edit): string {
  let text = '';
  let offset = 0;
  for (const chunk of script.chunks) {
    if (offset + chunk.length > from && offset < to) {
      let at = offset;
      for (const block of chunk.blocks) {
        if (at >= from && at < to) {
          text += block.text;
        }
        at += block.text.length;
      }
    }
    offset += chunk.length;
  }
  const at = edit.offset - from;
  return text.slice(0, at) + edit.inserted + text.slice(at + edit.removed);
}

/** The blocks behind the edit, taken as far as reading needs them. */
class BlocksAhead {
  private readonly blocks: Block[] = [];
  private readonly places: Place[] = [];
  private next: Place | undefined;

  constructor(
    private readonly script: Script,
    last: Place,
  ) {
    this.next = placeBehind(script, last);
  }

  /** The first `count` of them, fewer at the script's end. */
  take(count: number): readonly Block[] {
    while (this.next && this.blocks.length < count) {
      const block = blockOf(this.script, this.next);
      this.blocks.push(block);
      this.places.push(this.next);
      this.next = placeBehind(this.script, this.next);
    }
    return this.blocks;
  }

  /** Whether those taken reach the script's end. */
  get exhausted(): boolean {
    return this.next === undefined;
  }

  /** Whether a boneyard's closing mark stands behind those taken. */
  closesLater(): boolean {
    for (let place = this.next; place; place = placeBehind(this.script, place)) {
      if (blockOf(this.script, place).text.includes('*/')) {
        return true;
      }
    }
    return false;
  }

  /** The place of the block behind the first `count`, undefined at the end. */
  placeAfter(count: number): Place | undefined {
    this.take(count + 1);
    return this.places[count];
  }
}

/**
 * Reads the edited text with `count` old blocks behind it.
 * @returns the new blocks, and how many of the old ones behind the edit they took in; undefined when more are needed
 */
function readRegion(
  edited: string,
  first: boolean,
  ahead: BlocksAhead,
  count: number,
): { blocks: Block[]; ahead: number } | undefined {
  const behind = ahead.take(count);
  const whole = ahead.exhausted;
  const text = edited + behind.map((block) => block.text).join('');
  const source = whole ? createSource(text) : createSource(text, () => ahead.closesLater());
  const blocks: Block[] = [];
  let known = 0;
  let knownAt = edited.length;
  try {
    for (let at = 0; at < text.length; ) {
      const { block, end } = readBlock(source, at, first && at === 0);
      blocks.push(block);
      at = end;
      while (known < behind.length && knownAt < at) {
        knownAt += behind[known]?.text.length ?? 0;
        known++;
      }
      // The last boundary of a text that goes on is not to be trusted: what follows may belong to its last block.
      if (at === knownAt && (whole || at < text.length)) {
        if (!whole && source.noNoteEnd.to >= text.length) {
          // An open note was looked for to the very end: what closes it may stand behind.
          return undefined;
        }
        return { blocks, ahead: known };
      }
    }
  } catch (error) {
    if (error instanceof NeedsMoreText) {
      return undefined;
    }
    throw error;
  }
  return whole ? { blocks, ahead: known } : undefined;
}

/** Old blocks before the edit whose text came out the same are kept as the objects they were. */
function keepSame(blocks: readonly Block[], script: Script, start: Place): readonly Block[] {
  const kept = [...blocks];
  let place: Place | undefined = start;
  for (let at = 0; at < kept.length && place; at++, place = placeBehind(script, place)) {
    const old = blockOf(script, place);
    if (old.text !== kept[at]?.text) {
      break;
    }
    kept[at] = old;
  }
  return kept;
}

/** Where reading starts: a block before the edit, or at an open boneyard or note that the edit may close. */
function startOf(script: Script, edit: Edit): Place {
  const place = placeOf(script, edit.offset);
  const before = placeBefore(script, place) ?? place;
  return firstOpenNote(script, mayCloseBoneyard(script, edit) ? (firstOpenBoneyard(script, before) ?? before) : before);
}

/** A blank line that a note may not hold, among the line ends and spaces behind a block's last element. */
const ENDS_NOTES = /(?:\r\n|\r(?!\n)|\n) ?[\r\n]/;

/** The first block from which an open note may reach `start`, over blank lines wide enough to join it; else `start`. */
function firstOpenNote(script: Script, start: Place): Place {
  let first = start;
  for (let place = placeBefore(script, start); place; place = placeBefore(script, place)) {
    const { text, elements, problems } = blockOf(script, place);
    if (ENDS_NOTES.test(text.slice(elements.at(-1)?.to ?? 0))) {
      break;
    }
    if (problems.some((problem) => problem.kind === 'unclosedNote')) {
      first = place;
    }
  }
  return first;
}

/** Whether the edit brings or joins a closing mark: only then can an open boneyard before it be closed. */
function mayCloseBoneyard(script: Script, edit: Edit): boolean {
  const left = letterAt(script, edit.offset - 1);
  const right = letterAt(script, edit.offset + edit.removed);
  return (left + edit.inserted + right).includes('*/');
}

function letterAt(script: Script, offset: number): string {
  if (offset < 0 || offset >= script.length) {
    return '';
  }
  const place = placeOf(script, offset);
  return blockOf(script, place).text.charAt(offset - place.offset);
}

/** The first block before `place` in which a boneyard opens that nothing closes, if only inside a note: closed, it would come first. */
function firstOpenBoneyard(script: Script, place: Place): Place | undefined {
  let offset = 0;
  for (const [chunk, { blocks }] of script.chunks.entries()) {
    for (const [index, block] of blocks.entries()) {
      if (offset >= place.offset) {
        return undefined;
      }
      if (
        block.problems.some((problem) => problem.kind === 'unclosedBoneyard') ||
        block.marks.some((mark) => mark.kind === 'note' && mark.text.includes('/*'))
      ) {
        return { chunk, index, offset };
      }
      offset += block.text.length;
    }
  }
  return undefined;
}

/** The script with the blocks from `start` up to `end` replaced. Chunks that are not touched are kept. */
function replaceBlocks(script: Script, start: Place, end: Place | undefined, blocks: readonly Block[]): Script {
  const { chunks } = script;
  let firstChunk = start.chunk;
  let lastChunk = end ? end.chunk : chunks.length - 1;
  const head = chunks[start.chunk]?.blocks.slice(0, start.index) ?? [];
  const tail = end ? (chunks[end.chunk]?.blocks.slice(end.index) ?? []) : [];
  const middle = [...head, ...blocks, ...tail];
  // A chunk grown small by deletions takes its neighbour in, so that they stay few.
  const neighbour: Chunk | undefined = middle.length < 16 ? chunks[lastChunk + 1] : undefined;
  if (neighbour) {
    middle.push(...neighbour.blocks);
    lastChunk++;
  } else if (middle.length < 16 && firstChunk > 0) {
    firstChunk--;
    middle.unshift(...(chunks[firstChunk]?.blocks ?? []));
  }
  return scriptOf([...chunks.slice(0, firstChunk), ...chunksOf(middle), ...chunks.slice(lastChunk + 1)]);
}

function blockOf(script: Script, place: Place): Block {
  const block = script.chunks[place.chunk]?.blocks[place.index];
  if (!block) {
    throw new RangeError(`no block ${place.chunk}/${place.index}`);
  }
  return block;
}

/** The place of the block that holds `offset`: the one that starts there rather than the one that ends. */
function placeOf(script: Script, target: number): Place {
  const { chunks } = script;
  let offset = 0;
  let chunk = 0;
  let length = chunks[0]?.length ?? 0;
  while (offset + length <= target && chunk < chunks.length - 1) {
    offset += length;
    chunk++;
    length = chunks[chunk]?.length ?? 0;
  }
  const blocks = chunks[chunk]?.blocks ?? [];
  let index = 0;
  for (; index < blocks.length - 1; index++) {
    const end = offset + (blocks[index]?.text.length ?? 0);
    if (end > target) {
      break;
    }
    offset = end;
  }
  return { chunk, index, offset };
}

function placeBefore(script: Script, place: Place): Place | undefined {
  const at = place.index > 0 ? { chunk: place.chunk, index: place.index - 1 } : lastOfChunk(script, place.chunk - 1);
  return at && { ...at, offset: place.offset - blockOf(script, { ...at, offset: 0 }).text.length };
}

function lastOfChunk(script: Script, chunk: number): { chunk: number; index: number } | undefined {
  const blocks = script.chunks[chunk]?.blocks;
  return blocks && { chunk, index: blocks.length - 1 };
}

function placeBehind(script: Script, place: Place): Place | undefined {
  const offset = place.offset + blockOf(script, place).text.length;
  const blocks = script.chunks[place.chunk]?.blocks ?? [];
  if (place.index + 1 < blocks.length) {
    return { chunk: place.chunk, index: place.index + 1, offset };
  }
  return place.chunk + 1 < script.chunks.length ? { chunk: place.chunk + 1, index: 0, offset } : undefined;
}
