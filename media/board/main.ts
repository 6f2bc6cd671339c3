// The stripboard: draws what the extension says, and says what the writer does to it.
import './main.css';
import type { ToBoard } from '../../src/board/protocol';
import { focusKey, perform, stripOf, type ActHands } from './acts';
import { choose, stillThere } from './choice';
import { desk, dock, drawDesk, elementOf } from './desk';
import { dragging, listenForDrags, remeasure } from './drag';
import { element, say } from './elements';
import { emptyBox, drawEmpty } from './emptyBox';
import { findBox, listenForFind, openFind } from './find';
import { placeHeard, show, speak } from './heard';
import { keep, recall, recallScroll, tellSelection } from './keeping';
import { actOf } from './keys';
import { markAll } from './marks';
import { matches } from './matching';
import { closeMenu } from './menu';
import { drawPanel, panel } from './panels';
import { watchDesk } from './paperOnDesk';
import { listenForPointing, openActions } from './pointing';
import { drawRunBar, runBar } from './runBar';
import { drawTopBar, topBar } from './topBar';
import { answered, carrying, dropTrial, makeMove, settleTrial, whenUnanswered } from './trial';
import { dayOfKey, figuresNow, figuresOf, stripOrder, view, walkDays, type PanelName } from './view';

const root = document.getElementById('board') ?? document.body;
const left = element('div', 'left', desk, dock);
const middle = element('div', 'middle', left, panel);
topBar.firstElementChild?.after(findBox);
root.append(topBar, runBar, emptyBox, middle);
placeHeard();
watchDesk();

recall();

const hands: ActHands = {
  draw,
  mark: () => {
    const words = view.state?.words;
    if (words) {
      markAll(words);
      drawBars();
      tellSelection();
    }
  },
  find: openFind,
  help: () => togglePanel('keys'),
  menu: openActions,
  closePanel: () => {
    const open = view.panel !== undefined;
    if (view.panel !== undefined) {
      closePanel(view.panel);
    }
    return open;
  },
};

window.addEventListener('message', ({ data }: MessageEvent<ToBoard>) => hear(data));
listenForDrags(draw);
whenUnanswered(draw);
listenForPointing(hands);
listen();
say({ kind: 'ready' });

function hear(data: ToBoard): void {
  switch (data.kind) {
    case 'show': {
      const before = view.state;
      view.state = data;
      settleTrial();
      openPanels(before?.reasons !== undefined, before?.comparison !== undefined);
      draw();
      recallScroll();
      keep();
      remeasure();
      return;
    }
    case 'preview':
      if (answered(data.seq, data.figures)) {
        draw();
        remeasure();
        tellTrial();
      }
      return;
    case 'run':
    case 'reasons': {
      const { state } = view;
      if (state) {
        const { run: _run, ...withoutRun } = state;
        const { reasons: _reasons, ...withoutReasons } = state;
        view.state = data.kind === 'run' ? { ...withoutRun, ...(data.run ? { run: data.run } : {}) } : { ...withoutReasons, ...(data.reasons ? { reasons: data.reasons } : {}) };
        openPanels(state.reasons !== undefined, state.comparison !== undefined);
        draw();
      }
      return;
    }
    case 'reveal':
      reveal(data.strip ?? (data.day === undefined ? undefined : `day:${data.day}`));
      return;
    case 'told':
      (data.quiet === true ? speak : show)(data.text);
  }
}

/** What has just been made opens its panel; what is gone closes it. */
function openPanels(hadReasons: boolean, hadComparison: boolean): void {
  const { reasons, comparison } = view.state ?? {};
  if (reasons && !hadReasons) {
    view.panel = 'reasons';
  } else if (comparison && !hadComparison) {
    view.panel = 'comparison';
  } else if ((view.panel === 'reasons' && !reasons) || (view.panel === 'comparison' && !comparison)) {
    view.panel = undefined;
  }
}

function reveal(key: string | undefined): void {
  if (key !== undefined && dayOfKey(key)) {
    if (!key.startsWith('day:')) {
      view.choice = choose(view.choice, stripOrder(), key, { more: false, stretch: false });
    }
    focusKey(key, hands);
  }
}

