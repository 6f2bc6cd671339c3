// A Proposal: alternatives for one stretch of the script, which wait for the writer's yes. Immutable; every change gives a new one.
import type { Span } from '../fountain/elements';

/** What the writer did with one alternative. A used one stays `offered`: undo brings the choice back. */
export type AlternativeState = 'offered' | 'discarded';

export interface Alternative {
  readonly id: string;
  /** Exactly what goes in the original's place. */
  readonly text: string;
  /** What it tries, in two words: "goes quiet". */
  readonly intent?: string;
  /** The entry of the record that notes its offer. */
  readonly record?: string;
  readonly state: AlternativeState;
}

/** An answer of the model that could not be offered, and why, in words for the writer. */
export interface Refused {
  readonly text: string;
  readonly reason: string;
}

/**
 * How the text at the anchor stands to the original: `here` it is, to the letter; `used`: an alternative stands in its place;
 * `changed`: the writer wrote something else there; `gone`: nothing of it is left.
 */
export type Standing = 'here' | 'used' | 'changed' | 'gone';

/** What stood around the original when it was last seen: how it is told from an equal line elsewhere. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Where the original is (or was last seen): offsets in the script as it stands now. */
export interface Anchor extends Span {
  readonly standing: Standing;
  readonly around: Surroundings;
}

/** `stopped`: by the writer. `cut`: the model's answer ended too early. What is whole is kept in both cases. */
export type Activity =
  | { readonly kind: 'writing' }
  | { readonly kind: 'idle'; readonly ended?: 'stopped' | 'cut' }
  | { readonly kind: 'failed'; readonly message: string };

export interface Used {
  readonly alternative: string;
  /** What was put in: differs from the alternative's text where the writer edited it first. */
  readonly text: string;
  /** Taken back: the original stands in its place again. */
  readonly undone?: boolean;
  /** The entry of the record that notes the yes. */
  readonly accept?: string;
}

/** Notes a proposal has put in the script. */
export interface Kept {
  /** Their exact source, line ends included. */
  readonly text: string;
  /** How far behind the anchor's end they begin. */
  readonly gap: number;
  /** Whether they are there: undo takes them away, redo brings them back. */
  readonly stands: boolean;
}

export interface Proposal {
  readonly id: string;
  readonly kind: 'dialogue';
  /** The script's address, as a string. */
  readonly uri: string;
  readonly anchor: Anchor;
  /** The exact source that the alternatives replace. */
  readonly original: string;
  /** Canonical name. */
  readonly speaker: string;
  /** The scene heading's text; empty before the first scene. */
  readonly scene: string;
  /** The writer's last wish: "colder". */
  readonly direction?: string;
  readonly alternatives: readonly Alternative[];
  readonly refused: readonly Refused[];
  readonly activity: Activity;
  /** How many alternatives there were before the last round of writing. */
  readonly before?: number;
  readonly used?: Used;
  readonly kept?: Kept;
  /** Milliseconds since 1970, given by the caller. */
  readonly createdAt: number;
}

/** What the writer is told about a proposal, in one word. */
export type ProposalState = 'writing' | 'open' | 'failed' | 'stale' | 'used' | 'kept';

/** Everything that a proposal begins with. */
export type ProposalDraft = Pick<Proposal, 'id' | 'kind' | 'uri' | 'original' | 'speaker' | 'scene' | 'direction' | 'createdAt'> & {
  readonly span: Span;
  readonly around: Surroundings;
};

/** A proposal with nothing in it yet, being written. */
export function createProposal(draft: ProposalDraft): Proposal {
  const { span, around, ...rest } = draft;
  return {
    ...rest,
    anchor: { from: span.from, to: span.to, standing: 'here', around },
    alternatives: [],
    refused: [],
    activity: { kind: 'writing' },
  };
}

/** The word for where a proposal is in its life. What stands in the script decides before what the model does. */
export function stateOf(proposal: Proposal): ProposalState {
  const { anchor, activity } = proposal;
  if (anchor.standing !== 'here') {
    // After the writer's yes the line is theirs: what they make of it later makes nothing stale.
    return proposal.used && !proposal.used.undone ? 'used' : 'stale';
  }
  if (activity.kind === 'writing') {
    return 'writing';
  }
  if (proposal.kept?.stands) {
    return 'kept';
  }
  return activity.kind === 'failed' ? 'failed' : 'open';
}

/** The alternatives still offered, in the order they came: the first is number 1 for the writer. */
export function offered(proposal: Proposal): readonly Alternative[] {
  return proposal.alternatives.filter((alternative) => alternative.state === 'offered');
}

/** Adds a whole alternative. The caller gives an id that is new in this proposal. */
export function addAlternative(proposal: Proposal, alternative: Omit<Alternative, 'state'>): Proposal {
  return { ...proposal, alternatives: [...proposal.alternatives, { ...alternative, state: 'offered' }] };
}

export function addRefused(proposal: Proposal, refused: Refused): Proposal {
  return { ...proposal, refused: [...proposal.refused, refused] };
}

/** The writer has read what was left out. */
export function forgetRefused(proposal: Proposal): Proposal {
  return { ...proposal, refused: [] };
}

/** Takes one alternative from the offer. */
export function discardAlternative(proposal: Proposal, id: string): Proposal {
  const alternatives = proposal.alternatives.map((alternative) =>
    alternative.id === id ? { ...alternative, state: 'discarded' as const } : alternative,
  );
  return { ...proposal, alternatives };
}

/** Another round of writing begins, with the writer's new wish if there is one. */
export function beginWriting(proposal: Proposal, direction?: string): Proposal {
  const { direction: _last, ...rest } = proposal;
  return { ...rest, ...(direction === undefined ? {} : { direction }), before: proposal.alternatives.length, activity: { kind: 'writing' } };
}

export function endWriting(proposal: Proposal, activity: Activity): Proposal {
  return { ...proposal, activity };
}

/** Says that `text` is about to stand in the original's place. The edit that does it is followed like any other. */
export function markUsed(proposal: Proposal, used: Used): Proposal {
  return { ...proposal, used };
}

/** Says that notes are about to stand behind the anchor. */
export function markKept(proposal: Proposal, kept: Kept): Proposal {
  return { ...proposal, kept };
}
