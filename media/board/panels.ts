// Beside the board: red flags, what the script changed, why the plan is as it is, boards held against each other, the keys.
import type { BoardState, ComparisonView, FlagView, OpenTarget, ReasonView, ReasonsView, SceneStrip, ShownBoard, Words } from '../../src/board/protocol';
import { button, element, piece, place, say, signButton, words as text, type Shelf } from './elements';
import { figuresNow, view, type PanelName } from './view';

export const panel = element('aside', 'panel');
const shelf: Shelf = new Map();

export interface PanelHands {
  readonly close: (name: PanelName) => void;
  /** Puts the focus on a strip, or a day's heading. */
  readonly goTo: (key: string) => void;
}

export function drawPanel(state: BoardState, shown: ShownBoard | undefined, hands: PanelHands): void {
  const name = shown ? view.panel : undefined;
  panel.hidden = name === undefined;
  if (name === undefined || !shown) {
    return;
  }
  const { words } = state;
  const title = { flags: words.flags, changes: words.changed, reasons: words.reasons, comparison: words.compare, keys: words.keys }[name];
  panel.setAttribute('aria-label', title);
  place(panel, [piece('title', [name, title], () => head(name, title, words, hands)), piece(`body-${name}`, bodyFrom(name, state, shown), () => element('div', `panel-body ${name}`, ...bodyOf(name, state, shown, hands)))], shelf);
}

/** What a panel is made of: another makes it anew. */
function bodyFrom(name: PanelName, state: BoardState, shown: ShownBoard): unknown {
  const from: Readonly<Record<PanelName, () => unknown>> = { flags: () => figuresNow(shown).flags, changes: () => changedStrips(shown), reasons: () => state.reasons, comparison: () => state.comparison, keys: () => state.help };
  return [from[name](), state.words];
}

function bodyOf(name: PanelName, state: BoardState, shown: ShownBoard, hands: PanelHands): HTMLElement[] {
  const { words } = state;
  switch (name) {
    case 'flags':
      return flagsOf(figuresNow(shown).flags, words, hands);
    case 'changes':
      return changesOf(changedStrips(shown), words, hands);
    case 'reasons':
      return state.reasons ? reasonsOf(state.reasons, words, hands) : [];
    case 'comparison':
      return state.comparison ? [comparisonOf(state.comparison, words)] : [];
    case 'keys':
      return [element('p', 'hint', words.keysHelp), element('dl', 'key-list', ...state.help.flatMap(({ keys, told }) => [element('dt', '', keys), element('dd', '', told)]))];
  }
}

function head(name: PanelName, title: string, words: Words, hands: PanelHands): HTMLElement {
  return element('div', 'panel-head', element('h2', '', title), signButton('✕', words.close, `close:${name}`, () => hands.close(name)));
}

function opener(open: OpenTarget | undefined, key: string): HTMLElement[] {
  return open ? [button(open.label, `open:${key}`, () => say({ kind: 'open', target: open }), 'link')] : [];
}

function flagsOf(flags: readonly FlagView[], words: Words, hands: PanelHands): HTMLElement[] {
  if (flags.length === 0) {
    return [element('p', 'hint', words.noFlags)];
  }
  return [element('ul', 'list', ...flags.map((flag) => {
    const to = flag.strips[0] ?? (flag.day === undefined ? undefined : `day:${flag.day}`);
    const said = to === undefined ? text('', flag.text) : button(flag.text, `flag:${flag.id}`, () => hands.goTo(to), 'line');
    return element('li', 'flag-row', element('span', 'flag', '⚑'), said, ...opener(flag.open, flag.id));
  }))];
}

function changedStrips({ days, boneyard, toPlace }: ShownBoard): SceneStrip[] {
  return [...days.flatMap(({ strips }) => strips), ...boneyard, ...toPlace].filter((strip): strip is SceneStrip => strip.kind === 'scene' && strip.state !== undefined);
}

function changesOf(strips: readonly SceneStrip[], words: Words, hands: PanelHands): HTMLElement[] {
  if (strips.length === 0) {
    return [element('p', 'hint', words.nothing)];
  }
  return [element('ul', 'list', ...strips.map(({ key, scene, number, heading, state }) => element('li', 'change-row',
    element('span', `badge ${state?.kind ?? ''}`, state?.label ?? ''),
    button(`${number} ${heading}`.trim(), `changed:${key}`, () => hands.goTo(key), 'line'),
    ...(state?.told ?? []).map((each) => text('told', each)),
    button(words.accept, `accept:${key}`, () => say({ kind: 'edit', edit: { op: 'acceptChanges', scenes: [scene] } }), 'link'))))];
}

function reasonsOf({ state, progress, told, reasons, stale }: ReasonsView, words: Words, hands: PanelHands): HTMLElement[] {
  const bar = element('progress');
  bar.value = progress;
  bar.setAttribute('aria-label', told);
  const running = state === 'running' ? [element('div', 'run-line', bar, button(words.cancel, 'cancelReasons', () => say({ kind: 'cancel', what: 'reasons' })))] : [];
  const none = state === 'done' && reasons.length === 0 ? [element('p', 'hint', words.noReasons)] : [];
  return [element('p', 'hint', told), ...(stale === undefined ? [] : [text('stale', stale)]), ...running, ...none, element('ul', 'list', ...reasons.map((reason) => reasonRow(reason, hands)))];
}

function reasonRow({ id, subject, day, title, why, saving, open }: ReasonView, hands: PanelHands): HTMLElement {
  const name = day === undefined ? text('line', title) : button(title, `reason:${id}`, () => hands.goTo(`day:${day}`), 'line');
  return element('li', `reason ${subject}`, name, ...why.map((each) => text('told', each)), ...(saving ? [text('saving', saving.text)] : []), ...opener(open, id));
}

function comparisonOf({ columns, rows, moved }: ComparisonView, words: Words): HTMLElement {
  const headRow = element('tr', '', element('td', ''), ...columns.map(({ name, made }) => {
    const cell = element('th', '', text('', name), text('made', made));
    cell.scope = 'col';
    return cell;
  }));
  const body = rows.map(({ label, cells }) => {
    const title = element('th', '', label);
    title.scope = 'row';
    return element('tr', '', title, ...cells.map(({ text: told, difference, better }) => element('td', '', told, ...(difference === undefined || difference === '' ? [] : [element('span', `difference ${better === true ? 'good' : better === false ? 'bad' : ''}`, difference)]))));
  });
  const foot = moved.length === 0 ? [] : [element('tr', 'moved', element('td', ''), element('td', ''), ...moved.map((each) => element('td', '', each)))];
  const table = element('table', '', element('thead', '', headRow), element('tbody', '', ...body, ...foot));
  return element('div', 'table', element('p', 'hint', words.compareHint), table);
}
