// All that the board's view shows at a moment, from the production, the breakdown and what the session keeps in mind.
import { changesOf, toPlace, type SceneChange } from '../core/board/changes';
import { measuresOf } from '../core/board/compare';
import type { Board } from '../core/production/board';
import { costsOf } from '../core/production/emptyProduction';
import type { Production } from '../core/production/production';
import { boardsOf, SCRIPT_ORDER, type NamedBoard } from './boards';
import { dayViews, stripFacts } from './dayViews';
import { figuresOf } from './figures';
import type { BoardRow, BoardState, ShownBoard } from './protocol';
import { sceneStrip } from './stripViews';
import type { Telling } from './telling';
import { weigh, type Ground, type WeighedBoard } from './weigh';

export const SECONDS = [5, 10, 30, 60] as const;

/** The list and the board shown. */
export function shownState(ground: Ground, shown: NamedBoard, telling: Telling): Pick<BoardState, 'boards' | 'shown' | 'empty' | 'notice' | 'noticeOpen'> {
  if (ground.breakdown.scenes.length === 0 && Object.keys(ground.production.boards).length === 0) {
    return { boards: [], empty: noScenes(telling) };
  }
  const boards = boardsOf(ground, telling.say).map(({ id, board }) => boardRow(id, weigh(ground, board), id === shown.id, telling));
  return { boards, shown: shownBoard(shown.id, weigh(ground, shown.board), telling), ...noticeOf(ground.production, telling) };
}

function noScenes({ say }: Telling): NonNullable<BoardState['empty']> {
  return { title: say('No scenes to shoot yet.'), hint: say('Write a scene heading such as INT. KITCHEN - DAY: each scene gets a strip on the board.') };
}

export function shownBoard(id: string, weighed: WeighedBoard, telling: Telling): ShownBoard {
  const { board, breakdown } = weighed;
  const changes = changesOf(board, breakdown);
  const facts = stripFacts(weighed, changes, telling);
  return {
    id,
    name: board.name,
    made: howMade(board, telling),
    days: dayViews(weighed, facts),
    boneyard: board.boneyard.map((scene) => sceneStrip(scene, facts)),
    toPlace: toPlace(board, breakdown).map((scene) => sceneStrip(scene.id, facts)),
    figures: figuresOf(weighed, telling),
    changed: sayChanged(changes, telling),
  };
}

function sayChanged(changes: ReadonlyMap<string, SceneChange>, { count }: Telling): string {
  const of = (kind: SceneChange['kind']): number => [...changes.values()].filter((change) => change.kind === kind).length;
  const parts = [
    { number: of('changed'), one: '{0} scene changed', many: '{0} scenes changed' },
    { number: of('new'), one: '{0} scene new', many: '{0} scenes new' },
    { number: of('dropped'), one: '{0} scene dropped', many: '{0} scenes dropped' },
  ];
  return parts.filter(({ number }) => number > 0).map(({ number, one, many }) => count(number, one, many)).join(', ');
}

export function boardRow(id: string, weighed: WeighedBoard, shown: boolean, telling: Telling): BoardRow {
  const { board, checked } = weighed;
  const { count, say } = telling;
  const measures = measuresOf({ board, checked });
  const told = [count(measures.shootingDays, '{0} day', '{0} days'), say('{0} held', measures.heldDays), ...(measures.redFlags > 0 ? [count(measures.redFlags, '{0} red flag', '{0} red flags')] : [])];
  return { id, name: board.name, made: id === SCRIPT_ORDER ? say('As the script has it') : madeShort(board, say), cost: { value: checked.cost.total, text: telling.money(checked.cost.total) }, told: told.join(' · '), flags: measures.redFlags, shown };
}

export function madeShort({ made }: Board, say: Telling['say']): string {
  return made.by === 'hand' ? say('By hand') : made.by === 'script' ? say('Script order') : made.proved === true ? say('Proved when found') : say('Best found');
}

function howMade({ made }: Board, { say, money }: Telling): string {
  switch (made.by) {
    case 'script':
      return say('The scenes in the order of the script.');
    case 'hand':
      return say('Arranged by hand.');
    case 'engine':
      return made.proved === true
        ? say('Proved when it was found: no plan that kept the rules cost less.')
        : made.bound === undefined || made.bound <= 0
          ? say('The best that was found; a cheaper one may exist.')
          : say('The best that was found; none that kept the rules could cost less than {0}.', money(made.bound));
  }
}

/** Until the writer has set a sum, plans are held against each other by assumed ones: said before somebody takes them for theirs. */
function noticeOf(production: Production, { say }: Telling): Pick<BoardState, 'notice' | 'noticeOpen'> {
  const noticeOpen = { label: say('Set costs'), what: 'rules' } as const;
  switch (costsOf(production)) {
    case 'none':
      return { notice: say('No costs are set, so no plan is cheaper than another. Set what a day of your cast, crew and locations costs.'), noticeOpen };
    case 'assumed':
      return { notice: say('The sums are assumed until you set your own: what a day of the company, the cast, the crew and the locations costs.'), noticeOpen };
    case 'own':
      return {};
  }
}
