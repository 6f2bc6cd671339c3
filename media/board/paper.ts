// The paper that strips are made of: the trade's colours, dimmed on a dark desk, with an ink that can be read on each.

/** What a theme asks of paper: a bright one, one that does not glare, one with hard edges. */
export type Desk = 'light' | 'dark' | 'contrast';
export type Light = 'day' | 'night' | 'dawn' | 'dusk';

/** The trade's colours: white for day inside, yellow outside; blue for night inside, green outside; dawn pink, dusk orange. */
const PAPER: Readonly<Record<Desk, Readonly<Record<Light, { readonly int: string; readonly ext: string }>>>> = {
  light: {
    day: { int: '#ffffff', ext: '#ffee8c' },
    night: { int: '#b3d4f5', ext: '#a9dfb0' },
    dawn: { int: '#fbdde4', ext: '#f5bccb' },
    dusk: { int: '#fde0c4', ext: '#f8c392' },
  },
  dark: {
    day: { int: '#dedad1', ext: '#dcc764' },
    night: { int: '#8eb0d6', ext: '#86ba8e' },
    dawn: { int: '#d9b8c1', ext: '#cf97a8' },
    dusk: { int: '#dcbb9b', ext: '#d09f6c' },
  },
  contrast: {
    day: { int: '#ffffff', ext: '#fff06a' },
    night: { int: '#a8d1ff', ext: '#98ea9f' },
    dawn: { int: '#ffdbe4', ext: '#ffb0c4' },
    dusk: { int: '#ffdfc0', ext: '#ffbb7c' },
  },
};

const INKS = ['#1a1a1a', '#ffffff'] as const;
/** Words that step back behind the rest, where that leaves them easy to read. */
const QUIET_INKS = ['#3f4247', '#e6e6e6'] as const;
const READABLE = 4.5;
const EASY = 6;

/** The paper of a scene. A scene inside and outside at once is on inside paper; its second edge is the outside one's. */
export function paperOf(desk: Desk, light: Light, place: 'int' | 'ext'): string {
  return PAPER[desk][light][place];
}

/** The first ink that can be read on a paper. */
export function inkOn(paper: string): string {
  return INKS.find((ink) => contrast(paper, ink) >= READABLE) ?? INKS[0];
}

/** The same for a synopsis: one that steps back where it can. */
export function quietInkOn(paper: string): string {
  return QUIET_INKS.find((ink) => contrast(paper, ink) >= EASY) ?? inkOn(paper);
}

/** How far two colours `#rrggbb` lie apart, 1 to 21 (WCAG 2.1, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** All papers and inks of a desk, as names of CSS properties and their values. */
export function paperProperties(desk: Desk): readonly (readonly [string, string])[] {
  return Object.entries(PAPER[desk]).flatMap(([light, { int, ext }]) =>
    [['int', int] as const, ['ext', ext] as const].flatMap(([place, paper]) => [
      [`--paper-${place}-${light}`, paper] as const,
      [`--ink-${place}-${light}`, inkOn(paper)] as const,
      [`--quiet-${place}-${light}`, quietInkOn(paper)] as const,
    ]),
  );
}
