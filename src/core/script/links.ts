// Addresses that stand in a script: web and mail addresses anywhere, and files named in notes.
import type { Span } from '../fountain/elements';
import { placedBlocks, type Block, type Script } from '../fountain/script';

export interface ScriptLink extends Span {
  /** `file`: a path relative to the script, with forward slashes. It may not exist: a note of the writer's may only look like one. */
  readonly kind: 'web' | 'mail' | 'file';
  readonly target: string;
}

// VS Code finds addresses that begin with http:// or https:// itself.
const WEB = /(?<![\p{L}\p{N}@/.:-])www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/[^\s<>"“”[\]()]*)?/giu;
const MAIL = /(?<![\p{L}\p{N}._%+:/-])[\w.%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu;
const ENDING = 'png|jpe?g|gif|webp|svg|bmp|avif|pdf|md|txt|fountain|spmd|fdx|csv|json|html?|docx?|xlsx?|mp3|wav|m4a|ogg|flac|mp4|mov|webm';
// A note that is a path, as [[photos/the pier.png]] or [[>research.md|why boats]]; and a path in a longer note, without spaces.
const WHOLE = new RegExp(`^\\s*(?:>|image:|file:)?\\s*([^\\r\\n|<>"*?:]+\\.(?:${ENDING}))\\s*(?:\\|[^\\r\\n]*)?$`, 'iu');
const WORDS = new RegExp(`(?<![\\p{L}\\p{N}_/\\\\.:@-])[^\\s|<>"“”‘*?:;,()[\\]]+\\.(?:${ENDING})(?![\\p{L}\\p{N}_/\\\\@])`, 'giu');
// A path from the root of the machine, or to another one over the network, is no part of a script's folder.
const ROOTED = /^(?:[\\/]|[a-z]:)/i;

const inBlocks = new WeakMap<Block, readonly ScriptLink[]>();
const NONE: readonly ScriptLink[] = [];

/** Every link in order of place, absolute. Of two that overlap the longer comes first: take the first that leads somewhere. */
export function linksOf(script: Script): ScriptLink[] {
  const links: ScriptLink[] = [];
  for (const { block, offset } of placedBlocks(script)) {
    for (const { kind, target, from, to } of linksIn(block)) {
      links.push({ kind, target, from: offset + from, to: offset + to });
    }
  }
  return links;
}

function linksIn(block: Block): readonly ScriptLink[] {
  const { text, marks } = block;
  if (!text.includes('@') && !text.includes('.') && marks.length === 0) {
    return NONE;
  }
  let links = inBlocks.get(block);
  if (!links) {
    const found = [...matches(block.text, WEB, 'web', (address) => `https://${trimmed(address)}`), ...matches(text, MAIL, 'mail', (address) => `mailto:${address}`)];
    for (const mark of marks) {
      if (mark.kind === 'note') {
        found.push(...filesIn(text, { from: mark.from + 2, to: mark.to - 2 }));
      }
    }
    links = found.length === 0 ? NONE : found.sort((a, b) => a.from - b.from || b.to - a.to);
    inBlocks.set(block, links);
  }
  return links;
}

function matches(text: string, pattern: RegExp, kind: 'web' | 'mail', target: (address: string) => string): ScriptLink[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, target: target(match[0]), from: match.index, to: match.index + (kind === 'web' ? trimmed(match[0]) : match[0]).length }));
}

/** Without the full stop or comma of the sentence it ends. */
function trimmed(address: string): string {
  return address.replace(/[.,;:!?'’]+$/u, '');
}

function filesIn(text: string, note: Span): ScriptLink[] {
  const inner = text.slice(note.from, note.to);
  const whole = WHOLE.exec(inner)?.[1];
  const paths = whole === undefined ? [] : [{ path: whole, at: inner.indexOf(whole) }];
  for (const word of inner.matchAll(WORDS)) {
    const path = word[0].replace(/^>/, '');
    paths.push({ path, at: word.index + word[0].length - path.length });
  }
  return paths
    .filter(({ path }, index) => !ROOTED.test(path) && (index === 0 || path !== whole))
    .map(({ path, at }) => ({ kind: 'file', target: path.replaceAll('\\', '/'), from: note.from + at, to: note.from + at + path.length }));
}
