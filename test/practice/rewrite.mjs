// The practice model's rewrites: no language model, but what an editor with a pencil would do to the passage's own words.
import { composeAlternatives } from './compose.mjs';
import { readRequest } from './readRequest.mjs';
import { thingsIn } from './things.mjs';
import { sayName, sentencesOf, spoken, wordsOf } from './words.mjs';

const CUE = /^(?!(?:INT|EXT|EST|I\/E)[./ ])@?([\p{Lu}\p{N}][^\p{Ll}\n]*?)\s*(?:\([^)\n]*\)\s*)*\^?$/u;
const FIXED = /^(?:\.(?!\.)|(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ]|[#=>~!]|[^\p{Ll}]*:$)/iu;
/** Words that a paragraph of action does not miss. */
const PADDING = /\s*\b(?:very|really|quite|suddenly|slowly|quietly|carefully|just|simply|then|somehow|almost)\b(?=\s+\p{Ll})/giu;

/**
 * The new passage for a request to rewrite; undefined when something else is asked for.
 * @param {{ role: string, content: unknown }[]} messages
 */
export function composeRewrite(messages) {
  const text = String(messages.at(-1)?.content ?? '');
  const at = text.lastIndexOf('<rewrite>\n');
  const end = text.indexOf('\n</rewrite>', at);
  if (at < 0 || end < 0) {
    return undefined;
  }
  const asked = { text, at, tail: text.slice(end), direction: lastTagged(text, 'direction').toLowerCase() };
  const blocks = text.slice(at + '<rewrite>\n'.length, end).split(/\n[^\S\n]*\n(?:[^\S\n]*\n)*/).map(readBlock);
  const made = shortened(rewritten(blocks, asked), asked.tail);
  return `<draft>\n${made.map(({ source }) => source).join('\n\n')}\n</draft>`;
}

/** A paragraph: `fixed` ones (headings, sections, transitions) are nobody's to change. */
function readBlock(source) {
  const [first = '', ...rest] = source.split('\n');
  const name = rest.length > 0 && !FIXED.test(first) ? CUE.exec(first)?.[1] : undefined;
  return { source, kind: name !== undefined ? 'speech' : FIXED.test(first) ? 'fixed' : 'action', name, cue: first, said: rest.join('\n') };
}

function rewritten(blocks, asked) {
  const merged = /(\S[^,.;:]*?) goes, (\S[^.,;:]*?) stays/i.exec(lastTagged(asked.text, 'direction'));
  if (merged) {
    return blocks.map((block) => mergedBlock(block, merged[1].trim(), merged[2].trim()));
  }
  const speeches = blocks.filter(({ kind }) => kind === 'speech');
  const longest = speeches.reduce((most, block) => (wordsOf(block.said).length > wordsOf(most?.said ?? '').length ? block : most), undefined);
  const visual = /visual|camera|show(?:n)? /.test(asked.direction) && longest;
  const things = thingsIn(blocks.filter(({ kind }) => kind !== 'fixed').map(({ source }) => source).join(' '));
  const made = blocks.flatMap((block, index) => {
    if (block === visual) {
      const thing = things[0]?.name;
      return [readBlock(thing ? `${sayName(block.name)} picks up the ${thing}, puts it down where it was. Says nothing.` : `${sayName(block.name)} starts to answer. Doesn't.`)];
    }
    if (block.kind === 'speech') {
      return [speeches.indexOf(block) % 2 === 0 || /nose|subtext|punch|funn|spoke in|speak/.test(asked.direction) ? spokenAnew(block, index, blocks, asked) : block];
    }
    return [block.kind === 'action' ? actionAnew(block) : block];
  });
  if (/stakes/.test(asked.direction)) {
    const thing = things[0]?.name ?? 'door';
    made.splice(Math.max(1, Math.ceil(made.length * 0.6)), 0, readBlock(`The ${thing}. Nobody reaches for it. It is the last one.`));
  }
  return made;
}

/** The same action with less around it: padding gone, "is waiting" made "waits", a second thought made a sentence. */
function actionAnew(block) {
  const plain = block.source
    .replace(PADDING, '')
    .replace(/,\s+and\s+(?=\p{Ll}+s\s)/u, '. ')
    .replace(/\b(is|are) (look|wait|stand|sit|walk|watch|turn|hold|talk)ing\b/gu, (_all, verb, stem) => (verb === 'is' ? `${stem}${stem === 'watch' ? 'es' : 's'}` : stem));
  return { ...block, source: plain.replace(/([.!?])\s+(\p{Ll})/gu, (_all, stop, letter) => `${stop} ${letter.toUpperCase()}`) };
}

/** Another line for a speech, made as the house's alternatives are. */
function spokenAnew(block, index, blocks, { text, direction }) {
  const before = blocks.slice(0, index).map(({ source }) => source).join('\n\n');
  const head = text.slice(0, Math.max(0, text.lastIndexOf('<scene>\n')));
  const wish = /(?:no|less) |nose|subtext/.test(direction) ? 'more subtext' : /funn|punch/.test(direction) ? 'funnier' : '';
  const content = `${head}<scene>\n${before}\n\n<replace>\n${block.cue}\n${block.said}\n</replace>\n</scene>\n\nWrite 2 alternatives.${wish ? `\n<direction>\n${wish}\n</direction>` : ''}`;
  const request = readRequest([{ role: 'user', content }]);
  const [made] = request ? composeAlternatives(request) : [];
  // Lines under the same cue: a parenthetical that stands there stays.
  const kept = block.said.split('\n').filter((line) => /^\s*\(.*\)\s*$/.test(line))[0];
  const words = made?.text.split('\n').filter((line) => !/^\s*\(.*\)\s*$/.test(line)).join('\n');
  const isShorter = /tighten|short|cut/.test(direction);
  const line = isShorter ? sentencesOf(spoken(block.said)).slice(0, 1).join(' ') : words;
  return line ? readBlock([block.cue, ...(kept ? [kept] : []), line].join('\n')) : block;
}

function mergedBlock(block, goes, stays) {
  const source = block.kind === 'speech' && block.name === goes.toUpperCase() ? block.source.replace(block.cue, block.cue.replace(block.name, stays.toUpperCase())) : block.source;
  return readBlock(source.replaceAll(sayName(goes.toUpperCase()), sayName(stays.toUpperCase())).replaceAll(goes.toUpperCase(), stays.toUpperCase()));
}

/** Cut to the length that is asked for: last sentences of action first, then what stands in the middle. */
function shortened(blocks, tail) {
  const lines = /must take at most (?:about )?(\d+) printed lines?/.exec(tail)?.[1];
  const page = /must take at most (?:\d+ printed lines? and )?(?:(\d+) )?(?:(\d)\/8|(\d+)) of a page/.exec(tail);
  const eighths = page ? Number(page[1] ?? page[3] ?? 0) * 8 + Number(page[2] ?? 0) : 0;
  const most = Math.min(lines ? Number(lines) : Infinity, eighths > 0 ? Math.floor(eighths * 6.5) - 1 : Infinity);
  const left = [...blocks];
  while (left.length > 2 && room(left, lines !== undefined) > most) {
    const long = left.findIndex(({ kind, source }) => kind === 'action' && sentencesOf(source).length > 1);
    if (long >= 0) {
      left[long] = { ...left[long], source: sentencesOf(left[long].source).slice(0, -1).join(' ') };
      continue;
    }
    const middle = left.findIndex(({ kind }, index) => kind !== 'fixed' && index >= Math.floor(left.length / 2));
    const any = middle >= 0 ? middle : left.findLastIndex(({ kind }) => kind !== 'fixed');
    if (any < 0) {
      break;
    }
    left.splice(any, 1);
  }
  return left;
}

/** Printed lines that paragraphs take; with the blank ones between them for a share of a page. */
function room(blocks, bare) {
  const rows = blocks.reduce((sum, { kind, said, source }) => sum + (kind === 'speech' ? 1 + wrapped(said, 24) : wrapped(source, source.startsWith('~') ? 30 : 58)), 0);
  return bare ? rows : rows + blocks.length;
}

function wrapped(text, width) {
  let rows = 0;
  for (const line of text.split('\n')) {
    let column = Infinity;
    for (const word of line.split(/\s+/)) {
      rows += column + 1 + word.length > width ? 1 : 0;
      column = column + 1 + word.length > width ? word.length : column + 1 + word.length;
    }
  }
  return rows;
}

function lastTagged(text, tag) {
  const from = text.lastIndexOf(`<${tag}>\n`);
  const to = text.indexOf(`\n</${tag}>`, from);
  return from < 0 || to < 0 ? '' : text.slice(from + tag.length + 3, to).trim();
}
