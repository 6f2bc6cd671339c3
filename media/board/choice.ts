// What is selected on the board, as any list of files has it: a click for one, Ctrl for one more, Shift for all between.

export interface Choice {
  readonly keys: ReadonlySet<string>;
  /** Where a stretch begins. */
  readonly anchor?: string;
}

export const NOTHING: Choice = { keys: new Set() };

export function choose(choice: Choice, order: readonly string[], key: string, how: { readonly more: boolean; readonly stretch: boolean }): Choice {
  if (how.stretch && choice.anchor !== undefined && order.includes(choice.anchor)) {
    const [from, to] = [order.indexOf(choice.anchor), order.indexOf(key)].sort((a, b) => a - b);
    const between = order.slice(from, (to ?? 0) + 1);
    return { keys: new Set(how.more ? [...choice.keys, ...between] : between), anchor: choice.anchor };
  }
  if (how.more) {
    const keys = new Set(choice.keys);
    if (!keys.delete(key)) {
      keys.add(key);
    }
    return { keys, anchor: key };
  }
  return { keys: new Set([key]), anchor: key };
}

/** What a drag that begins at a strip takes along: all that is selected where it is one of them, else it alone. */
export function taken(choice: Choice, key: string, order: readonly string[]): string[] {
  return choice.keys.has(key) ? order.filter((each) => choice.keys.has(each)) : [key];
}

/** The choice without what is no longer on the board; the same one where all of it is. */
export function stillThere(choice: Choice, order: readonly string[]): Choice {
  const there = new Set(order);
  const keys = new Set([...choice.keys].filter((key) => there.has(key)));
  const anchorGone = choice.anchor !== undefined && !there.has(choice.anchor);
  if (keys.size === choice.keys.size && !anchorGone) {
    return choice;
  }
  return choice.anchor === undefined || anchorGone ? { keys } : { keys, anchor: choice.anchor };
}
