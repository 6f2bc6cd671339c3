// What each key means on the board. The list of them is in the help, in the writer's language, sent by the extension.
import type { Step } from './walk';

export interface KeyPressed {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type Act =
  | { readonly do: 'step'; readonly step: Step; readonly stretch: boolean }
  | { readonly do: 'nudge' | 'nudgeDay'; readonly down: boolean }
  | { readonly do: 'select' | 'selectDay' | 'goTo' | 'toBoneyard' | 'banner' | 'dayBreak' | 'menu' | 'undo' | 'redo' | 'find' | 'help' | 'escape' };

const STEPS: Readonly<Record<string, Step>> = { ArrowDown: 'next', ArrowUp: 'before', ArrowRight: 'nextDay', ArrowLeft: 'dayBefore', PageDown: 'nextDay', PageUp: 'dayBefore', Home: 'first', End: 'last' };
const PLAIN: Readonly<Record<string, Exclude<Act['do'], 'step' | 'nudge' | 'nudgeDay'>>> = {
  ' ': 'select', Enter: 'goTo', Delete: 'toBoneyard', Backspace: 'toBoneyard', b: 'banner', d: 'dayBreak', m: 'menu', ContextMenu: 'menu', '?': 'help', '/': 'find', Escape: 'escape',
};

/** What the key does; undefined where it means nothing here and is left to others. */
export function actOf({ key, ctrl, shift, alt }: KeyPressed): Act | undefined {
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (ctrl) {
    return alt ? undefined : withCtrl(letter, shift);
  }
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (alt) {
    // What is carried is put back with Alt still down.
    if (key === 'Escape') {
      return { do: 'escape' };
    }
    return key === 'ArrowUp' || key === 'ArrowDown' ? { do: shift ? 'nudgeDay' : 'nudge', down: key === 'ArrowDown' } : undefined;
  }
  if (step) {
    return { do: 'step', step, stretch: shift };
  }
  if (key === 'F10' && shift) {
    return { do: 'menu' };
  }
  const plain = Object.hasOwn(PLAIN, letter) ? PLAIN[letter] : undefined;
  return plain && { do: plain };
}

function withCtrl(letter: string, shift: boolean): Act | undefined {
  switch (letter) {
    case 'z':
      return { do: shift ? 'redo' : 'undo' };
    case 'y':
      return shift ? undefined : { do: 'redo' };
    case 'a':
      return { do: 'selectDay' };
    case 'f':
      return { do: 'find' };
    default:
      return undefined;
  }
}
