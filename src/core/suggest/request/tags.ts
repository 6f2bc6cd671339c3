// The tags that set a screenplay's text apart from instructions, and keep it from ever closing them.

const NAMES = ['cast', 'script', 'outline', 'speeches', 'earlier', 'present', 'relations', 'before', 'scene', 'replace', 'shown', 'direction', 'here', 'stretch', 'scenes', 'scenario', 'plan', 'written', 'voices', 'write', 'pages', 'rewrite', 'like', 'after', 'draft'] as const;

export type Tag = (typeof NAMES)[number];

const OURS = new RegExp(`<(?=[ \\t]*/?[ \\t]*(?:${NAMES.join('|')})(?![\\p{L}\\p{N}]))`, 'giu');

/**
 * The text with every `<` that would begin one of our tags made a `‹`: nothing inside can open or close one. What stands behind a
 * note or boneyard that is open goes, to the line's end: headings, synopses and names come here as the script has them. Linear.
 */
export function withoutTags(text: string): string {
  const open = /\[\[|\/\*/.test(text) ? text.split('\n').map(withoutOpen).join('\n') : text;
  return open.replace(OURS, '\u2039');
}

function withoutOpen(line: string): string {
  const marks = /\[\[|\/\*/g;
  for (let mark = marks.exec(line); mark !== null; mark = marks.exec(line)) {
    const end = line.indexOf(mark[0] === '[[' ? ']]' : '*/', marks.lastIndex);
    if (end < 0) {
      return line.slice(0, mark.index).trimEnd();
    }
    marks.lastIndex = end + 2;
  }
  return line;
}

/** The text between an opening and a closing tag, each on a line of its own. */
export function tagged(tag: Tag, text: string): string {
  return `<${tag}>\n${text}\n</${tag}>`;
}
