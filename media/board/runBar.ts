// A search while it runs and what it found: nothing is rescheduled before the writer takes it.
import type { BoardState, ProposalView, RunView, Words } from '../../src/board/protocol';
import { button, element, piece, place, say, words as text, type Piece, type Shelf } from './elements';
import { speak } from './heard';
import { view } from './view';

export const runBar = element('section', 'run');
const shelf: Shelf = new Map();
const bar = element('progress', 'run-progress');
const told = element('span', 'run-told');
told.dir = 'auto';
let spoken = '';

export function drawRunBar({ run, words }: BoardState, showProposal: (shows: boolean) => void): void {
  runBar.hidden = run === undefined;
  if (!run) {
    spoken = '';
    place(runBar, [], shelf);
    return;
  }
  runBar.setAttribute('aria-label', words.optimise);
  bar.max = Math.max(1, run.seconds);
  bar.value = Math.min(run.elapsed, run.seconds);
  bar.setAttribute('aria-label', words.optimise);
  const time = run.state === 'running' ? `  ${words.seconds.replace('{0}', `${run.elapsed} / ${run.seconds}`)}` : '';
  told.textContent = `${[run.told, run.told.includes(run.bound) ? '' : run.bound].filter((each) => each !== '').join(' ')}${time}`;
  place(runBar, piecesOf(run, words, showProposal), shelf);
  tellOnce(run);
}

function piecesOf(run: RunView, words: Words, showProposal: (shows: boolean) => void): Piece[] {
  const { proposal, clash, state } = run;
  return [
    ...(state === 'running' ? [piece('bar', '', () => element('div', 'run-line bar-line', bar))] : []),
    piece('told', state, () => element('div', `run-line ${state}`, told, ...(state === 'running' ? [button(words.cancel, 'cancelRun', () => say({ kind: 'cancel', what: 'run' }))] : []))),
    ...(proposal ? [piece('sums', [proposal.difference, proposal.quality, proposal.stale, proposal.figures.headline, proposal.figures.total, run.proved], () => sums(proposal, run.proved))] : []),
    ...(proposal ? [piece('take', [view.showsProposal, proposal.replaces, words], () => takes(proposal, words, showProposal))] : []),
    ...(clash ? [piece('clash', clash, () => clashList(clash))] : []),
    ...(state !== 'running' && !proposal ? [piece('away', words, () => element('div', 'run-line', button(words.close, 'leaveRun', () => say({ kind: 'leave' }))))] : []),
  ];
}

function sums({ difference, quality, stale, figures }: ProposalView, proved: boolean): HTMLElement {
  return element('div', 'proposal', element('span', `quality${proved ? ' proved' : ''}`, `${proved ? '✓ ' : ''}${quality}`), element('strong', 'difference', difference), text('headline', `${figures.total.text} · ${figures.headline}`), ...(stale === undefined ? [] : [text('stale', stale)]));
}

function takes({ replaces }: ProposalView, words: Words, showProposal: (shows: boolean) => void): HTMLElement {
  const look = button(view.showsProposal ? words.boardShow : words.proposalShow, 'showProposal', () => showProposal(!view.showsProposal));
  look.setAttribute('aria-pressed', String(view.showsProposal));
  return element('div', 'takes', look,
    button(words.takeNew, 'takeNew', () => say({ kind: 'take', as: 'new' }), 'primary'),
    ...(replaces ? [button(words.takeReplace, 'takeReplace', () => say({ kind: 'take', as: 'replace' }))] : []),
    button(words.leave, 'leave', () => say({ kind: 'leave' })),
    text('hint', words.proposalHint));
}

function clashList(clash: NonNullable<RunView['clash']>): HTMLElement {
  const items = clash.items.map(({ text: item, open }) => {
    const row = element('li', '', text('', item));
    if (open) {
      row.append(button(open.label, `clash:${item}`, () => say({ kind: 'open', target: open }), 'link'));
    }
    return row;
  });
  return element('div', 'clash', element('strong', '', clash.title), element('ul', '', ...items), ...(clash.told === '' ? [] : [text('', clash.told)]));
}

/** Says what is new: not each second that passes. */
function tellOnce(run: RunView): void {
  const now = [run.state === 'running' ? '' : run.told, run.proposal?.difference ?? '', run.clash?.title ?? '', run.clash?.told ?? ''].filter((each) => each !== '').join(' ');
  if (now !== spoken) {
    spoken = now;
    speak(now);
  }
}
