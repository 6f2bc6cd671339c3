// The tags that set a screenplay's text apart from instructions, and keep it from ever closing them.

const NAMES = ['cast', 'script', 'outline', 'speeches', 'earlier', 'present', 'relations', 'before', 'scene', 'replace', 'shown', 'direction', 'here', 'stretch', 'scenes', 'scenario', 'plan', 'written', 'voices', 'write', 'pages', 'rewrite', 'like', 'after', 'draft'] as const;

export type Tag = (typeof NAMES)[number];

const OURS = new RegExp(`<(?=[ \\t]*/?[ \\t]*(?:${NAMES.join('|')})(?![\\p{L}\\p{N}]))`, 'giu');

/** The text with every `<` that would begin one of our tags made a `‹`: nothing inside can open or close one. Linear. */
export function withoutTags(text: string): string {
  return text.replace(OURS, '\u2039');
}

/** The text between an opening and a closing tag, each on a line of its own. */
export function tagged(tag: Tag, text: string): string {
  return `<${tag}>\n${text}\n</${tag}>`;
}
