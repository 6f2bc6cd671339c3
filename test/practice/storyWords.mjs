// What the practice model reads of a request about the story: the stretch, who is in it, things in it, the scenes behind it.
import { thingsIn } from './things.mjs';
import { sayName, wordsOf } from './words.mjs';

const HEADING = /^(?:\.(?!\.)|(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ])/i;
const CUE = /^(?!(?:INT|EXT|EST|I\/E)[./ ])@?([\p{Lu}\p{N}][^\p{Ll}\n]*?)\s*(?:\([^)\n]*\)\s*)*\^?$/u;

/** Text between tags on lines of their own, the last such pair. */
export function tagged(text, tag) {
  const from = text.lastIndexOf(`<${tag}>\n`);
  const to = text.indexOf(`\n</${tag}>`, from);
  return from < 0 ? undefined : text.slice(from + tag.length + 3, to < 0 ? undefined : to).trim();
}

/** The last message of the user, whatever form its content has. */
export function lastMessage(messages) {
  const content = messages.at(-1)?.content;
  return typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');
}

export function headingsIn(text) {
  return text.split('\n').map((line) => line.trim().replace(/^\d+[A-Z]*\s{2,}/, '')).filter((line) => HEADING.test(line));
}

/** "INT. ROOM - DAY (MARA, TOM) = told #3#" without what an outline adds. */
export function bareHeading(line) {
  return line.replace(/\s=\s.*$/, '').replace(/\s\([^()]*\)$/, '').replace(/\s*#[^#]*#$/, '').trim();
}

/** Who speaks in a text, who speaks most first. */
export function speakersIn(text) {
  const lines = text.split('\n').map((line) => line.trim());
  const counts = new Map();
  lines.forEach((line, at) => {
    const name = (at === 0 || lines[at - 1] === '') && lines[at + 1] && !HEADING.test(line) && !/TO:$/.test(line) ? CUE.exec(line)?.[1] : undefined;
    if (name && /\p{L}/u.test(name)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  });
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** What a stretch offers to make a story of. */
export function gatherStory(text) {
  const stretch = tagged(text, 'stretch') ?? '';
  const around = `${tagged(text, 'script') ?? ''}\n${tagged(text, 'scenes') ?? ''}`;
  const cast = (tagged(text, 'cast') ?? '').split(/\n\s*\n/).map((note) => note.split('\n')[0]?.trim() ?? '').filter((line) => CUE.test(line));
  const present = speakersIn(stretch);
  const names = [...new Set([...present, ...cast, ...speakersIn(around)])].filter((name) => name.length < 30);
  const things = thingsIn(stretch, new Set(names.flatMap((name) => wordsOf(name)))).slice(0, 6).map(({ name }) => name);
  const own = headingsIn(stretch).map(bareHeading);
  const all = headingsIn(`${tagged(text, 'script') ?? ''}\n${tagged(text, 'outline') ?? ''}\n${around}`);
  const last = all.map(bareHeading).lastIndexOf(own.at(-1));
  const behind = [...new Set(all.slice(last + 1))].filter((heading) => !own.includes(bareHeading(heading)));
  return { stretch, names: names.map(sayName), present: present.map(sayName), things, own, behind };
}

/** The same question gives the same answer. */
export function seededBy(text) {
  let state = 7;
  for (const char of text) {
    state = (Math.imul(state, 31) + char.codePointAt(0)) >>> 0;
  }
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * most);
  };
}
