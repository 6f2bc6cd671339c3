// Which drafts a developed scenario comes to: one for each scene that changes, goes or comes, on the place in the script that it is about.
import type { Assembled, Piece } from '../core/scenarios/assemble';
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
}

/**
 * The steps in the script's order. New scenes that stand together are one step: two drafts on one empty place would leave
 * open which comes first. Scenes that nobody has written yet, and changes that change nothing, are left out.
 */
export function mergeSteps({ whole, pieces }: Pick<Assembled, 'whole' | 'pieces'>, script: string, plan: readonly DevelopedScene[]): MergeStep[] {
  const steps: MergeStep[] = [];
  for (const piece of pieces) {
    const { fate, span, source, unwritten } = piece;
    if (fate === 'keep' || unwritten) {
      continue;
    }
    const text = whole.slice(span.from, span.to);
    const last = steps.at(-1);
    const scene = piece.plan === undefined ? undefined : plan[piece.plan];
    if (fate === 'new' && last?.fate === 'new' && last.span.from === source.from) {
      steps[steps.length - 1] = { ...last, text: last.text + text, heading: `${last.heading} / ${headingOf(scene)}` };
    } else if (fate === 'drop' || text !== script.slice(source.from, source.to)) {
      steps.push({ fate, span: { from: source.from, to: source.to }, text, heading: headingOf(scene), ...(scene?.record !== undefined && { record: scene.record }) });
    }
  }
  return steps;
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
