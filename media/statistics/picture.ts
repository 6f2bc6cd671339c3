// A drawing as SVG. One stop for the Tab key; arrows move from spot to spot, Enter goes to the script.
import type { Drawing, Shape } from '../../src/statistics/protocol';

type Spot = Extract<Shape, { kind: 'spot' }>;

export interface PictureHandlers {
  /** What is pointed at or focused, and where; undefined when nothing is. */
  readonly told: (label: string | undefined, at: DOMRect | undefined) => void;
  readonly goTo: (target: number) => void;
  /** Which spot had the focus when the picture was drawn last. */
  readonly current: number;
  readonly moved: (spot: number) => void;
}

const SVG = 'http://www.w3.org/2000/svg';

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }
  return made;
}

/** @param keys how to move in it, for screen readers */
export function picture(drawing: Drawing, id: string, keys: string, handlers: PictureHandlers): SVGElement {
  const { width, height, shapes, label } = drawing;
  const root = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': `${label}. ${keys}`, class: 'picture' });
  const spots: { shape: Spot; node: SVGElement }[] = [];
  for (const shape of shapes) {
    if (shape.kind === 'spot') {
      const node = svg('rect', { x: shape.x, y: shape.y, width: shape.width, height: shape.height, class: 'spot', role: 'link', 'aria-label': shape.label, tabindex: -1 });
      node.dataset['key'] = `${id}/spot/${spots.length}`;
      spots.push({ shape, node });
    } else {
      root.append(drawn(shape));
    }
  }
  root.append(...spots.map(({ node }) => node));
  listen(root, spots, handlers);
  return root;
}

function drawn(shape: Exclude<Shape, Spot>): SVGElement {
  const look = `role-${shape.role}`;
  switch (shape.kind) {
    case 'rect':
      return svg('rect', { x: shape.x, y: shape.y, width: shape.width, height: shape.height, rx: shape.radius ?? 0, class: look });
    case 'circle':
      return svg('circle', { cx: shape.x, cy: shape.y, r: shape.r, class: shape.outlined === true ? `${look} outlined` : look });
    case 'line':
      return svg('line', { x1: shape.x1, y1: shape.y1, x2: shape.x2, y2: shape.y2, class: shape.dashed === true ? `${look} dashed` : look });
    case 'text': {
      const text = svg('text', { x: shape.x, y: shape.y, 'text-anchor': shape.anchor, 'font-size': shape.size, class: look, 'aria-hidden': 'true' });
      text.textContent = shape.text;
      return text;
    }
  }
}

/** One listener for all spots: a feature has thousands of them. */
function listen(root: SVGElement, spots: readonly { shape: Spot; node: SVGElement }[], handlers: PictureHandlers): void {
  const indexOf = (target: EventTarget | null): number => spots.findIndex(({ node }) => node === target);
  let stop = Math.min(handlers.current, spots.length - 1);
  spots[stop]?.node.setAttribute('tabindex', '0');
  const move = (to: number): void => {
    const next = spots[Math.max(0, Math.min(spots.length - 1, to))];
    if (next) {
      spots[stop]?.node.setAttribute('tabindex', '-1');
      stop = spots.indexOf(next);
      next.node.setAttribute('tabindex', '0');
      next.node.focus();
    }
  };
  const tell = (event: Event): void => {
    const spot = spots[indexOf(event.target)];
    handlers.told(spot?.shape.label, spot?.node.getBoundingClientRect());
  };
  root.addEventListener('pointerover', tell);
  root.addEventListener('pointerleave', () => handlers.told(undefined, undefined));
  root.addEventListener('focusin', (event) => {
    handlers.moved(indexOf(event.target));
    tell(event);
  });
  root.addEventListener('focusout', () => handlers.told(undefined, undefined));
  root.addEventListener('click', (event) => {
    const spot = spots[indexOf(event.target)];
    if (spot) {
      handlers.goTo(spot.shape.target);
    }
  });
  root.addEventListener('keydown', (event) => {
    const at = indexOf(event.target);
    if (at < 0) {
      return;
    }
    const moves: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: spots.length - 1, ArrowDown: nearest(spots, at, 1), ArrowUp: nearest(spots, at, -1) };
    const to = moves[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      handlers.goTo(spots[at]?.shape.target ?? 0);
    } else if (to !== undefined) {
      move(to);
    } else if (event.key === 'Escape') {
      handlers.told(undefined, undefined);
      return;
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** The nearest spot in the next row above or below; the same one where there is no other row. */
function nearest(spots: readonly { shape: Spot }[], at: number, direction: 1 | -1): number {
  const from = spots[at]?.shape;
  if (!from) {
    return at;
  }
  const middle = (shape: Spot): { x: number; y: number } => ({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });
  let best = at;
  let least = Infinity;
  for (const [index, { shape }] of spots.entries()) {
    const down = (middle(shape).y - middle(from).y) * direction;
    const distance = down * 4 + Math.abs(middle(shape).x - middle(from).x);
    if (down > 1 && distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}
