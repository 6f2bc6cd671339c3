// Which entries of a list are meant by what is typed: by the beginning first, then anywhere.

const MOST = 50;

/** Letters without their accents and capitals. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** At most fifty, those that begin so first, then those with a word that does, then the rest; each word typed must be there. */
export function matchesOf<T extends { readonly text: string }>(options: readonly T[], typed: string): T[] {
  const wanted = folded(typed);
  if (wanted === '') {
    return options.slice(0, MOST);
  }
  const words = wanted.split(' ');
  const ranked = options.flatMap((option) => {
    const text = folded(option.text);
    if (!words.every((word) => text.includes(word))) {
      return [];
    }
    const rank = text === wanted || text.startsWith(`${wanted} `) ? 0 : text.startsWith(wanted) ? 1 : text.includes(` ${wanted}`) ? 2 : 3;
    return [{ option, rank }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).slice(0, MOST).map(({ option }) => option);
}

/** Whether a row has all the words looked for. */
export function isFound(texts: readonly string[], wanted: string): boolean {
  const text = folded(texts.join(' '));
  return folded(wanted).split(' ').every((word) => text.includes(word));
}
