// Ampersands and angle brackets that were written as they are: a parser would take what follows them for a name, and lose it.

const NAME_START = String.raw`[\p{L}_:]`;
const NAME = String.raw`${NAME_START}[\p{L}\p{M}\p{N}_:.\u00b7-]*`;
// First what holds no text of the file's own and stays as it is; then an ampersand that begins no entity; then a bracket that begins no tag:
// none of Final Draft's begins with a small letter, so that one without an equals sign before the next bracket is a word.
const BARE = new RegExp(
  String.raw`<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?${NAME_START}[^]*?(?:\?>|$)` +
    String.raw`|(?<and>&(?!(?:#\d+|#x[\da-fA-F]+|${NAME});))` +
    String.raw`|(?<less><(?!\/?${NAME_START}|![A-Z])|<(?=[a-z][^<>"'=]*<))`,
  'gu',
);

/** A text in which every `&` and `<` that stands for itself is written as XML has it, and where the first of them was. No line moves. */
export function escapeBareMarks(text: string): { readonly text: string; readonly first?: { readonly mark: '&' | '<'; readonly at: number } } {
  let first: { mark: '&' | '<'; at: number } | undefined;
  const escaped = text.replace(BARE, (found: string, and: string | undefined, less: string | undefined, at: number) => {
    if (and === undefined && less === undefined) {
      return found;
    }
    first ??= { mark: and === undefined ? '<' : '&', at };
    return and === undefined ? '&lt;' : '&amp;';
  });
  return { text: escaped, ...(first && { first }) };
}