function draw(): void {
  const { state } = view;
  if (!state) {
    return;
  }
  const { shown, words } = state;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  const control = focused?.dataset['control'];
  const onBoard = focused?.dataset['key'] !== undefined;
  view.showsProposal &&= state.run?.proposal !== undefined;
  view.choice = stillThere(view.choice, stripOrder());
  root.setAttribute('aria-label', state.title);
  document.body.classList.toggle('compact', view.compact);
  document.body.classList.toggle('proposal-shown', view.showsProposal);
  middle.hidden = shown === undefined;
  drawEmpty(state);
  drawBars();
  drawPanel(state, shown, { close: closePanel, goTo: reveal });
  if (shown) {
    drawDesk(shown, words);
    markAll(words);
  }
  // What was drawn anew, or went elsewhere, has lost the focus.
  if (document.activeElement === document.body || document.activeElement === null) {
    const again = onBoard ? elementOf(view.at) : control === undefined ? undefined : document.querySelector<HTMLElement>(`[data-control="${CSS.escape(control)}"]`);
    again?.focus({ preventScroll: true });
  }
}

function drawBars(): void {
  const { state } = view;
  if (state) {
    drawTopBar(state, state.shown, { togglePanel, toggleCompact });
    drawRunBar(state, (shows) => {
      view.showsProposal = shows;
      draw();
    });
    findBox.hidden = state.shown === undefined;
  }
}

function toggleCompact(): void {
  view.compact = !view.compact;
  keep();
  draw();
}

function togglePanel(name: PanelName): void {
  if (view.panel === name) {
    closePanel(name);
    return;
  }
  view.panel = name;
  draw();
  panel.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
}

function closePanel(name: PanelName): void {
  view.panel = undefined;
  if (name === 'reasons' || name === 'comparison') {
    say({ kind: name === 'reasons' ? 'closeReasons' : 'closeComparison' });
  }
  draw();
  elementOf(view.at)?.focus({ preventScroll: true });
}

/** Where what is carried by keys lies now, and what that changes. */
function tellTrial(): void {
  const shown = view.state?.shown;
  const edit = view.trial?.edit;
  if (!shown || !edit || view.trial?.lifted !== false || view.trial.sent) {
    return;
  }
  const figures = figuresNow(shown);
  const day = edit.op === 'moveDay' || edit.op === 'moveStrips' ? edit.day : undefined;
  const name = day === undefined ? '' : (figuresOf(figures, day)?.name ?? '');
  const lies = walkDays().find(({ id }) => id === day)?.keys ?? [];
  const at = edit.op === 'moveStrips' ? `${lies.indexOf(edit.strips[0] ?? '') + 1} / ${lies.length}` : (day === undefined ? '' : (figuresOf(figures, day)?.date ?? ''));
  speak([name, at, ...figures.changes.map(({ text }) => text)].filter((each) => each !== '').join(', '));
}

function listen(): void {
  window.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event;
    if (isComposing || !(target instanceof HTMLElement) || target instanceof HTMLInputElement || target.closest('.menu')) {
      return;
    }
    const act = actOf({ key, ctrl: ctrlKey || metaKey, shift: shiftKey, alt: altKey });
    const onBoard = target.closest('[data-key]') !== null || target === document.body || dragging();
    const anywhere = act && ['undo', 'redo', 'find', 'help', 'escape'].includes(act.do);
    if (act && (onBoard || anywhere)) {
      event.preventDefault();
      perform(act, hands);
    }
  });
  window.addEventListener('keyup', ({ key }) => {
    if (key === 'Alt' && carrying() && !dragging()) {
      makeMove();
      draw();
    }
  });
  window.addEventListener('blur', () => {
    closeMenu();
    // Left with Alt and Tab: nobody has let go of it here, so it is put back as a drag would be.
    if (carrying()) {
      dropTrial();
      draw();
    }
  });
  // As wide as the board is, so many of the cast have a column.
  let width = desk.clientWidth;
  new ResizeObserver(() => {
    if (desk.clientWidth !== width) {
      width = desk.clientWidth;
      draw();
    }
  }).observe(desk);
  listenForFind({ changed: hands.mark, next: nextFound, leave: () => elementOf(view.at)?.focus() });
}

function nextFound(): void {
  const order = stripOrder();
  const from = view.at === undefined ? -1 : order.indexOf(view.at);
  const found = [...order.slice(from + 1), ...order.slice(0, from + 1)].find((key) => {
    const strip = stripOf(key);
    return strip !== undefined && matches(strip, view.find, view.cast);
  });
  if (found !== undefined) {
    focusKey(found, hands);
  }
}

