// Which drafts a developed scenario comes to: one for each scene that changes, goes or comes, on the place in the script that it is about.
import type { Assembled, Piece } from '../core/scenarios/assemble';
import type { Draft } from '../core/drafts/draft';
import type { Span } from '../core/fountain/elements';
import type { DevelopedScene } from '../core/scenarios/scenario';

export interface MergeStep {
  readonly fate: 'change' | 'new' | 'drop';
  /** In the script: the scene's whole lines, or the empty place where new ones go. */
  readonly span: Span;
  /** What is to stand there. Empty for a scene that goes. */
  readonly text: string;
  readonly heading: string;
  /** The recording that wrote it. */
  readonly record?: string;
  /** Which line of the plan it carries out, the first where it carries out several. */
  readonly part: number;
  /** A scene in it broke off. */
  readonly cut?: true;
}

/** A draft as far as it tells which step it shows. */
export type OpenDraft = Pick<Draft, 'id' | 'kind' | 'uri' | 'origin' | 'anchor' | 'base' | 'text' | 'written'>;

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/**
 * The draft that shows this very step: of the same scenario, on the same place or for the same line of the plan, with the
 * same text from the model. Titles say nothing: steps renumber when one is accepted, and a scene planned anew has the
 * same heading. A draft of which all was refused, or whose place is gone, shows nothing any more.
 */
export function draftOfStep(drafts: readonly OpenDraft[], scenario: string, { span, text, part }: MergeStep): OpenDraft | undefined {
  return drafts.find(
    ({ origin, anchor, written, base, text: now }) =>
      origin?.id === scenario && !anchor.lost && now !== base && plain(written) === plain(text) && (origin.part === part || (anchor.from === span.from && anchor.to === span.to)),
  );
}

/** The draft of those that stands on the step's place with an older text of the same scenario's. */
export function draftOutdated(drafts: readonly OpenDraft[], scenario: string, { span }: MergeStep): OpenDraft | undefined {
  return drafts.find(({ origin, anchor, text, base }) => origin?.id === scenario && !anchor.lost && anchor.from === span.from && anchor.to === span.to && text !== base);
}

/**
 * The steps in the script's order. New scenes that stand together are one step: two drafts on one empty place would leave
 * open which comes first. A scene that goes is a step together with the scene behind it (or before it, at the end): a draft
 * of nothing could not be looked at. Scenes that nobody has written yet, and changes that change nothing, are left out.
 */
export function mergeSteps({ whole, pieces }: Pick<Assembled, 'whole' | 'pieces'>, script: string, plan: readonly DevelopedScene[]): MergeStep[] {
  return unitsOf(pieces).flatMap((unit): MergeStep[] => {
    const [first, last] = [unit[0], unit.at(-1)];
    const done = unit.filter(({ fate, unwritten }) => fate !== 'keep' && !unwritten);
    if (!first || !last || done.length === 0) {
      return [];
    }
    const span = { from: first.source.from, to: last.source.to };
    const text = whole.slice(first.span.from, last.span.to);
    const scenes = done.map((piece) => (piece.plan === undefined ? undefined : plan[piece.plan]));
    const part = done.find(({ plan: line }) => line !== undefined)?.plan ?? 0;
    const isCut = scenes.some((scene) => scene?.cut);
    const record = scenes.find((scene) => scene?.record !== undefined)?.record;
    const fate = done.find((piece) => piece.fate === 'change' || piece.fate === 'new')?.fate === undefined ? 'drop' : done.some((piece) => piece.fate === 'change') ? 'change' : 'new';
    return text === script.slice(span.from, span.to) ? [] : [{ fate, span, text, heading: scenes.map(headingOf).join(' / '), part, ...(isCut && { cut: true as const }), ...(record !== undefined && { record }) }];
  });
}

/** Pieces that are looked at together. */
function unitsOf(pieces: readonly Piece[]): Piece[][] {
  const units: Piece[][] = [];
  let gone: Piece[] = [];
  for (const piece of pieces) {
    if (piece.fate === 'drop') {
      gone.push(piece);
      continue;
    }
    const last = units.at(-1);
    const isSamePlace = piece.fate === 'new' && last?.at(-1)?.fate === 'new' && last.at(-1)?.source.from === piece.source.from && last.at(-1)?.unwritten === piece.unwritten;
    if (last && isSamePlace && gone.length === 0) {
      last.push(piece);
    } else {
      units.push([...gone, piece]);
    }
    gone = [];
  }
  const last = units.at(-1);
  if (last) {
    last.push(...gone);
  } else if (gone.length > 0) {
    units.push(gone);
  }
  return units;
}

function headingOf(scene: DevelopedScene | undefined): string {
  return scene?.heading || (scene?.scene ?? '');
}

/** A written scene of the branch, for the record: what the model wrote and where it stands. */
export interface Generated {
  readonly text: string;
  readonly span: Span;
  readonly record?: string;
}

export function generatedIn({ whole, pieces }: Pick<Assembled, 'whole' | 'pieces'>, plan: readonly DevelopedScene[]): Generated[] {
  const isWritten = ({ fate, unwritten }: Piece): boolean => (fate === 'change' || fate === 'new') && !unwritten;
  return pieces.filter(isWritten).map(({ span, plan: line }) => {
    const record = line === undefined ? undefined : plan[line]?.record;
    return { text: whole.slice(span.from, span.to), span, ...(record !== undefined && { record }) };
  });
}
