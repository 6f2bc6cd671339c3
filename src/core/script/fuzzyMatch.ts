// Whether what somebody typed may mean a name, as loosely as VS Code searches: it sorts and narrows by itself.

/**
 * Each word of the query has its letters in the name in their order, in any case. An empty query matches all.
 * @param words the query's: see wordsOfQuery
 */
export function isFuzzyMatch(words: readonly string[], name: string): boolean {
  if (words.length === 0) {
    return true;
  }
  const text = name.toLowerCase();
  return words.every((word) => {
    let at = 0;
    for (const letter of word) {
      at = text.indexOf(letter, at) + letter.length;
      if (at < letter.length) {
        return false;
      }
    }
    return true;
  });
}

export function wordsOfQuery(query: string): string[] {
  return query.toLowerCase().split(/\s+/u).filter((word) => word !== '');
}
