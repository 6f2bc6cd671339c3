// The text in an answer that came as JSON although none was asked for: whole, or cut.

/** By worth: what is called a scene may be its heading alone. */
const NAMES = ['draft', 'rewrite', 'rewritten', 'fountain', 'screenplay', 'script', 'text', 'content', 'result', 'answer', 'scene'];
const FIELDS = NAMES.map((name) => new RegExp(`"${name}"\\s*:\\s*"(?!")`, 'i'));
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '', '"': '"', '\\': '\\', '/': '/' };

/** The string of the field that holds the draft; undefined where a text is no JSON or has none. Reads what a cut left of it. */
export function textInJson(text: string): string | undefined {
  const start = text.trimStart().replace(/^`{3,}json\s*/i, '');
  if (!start.startsWith('{') && !start.startsWith('[')) {
    return undefined;
  }
  const field = FIELDS.map((pattern) => pattern.exec(start)).find((found) => found !== null);
  if (!field) {
    return undefined;
  }
  let made = '';
  for (let at = field.index + field[0].length; at < start.length; at++) {
    const char = start.charAt(at);
    if (char === '"') {
      break;
    }
    if (char !== '\\') {
      made += char;
      continue;
    }
    const escape = start.charAt(++at);
    if (escape === 'u') {
      const code = /^[0-9a-f]{4}/i.exec(start.slice(at + 1, at + 5))?.[0];
      made += code === undefined ? '' : String.fromCharCode(parseInt(code, 16));
      at += code === undefined ? 0 : 4;
    } else {
      made += ESCAPES[escape] ?? escape;
    }
  }
  return made.trim();
}
