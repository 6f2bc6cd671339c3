// The directions a writer can pick for a rewrite instead of typing one: what each asks of the model. Their labels belong to the feature.

export type RewriteDirectionId = 'tighten' | 'stakes' | 'visual' | 'onTheNose' | 'period' | 'punchUp' | 'merge' | 'voice' | 'ownWords';

/** What a direction must be told before it can be followed. */
export type DirectionAsks = 'length' | 'period' | 'characters' | 'scene';

export interface RewriteDirection {
  readonly id: RewriteDirectionId;
  /** What the model is told; `{0}` stands for what was asked. Undefined where the writer types it (ownWords). */
  readonly instruction?: string;
  readonly asks?: DirectionAsks;
}

/** In the order of the quick pick. Never rename an id: writers' lists keep them. */
export const REWRITE_DIRECTIONS: readonly RewriteDirection[] = [
  {
    id: 'tighten',
    asks: 'length',
    instruction:
      'Tighten it to {0}. Begin where the first thing is already wanted, end on the turn or just before it. Cut what is said twice, what is seen and then said, greetings, stage business, the line that explains the line before. Keep the turn of the scene and its best lines to the letter: what stays is cut, not paraphrased.',
  },
  {
    id: 'stakes',
    instruction:
      'Raise the stakes: somebody here stands to lose something particular, in this scene and not later, and we see them know it. Let a choice cost something before the end, or a clock run out that was not running; no louder words, no threats that were not there.',
  },
  {
    id: 'visual',
    instruction:
      'More visual: what is told in dialogue and can be seen is shown, in action a camera can shoot. Find the object, the place or the habit in the scene that can carry it. A speech that becomes needless goes; one that stays says something the picture does not.',
  },
  {
    id: 'onTheNose',
    instruction:
      'Less on the nose: nobody names what they feel or want, and nobody asks for it to be named. They talk about something at hand, and why they bring it up now tells the rest. The other person understands all the same, and so does the reader.',
  },
  {
    id: 'period',
    asks: 'period',
    instruction:
      'Let everybody speak, and everything be named, as it was there and then: {0}. No word, thing or manners from after it; who they are (class, trade, region) is heard before the year is. Easily understood by an audience of today, no museum of old words.',
  },
  {
    id: 'punchUp',
    instruction:
      'Punch it up: sharper, quicker, funnier, out of who these people are and what they fail to notice about themselves. Better verbs before more jokes; a joke stands last in its speech, and nobody laughs at it. The story and the stakes of the scene stay as they are.',
  },
  {
    id: 'merge',
    asks: 'characters',
    instruction:
      'Merge two characters into one: {0}. Who stays takes over what the plot needs of the other, in their own voice and for their own reasons; what only one person knew or could do still has a reason to be known and done. Who goes is not seen, heard or named.',
  },
  {
    id: 'voice',
    asks: 'scene',
    instruction:
      'Match the voice of another scene of this script: {0}. Its rhythm, the length of its speeches and paragraphs, how much it tells and how much it leaves, its temperature. Its manner alone: nothing that happens in it, none of its lines.',
  },
  { id: 'ownWords' },
];

/** What the model is told for a direction picked, with what it asked for. Undefined for ownWords, and for an id of an older version. */
export function rewriteInstruction(id: string, asked = ''): string | undefined {
  return REWRITE_DIRECTIONS.find((direction) => direction.id === id)?.instruction?.replace('{0}', () => asked);
}
