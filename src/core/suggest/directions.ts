// The directions a writer can pick instead of typing one: what each asks of the model. Their labels belong to the feature.

export type DirectionId =
  | 'plain'
  | 'subtext'
  | 'shorter'
  | 'funnier'
  | 'warmer'
  | 'colder'
  | 'likeThem'
  | 'unsaid'
  | 'ownWords';

export interface Direction {
  readonly id: DirectionId;
  /** What the model is told; undefined where there is nothing to add (plain) or the writer types it (ownWords). */
  readonly instruction?: string;
}

/** In the order of the quick pick. The ids are kept in the writer's recent list: never rename one. */
export const DIRECTIONS: readonly Direction[] = [
  { id: 'plain' },
  {
    id: 'subtext',
    instruction:
      'More subtext: the character talks about something else, close at hand, and what they mean shows only in why they bring it up now.',
  },
  { id: 'shorter', instruction: 'Shorter: at most half the words of the original, down to a word or two. What is left out must still be heard.' },
  {
    id: 'funnier',
    instruction:
      'Funnier, from who this character is and what they fail to notice about themselves, never a joke they would not make. The scene keeps its stakes.',
  },
  { id: 'warmer', instruction: 'Warmer: the character moves towards the other person, by a small kindness or by giving way, without saying that they care.' },
  { id: 'colder', instruction: 'Colder: the character gives less, by courtesy, brevity or distance rather than by insult.' },
  {
    id: 'likeThem',
    instruction:
      "More like them: go by the character's own lines. Use their favourite turns, their grammar and rhythm, what they always come back to. The line should be known as theirs with the name covered.",
  },
  {
    id: 'unsaid',
    instruction:
      'Say it without saying it: the one thing the original says outright must not be said, asked or named, and the other person must understand it all the same.',
  },
  { id: 'ownWords' },
];

/** The instruction behind an id; undefined for those that add none, and for an id of an older version. */
export function instructionOf(id: string): string | undefined {
  return DIRECTIONS.find((direction) => direction.id === id)?.instruction;
}
